import { lerCep } from './leitura.js'
import { type CampoComErro, mensagens } from './mensagens.js'
import { contarCaracteres, textoLimpo } from './texto.js'
import type { Endereco, Lugar } from './tipo.js'

/** `valor` is `undefined` when nothing is filled in; the `caminho` of each part starts at the address or place. */
type Leitura<T> = { valor: T | undefined } | { mensagem: string; partes?: CampoComErro[] }

export const ufs = /* @__PURE__ */ 'AC AL AP AM BA CE DF ES GO MA MT MS MG PA PB PR PE PI RJ RN RS RO RR SC SP SE TO'.split(' ')
const partesExigidas = ['logradouro', 'bairro', 'municipio', 'uf'] as const

export function lerEndereco(valor: unknown): Leitura<Endereco> {
  if (!ehObjeto(valor)) return valor === undefined || valor === null ? { valor: undefined } : { mensagem: 'Escreva o endereço.' }
  const erros: CampoComErro[] = []

  function parte(caminho: keyof Endereco, ler: (texto: string) => string | undefined, mensagem: string): string {
    const escrito = proprio(valor, caminho) ?? ''
    const limpo = typeof escrito === 'string' ? textoLimpo(escrito) : undefined
    const lido = limpo === '' ? '' : limpo && ler(limpo)
    if (lido === undefined) erros.push({ caminho, mensagem: limpo === undefined ? mensagens.caractere : mensagem })
    return lido ?? ''
  }

  const cep = parte('cep', lerCep, mensagens.cep)
  const logradouro = parte('logradouro', ...ate(200))
  const numero = parte('numero', ...ate(20))
  const complemento = parte('complemento', ...ate(100))
  const bairro = parte('bairro', ...ate(100))
  const municipio = parte('municipio', ...ate(100))
  const uf = parte('uf', lerUf, mensagens.endereco.uf)
  const ibge = parte('ibge', (texto) => (/^\d{7}$/.test(texto) ? texto : undefined), 'O código do município tem 7 números.')

  if (erros.length === 0 && !(cep || logradouro || numero || complemento || bairro || municipio || uf)) return { valor: undefined }
  const exigidas = { logradouro, bairro, municipio, uf }
  for (const caminho of partesExigidas) {
    if (exigidas[caminho] === '' && !temErro(erros, caminho)) erros.push({ caminho, mensagem: mensagens.endereco[caminho] })
  }
  if (erros.length > 0) return { mensagem: 'Confira o endereço.', partes: erros }
  return {
    valor: {
      ...(cep && { cep }),
      logradouro,
      ...(numero && { numero }),
      ...(complemento && { complemento }),
      bairro,
      municipio,
      uf,
      ...(ibge && { ibge }),
    },
  }
}

function temErro(erros: readonly CampoComErro[], caminho: string): boolean {
  return erros.some((erro) => erro.caminho === caminho)
}

function ate(maximo: number): [(texto: string) => string | undefined, string] {
  return [(texto) => (contarCaracteres(texto) <= maximo ? texto : undefined), `Use no máximo ${maximo} caracteres.`]
}

function lerUf(texto: string): string | undefined {
  const uf = texto.toUpperCase()
  return ufs.includes(uf) ? uf : undefined
}

/** A place needs an address or a position; a reference alone is not one. */
export function lerLugar(valor: unknown): Leitura<Lugar> {
  if (!ehObjeto(valor)) return valor === undefined || valor === null ? { valor: undefined } : { mensagem: mensagens.lugar }
  const endereco = lerEndereco(proprio(valor, 'endereco'))
  if ('mensagem' in endereco) {
    const partes = endereco.partes?.map((erro) => ({ ...erro, caminho: `endereco.${erro.caminho}` }))
    return { mensagem: endereco.mensagem, ...(partes && { partes }) }
  }
  const posicao = lerPosicao(proprio(valor, 'posicao'))
  if ('mensagem' in posicao) return posicao
  const escrita = proprio(valor, 'referencia') ?? ''
  const referencia = typeof escrita === 'string' ? textoLimpo(escrita) : undefined
  if (referencia === undefined) return { mensagem: mensagens.caractere, partes: [{ caminho: 'referencia', mensagem: mensagens.caractere }] }
  const sobram = contarCaracteres(referencia) - 255
  if (sobram > 0)
    return { mensagem: mensagens.longo(255, sobram), partes: [{ caminho: 'referencia', mensagem: mensagens.longo(255, sobram) }] }
  if (!endereco.valor && !posicao.valor) return referencia ? { mensagem: mensagens.lugar } : { valor: undefined }
  return {
    valor: {
      ...(endereco.valor && { endereco: endereco.valor }),
      ...(posicao.valor && { posicao: posicao.valor }),
      ...(referencia && { referencia }),
    },
  }
}

function lerPosicao(valor: unknown): Leitura<NonNullable<Lugar['posicao']>> {
  if (valor === undefined || valor === null) return { valor: undefined }
  const mensagem = 'Não entendemos a posição do aparelho. Tente de novo ou escreva o endereço.'
  if (!ehObjeto(valor)) return { mensagem }
  const latitude = medida(proprio(valor, 'latitude'), -90, 90)
  const longitude = medida(proprio(valor, 'longitude'), -180, 180)
  const precisao = medida(proprio(valor, 'precisao'), 0, 1_000_000)
  if (latitude === undefined || longitude === undefined || precisao === undefined) return { mensagem }
  return { valor: { latitude, longitude, precisao: Math.ceil(precisao) } }
}

/** Six decimals are about 10 cm. */
function medida(valor: unknown, minimo: number, maximo: number): number | undefined {
  return typeof valor === 'number' && valor >= minimo && valor <= maximo ? Math.round(valor * 1e6) / 1e6 + 0 : undefined
}

function ehObjeto(valor: unknown): valor is Record<string, unknown> {
  return typeof valor === 'object' && valor !== null && !Array.isArray(valor)
}

function proprio(objeto: unknown, chave: string): unknown {
  return ehObjeto(objeto) && Object.hasOwn(objeto, chave) ? objeto[chave] : undefined
}
