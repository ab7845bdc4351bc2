import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { diaEm, documentosPedidos, escreverFormatos, formatosDe } from '../../../../../server/contract/regras.js'
import type { Campo } from '../../../../../server/contract/tipo.js'
import type { ProtocoloElement } from '../../../../base/element.js'
import type { Cartao } from '../../../../client/api.js'
import { Auxilios } from '../../../../parts/campos/auxilios.js'
import { campoDoFormulario } from '../../../../parts/campos/campo.js'
import type { Digitados } from '../../../../parts/campos/digitado.js'
import type { Formulario } from '../../../../parts/campos/moldura.js'
import { agrupar, camposVisiveis, respostasDigitadas } from '../../../../parts/campos/respostas.js'
import { titulo } from '../../../../parts/titulo.js'
import { administracao as textos } from '../../../../texts/gestao-administracao.pt-BR.js'
import { passos } from '../../../../texts/novo-passos.pt-BR.js'
import { dizer } from '../../../../texts/voz.js'
import type { Tipo } from './edicao.js'

/** The form as who opens a request will see it. What is typed in it goes nowhere, and shows which conditions hold. */
export class Previa {
  readonly #auxilios: Auxilios
  #respostas: Digitados = {}

  constructor(readonly host: ProtocoloElement) {
    this.#auxilios = new Auxilios(host)
  }

  renderizar(tipo: Tipo, cartao: Cartao): TemplateResult {
    const nivel = this.host.nivel + 2
    const campos = camposVisiveis(tipo.campos as Campo[], this.#respostas)
    const documentos = documentosPedidos(tipo, respostasDigitadas(tipo.campos as Campo[], this.#respostas))
    return html`<section class="previa" aria-label=${textos.construtor.previa}>
      <p class="nota">${textos.construtor.previaAjuda}</p>
      ${titulo(nivel, tipo.nome || textos.construtor.semNome, 'subtitulo assunto-do-grupo')}
      ${tipo.descricao ? html`<p>${tipo.descricao}</p>` : nothing}
      ${campos.length === 0 ? html`<p class="secundario">${textos.construtor.semPerguntas}</p>` : nothing}
      ${agrupar(campos).map(
        (grupo) => html`${grupo.nome ? titulo(nivel + 1, grupo.nome, 'subtitulo') : nothing}
        ${grupo.campos.map((campo) => keyed(`${campo.codigo} ${campo.especie}`, campoDoFormulario(campo, `respostas.${campo.codigo}`, this.#formulario(cartao), false)))}`,
      )}
      ${
        documentos.length > 0
          ? html`${titulo(nivel + 1, textos.construtor.documentos, 'subtitulo')}
            <ul class="arquivos" role="list">
              ${documentos.map(
                (pedido) => html`<li class="documento">
                  <b>${pedido.nome || textos.construtor.semNome}${pedido.obrigatorio ? html`<span class="exigido" aria-hidden="true"> *</span><span class="so-leitor"> (${passos.campo.obrigatorio})</span>` : nothing}</b>
                  ${pedido.ajuda ? html`<p class="ajuda">${pedido.ajuda}</p>` : nothing}
                  <p class="secundario">${dizer(escreverFormatos({ codigo: '', nome: '', formatos: formatosDe(pedido) }))}</p>
                </li>`,
              )}
            </ul>`
          : nothing
      }
    </section>`
  }

  #formulario({ fuso }: Cartao): Formulario {
    return {
      prefixo: `${this.host.prefixo}-previa`,
      hoje: diaEm(fuso, new Date()),
      textos: passos,
      auxilios: this.#auxilios,
      ler: (caminho) => this.#respostas[caminho.replace('respostas.', '')],
      erro: () => undefined,
      mudar: (caminho, valor) => {
        this.#respostas = { ...this.#respostas, [caminho.replace('respostas.', '')]: valor }
        this.host.requestUpdate()
      },
      sair: () => this.host.requestUpdate(),
      anunciarDepois: () => undefined,
    }
  }
}
