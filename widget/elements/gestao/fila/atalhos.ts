import { html, nothing, type TemplateResult } from 'lit'
import { noAparelho } from '../../../client/navegador.js'
import { titulo } from '../../../parts/titulo.js'
import { atalhos as textos } from '../../../texts/atalhos.pt-BR.js'
import type { Fila } from './fila.js'
import type { AcaoEmLote } from './lote.js'

const CHAVE = 'protocolo:sem-atalhos'

/** After `g`. */
const filas: Readonly<Record<string, string>> = {
  u: 'unidade',
  m: 'minha',
  v: 'vencidos',
  s: 'semana',
  p: 'prioridade',
  c: 'pendentes',
  d: 'parados',
  e: 'encerrados',
}

const acoes: Readonly<Record<string, AcaoEmLote>> = { r: 'receber', a: 'atribuir', e: 'encaminhar' }

/**
 * Single keys for who works in the queues all day. They hold only while the focus is in no field, and can be turned off
 * (WCAG 2.1.4); whatever they do, a link or a button does too.
 */
export class Atalhos {
  #soltar: AbortController | undefined
  #aberto = false
  /** `g` was the last key. */
  #indo = false
  #valem = lerEscolha()

  constructor(readonly fila: Fila) {}

  ligar(): void {
    if (this.#soltar) return
    this.#soltar = new AbortController()
    addEventListener('keydown', (evento) => this.#tecla(evento), { signal: this.#soltar.signal })
  }

  desligar(): void {
    this.#soltar?.abort()
    this.#soltar = undefined
    this.#aberto = false
  }

  async abrir(): Promise<void> {
    const { host } = this.fila.lugar
    this.#aberto = true
    this.fila.lugar.desenhar()
    await host.updateComplete
    host.recipiente.querySelector<HTMLDialogElement>('.dialogo-dos-atalhos')?.showModal()
    await host.focar('.dialogo-dos-atalhos .titulo')
  }

  renderizar(): TemplateResult | typeof nothing {
    if (!this.#aberto) return nothing
    const { host } = this.fila.lugar
    const mudar = ({ target }: Event) => {
      if (target instanceof HTMLInputElement) this.#escolher(target.checked)
    }
    return html`<dialog class="dialogo dialogo-dos-atalhos" aria-labelledby="${host.prefixo}-atalhos" @close=${() => this.#fechou()}>
      <div class="pilha">
        <div id="${host.prefixo}-atalhos">${titulo(host.nivel + 1, textos.titulo)}</div>
        <p>${textos.explica}</p>
        <div>
          <label class="marcar"><input type="checkbox" .checked=${this.#valem} @change=${mudar} /> ${textos.usar}</label>
          <p class="secundario">${textos.guardado}</p>
        </div>
        <table class="teclas">
          <thead>
            <tr><th scope="col">${textos.tecla}</th><th scope="col">${textos.faz}</th></tr>
          </thead>
          <tbody>
            ${textos.lista.map(([tecla, faz]) => html`<tr><td>${tecla.split(' ').map((uma) => html`<kbd>${uma}</kbd> `)}</td><td>${faz}</td></tr>`)}
          </tbody>
        </table>
        <div class="linha"><button type="button" class="botao" @click=${() => this.#fechar()}>${textos.fechar}</button></div>
      </div>
    </dialog>`
  }

  #fechar(): void {
    this.fila.lugar.host.recipiente.querySelector<HTMLDialogElement>('.dialogo-dos-atalhos')?.close()
  }

  #fechou(): void {
    this.#aberto = false
    this.fila.lugar.desenhar()
  }

  #escolher(valem: boolean): void {
    this.#valem = valem
    notarEscolha(valem)
    this.fila.lugar.desenhar()
  }

  #tecla(evento: KeyboardEvent): void {
    const { key, ctrlKey, altKey, metaKey, defaultPrevented, repeat } = evento
    const indo = this.#indo
    this.#indo = false
    if (defaultPrevented || ctrlKey || altKey || metaKey || !this.#livre(evento) || !this.#valem) return
    if (repeat && key !== 'j' && key !== 'k') return
    if (key === 'g' && !indo) {
      this.#indo = true
      return
    }
    if (indo ? this.#irAFila(key) : this.#fazer(key)) evento.preventDefault()
  }

  /** Nothing is being typed, no dialog is open, and the focus is not in another part of the page. */
  #livre(evento: KeyboardEvent): boolean {
    const [alvo] = evento.composedPath()
    const { recipiente } = this.fila.lugar.host
    if (!(alvo instanceof Element)) return false
    if (alvo !== document.body && !recipiente.contains(alvo)) return false
    const escreve = alvo.matches('textarea, select, [contenteditable], input:not([type=checkbox], [type=radio])')
    return !escreve && !recipiente.querySelector('dialog[open]')
  }

  #irAFila(tecla: string): boolean {
    const fila = filas[tecla]
    if (fila) this.fila.irPara({ fila })
    return fila !== undefined
  }

  #fazer(tecla: string): boolean {
    const acao = acoes[tecla]
    if (tecla === '/') void this.fila.lugar.host.focar('[name=busca]')
    else if (tecla === '?') void this.abrir()
    else if (tecla === 'j') this.#andar(1)
    else if (tecla === 'k') this.#andar(-1)
    else if (tecla === 'x') this.#marcar()
    else if (acao) this.#agir(acao)
    else return false
    return true
  }

  /** The focus itself moves, so that Enter opens, and a screen reader says where it is. */
  #andar(passo: 1 | -1): void {
    const linhas = [...this.fila.lugar.host.recipiente.querySelectorAll<HTMLElement>('.linha-da-fila')]
    const aqui = linhas.findIndex((linha) => linha.contains(document.activeElement))
    const alvo = linhas[aqui < 0 ? 0 : Math.min(Math.max(aqui + passo, 0), linhas.length - 1)]
    alvo?.querySelector<HTMLElement>('a')?.focus()
    alvo?.scrollIntoView({ block: 'nearest' })
  }

  #marcar(): void {
    const id = this.#aqui
    if (id && !this.fila.lista.sairam.has(id)) this.fila.marcar(id, !this.fila.selecao.ids.has(id))
  }

  /** On what is ticked, else on the row that has the focus. */
  #agir(acao: AcaoEmLote): void {
    const aqui = this.fila.lista.itens?.find(({ id }) => id === this.#aqui)
    const so = this.fila.selecao.ids.size > 0 ? undefined : aqui
    if (this.fila.selecao.ids.size > 0 || so) void this.fila.lote.abrir(acao, so, acao === 'atribuir' ? this.fila.lugar.posto.id : '')
  }

  get #aqui(): string | undefined {
    return document.activeElement?.closest<HTMLElement>('.linha-da-fila')?.dataset.id
  }
}

/** Where nothing is kept, they hold until they are turned off. */
function lerEscolha(): boolean {
  return !noAparelho((aparelho) => aparelho.getItem(CHAVE))
}

function notarEscolha(valem: boolean): void {
  noAparelho((aparelho) => (valem ? aparelho.removeItem(CHAVE) : aparelho.setItem(CHAVE, '1')))
}
