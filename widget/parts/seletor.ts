import { html, nothing, type TemplateResult } from 'lit'

interface Seletor {
  id: string
  texto: string
  /** What it is called where the text alone is not enough. */
  nome?: string
  classe: string
  aceita: string
  varios?: boolean
  /** Takes a picture, by the camera that looks at the world or at who holds the device. */
  camera?: 'environment' | 'user'
  /** Ids of the texts that describe it. */
  descricao?: string
  errado?: boolean
  aoEscolher(arquivos: File[]): void
}

/** A native file input under a label that looks like a button: keyboard and screen readers meet the input itself. */
export function seletor({
  id,
  texto,
  nome = texto,
  classe,
  aceita,
  varios = false,
  camera,
  descricao,
  errado,
  aoEscolher,
}: Seletor): TemplateResult {
  const ler = (evento: Event) => {
    if (!(evento.target instanceof HTMLInputElement)) return
    const arquivos = [...(evento.target.files ?? [])]
    evento.target.value = ''
    if (arquivos.length > 0) aoEscolher(arquivos)
  }
  return html`<label class="seletor ${classe}"
    >${texto}<input
      type="file"
      id=${id}
      aria-label=${nome}
      aria-describedby=${descricao || nothing}
      aria-invalid=${errado ? 'true' : nothing}
      accept=${aceita}
      capture=${camera ?? nothing}
      ?multiple=${varios}
      @change=${ler}
  /></label>`
}
