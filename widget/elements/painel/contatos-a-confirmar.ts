import { html, nothing, type TemplateResult } from 'lit'
import type { Conta } from '../../client/meus.js'
import { aviso } from '../../parts/aviso.js'
import { quebravel } from '../../parts/contato.js'
import { contatosAConfirmar as textos } from '../../texts/contatos-a-confirmar.pt-BR.js'
import type { Dentro } from './dentro.js'

/** The contacts that wait for their code, and the way to where it is told. */
export function contatosAConfirmar(dentro: Dentro, { pendentes }: Conta): TemplateResult | typeof nothing {
  if (pendentes.length === 0) return nothing
  return aviso({
    tom: 'info',
    titulo: textos.titulo,
    conteudo: html`<ul>
        ${pendentes.map(({ especie, valor }) => html`<li>${textos.especies[especie]}: <b translate="no">${quebravel(valor)}</b></li>`)}
      </ul>
      <p>${dentro.ligacao('dados', { parte: 'contato' }, textos.ir)}</p>`,
  })
}
