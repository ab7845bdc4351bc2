import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { descricaoDe, moldura, molduraDeGrupo } from '../../../parts/campos/moldura.js'

interface Campo {
  id: string
  rotulo: string
  valor: string
  mudar: (valor: string) => void
  obrigatorio?: boolean
  ajuda?: string | undefined
  erro?: string | undefined
}

type Linha = Campo & { type?: 'text' | 'date' | 'datetime-local' | 'number' | 'email'; curta?: boolean; maximo?: number }

export function linha({ type = 'text', curta, maximo = 200, valor, mudar, ...quadro }: Linha): TemplateResult {
  const ler = ({ target }: Event) => target instanceof HTMLInputElement && mudar(target.value)
  return moldura(
    quadro,
    html`<input
      class="entrada ${curta ? 'curta' : ''}"
      id=${quadro.id}
      type=${type}
      .value=${live(valor)}
      maxlength=${maximo}
      autocomplete="off"
      aria-required=${quadro.obrigatorio ? 'true' : nothing}
      aria-invalid=${quadro.erro ? 'true' : nothing}
      aria-describedby=${descricaoDe(quadro)}
      @input=${ler}
    />`,
  )
}

const bytesPorMegabyte = 1024 * 1024

/** Bytes, as a field shows them; empty where none are told. */
export function emMegabytes(bytes: number | undefined): string {
  return bytes === undefined ? '' : String(Math.round((bytes / bytesPorMegabyte) * 100) / 100)
}

/** Undoes {@link emMegabytes}. */
export function deMegabytes(escrito: string): number | undefined {
  return escrito ? Math.round(Number(escrito) * bytesPorMegabyte) : undefined
}

/** `#rrggbb`, written or picked. `padrao` is where the palette begins while none is written. */
export function cor({ paleta, padrao, ...quadro }: Campo & { paleta: string; padrao: string }): TemplateResult {
  const { id, valor, mudar } = quadro
  const ler = ({ target }: Event) => target instanceof HTMLInputElement && mudar(target.value)
  const pronta = /^#[0-9a-f]{6}$/i.test(valor) ? valor : padrao
  return html`<div class="linha cor-e-paleta">
    ${linha({ ...quadro, curta: true, maximo: 7 })}
    <input class="paleta" id="${id}-paleta" type="color" aria-label=${paleta} .value=${live(pronta.toLowerCase())} @input=${ler} />
  </div>`
}

export function area({ valor, mudar, linhas = 3, ...quadro }: Campo & { linhas?: number }): TemplateResult {
  const ler = ({ target }: Event) => target instanceof HTMLTextAreaElement && mudar(target.value)
  return moldura(
    quadro,
    html`<textarea
      class="entrada"
      id=${quadro.id}
      rows=${linhas}
      .value=${live(valor)}
      autocomplete="off"
      aria-required=${quadro.obrigatorio ? 'true' : nothing}
      aria-invalid=${quadro.erro ? 'true' : nothing}
      aria-describedby=${descricaoDe(quadro)}
      @input=${ler}
    ></textarea>`,
  )
}

export interface Opcao {
  valor: string
  rotulo: string
}

export function escolha({ valor, mudar, opcoes, ...quadro }: Campo & { opcoes: readonly Opcao[] }): TemplateResult {
  const ler = ({ target }: Event) => target instanceof HTMLSelectElement && mudar(target.value)
  return moldura(
    quadro,
    html`<select
      class="entrada"
      id=${quadro.id}
      aria-required=${quadro.obrigatorio ? 'true' : nothing}
      aria-invalid=${quadro.erro ? 'true' : nothing}
      aria-describedby=${descricaoDe(quadro)}
      @change=${ler}
    >
      ${opcoes.map((opcao) => html`<option value=${opcao.valor} .selected=${opcao.valor === valor}>${opcao.rotulo}</option>`)}
    </select>`,
  )
}

export function marca(id: string, rotulo: string, marcada: boolean, mudar: (marcada: boolean) => void): TemplateResult {
  const ler = ({ target }: Event) => target instanceof HTMLInputElement && mudar(target.checked)
  return html`<label class="marcar"><input type="checkbox" id=${id} .checked=${live(marcada)} @change=${ler} />${rotulo}</label>`
}

type Marcas = Pick<Campo, 'id' | 'rotulo' | 'ajuda' | 'erro' | 'obrigatorio'> & {
  opcoes: readonly Opcao[]
  marcadas: readonly string[]
  mudar: (marcadas: string[]) => void
}

/** Several of a few. */
export function marcas({ opcoes, marcadas, mudar, ...quadro }: Marcas): TemplateResult {
  const alternar = (valor: string, sim: boolean) =>
    mudar(opcoes.map((opcao) => opcao.valor).filter((um) => (um === valor ? sim : marcadas.includes(um))))
  return molduraDeGrupo(
    quadro,
    html`<div class="linha">
      ${opcoes.map(({ valor, rotulo }) => marca(`${quadro.id}-${valor}`, rotulo, marcadas.includes(valor), (sim) => alternar(valor, sim)))}
    </div>`,
  )
}

/** Lower case, digits and hyphens, as codes are; other than those `usados`. */
export function codigoDe(nome: string, usados: readonly string[], padrao: string): string {
  const limpo = nome.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
  const base =
    limpo
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-+|-+$/g, '')
      .slice(0, 50)
      .replace(/-+$/, '') || padrao
  for (let n = 1; ; n++) {
    const codigo = n === 1 ? base : `${base}-${n}`
    if (!usados.includes(codigo)) return codigo
  }
}
