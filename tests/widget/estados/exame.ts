import { expect } from '@open-wc/testing'
import { emulateMedia, executeServerCommand, setViewport } from '@web/test-runner-commands'
import type { ProtocoloElement } from '../../../widget/base/element.js'
import { limpar, violacoes, violacoesDeCor } from '../apoio/pagina.js'
import { cortados, emMovimento, foraDaLargura } from './medidas.js'

/** A state of a tag that people meet, and how to get there. */
export interface Estado {
  nome: string
  abrir(): Promise<{ tag: ProtocoloElement }>
}

/** Files that draw, as the bundler found them, and those whose templates were drawn so far (`web-test-runner.config.mjs`). */
declare const DESENHAM: readonly string[]
declare const FOTOS: boolean
declare global {
  var desenhados: Set<string> | undefined
}

/** What a reader may set by WCAG 1.4.12. */
const espacamento = new CSSStyleSheet()
espacamento.replaceSync(`.espacado * { line-height: 1.5 !important; letter-spacing: .12em !important; word-spacing: .16em !important }
  .espacado p { margin-block-end: 2em !important }`)
document.adoptedStyleSheets.push(espacamento)

const temas = ['claro', 'govbr', 'escuro'] as const
const larguras = [280, 600, 1200] as const
const janela = { width: 1280, height: 800 }

/**
 * Each state once: axe in each theme and in forced colours; 320 px wide, as a window of 1280 px is at 400 %; with the text spacing of WCAG 1.4.12;
 * without movement for who wants none. Then, that every file of these folders which draws was drawn by one of the states.
 */
export function examinar(estados: readonly Estado[], pastas: readonly string[], emOutraTag: readonly string[] = []): void {
  for (const { nome, abrir } of estados) {
    describe(nome, () => {
      let tag: ProtocoloElement

      before(async () => {
        await emulateMedia({ reducedMotion: 'reduce' })
        tag = (await abrir()).tag
        if (tag.parentElement) tag.parentElement.style.inlineSize = ''
        await parar(tag)
      })
      after(async () => {
        await emulateMedia({ reducedMotion: 'no-preference', forcedColors: 'none', media: 'screen' } as Parameters<typeof emulateMedia>[0])
        await setViewport(janela)
        limpar()
        sessionStorage.clear()
        localStorage.clear()
        history.replaceState(null, '', location.pathname + location.search)
      })

      it('has nothing for axe to find, in any theme nor in forced colours', async () => {
        expect(await violacoes(tag), 'claro').to.deep.equal([])
        for (const tema of ['govbr', 'escuro'] as const) {
          await vestir(tag, tema)
          expect(await violacoesDeCor(tag), tema).to.deep.equal([])
        }
        await vestir(tag, 'claro')
        await emulateMedia({ forcedColors: 'active' } as Parameters<typeof emulateMedia>[0])
        expect(await violacoesDeCor(tag), 'forced colours').to.deep.equal([])
        await emulateMedia({ forcedColors: 'none' } as Parameters<typeof emulateMedia>[0])
      })

      it('stands still for who wants no movement', () => {
        expect(emMovimento(tag)).to.deep.equal([])
      })

      it('fits in a window at 400 %, also with wider text spacing, and cuts no text', async () => {
        await setViewport({ width: 320, height: 256 })
        for (const espacado of [false, true]) {
          tag.parentElement?.classList.toggle('espacado', espacado)
          await parar(tag)
          expect(foraDaLargura(tag), `spacing ${espacado}`).to.deep.equal([])
          expect(cortados(tag), `spacing ${espacado}`).to.deep.equal([])
        }
        tag.parentElement?.classList.remove('espacado')
        await setViewport(janela)
      })

      if (FOTOS) {
        it('has its picture taken', async () => {
          await fotografar(tag, nome)
        }).timeout(60_000)
      }
    })
  }

  describe('all of them', () => {
    it('show every view that there is', () => {
      const daqui = DESENHAM.filter((arquivo) => pastas.some((pasta) => arquivo.startsWith(pasta)))
      expect(daqui.filter((arquivo) => !globalThis.desenhados?.has(arquivo))).to.deep.equal(emOutraTag)
    })
  })
}

async function vestir(tag: ProtocoloElement, tema: ProtocoloElement['tema']): Promise<void> {
  tag.tema = tema
  await parar(tag)
}

/** Until the tag is drawn and laid out. */
async function parar(tag: ProtocoloElement): Promise<void> {
  await tag.updateComplete
  await new Promise((pronto) => requestAnimationFrame(() => requestAnimationFrame(pronto)))
}

async function fotografar(tag: ProtocoloElement, nome: string): Promise<void> {
  const foto = (tema: string, largura: number) => executeServerCommand('fotografar', { tag: tag.localName, nome, tema, largura })
  for (const largura of larguras) {
    await setViewport({ width: largura + 16, height: 800 })
    for (const tema of temas) {
      await vestir(tag, tema)
      await foto(tema, largura)
    }
  }
  await vestir(tag, 'claro')
  await setViewport({ width: 616, height: 800 })
  await emulateMedia({ forcedColors: 'active' } as Parameters<typeof emulateMedia>[0])
  await foto('cores-do-sistema', 600)
  await emulateMedia({ forcedColors: 'none', media: 'print' } as Parameters<typeof emulateMedia>[0])
  await vestir(tag, 'escuro')
  await foto('impresso', 600)
  await emulateMedia({ media: 'screen' })
}
