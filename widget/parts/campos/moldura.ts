import { html, nothing, type TemplateResult } from 'lit'
import type { TextosDosPassos } from '../../texts/novo-passos.pt-BR.js'
import { dizer } from '../../texts/voz.js'
import type { Auxilios } from './auxilios.js'
import type { Digitado } from './digitado.js'

/** What a field needs from the form that it stands in. */
export interface Formulario {
  /** Makes ids unique in the page. */
  prefixo: string
  /** `AAAA-MM-DD` in the entidade's time zone. */
  hoje: string
  textos: TextosDosPassos
  auxilios: Auxilios
  /** What stands in a field now. */
  ler(caminho: string): Digitado | undefined
  /** What is wrong with a field, or with a part of it. */
  erro(caminho: string): string | undefined
  mudar(caminho: string, valor: Digitado): void
  /** The person left the field. */
  sair(caminho: string): void
  /** Said politely once the person pauses, in place of what was about to be; an empty text says nothing. */
  anunciarDepois(texto: string): void
}

/** What stands around the inputs of one question. */
export interface Quadro {
  id: string
  rotulo: string | TemplateResult
  obrigatorio?: boolean | undefined
  /** Stands after the label of a question that need not be answered. */
  nota?: string | undefined
  ajuda?: string | undefined
  erro?: string | undefined
}

export function idDe(prefixo: string, caminho: string): string {
  return `${prefixo}-${caminho.replaceAll('.', '-')}`
}

/** Ids of the texts that describe an input. */
export function descricaoDe({ id, ajuda, erro }: Quadro, ...outros: string[]): string | typeof nothing {
  const ids = [...(ajuda ? [`${id}-ajuda`] : []), ...(erro ? [`${id}-erro`] : []), ...outros]
  return ids.length > 0 ? ids.join(' ') : nothing
}

/** A label, its help, what is wrong, and the one input that `controle` draws. */
export function moldura(quadro: Quadro, controle: unknown, depois: unknown = nothing): TemplateResult {
  return html`<div class="campo ${quadro.erro ? 'com-erro' : ''}">
    <label class="rotulo" for=${quadro.id}>${rotulo(quadro)}</label>
    ${textosDoCampo(quadro)}${controle}${depois}
  </div>`
}

/** The same around several inputs that answer one question. The fieldset has the id, for links to lead to its first input. */
export function molduraDeGrupo(quadro: Quadro, controles: unknown): TemplateResult {
  return html`<fieldset
    id=${quadro.id}
    class="campo grupo ${quadro.erro ? 'com-erro' : ''}"
    aria-describedby=${descricaoDe(quadro)}
  >
    <legend class="rotulo">${rotulo(quadro)}</legend>
    ${textosDoCampo(quadro)}${controles}
  </fieldset>`
}

function rotulo({ rotulo, obrigatorio, nota }: Quadro): TemplateResult {
  return html`${rotulo}${obrigatorio ? html`<span class="exigido" aria-hidden="true"> *</span>` : nothing}${
    nota ? html` <span class="nota">${nota}</span>` : nothing
  }`
}

function textosDoCampo({ id, ajuda, erro }: Quadro): TemplateResult {
  return html`${ajuda ? html`<p class="ajuda" id="${id}-ajuda">${ajuda}</p>` : nothing}${
    erro ? html`<p class="erro" id="${id}-erro">${dizer(erro)}</p>` : nothing
  }`
}
