import { cnpjValido, cpfValido, lerDocumento } from './documento.js'
import { escreverData, escreverDinheiro, escreverHora, escreverNumero } from './escrita.js'
import { lerData, lerEmail, lerHora, lerNumeroDecimal, lerTelefone } from './leitura.js'
import { lerEndereco, lerLugar } from './lugar.js'
import { lerCodigoComMascara } from './mascara.js'
import { type CampoComErro, contar, mensagens } from './mensagens.js'
import type { Dia } from './prazo.js'
import { contarCaracteres, textoLimpo } from './texto.js'
import type { Campo, Opcao, Resposta } from './tipo.js'

/**
 * `valor` as it is kept, `undefined` when the campo was left empty and may be. Of an address or place, `partes` says what
 * to correct where; its `caminho` starts at the answer (`cep`, `endereco.cep`).
 */
export type CampoValidado = { valor: Resposta | undefined } | { mensagem: string; partes?: CampoComErro[] }

type De<E extends Campo['especie']> = Extract<Campo, { especie: E }>
type Limites<T> = { minimo?: T; maximo?: T }

/** How long a text may be, in characters. */
export function maximoDoTexto(campo: De<'texto' | 'texto-longo'>): number {
  return campo.maximo ?? (campo.especie === 'texto' ? 255 : 5000)
}

/** Reads one answer: what came over the wire, or what a person typed. `hoje` is the day in the entidade's time zone. */
export function validarCampo(campo: Campo, valor: unknown, hoje: Dia): CampoValidado {
  const lido = estaVazio(valor) ? { valor: undefined } : lerValor(campo, valor, hoje)
  if ('valor' in lido && lido.valor === undefined && campo.obrigatorio) return { mensagem: faltaEm(campo) }
  return lido
}

function estaVazio(valor: unknown): boolean {
  if (typeof valor === 'string') return valor.trim() === ''
  return valor === undefined || valor === null || (Array.isArray(valor) && valor.length === 0)
}

function faltaEm(campo: Campo): string {
  if (campo.especie === 'escolha' || campo.especie === 'sim-nao') return mensagens.escolha
  if (campo.especie === 'escolhas') return mensagens.escolhas
  if (campo.especie === 'endereco') return 'Escreva o endereço.'
  return campo.especie === 'lugar' ? mensagens.lugar : mensagens.vazio
}

function lerValor(campo: Campo, valor: unknown, hoje: Dia): CampoValidado {
  switch (campo.especie) {
    case 'texto':
    case 'texto-longo':
      return lerTexto(campo, valor)
    case 'numero':
      return lerNumeroDoCampo(campo, typeof valor === 'string' ? lerNumeroDecimal(valor) : valor)
    case 'dinheiro':
      return lerCentavos(campo, valor)
    case 'data':
      return lerDataDoCampo(campo, valor, hoje)
    case 'hora':
      return lerHoraDoCampo(campo, valor)
    case 'escolha':
      return opcaoDe(campo.opcoes, valor) ? { valor: String(valor) } : { mensagem: mensagens.escolha }
    case 'escolhas':
      return lerEscolhas(campo, valor)
    case 'sim-nao':
      return typeof valor === 'boolean' ? { valor } : { mensagem: mensagens.escolha }
    case 'endereco':
      return lerEndereco(valor)
    case 'lugar':
      return lerLugar(valor)
    case 'codigo':
      return typeof valor === 'string' ? lerCodigoComMascara(campo.mascara, campo.digito, valor) : { mensagem: mensagens.vazio }
    default:
      return typeof valor === 'string' ? lerEscrito(campo.especie, valor) : { mensagem: mensagens.vazio }
  }
}

/** Kinds that are read by their own rule alone. */
type Escrito = 'cpf' | 'cnpj' | 'cpf-ou-cnpj' | 'telefone' | 'email' | 'protocolo'

function lerEscrito(especie: Escrito, texto: string): CampoValidado {
  switch (especie) {
    case 'cpf':
      return ou(cpfValido(texto) ? lerDocumento(texto)?.valor : undefined, () => mensagens.cpf(texto))
    case 'cnpj':
      return ou(cnpjValido(texto) ? lerDocumento(texto)?.valor : undefined, () => mensagens.cnpj(texto))
    case 'cpf-ou-cnpj':
      return ou(lerDocumento(texto)?.valor, () => mensagens.documento(texto))
    case 'telefone':
      return ou(lerTelefone(texto), () => mensagens.telefone)
    case 'email':
      return ou(lerEmail(texto), () => mensagens.email)
    case 'protocolo': {
      const limpo = textoLimpo(texto)
      return ou(limpo && limpo.length <= 100 && /\d/.test(limpo) ? limpo : undefined, () => mensagens.protocolo)
    }
  }
}

