import { html, nothing, type TemplateResult } from 'lit'
import { classMap } from 'lit/directives/class-map.js'
import { escreverTamanho } from '../../../server/contract/palavras.js'
import { aceitos, escreverFormatos, formatosDe } from '../../../server/contract/regras.js'
import type { DocumentoPedido, Formato } from '../../../server/contract/tipo.js'
import { idDe } from '../../parts/campos/moldura.js'
import type { Envios } from '../../parts/envios.js'
import { inteiro } from '../../parts/inteiro.js'
import { seletor } from '../../parts/seletor.js'
import { dizer } from '../../texts/voz.js'
import { acoes, cabecalho } from './cabecalho.js'
import { errosDoPasso } from './erros.js'
import { documentosDe } from './estado.js'
import { linhaDoArquivo } from './linha-do-arquivo.js'
import type { Vista } from './vista.js'

export interface MesaDeDocumentos {
  envios: Envios
  /** Files are being dragged over the page area. */
  arrastando: boolean
  arrastar(sobre: boolean): void
  /** Files were chosen for a document. This and the next ones keep the focus near what goes away. */
  escolheu(documento: string): void
  remover(chave: number, documento: string): void
  tentar(chave: number, documento: string): void
  /** A file is of another document. */
  mover(chave: number, documento: string): void
}

const imagens: readonly Formato[] = ['jpg', 'png', 'webp', 'heic']

/** Files for the documents asked: dropped or chosen together, or one document at a time. */
export function passoDocumentos(vista: Vista, mesa: MesaDeDocumentos, voltar: () => void): TemplateResult {
  const { textos, estado, formulario } = vista
  const pedidos = documentosDe(estado)
  const geral = formulario.erro('anexos')
  return html`${cabecalho(vista, textos.documentos.titulo)} ${errosDoPasso(vista)}
    ${pedidos.some(({ obrigatorio }) => obrigatorio) ? html`<p class="secundario">${textos.documentos.obrigatorios}</p>` : nothing}
    <div id=${idDe(formulario.prefixo, 'anexos')} tabindex="-1" class=${classMap({ campo: true, 'com-erro': Boolean(geral) })}>
      ${geral ? html`<p class="erro">${geral}</p>` : nothing} ${areaDeSoltar(vista, mesa, pedidos)}
    </div>
    <ul class="arquivos" role="list">${pedidos.map((pedido) => documento(vista, mesa, pedido, pedidos))}</ul>
    ${acoes(vista, voltar, textos.documentos.revisar)}`
}

function areaDeSoltar(vista: Vista, mesa: MesaDeDocumentos, pedidos: readonly DocumentoPedido[]): TemplateResult {
  const { documentos } = vista.textos
  const id = `${vista.formulario.prefixo}-todos`
  const aoEscolher = (arquivos: File[]) => mesa.envios.adicionar(arquivos, pedidos, vista.cartao.anexos)
  const fotografavel = pedidos.some((pedido) => formatosDe(pedido).some((formato) => imagens.includes(formato)))
  return html`<div
    class=${classMap({ solta: true, arrastando: mesa.arrastando })}
    @dragover=${(evento: DragEvent) => aceitarArrasto(evento, mesa, true)}
    @dragleave=${(evento: DragEvent) => aceitarArrasto(evento, mesa, false)}
    @drop=${(evento: DragEvent) => soltar(evento, vista, mesa, pedidos)}
  >
    <p class="so-com-mouse"><b>${mesa.arrastando ? documentos.solte : documentos.arraste}</b> ${mesa.arrastando ? nothing : documentos.ou}</p>
    <div class="linha">
      ${seletor({ id: `${id}-escolher`, texto: documentos.escolherVarios, classe: 'botao botao-fraco', aceita: aceitosPor(pedidos), varios: true, aoEscolher })}
      ${
        fotografavel
          ? html`<span class="so-com-toque"
              >${seletor({ id: `${id}-foto`, texto: documentos.foto, classe: 'botao botao-fraco', aceita: 'image/*', camera: 'environment', aoEscolher })}</span
            >`
          : nothing
      }
    </div>
    <p class="secundario">${limitesDe(vista, pedidos)}</p>
  </div>`
}

