import { html, nothing, type TemplateResult } from 'lit'
import { escreverTelefone, formatarDocumento, lerDocumento } from '../../../../../server/contract/regras.js'
import type { ProtocoloDaGestao } from '../../../../client/gestao.js'
import { quebravel } from '../../../../parts/contato.js'
import { titulo } from '../../../../parts/titulo.js'
import { processoDaGestao } from '../../../../texts/gestao-processo.pt-BR.js'
import type { Processo } from '../processo.js'

const textos = processoDaGestao.pedido

/** What was asked, and by whom. */
export function pedido(processo: Processo, valor: ProtocoloDaGestao): TemplateResult {
  const nivel = processo.lugar.host.nivel + 1
  const { respostas, anexos } = valor
  return html`<section>
      ${titulo(nivel, textos.respostas, 'subtitulo')}
      ${
        respostas.length > 0
          ? html`<dl class="respostas">${respostas.map(resposta)}</dl>`
          : html`<p class="secundario">${textos.semRespostas}</p>`
      }
    </section>
    <section>
      ${titulo(nivel, textos.documentos, 'subtitulo')}
      ${
        anexos.length > 0
          ? processo.arquivos(
              anexos.map((anexo) => ({ ...anexo, titulo: anexo.substituidoPor ? textos.trocado(anexo.documento) : anexo.documento })),
            )
          : html`<p class="secundario">${textos.semDocumentos}</p>`
      }
    </section>
    <section>${titulo(nivel, textos.quem, 'subtitulo')} ${requerente(valor)}</section>`
}

/** What stands now, and under it what was told before it was corrected. */
function resposta({ rotulo, valor, antes = [] }: ProtocoloDaGestao['respostas'][number]): TemplateResult {
  return html`<div>
    <dt lang="pt-BR">${rotulo}</dt>
    <dd>
      <span lang="pt-BR">${valor}</span>${antes.length > 0 ? html` <span class="selo selo-ok">${textos.corrigido}</span>` : nothing}
      ${antes.map((velha) => html`<span class="resposta-velha secundario">${textos.antes(velha)}</span>`)}
    </dd>
  </div>`
}

function requerente({ requerente }: ProtocoloDaGestao): TemplateResult {
  if (!requerente) return html`<p>${textos.anonimo}</p>`
  const { nome, documento, email, telefone, matricula } = requerente
  const linha = (rotulo: string, valor: unknown) => html`<div><dt>${rotulo}</dt><dd>${valor}</dd></div>`
  return html`<dl class="respostas">
    ${linha(textos.nome, nome)}
    ${documento ? linha(textos.documento, html`<span class="numero" translate="no">${formatarDocumento(lerDocumento(documento)?.valor ?? documento)}</span>`) : nothing}
    ${linha(textos.email, email ? html`<a href="mailto:${email}">${quebravel(email)}</a>` : html`<span class="secundario">${textos.semEmail}</span>`)}
    ${telefone ? linha(textos.telefone, html`<a class="inteiro" href="tel:${telefone}">${escreverTelefone(telefone)}</a>`) : nothing}
    ${matricula ? linha(textos.matricula, matricula) : nothing}
  </dl>`
}