function ou(valor: string | undefined, mensagem: () => string): CampoValidado {
  return valor === undefined ? { mensagem: mensagem() } : { valor }
}

function lerTexto(campo: De<'texto' | 'texto-longo'>, valor: unknown): CampoValidado {
  const limpo = typeof valor === 'string' ? textoLimpo(valor, { linhas: campo.especie === 'texto-longo' }) : undefined
  if (limpo === undefined) return { mensagem: mensagens.caractere }
  if (limpo === '') return { valor: undefined }
  const tamanho = contarCaracteres(limpo)
  const maximo = maximoDoTexto(campo)
  if (tamanho > maximo) return { mensagem: mensagens.longo(maximo, tamanho - maximo) }
  if (campo.minimo !== undefined && tamanho < campo.minimo) return { mensagem: mensagens.curto(campo.minimo) }
  return { valor: limpo }
}

function lerNumeroDoCampo(campo: De<'numero'>, valor: unknown): CampoValidado {
  const casas = campo.casas ?? 0
  if (typeof valor !== 'number' || Math.abs(valor) > Number.MAX_SAFE_INTEGER)
    return { mensagem: casas ? mensagens.numero : mensagens.inteiro }
  if (Number(valor.toFixed(casas)) !== valor)
    return { mensagem: casas ? `Use até ${contar(casas, 'casa')} depois da vírgula.` : mensagens.inteiro }
  const escrever = (limite: number) => [escreverNumero(limite), campo.unidade].filter(Boolean).join(' ')
  return dentro(
    campo,
    valor + 0,
    (limite) => `O menor valor aceito é ${escrever(limite)}.`,
    (limite) => `O maior valor aceito é ${escrever(limite)}.`,
  )
}

function lerCentavos(campo: De<'dinheiro'>, valor: unknown): CampoValidado {
  if (typeof valor !== 'number' || !Number.isSafeInteger(valor) || valor < 0) return { mensagem: mensagens.dinheiro }
  return dentro(
    campo,
    valor + 0,
    (limite) => `O menor valor aceito é ${escreverDinheiro(limite)}.`,
    (limite) => `O maior valor aceito é ${escreverDinheiro(limite)}.`,
  )
}

function lerDataDoCampo(campo: De<'data'>, valor: unknown, hoje: Dia): CampoValidado {
  const data = typeof valor === 'string' ? lerData(valor) : undefined
  if (data === undefined) return { mensagem: mensagens.data }
  const escrever = (dia: Dia) => (dia === hoje ? 'hoje' : escreverData(dia))
  const limites: Limites<Dia> = {
    ...(campo.minimo !== undefined && { minimo: campo.minimo === 'hoje' ? hoje : campo.minimo }),
    ...(campo.maximo !== undefined && { maximo: campo.maximo === 'hoje' ? hoje : campo.maximo }),
  }
  return dentro(
    limites,
    data,
    (limite) => `Escolha uma data a partir de ${escrever(limite)}.`,
    (limite) => `Escolha uma data até ${escrever(limite)}.`,
  )
}

function lerHoraDoCampo(campo: De<'hora'>, valor: unknown): CampoValidado {
  const hora = typeof valor === 'string' ? lerHora(valor) : undefined
  if (hora === undefined) return { mensagem: mensagens.hora }
  return dentro(
    campo,
    hora,
    (limite) => `Escolha uma hora a partir de ${escreverHora(limite)}.`,
    (limite) => `Escolha uma hora até ${escreverHora(limite)}.`,
  )
}

function dentro<T extends string | number>(
  { minimo, maximo }: Limites<T>,
  valor: T,
  menor: (limite: T) => string,
  maior: (limite: T) => string,
): CampoValidado {
  if (minimo !== undefined && valor < minimo) return { mensagem: menor(minimo) }
  return maximo !== undefined && valor > maximo ? { mensagem: maior(maximo) } : { valor }
}

function lerEscolhas(campo: De<'escolhas'>, valor: unknown): CampoValidado {
  if (!Array.isArray(valor) || !valor.every((item) => opcaoDe(campo.opcoes, item))) return { mensagem: mensagens.escolhas }
  const escolhidas = campo.opcoes.map((opcao) => opcao.valor).filter((opcao) => valor.includes(opcao))
  if (campo.minimo !== undefined && escolhidas.length < campo.minimo) return { mensagem: `Escolha ao menos ${opcoes(campo.minimo)}.` }
  if (campo.maximo !== undefined && escolhidas.length > campo.maximo) return { mensagem: `Escolha no máximo ${opcoes(campo.maximo)}.` }
  return { valor: escolhidas }
}

function opcaoDe(lista: readonly Opcao[], valor: unknown): boolean {
  return lista.some((opcao) => opcao.valor === valor)
}

function opcoes(quantas: number): string {
  return quantas === 1 ? '1 opção' : `${quantas} opções`
}
