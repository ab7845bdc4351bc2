import type { Page } from 'playwright-core'
import type { EventosDoProtocolo } from '../../widget/base/eventos.js'

const todos: Record<keyof EventosDoProtocolo, true> = {
  'protocolo-pronto': true,
  'protocolo-falha': true,
  'protocolo-sessao': true,
  'protocolo-tela': true,
  'protocolo-iniciado': true,
  'protocolo-passo': true,
  'protocolo-recusado': true,
  'protocolo-rascunho': true,
  'protocolo-aberto': true,
  'protocolo-consultado': true,
  'protocolo-ato': true,
}
/** Every event of the tags. */
export const eventos = Object.keys(todos)

/** An event as the page heard it on `window`. */
export interface Ouvido {
  nome: string
  tag: string
  detail: Record<string, unknown>
}

/** Writes down each event that the page hears, from before its own scripts run. */
export async function ouvirEventos(page: Page, aoOuvir: (ouvido: Ouvido) => void): Promise<void> {
  await page.exposeFunction('ouviuDaTag', aoOuvir)
  await page.addInitScript((nomes) => {
    for (const nome of nomes)
      addEventListener(nome, (evento) => {
        const tag = evento.target instanceof Element ? evento.target.localName : ''
        Reflect.get(window, 'ouviuDaTag')({ nome, tag, detail: evento instanceof CustomEvent ? evento.detail : null })
      })
  }, eventos)
}

/** Numbers, documents, codes, ids and addresses of people, wherever they stand. */
const pessoal = /\d{4}|@|DEM\w|[0-9a-f]{8}-[0-9a-f]{4}|\d{3}[./-]\d/i

/** What of an event a page should not send to third parties, or could not: what is personal, or not flat. */
export function indevidoEm({ nome, detail }: Ouvido): string[] {
  return Object.entries(detail).flatMap(([parte, valor]) => {
    const plano = valor === null || ['string', 'number', 'boolean'].includes(typeof valor)
    const indevido = !plano || (typeof valor === 'string' && pessoal.test(valor))
    return indevido ? [`event ${nome}: ${parte} is ${JSON.stringify(valor)}`] : []
  })
}
