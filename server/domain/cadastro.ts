import { lerDocumento } from './documento.js'
import { lerCep, lerData, lerEmail, lerTelefone } from './leitura.js'
import { ufs } from './lugar.js'
import { type CampoComErro, mensagens } from './mensagens.js'
import { type Leitura, lerNome, opcional, valores } from './requerente.js'
import { frasesDaSenha, regrasQuebradas } from './senha.js'
import { contarCaracteres, textoLimpo } from './texto.js'

export const sexos = ['feminino', 'masculino', 'outro', 'nao_informado'] as const

/** What an entidade may require of a sign-up. */
export const exigiveis = ['usuario', 'nascimento', 'sexo', 'emailAlternativo', 'telefone', 'endereco'] as const
export type Exigivel = (typeof exigiveis)[number]

/** An address by its parts. Without `numero` it has none. */
export const partesDoEndereco = [
  'cep',
  'tipoDeLogradouro',
  'logradouro',
  'numero',
  'complemento',
  'bairro',
  'municipio',
  'uf',
  'pais',
] as const
export type EnderecoDaConta = Partial<Record<(typeof partesDoEndereco)[number], string>>

/** What a person tells of themselves and may change at will, as typed. */
export interface PerfilInformado {
  nome: string
  nomeSocial?: string
  usuario?: string
  nascimento?: string
  sexo?: string
  telefone?: string
  endereco?: EnderecoDaConta
}

/** A sign-up, as typed. */
export interface CadastroInformado extends PerfilInformado {
  documento: string
  email: string
  emailAlternativo?: string
  senha: string
}

export interface DadosDaConta {
  nomeSocial?: string
  /** `AAAA-MM-DD`. */
  nascimento?: string
  sexo?: string
  /** E.164. */
  telefone?: string
  endereco?: EnderecoDaConta
}

/** {@link PerfilInformado} in the form it is kept in. */
export interface Perfil {
  nome: string
  usuario?: string
  dados: DadosDaConta
}

/** A sign-up in the form it is kept in. */
export interface Cadastro extends Perfil {
  /** CPF or CNPJ, bare. */
  documento: string
  email: string
  /** Not confirmed yet. */
  emailAlternativo?: string
}

type Validado<Certo> = ({ ok: true } & Certo) | { ok: false; erros: CampoComErro[] }

/**
 * Reads a sign-up. Only documento, nome, e-mail and senha are asked for: a CPF or CNPJ is enough to identify (Lei 13.460 art. 10-A, Lei 14.129
 * art. 28).
 * @param hoje `AAAA-MM-DD`: nobody is born later.
 * @param exige what the entidade asks for besides.
 */
export function validarCadastro(
  informado: CadastroInformado,
  hoje: string,
  exige: readonly Exigivel[] = [],
): Validado<{ cadastro: Cadastro }> {
  const lidos = {
    documento: lerDocumentoInformado(informado.documento),
    email: informado.email.trim() === '' ? { mensagem: mensagens.vazio } : opcional(informado.email, lerEmail, mensagens.email),
    emailAlternativo: lerEmailAlternativo(informado),
  }
  const perfil = validarPerfil(informado, hoje)
  const { documento: doDocumento, ...dosEmails } = lidos
  const erros = [
    ...errosDe({ documento: doDocumento }),
    ...(perfil.ok ? [] : perfil.erros),
    ...errosDe(dosEmails),
    ...faltas(informado, exige),
    ...errosDaSenha(informado),
  ]
  if (erros.length > 0 || !perfil.ok) return { ok: false, erros }
  const { documento = '', email = '', emailAlternativo } = valores(lidos)
  return { ok: true, cadastro: { documento, email, ...(emailAlternativo && { emailAlternativo }), ...perfil.perfil } }
}

function lerEmailAlternativo({ email, emailAlternativo }: CadastroInformado): Leitura {
  const lido = opcional(emailAlternativo, lerEmail, mensagens.email)
  const valor = 'valor' in lido ? lido.valor : undefined
  const repete = valor !== undefined && valor.toLowerCase() === lerEmail(email)?.toLowerCase()
  return repete ? { mensagem: 'Escreva um e-mail diferente do primeiro, ou deixe em branco.' } : lido
}

/** Parts of an address that is asked for; a número there may not be. */
const partesExigidas = ['cep', 'logradouro', 'bairro', 'municipio', 'uf'] as const

