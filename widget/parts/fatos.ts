import { html, nothing, type TemplateResult } from 'lit'
import { escreverAdiamento } from '../../server/contract/adiamento.js'
import { escreverData, escreverDataHora, escreverDiasRestantes } from '../../server/contract/palavras.js'
import type { Cartao, Consulta as Consultado } from '../client/api.js'
import { resultado as textos } from '../texts/resultado.pt-BR.js'
import { dizer } from '../texts/voz.js'

/** When a protocolo was opened, with whom it is, and until when it is answered or when it ended. */
export function fatos({ fuso }: Cartao, achado: Consultado): TemplateResult {
  const { situacao, encerradoEm } = achado
  const fim = situacao === 'cancelado' ? textos.canceladoEm : textos.encerradoEm
  const terminou = situacao === 'encerrado' || situacao === 'cancelado'
  return html`<dl class="fatos">
    ${fato(textos.abertoEm, escreverDataHora(achado.abertoEm, fuso))}
    ${fato(terminou ? textos.ficouCom : textos.estaCom, html`<span lang="pt-BR">${achado.unidade}</span>`)}
    ${
      terminou
        ? fato(fim, escreverDataHora(encerradoEm ?? achado.atualizadoEm, fuso))
        : fato(
            textos.respostaAte,
            html`${escreverData(achado.prazo)} <span class="inteiro ${achado.diasRestantes < 0 ? 'atrasado' : 'secundario'}">(${escreverDiasRestantes(achado.diasRestantes)})</span>`,
          )
    }
    ${!terminou && achado.tempoUsual ? fato(textos.costuma, textos.tempoUsual(achado.tempoUsual.dias)) : nothing}
    ${achado.nivel === 2 && achado.requerente ? fato(textos.requerente, achado.requerente) : nothing}
  </dl>
  ${achado.nivel === 2 && achado.prazoAdiado ? html`<p class="secundario">${dizer(escreverAdiamento(achado.prazoAdiado, achado.prazo, fuso))}</p>` : nothing}`
}

function fato(nome: string, valor: unknown): TemplateResult {
  return html`<div><dt>${nome}</dt><dd>${valor}</dd></div>`
}
