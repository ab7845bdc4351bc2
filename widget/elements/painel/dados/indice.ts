import { html, type TemplateResult } from 'lit'
import { formatarDocumento } from '../../../../server/contract/regras.js'
import { dados as textos } from '../../../texts/dados.pt-BR.js'
import { contatosAConfirmar } from '../contatos-a-confirmar.js'
import { type Parte, partes, type VistaDosDados } from './dados.js'
import { escreverEnderecoDaConta } from './endereco.js'
import { retrato } from './retrato.js'

/** Who the conta is of, and the ways to each part. */
export function indice({ dados, conta }: VistaDosDados): TemplateResult {
  const { dentro } = dados
  const { nome, nomeSocial, documento, email, endereco } = conta
  const resumos: Readonly<Record<Parte, unknown>> = {
    ...textos.resumos,
    contato: email,
    endereco: endereco ? escreverEnderecoDaConta(endereco) : textos.nada,
  }
  const chamado = nomeSocial ?? nome
  return html`<div class="identidade">
      ${retrato(dados, chamado)}
      <div>
        <p class="grande"><b>${chamado}</b></p>
        <p class="secundario" translate="no">${formatarDocumento(documento)}</p>
      </div>
    </div>
    ${contatosAConfirmar(dentro, conta)}
    <ul class="partes-dos-dados" role="list">
      ${partes.map(
        (parte) => html`<li>
          ${dentro.ligacao('dados', { parte }, html`<b>${textos.partes[parte]}</b><span class="secundario">${resumos[parte]}</span>`, { classe: 'cartaozinho' })}
        </li>`,
      )}
    </ul>`
}
