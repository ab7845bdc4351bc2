import jsqr from 'jsqr'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'

export type Pdf = Awaited<ReturnType<typeof openPdf>>

export function openPdf(bytes: Uint8Array) {
  return getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise
}

/** The text of every page, in the order in which it stands. */
export async function textOf(pdf: Pdf): Promise<string> {
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, async (_, i) => (await pdf.getPage(i + 1)).getTextContent()))
  return pages.flatMap(({ items }) => items.map((item) => ('str' in item ? item.str : ''))).join(' ')
}

/** What the QR code on the first page says, read from the page as it is drawn. */
export async function qrOf(pdf: Pdf): Promise<string | undefined> {
  const page = await pdf.getPage(1)
  const viewport = page.getViewport({ scale: 2 })
  const { canvas, context } = canvasOf(pdf, viewport)
  await page.render({ canvas, canvasContext: context, viewport }).promise
  const pixels = context.getImageData(0, 0, viewport.width, viewport.height)
  return jsqr.default(pixels.data, pixels.width, pixels.height)?.data
}

/** The canvas that pdfjs brings for Node. */
function canvasOf(pdf: object, { width, height }: { width: number; height: number }) {
  const factory: { create(width: number, height: number): { canvas: HTMLCanvasElement; context: CanvasRenderingContext2D } } = Reflect.get(
    pdf,
    'canvasFactory',
  )
  return factory.create(Math.ceil(width), Math.ceil(height))
}
