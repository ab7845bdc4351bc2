import { randomUUID } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

/** A file as a person would choose it: small, whole, and like no other. */
export interface SampleFile {
  name: string
  mimeType: string
  buffer: Buffer
}

/** One page with its name on it, cross-reference table and all. */
export function samplePdf(name: string): SampleFile {
  const text = `BT /F1 18 Tf 40 780 Td (${name.replace(/[()\\]/g, '')}) Tj ET`
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    `<< /Length ${Buffer.byteLength(text)} >>\nstream\n${text}\nendstream`,
    '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>',
  ]
  let body = `%PDF-1.4\n% ${randomUUID()}\n`
  const places = objects.map((object, i) => {
    const place = Buffer.byteLength(body)
    body += `${i + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`
  const trailer = `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${Buffer.byteLength(body)}\n%%EOF\n`
  return { name, mimeType: 'application/pdf', buffer: Buffer.from(body + table + trailer) }
}

/** A grey photo of 8 × 8: baseline, one component, a Huffman code of one bit for each table. */
export function sampleJpeg(name: string): SampleFile {
  const segment = (marker: number, ...data: number[]) => [0xff, marker, (data.length + 2) >> 8, (data.length + 2) & 0xff, ...data]
  const oneCode = (table: number) => segment(0xc4, table, 1, ...Array<number>(15).fill(0), 0)
  return {
    name,
    mimeType: 'image/jpeg',
    buffer: Buffer.from([
      ...[0xff, 0xd8],
      ...segment(0xe0, ...Buffer.from('JFIF\0'), 1, 1, 0, 0, 1, 0, 1, 0, 0),
      ...segment(0xfe, ...Buffer.from(randomUUID())),
      ...segment(0xdb, 0, ...Array<number>(64).fill(1)),
      ...segment(0xc0, 8, 0, 8, 0, 8, 1, 1, 0x11, 0),
      ...oneCode(0x00),
      ...oneCode(0x10),
      ...segment(0xda, 1, 1, 0, 0, 63, 0),
      0b0011_1111,
      ...[0xff, 0xd9],
    ]),
  }
}

/** A picture of 1 × 1. */
export function samplePng(name: string): SampleFile {
  const chunk = (type: string, data: Buffer) => {
    const body = Buffer.concat([Buffer.from(type), data])
    return Buffer.concat([uint32(data.length), body, uint32(crc32(body))])
  }
  return {
    name,
    mimeType: 'image/png',
    buffer: Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk('IHDR', Buffer.concat([uint32(1), uint32(1), Buffer.from([8, 0, 0, 0, 0])])),
      chunk('tEXt', Buffer.from(`Comment\0${randomUUID()}`)),
      chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
      chunk('IEND', Buffer.alloc(0)),
    ]),
  }
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
