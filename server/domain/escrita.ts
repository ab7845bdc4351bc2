import { formatarDocumento } from './documento.js'
import type { Dia } from './prazo.js'
import type { Campo, Endereco, Lugar, Resposta } from './tipo.js'

const comum = (texto: string) => texto.replace(/[\u00a0\u202f]/g, ' ')

/** Centavos as `R$ 180.000,00`. */
export function escreverDinheiro(centavos: number): string {
  return comum(new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' }).format(centavos / 100))
}

export function escreverNumero(numero: number): string {
  return comum(new Intl.NumberFormat('pt-BR', { maximumFractionDigits: 6 }).format(numero))
}

/** `12/11/2026`. */
export function escreverData(dia: Dia): string {
  return dia.split('-').reverse().join('/')
}

/** `14:32` as `14h32`, `09:05` as `9h05`. */
export function escreverHora(hora: string): string {
  return hora.replace(/^0(?=\d)/, '').replace(':', 'h')
}

/** E.164 as `(19) 99123-4567`; another country's comes back as it is. */
export function escreverTelefone(telefone: string): string {
  return telefone.replace(/^\+55(\d\d)(\d{4,5})(\d{4})$/, '($1) $2-$3')
}

export function escreverCep(cep: string): string {
  return cep.replace(/^(\d{5})(\d{3})$/, '$1-$2')
}

/** On one line: `Rua das Flores, 10, apto 2, Centro, Vila Serena/SP, CEP 13900-000`. */
export function escreverEndereco(endereco: Endereco): string {
  const { logradouro, numero = 'sem número', complemento, bairro, municipio, uf, cep } = endereco
  return [logradouro, numero, complemento, bairro, `${municipio}/${uf}`, cep && `CEP ${escreverCep(cep)}`].filter(Boolean).join(', ')
}

function escreverLugar({ endereco, posicao, referencia }: Lugar): string {
  return [
    endereco && escreverEndereco(endereco),
    posicao &&
      `posição ${posicao.latitude.toFixed(6)}, ${posicao.longitude.toFixed(6)} (precisão de ${escreverNumero(posicao.precisao)} m)`,
    referencia && `referência: ${referencia}`,
  ]
    .filter(Boolean)
    .join('; ')
}

/** A validated answer, as people read it. One of a kind that the campo no longer has is written as it stands. */
export function escreverResposta(campo: Campo, valor: Resposta): string {
  if (typeof valor === 'boolean') return valor ? 'Sim' : 'Não'
  if (typeof valor === 'number') return campo.especie === 'dinheiro' ? escreverDinheiro(valor) : escreverMedida(campo, valor)
  if (typeof valor === 'string') return escreverTexto(campo, valor)
  if (ehLista(valor)) return valor.map((item) => rotuloDe(campo, item)).join(', ')
  return 'logradouro' in valor ? escreverEndereco(valor) : escreverLugar(valor)
}

function escreverMedida(campo: Campo, numero: number): string {
  const unidade = campo.especie === 'numero' ? campo.unidade : undefined
  return unidade ? `${escreverNumero(numero)} ${unidade}` : escreverNumero(numero)
}

function escreverTexto(campo: Campo, texto: string): string {
  switch (campo.especie) {
    case 'data':
      return escreverData(texto)
    case 'hora':
      return escreverHora(texto)
    case 'cpf':
    case 'cnpj':
    case 'cpf-ou-cnpj':
      return formatarDocumento(texto)
    case 'telefone':
      return escreverTelefone(texto)
    case 'escolha':
      return rotuloDe(campo, texto)
    default:
      return texto
  }
}

function rotuloDe(campo: Campo, valor: string): string {
  const opcoes = campo.especie === 'escolha' || campo.especie === 'escolhas' ? campo.opcoes : []
  return opcoes.find((opcao) => opcao.valor === valor)?.rotulo ?? valor
}

function ehLista(valor: Resposta): valor is readonly string[] {
  return Array.isArray(valor)
}

/** `20 MB`, `1,2 MB`, `812 bytes`; a MB is 1024 × 1024 bytes. */
export function escreverTamanho(bytes: number): string {
  if (bytes < 1024) return `${bytes} ${bytes === 1 ? 'byte' : 'bytes'}`
  const [divisor, unidade] = bytes < 1024 * 1000 ? [1024, 'KB'] : bytes < 1024 ** 2 * 1000 ? [1024 ** 2, 'MB'] : [1024 ** 3, 'GB']
  const quantia = bytes / divisor
  return `${quantia
    .toFixed(quantia < 10 ? 1 : 0)
    .replace('.0', '')
    .replace('.', ',')} ${unidade}`
}