function limitesDe({ textos, cartao }: Vista, pedidos: readonly DocumentoPedido[]): string {
  const formatos = [...new Set(pedidos.flatMap((pedido) => formatosDe(pedido)))]
  const maior = Math.max(...pedidos.map(({ tamanho }) => tamanho ?? cartao.anexos.tamanho))
  return textos.documentos.aceitos(dizer(escreverFormatos({ codigo: '', nome: '', formatos })), inteiro(escreverTamanho(maior)))
}

function aceitarArrasto(evento: DragEvent, mesa: MesaDeDocumentos, sobre: boolean): void {
  if (!evento.dataTransfer?.types.includes('Files')) return
  evento.preventDefault()
  const dentro =
    evento.currentTarget instanceof Node && evento.relatedTarget instanceof Node && evento.currentTarget.contains(evento.relatedTarget)
  if (sobre !== mesa.arrastando && !(dentro && !sobre)) mesa.arrastar(sobre)
}

function soltar(
  evento: DragEvent,
  { cartao }: Vista,
  mesa: MesaDeDocumentos,
  pedidos: readonly DocumentoPedido[],
  documento?: string,
): void {
  evento.preventDefault()
  evento.stopPropagation()
  mesa.arrastar(false)
  mesa.envios.adicionar([...(evento.dataTransfer?.files ?? [])], pedidos, cartao.anexos, documento)
}

function aceitosPor(pedidos: readonly DocumentoPedido[]): string {
  return [...new Set(pedidos.flatMap((pedido) => aceitos(pedido).split(',')))].join(',')
}

function documento(vista: Vista, mesa: MesaDeDocumentos, pedido: DocumentoPedido, pedidos: readonly DocumentoPedido[]): TemplateResult {
  const { textos, formulario, cartao } = vista
  const { documentos } = textos
  const id = idDe(formulario.prefixo, `anexos.${pedido.codigo}`)
  const erro = formulario.erro(`anexos.${pedido.codigo}`)
  const arquivos = mesa.envios.de(pedido.codigo)
  const bons = arquivos.filter(({ situacao }) => situacao !== 'recusado').length
  const quantos = pedido.quantos ?? 1
  const escolher = seletor({
    id: `${id}-escolher`,
    texto: bons > 0 ? documentos.adicionar : documentos.escolher,
    nome: bons > 0 ? documentos.adicionarA(pedido.nome) : documentos.escolherPara(pedido.nome),
    classe: 'botao botao-texto',
    aceita: aceitos(pedido),
    varios: quantos > 1,
    descricao: [
      ...(pedido.obrigatorio ? [`${id}-exigido`] : []),
      ...(pedido.ajuda ? [`${id}-ajuda`] : []),
      ...(erro ? [`${id}-erro`] : []),
    ].join(' '),
    errado: Boolean(erro),
    aoEscolher: (novos) => {
      mesa.envios.adicionar(novos, pedidos, cartao.anexos, pedido.codigo)
      mesa.escolheu(pedido.codigo)
    },
  })
  return html`<li
    id=${id}
    tabindex="-1"
    class=${classMap({ documento: true, 'com-erro': Boolean(erro) })}
    @dragover=${(evento: DragEvent) => evento.preventDefault()}
    @drop=${(evento: DragEvent) => soltar(evento, vista, mesa, pedidos, pedido.codigo)}
  >
    <div class="linha entre ao-alto sem-quebra">
      <div class="cresce">
        <b>${pedido.nome}${pedido.obrigatorio ? html`<span class="exigido" aria-hidden="true"> *</span><span class="so-leitor" id="${id}-exigido"> (${textos.campo.obrigatorio})</span>` : nothing}</b>
        ${pedido.ajuda ? html`<p class="ajuda" id="${id}-ajuda">${pedido.ajuda}</p>` : nothing}
        ${arquivos.length === 0 ? html`<p class="secundario">${documentos.naoEnviado}${quantos > 1 ? `\u00a0· ${documentos.ateQuantos(quantos)}` : nothing}</p>` : nothing}
        ${erro ? html`<p class="erro" id="${id}-erro">${erro}</p>` : nothing}
      </div>
      ${bons < quantos ? escolher : nothing}
    </div>
    ${arquivos.map((arquivo) => linhaDoArquivo(vista, mesa, arquivo, pedidos))}
  </li>`
}
