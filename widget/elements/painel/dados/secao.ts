import { html, nothing, type TemplateResult } from 'lit'
import { aviso } from '../../../parts/aviso.js'
import { aoEnviar, botaoDeEnviar } from '../../../parts/formulario.js'
import { titulo } from '../../../parts/titulo.js'
import { dados as textos } from '../../../texts/dados.pt-BR.js'
import type { Dados, Secao } from './dados.js'

interface Desenho {
  titulo: string
  /** What the section is for. */
  ajuda?: string
  vista: unknown
  /** Beside the heading, while the section is not being changed. */
  botao?: unknown
  formulario?: () => unknown
}

/** A heading with what there is, or with the form that changes it. */
export function secao(dados: Dados, nome: Secao, { titulo: rotulo, ajuda, vista, botao, formulario }: Desenho): TemplateResult {
  const { host, aberta, agindo, dito } = dados
  const mudando = aberta === nome && formulario
  return html`<section class="secao" id=${dados.idDaSecao(nome)}>
    <div class="cabeca-da-secao">${titulo(host.nivel + 1, rotulo, 'subtitulo')} ${aberta ? nothing : botao}</div>
    ${ajuda ? html`<p class="secundario">${ajuda}</p>` : nothing}
    ${agindo === nome ? dados.ficha.problemas({}) : nothing} ${dito?.secao === nome ? aviso({ tom: 'ok', conteudo: html`<p>${dito.texto}</p>` }) : nothing} ${mudando ? formulario() : vista}
  </section>`
}

/** Opens a section to be changed. `oQue` says of which, to who only hears it. */
export function botaoDeMudar(abrir: () => void, oQue: string, vazia = false): TemplateResult {
  const nome = vazia ? textos.adicionarQual(oQue) : textos.mudarQual(oQue)
  return html`<button type="button" class="botao botao-texto rente nao-imprime" aria-label=${nome} @click=${abrir}>${vazia ? textos.adicionar : textos.mudar}</button>`
}

interface Formulario {
  rotulos: Readonly<Record<string, string>>
  campos: unknown
  enviar: () => Promise<void>
  /** Of the button that sends; "Salvar" unless told. */
  botao?: readonly [rotulo: string, trabalhando: string]
  classe?: string
  /** More ways out, beside "Cancelar". */
  mais?: unknown
  cancelar?: string
}

/** The form of a section: what is wrong, the fields, and the ways out. */
export function formulario(dados: Dados, { rotulos, campos, enviar, botao, classe, mais, cancelar }: Formulario): TemplateResult {
  const { ficha } = dados
  const [rotulo, trabalhando] = botao ?? [textos.salvar, textos.salvando]
  return html`<form class="pilha estreita" novalidate @submit=${aoEnviar(enviar)}>
    ${ficha.problemas(rotulos, enviar)} ${campos}
    <div class="linha">
      ${botaoDeEnviar(ficha.estado.ocupado === 'salvar', rotulo, trabalhando, classe)}
      ${mais ?? nothing}
      <button type="button" class="botao botao-texto" @click=${() => dados.fechar()}>${cancelar ?? textos.cancelar}</button>
    </div>
  </form>`
}

/** Names and values; a value that is missing is said to be. */
export function ficha(linhas: readonly (readonly [rotulo: string, valor: unknown])[]): TemplateResult {
  return html`<dl class="respostas">
    ${linhas.map(([rotulo, valor]) => html`<div><dt>${rotulo}</dt><dd>${valor || html`<span class="secundario">${textos.nada}</span>`}</dd></div>`)}
  </dl>`
}
