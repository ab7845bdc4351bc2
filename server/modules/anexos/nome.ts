import type { Formato } from '../../domain/tipo.js'

const maximo = 150

/** Endings by which each kind goes; the first is the one given to a name that has none or another's. */
const terminacoes: Record<Formato, readonly [string, ...string[]]> = {
  pdf: ['pdf'],
  jpg: ['jpg', 'jpeg', 'jpe', 'jfif'],
  png: ['png'],
  webp: ['webp'],
  heic: ['heic', 'heif'],
  docx: ['docx'],
  xlsx: ['xlsx'],
  odt: ['odt'],
  ods: ['ods'],
  mp3: ['mp3'],
  m4a: ['m4a'],
  mp4: ['mp4', 'm4v'],
}
const conhecidas = new Set(Object.values(terminacoes).flat())

/**
 * A file name fit to be shown, and saved on any system: no folder, no control or direction mark, nothing reserved,
 * at most 150 characters, never empty, and with an ending that tells the kind found in the bytes.
 */
export function limparNome(nome: string, formato: Formato): string {
  const limpo = semReservados(semInvisiveis(ultimaParte(nome)))
  const { base, ponto } = partir(limpo, formato)
  const curta = [...base].slice(0, maximo - ponto.length).join('')
  return `${semPontas(curta) || 'arquivo'}${ponto}`
}

/** Bytes of a name that every file system takes, with room for a prefix. */
const maisBytes = 200

/** The same of what may have any ending, or none. */
export function nomeSeguro(nome: string): string {
  const limpo = semReservados(semInvisiveis(ultimaParte(nome)))
  const [, base = limpo, ponto = ''] = /^(.+)(\.[^.]{1,10})$/s.exec(limpo) ?? []
  const letras = [...base]
  while (Buffer.byteLength(letras.join('')) > maisBytes) letras.pop()
  return `${semPontas(letras.join('')) || 'arquivo'}${ponto}`
}

function ultimaParte(nome: string): string {
  return nome.split(/[/\\]/).findLast((parte) => parte.trim() !== '') ?? ''
}

/** Without lone surrogates, control characters, direction marks and zero-width spaces. */
function semInvisiveis(nome: string): string {
  return nome
    .normalize('NFC')
    .replace(/[\p{Surrogate}\p{Cc}\p{Co}\p{Zl}\p{Zp}\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu, '')
    .replace(/\p{Zs}+/gu, ' ')
}

/** What file systems refuse becomes a hyphen; names that Windows keeps for devices get an underscore. */
function semReservados(nome: string): string {
  const trocado = semPontas(nome.replace(/[<>:"|?*]/g, '-'))
  return /^(con|prn|aux|nul|com\d|lpt\d)(\.|$)/i.test(trocado) ? `_${trocado}` : trocado
}

function semPontas(nome: string): string {
  return nome.replace(/^[\s.]+|[\s.]+$/g, '')
}

function partir(nome: string, formato: Formato): { base: string; ponto: string } {
  const [, antes, terminacao] = /^(.*)\.([^.]+)$/s.exec(nome) ?? []
  const certa = terminacoes[formato]
  if (antes === undefined || terminacao === undefined) return { base: nome, ponto: `.${certa[0]}` }
  if (certa.includes(terminacao.toLowerCase())) return { base: antes, ponto: `.${terminacao}` }
  return { base: conhecidas.has(terminacao.toLowerCase()) ? antes : nome, ponto: `.${certa[0]}` }
}