function faltas({ endereco = {}, ...informado }: CadastroInformado, exige: readonly Exigivel[]): CampoComErro[] {
  return exige.flatMap((campo) => {
    if (campo !== 'endereco') return informado[campo]?.trim() ? [] : [{ caminho: campo, mensagem: mensagemDaFalta(campo) }]
    return partesExigidas
      .filter((parte) => !endereco[parte]?.trim())
      .map((parte) => ({ caminho: `endereco.${parte}`, mensagem: parte === 'cep' ? mensagens.cep : mensagens.endereco[parte] }))
  })
}

function mensagemDaFalta(campo: Exigivel): string {
  return campo === 'sexo' ? mensagens.escolha : mensagens.vazio
}

/** Reads all that a person tells of themselves; what is left out or empty is not kept. @param hoje `AAAA-MM-DD`. */
export function validarPerfil(informado: PerfilInformado, hoje: string): Validado<{ perfil: Perfil }> {
  const { nomeSocial, usuario, nascimento, sexo, telefone } = informado
  const lidos = {
    nome: lerNome(informado.nome),
    nomeSocial: nomeSocial?.trim() ? lerNome(nomeSocial) : { valor: undefined },
    usuario: opcional(usuario, lerUsuario, mensagemDoUsuario),
    nascimento: opcional(nascimento, (texto) => lerNascimento(texto, hoje), 'Confira a data de nascimento, como 12/11/1980.'),
    sexo: opcional(sexo, (texto) => sexos.find((um) => um === texto), mensagens.escolha),
    telefone: opcional(telefone, lerTelefone, mensagens.telefone),
  }
  const { endereco, erros: doEndereco } = lerEnderecoDaConta(informado.endereco)
  const erros = [...errosDe(lidos), ...doEndereco]
  if (erros.length > 0) return { ok: false, erros }
  const { nome = '', usuario: login, ...dados } = valores(lidos)
  return { ok: true, perfil: { nome, ...(login && { usuario: login }), dados: { ...dados, ...(endereco && { endereco }) } } }
}

const mensagemDoUsuario = 'Use de 3 a 30 letras sem acento, números, ponto, hífen ou sublinhado, começando por uma letra.'

/** A login name that can't be taken for a CPF, a CNPJ or an e-mail; capitals don't count. */
export function lerUsuario(texto: string): string | undefined {
  const lido = texto.trim().toLowerCase()
  return /^[a-z][a-z0-9._-]{2,29}$/.test(lido) && !lerDocumento(lido) ? lido : undefined
}

function lerDocumentoInformado(texto: string): Leitura {
  if (texto.trim() === '') return { mensagem: 'Escreva o CPF ou o CNPJ.' }
  const documento = lerDocumento(texto)
  return documento ? { valor: documento.valor } : { mensagem: mensagens.documento(texto) }
}

function lerNascimento(texto: string, hoje: string): string | undefined {
  const dia = lerData(texto)
  return dia !== undefined && dia <= hoje && dia >= '1880' ? dia : undefined
}

function lerEnderecoDaConta(endereco: EnderecoDaConta = {}): { endereco?: EnderecoDaConta; erros: CampoComErro[] } {
  const lidas = Object.fromEntries(partesDoEndereco.map((parte) => [parte, lerParte(parte, endereco[parte])]))
  const erros = errosDe(lidas).map(({ caminho, mensagem }) => ({ caminho: `endereco.${caminho}`, mensagem }))
  const lido: EnderecoDaConta = erros.length > 0 ? {} : valores(lidas)
  return { erros, ...(Object.keys(lido).length > 0 && { endereco: lido }) }
}

function lerParte(parte: string, texto = ''): Leitura {
  const limpo = textoLimpo(texto)
  if (limpo === undefined) return { mensagem: mensagens.caractere }
  if (limpo === '') return { valor: undefined }
  if (parte === 'cep') return opcional(limpo, lerCep, mensagens.cep)
  if (parte === 'uf') return opcional(limpo.toUpperCase(), (uf) => ufs.find((uma) => uma === uf), mensagens.escolha)
  return contarCaracteres(limpo) > 200 ? { mensagem: 'Use no máximo 200 caracteres.' } : { valor: limpo }
}

function errosDaSenha({ senha, ...titular }: CadastroInformado): CampoComErro[] {
  if (senha === '') return [{ caminho: 'senha', mensagem: mensagens.vazio }]
  const quebradas = regrasQuebradas(senha, { ...titular, documento: lerDocumento(titular.documento)?.valor })
  return quebradas.slice(0, 1).map((regra) => ({ caminho: 'senha', mensagem: frasesDaSenha[regra] }))
}

function errosDe(lidos: Record<string, Leitura>): CampoComErro[] {
  return Object.entries(lidos).flatMap(([caminho, lido]) => ('mensagem' in lido ? [{ caminho, mensagem: lido.mensagem }] : []))
}
