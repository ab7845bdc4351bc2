import './comum-painel.js'
import { html, nothing, type TemplateResult } from 'lit'
import type { Conta, Resumo } from '../../client/meus.js'
import { aviso } from '../../parts/aviso.js'
import { anteriores as textos } from '../../texts/anteriores.pt-BR.js'
import { contatosAConfirmar } from './contatos-a-confirmar.js'
import type { Dentro } from './dentro.js'

/** What waits for the person to say yes: contacts to confirm, and requests from before the conta. */
export function avisosDoInicio(dentro: Dentro, conta: Conta | undefined, resumo: Resumo | undefined): TemplateResult {
  return html`${conta ? contatosAConfirmar(dentro, conta) : nothing} ${resumo?.anteriores ? anteriores(dentro, resumo.anteriores) : nothing}`
}

/** Requests that the person made before they had a conta, to be put into it. */
function anteriores(dentro: Dentro, quantos: number): TemplateResult {
  const juntar = () =>
    dentro.fazer('juntar', async () => {
      await dentro.meus.juntarAnteriores()
      void dentro.painel.deNovo()
      void dentro.painel.host.anunciar(textos.juntou)
      void dentro.painel.host.focar('.titulo')
    })
  const juntando = dentro.ocupado === 'juntar'
  return aviso({
    tom: 'info',
    titulo: textos.titulo(quantos),
    conteudo: html`<p>${textos.ajuda}</p>
      <div class="linha">
        <button type="button" class="botao botao-fraco ${juntando ? 'girando' : ''}" aria-disabled=${juntando ? 'true' : nothing} @click=${juntar}>
          ${juntando ? textos.juntando : textos.juntar}
        </button>
      </div>`,
  })
}
