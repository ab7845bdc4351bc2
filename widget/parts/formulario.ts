import { html, nothing, type TemplateResult } from 'lit'
import { descricaoDe, moldura } from './campos/moldura.js'

interface Texto {
  id: string
  nome: string
  rotulo: string
  valor: string
  nota?: string | undefined
  ajuda?: string | undefined
  erro?: string | undefined
  exigido?: boolean
  /** A code or number: nothing corrected, translated or filled in; `maiusculas` for one that has letters. */
  teclado?: 'maiusculas' | 'numeros'
  curta?: boolean
  mudar: (valor: string) => void
}

/** One line to type in. */
export function campoDeTexto({ nome, valor, exigido, teclado, curta, mudar, ...quadro }: Texto): TemplateResult {
  const ler = (evento: Event) => evento.target instanceof HTMLInputElement && mudar(evento.target.value)
  return moldura(
    quadro,
    html`<input
      class="entrada ${curta ? 'curta' : ''}"
      id=${quadro.id}
      name=${nome}
      .value=${valor}
      maxlength="100"
      autocomplete="off"
      spellcheck="false"
      translate="no"
      autocapitalize=${teclado === 'maiusculas' ? 'characters' : 'off'}
      inputmode=${teclado === 'numeros' ? 'numeric' : nothing}
      aria-required=${exigido ? 'true' : nothing}
      aria-invalid=${quadro.erro ? 'true' : nothing}
      aria-describedby=${descricaoDe(quadro)}
      @input=${ler}
    />`,
  )
}

/** A form's own button, which says that it is at work and keeps its focus meanwhile. */
export function botaoDeEnviar(trabalhando: boolean, rotulo: string, rotuloTrabalhando: string, classe = ''): TemplateResult {
  return html`<button class="botao ${classe} ${trabalhando ? 'girando' : ''}" aria-disabled=${trabalhando ? 'true' : nothing}>
    ${trabalhando ? rotuloTrabalhando : rotulo}
  </button>`
}

/** Runs in place of the browser's own sending. */
export function aoEnviar(fazer: () => Promise<void>): (evento: Event) => void {
  return (evento) => {
    evento.preventDefault()
    void fazer()
  }
}
