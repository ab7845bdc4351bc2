import { lerDocumento } from './documento.js'
import { lerEmail, lerTelefone } from './leitura.js'
import { lerCodigoComMascara } from './mascara.js'
import { type CampoComErro, mensagens } from './mensagens.js'
import { contarCaracteres, textoLimpo } from './texto.js'
import type { QuemPode } from './tipo.js'

export interface RequerenteIdentificado {
  nome: string
  /** CPF or CNPJ, without punctuation. */
  documento: string
  email?: string
  /** E.164. */
  telefone?: string
  /** Written with its mask. */
  matricula?: string
}
/** Empty when the request is anonymous. */
export type Requerente = RequerenteIdentificado | Record<string, never>

/** Who says to be asking, as typed. */
export type RequerenteInformado =
  | { anonimo: true }
  | { nome: string; documento: string; email?: string; telefone?: string; matricula?: string }

export interface MatriculaPedida {
  mascara: string
  digito?: 'modulo11'
  obrigatoria?: boolean
}

export type RequerenteValidado = { ok: true; requerente: Requerente } | { ok: false; erros: CampoComErro[] }

interface DeQuem {
  quemPode?: QuemPode
  anonimo?: boolean
}

/** What one field says, in the form it is kept in: nothing when it was left empty. */
export type Leitura = { valor: string | undefined } | { mensagem: string }

/** Who asks, in the form it is kept in. A CPF or CNPJ identifies: nothing else may be demanded (Lei 13.460 art. 10-A, Lei 14.129 art. 28). */
export function validarRequerente(tipo: DeQuem, matricula: MatriculaPedida | undefined, pedido: RequerenteInformado): RequerenteValidado {
  if ('anonimo' in pedido) {
    if (tipo.anonimo) return { ok: true, requerente: {} }
    return { ok: false, erros: [{ caminho: 'requerente', mensagem: 'Este pedido não pode ser anônimo. Diga quem está pedindo.' }] }
  }
  const lidos = {
    nome: lerNome(pedido.nome),
    documento: lerDocumentoDe(tipo, pedido.documento),
    email: opcional(pedido.email, lerEmail, mensagens.email),
    telefone: opcional(pedido.telefone, lerTelefone, mensagens.telefone),
    matricula: lerMatricula(matricula, pedido.matricula),
  }
  const erros = Object.entries(lidos).flatMap(([campo, lido]) =>
    'mensagem' in lido ? [{ caminho: `requerente.${campo}`, mensagem: lido.mensagem }] : [],
  )
  if (erros.length > 0) return { ok: false, erros }
  const { nome = '', documento = '', email, telefone, matricula: lida } = valores(lidos)
  return {
    ok: true,
    requerente: { nome, documento, ...(email && { email }), ...(telefone && { telefone }), ...(lida && { matricula: lida }) },
  }
}

/** Of fields that were all read well, those that say something. */
export function valores<K extends string>(lidos: Record<K, Leitura>): Partial<Record<K, string>> {
  const saida: Partial<Record<K, string>> = {}
  for (const campo in lidos) {
    const lido = lidos[campo]
    if ('valor' in lido && lido.valor !== undefined) saida[campo] = lido.valor
  }
  return saida
}

export function lerNome(texto: string): Leitura {
  const nome = textoLimpo(texto)?.replace(/ {2,}/g, ' ')
  if (nome === undefined) return { mensagem: mensagens.caractere }
  if (nome === '') return { mensagem: mensagens.vazio }
  if (contarCaracteres(nome) > 200) return { mensagem: 'Use no máximo 200 caracteres.' }
  return /\p{Letter}/u.test(nome) ? { valor: nome } : { mensagem: 'Escreva o nome com letras.' }
}

function lerDocumentoDe(tipo: DeQuem, texto: string): Leitura {
  const soEmpresa = tipo.quemPode === 'pessoa-juridica'
  if (texto.trim() === '') return { mensagem: soEmpresa ? 'Escreva o CNPJ da empresa.' : 'Escreva o CPF ou o CNPJ.' }
  const documento = lerDocumento(texto)
  if (!documento) return { mensagem: soEmpresa ? mensagens.cnpj(texto) : mensagens.documento(texto) }
  return soEmpresa && documento.especie === 'cpf'
    ? { mensagem: 'Este serviço é para empresas: escreva o CNPJ.' }
    : { valor: documento.valor }
}

export function opcional(texto: string | undefined, ler: (texto: string) => string | undefined, mensagem: string): Leitura {
  if (texto === undefined || texto.trim() === '') return { valor: undefined }
  const valor = ler(texto)
  return valor === undefined ? { mensagem } : { valor }
}

function lerMatricula(matricula: MatriculaPedida | undefined, texto = ''): Leitura {
  if (!matricula) return { valor: undefined }
  if (texto.trim() === '') return matricula.obrigatoria ? { mensagem: mensagens.vazio } : { valor: undefined }
  return lerCodigoComMascara(matricula.mascara, matricula.digito, texto)
}
