import type { Desafio } from '../../server/contract/problema.js'

/** Longest stretch, in milliseconds, in which the page cannot answer to the person. */
const FATIA = 8

/**
 * Finds the number that the challenge hides and writes the header `Protocolo-Prova`.
 * It runs on the page's own thread in short slices: a strict CSP blocks a worker from another origin or from a blob,
 * and `crypto.subtle` is absent from pages served without TLS.
 * @throws AbortError when `sinal` fires; RangeError when no number up to `maxnumber` fits
 */
export async function resolver(desafio: Desafio, sinal?: AbortSignal): Promise<string> {
  const { algorithm, challenge, salt, signature } = desafio
  let comeco = performance.now()
  for (let number = 0; number <= desafio.maxnumber; number += 1) {
    if (sha256(salt + number) === challenge) return btoa(JSON.stringify({ algorithm, challenge, number, salt, signature }))
    if (performance.now() - comeco < FATIA) continue
    await vez()
    sinal?.throwIfAborted()
    comeco = performance.now()
  }
  throw new RangeError('no number fits the challenge')
}

/** Lets the page paint and answer, without the 4 ms that nested timers wait. */
function vez(): Promise<void> {
  return new Promise((pronto) => {
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      pronto()
    }
    port2.postMessage(0)
  })
}

const constantes = new Uint32Array(64)
const inicio = new Uint32Array(8)
const w = new Uint32Array(64)

/** The first 32 bits of the fractional parts of the roots of the first primes (FIPS 180-4 §4.2.2, §5.3.3). */
function preparar(): void {
  for (let candidato = 2, n = 0; n < 64; candidato += 1) {
    let primo = true
    for (let fator = 2; fator * fator <= candidato; fator += 1) if (candidato % fator === 0) primo = false
    if (!primo) continue
    if (n < 8) inicio[n] = (candidato ** (1 / 2) % 1) * 2 ** 32
    constantes[n] = (candidato ** (1 / 3) % 1) * 2 ** 32
    n += 1
  }
}

/** SHA-256 in hexadecimal of a text of ASCII characters. */
export function sha256(texto: string): string {
  if (!constantes[0]) preparar()
  const tamanho = texto.length
  const blocos = (tamanho + 9 + 63) >> 6
  const estado = Uint32Array.from(inicio)
  for (let bloco = 0; bloco < blocos; bloco += 1) {
    for (let i = 0; i < 16; i += 1) {
      let palavra = 0
      for (let j = 0; j < 4; j += 1) {
        const posicao = bloco * 64 + i * 4 + j
        palavra = (palavra << 8) | (posicao < tamanho ? texto.charCodeAt(posicao) : posicao === tamanho ? 0x80 : 0)
      }
      w[i] = palavra
    }
    if (bloco === blocos - 1) w[15] = tamanho * 8
    misturar(estado)
  }
  let saida = ''
  for (const palavra of estado) saida += palavra.toString(16).padStart(8, '0')
  return saida
}

const girar = (x: number, n: number) => (x >>> n) | (x << (32 - n))
const em = (lista: Uint32Array, i: number) => lista[i] ?? 0

/** One block of FIPS 180-4 §6.2.2. */
function misturar(estado: Uint32Array): void {
  for (let i = 16; i < 64; i += 1) {
    const x = em(w, i - 15)
    const y = em(w, i - 2)
    const s0 = girar(x, 7) ^ girar(x, 18) ^ (x >>> 3)
    const s1 = girar(y, 17) ^ girar(y, 19) ^ (y >>> 10)
    w[i] = em(w, i - 16) + s0 + em(w, i - 7) + s1
  }
  let [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0, g = 0, h = 0] = estado
  for (let i = 0; i < 64; i += 1) {
    const s1 = girar(e, 6) ^ girar(e, 11) ^ girar(e, 25)
    const t1 = (h + s1 + ((e & f) ^ (~e & g)) + em(constantes, i) + em(w, i)) | 0
    const s0 = girar(a, 2) ^ girar(a, 13) ^ girar(a, 22)
    const t2 = (s0 + ((a & b) ^ (a & c) ^ (b & c))) | 0
    h = g
    g = f
    f = e
    e = (d + t1) | 0
    d = c
    c = b
    b = a
    a = (t1 + t2) | 0
  }
  const voltas = [a, b, c, d, e, f, g, h]
  for (let i = 0; i < 8; i += 1) estado[i] = em(estado, i) + (voltas[i] ?? 0)
}
