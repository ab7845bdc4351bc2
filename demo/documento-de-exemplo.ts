import type { Readable } from 'node:stream'
import PDFDocument from 'pdfkit'

/** A small PDF that stands for a document that someone sent. */
export function documentoDeExemplo(nome: string, criadaEm: Date): Readable {
  const pdf = new PDFDocument({
    size: 'A5',
    lang: 'pt-BR',
    info: { Title: nome, Author: 'Pessoa Exemplo da Silva', CreationDate: criadaEm },
  })
  pdf.fontSize(18).text(nome).moveDown()
  pdf.fontSize(11).text('Este arquivo faz parte da demonstração. Nada nele é verdadeiro.')
  pdf.end()
  return pdf
}
