import { html, nothing, type TemplateResult } from 'lit'
import { escreverTamanho } from '../../../server/contract/palavras.js'
import { nomesDePrioridade } from '../../../server/contract/prioridade.js'
import { escreverResposta, formatarDocumento, lerDocumento, validarCampo } from '../../../server/contract/regras.js'
import type { DocumentoPedido, TipoCompleto } from '../../../server/contract/tipo.js'
import type { AnexoDoRascunho } from '../../client/rascunho.js'
import { lerDigitado } from '../../parts/campos/digitado.js'
import { inteiro } from '../../parts/inteiro.js'
import { titulo } from '../../parts/titulo.js'
import { cabecalho } from './cabecalho.js'
import { camposVisiveis, documentosDe, type Passo } from './estado.js'
import type { Vista } from './vista.js'

export interface Envio {
  anexos: readonly AnexoDoRascunho[]
  enviando: boolean
  /** What kept the last try from going through. */
  falha?: unknown
  voltar(): void
}

interface Linha {
  rotulo: string
  valor: string
  /** What stands for no value. */
  vazio?: string
  passo: Passo
  caminho: string
}

/** Everything that will be sent, each line with a way to its field and back. */
export function passoRevisao(vista: Vista, tipo: TipoCompleto, envio: Envio): TemplateResult {
  const { textos, nivel } = vista
  const { revisao } = textos
  const blocos = [
    { titulo: textos.formulario.titulo, linhas: linhasDoFormulario(vista) },
    { titulo: textos.requerente.titulo, linhas: linhasDoRequerente(vista, tipo) },
    { titulo: textos.documentos.titulo, linhas: documentosDe(vista.estado).map((pedido) => linhaDoDocumento(vista, pedido, envio.anexos)) },
  ]
  return html`${cabecalho(vista, revisao.titulo)}
    <p>${revisao.explicacao}</p>
    ${blocos.map(({ titulo: nome, linhas }) =>
      linhas.length > 0
        ? html`<section>${titulo(nivel + 1, nome, 'subtitulo')}
            <dl class="respostas revisao">${linhas.map((linha) => desenhar(vista, linha, envio.enviando))}</dl>
          </section>`
        : nothing,
    )}
    ${envio.falha ?? nothing}
    <div class="linha entre acoes">
      <button type="button" class="botao botao-texto rente" ?disabled=${envio.enviando} @click=${envio.voltar}>${textos.voltar}</button>
      <button type="submit" class="botao ${envio.enviando ? 'girando' : ''}" aria-disabled=${envio.enviando ? 'true' : 'false'}>
        ${envio.enviando ? revisao.enviando : revisao.enviar}
      </button>
    </div>`
}

function desenhar(
  { textos: { revisao }, irPara }: Vista,
  { rotulo, valor, vazio = revisao.semResposta, passo, caminho }: Linha,
  enviando: boolean,
): TemplateResult {
  return html`<div>
    <dt>${rotulo}</dt>
    <dd>
      <span class="valor ${valor ? '' : 'secundario'}">${valor || vazio}</span>
      <button type="button" class="botao-texto alterar" ?disabled=${enviando} aria-label=${revisao.alterarQual(rotulo)} @click=${() => irPara(passo, caminho)}>
        ${revisao.alterar}
      </button>
    </dd>
  </div>`
}

function linhasDoFormulario({ estado, formulario }: Vista): Linha[] {
  return camposVisiveis(estado).map((campo) => {
    const lido = validarCampo(campo, lerDigitado(campo, estado.respostas[campo.codigo]), formulario.hoje)
    const valor = 'valor' in lido && lido.valor !== undefined ? escreverResposta(campo, lido.valor) : ''
    return { rotulo: campo.rotulo, valor, passo: 'formulario', caminho: `respostas.${campo.codigo}` }
  })
}

function linhasDoRequerente({ textos, estado, cartao }: Vista, tipo: TipoCompleto): Linha[] {
  const { requerente } = textos
  const { anonimo, nome, documento, email, telefone, matricula, prioridade } = estado.requerente
  const linha = (rotulo: string, valor: string, parte: string): Linha => ({
    rotulo,
    valor,
    passo: 'requerente',
    caminho: `requerente.${parte}`,
  })
  const marcada: Linha[] = tipo.prioridade
    ? [
        {
          rotulo: requerente.prioridade,
          valor: prioridade ? nomesDePrioridade[prioridade] : requerente.semPrioridade,
          passo: 'requerente',
          caminho: 'prioridade',
        },
      ]
    : []
  if (tipo.anonimo && anonimo) return [linha(textos.revisao.identificacao, textos.revisao.anonimo, 'anonimo'), ...marcada]
  const empresa = tipo.quemPode === 'pessoa-juridica'
  return [
    linha(empresa ? requerente.nomeDaEmpresa : requerente.nome, nome.trim(), 'nome'),
    linha(
      empresa ? requerente.documentoDaEmpresa : requerente.documento,
      formatarDocumento(lerDocumento(documento)?.valor ?? documento.trim()),
      'documento',
    ),
    ...(cartao.matricula ? [linha(cartao.matricula.rotulo, matricula.trim(), 'matricula')] : []),
    linha(requerente.email, email.trim(), 'email'),
    linha(requerente.telefone, telefone.trim(), 'telefone'),
    ...marcada,
  ]
}

function linhaDoDocumento({ textos }: Vista, pedido: DocumentoPedido, anexos: readonly AnexoDoRascunho[]): Linha {
  const dele = anexos.filter(({ documento }) => documento === pedido.codigo)
  const valor = dele.map(({ nome, tamanho }) => `${nome} (${inteiro(escreverTamanho(tamanho))})`).join('\n')
  return { rotulo: pedido.nome, valor, vazio: textos.revisao.semArquivo, passo: 'documentos', caminho: `anexos.${pedido.codigo}` }
}
