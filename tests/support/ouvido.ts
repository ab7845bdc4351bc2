import type { BrowserContext, Page } from 'playwright-core'

/** All that a person's pages were given: every answer to their fetch, series that do not end included, and what stood on screen. */
export interface Ouvido {
  /** Each with what it is, to be named where something is found in it. */
  recebido(): Recebido[]
  /** Keeps the page as it stands. */
  guardarTela(page: Page, nome: string): Promise<void>
}

export interface Recebido {
  de: string
  bytes: Buffer
}

/** Before the context has a page. */
export async function ouvir(context: BrowserContext): Promise<Ouvido> {
  const respostas = new Map<string, Recebido>()
  const telas: Recebido[] = []
  await context.exposeFunction('ouvido', (chave: string, de: string, pedaco: string) => {
    const antes = respostas.get(chave)?.bytes ?? Buffer.alloc(0)
    respostas.set(chave, { de, bytes: Buffer.concat([antes, Buffer.from(pedaco, 'latin1')]) })
  })
  await context.addInitScript(repetir)
  return {
    recebido: () => [...respostas.values(), ...telas],
    async guardarTela(page, nome) {
      telas.push({ de: `the page, ${nome}`, bytes: Buffer.from(await page.content()) })
    },
  }
}

/** Script of a page: what its fetch brings is told as it comes, headers first. No function in it has a name: the page knows no more than what stands here. */
function repetir(): void {
  const pedir = window.fetch
  window.fetch = async (...pedido) => {
    const resposta = await pedir(...pedido)
    const copia = resposta.clone()
    const contar = Reflect.get(window, 'ouvido').bind(window, crypto.randomUUID(), resposta.url)
    void contar(`${resposta.status} ${JSON.stringify([...resposta.headers])}\n`)
      .then(async () => {
        const leitor = copia.body?.getReader()
        for (;;) {
          const { value, done = true } = (await leitor?.read()) ?? {}
          if (done) return
          await contar(Array.from(value ?? [], (byte) => String.fromCharCode(byte)).join(''))
        }
      })
      .catch((erro: unknown) => console.debug('one that the page itself broke off', erro))
    return resposta
  }
}
