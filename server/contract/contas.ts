import * as v from 'valibot'
import { avisosDaConta, mudancaDosAvisos } from './titular.js'

/** Ways to reach a person that wait for a code before they count. */
export const especiesDeContato = ['email', 'emailAlternativo', 'telefone'] as const
export type EspecieDeContato = (typeof especiesDeContato)[number]
export const especieDeContato = v.picklist(especiesDeContato)

/** Bounds only; what each must look like is said by `domain/cadastro`, beside the right field. */
const texto = v.pipe(v.string(), v.maxLength(500))

export const enderecoDaConta = v.strictObject({
  cep: v.exactOptional(texto),
  /** Rua, Avenida, Travessa… */
  tipoDeLogradouro: v.exactOptional(texto),
  logradouro: v.exactOptional(texto),
  /** Absent when there is none. */
  numero: v.exactOptional(texto),
  complemento: v.exactOptional(texto),
  bairro: v.exactOptional(texto),
  municipio: v.exactOptional(texto),
  uf: v.exactOptional(texto),
  pais: v.exactOptional(texto),
})

export const pedidoDeCadastro = v.strictObject({
  /** CPF or CNPJ, with or without punctuation. */
  documento: texto,
  nome: texto,
  nomeSocial: v.exactOptional(texto),
  /** Login name. */
  usuario: v.exactOptional(texto),
  /** `AAAA-MM-DD`. */
  nascimento: v.exactOptional(texto),
  sexo: v.exactOptional(texto),
  email: texto,
  /** Waits for its code once the conta is born. */
  emailAlternativo: v.exactOptional(texto),
  telefone: v.exactOptional(texto),
  endereco: v.exactOptional(enderecoDaConta),
  senha: texto,
  /** Version of the privacy notice that was read (Lei 13.709 art. 23: acknowledged, not consented to). */
  ciencia: texto,
})
export type PedidoDeCadastro = v.InferOutput<typeof pedidoDeCadastro>

/** What changes; a field that is empty or null is forgotten, one that is absent stays. */
export const mudancaDaConta = v.strictObject({
  nome: v.exactOptional(texto),
  nomeSocial: v.exactOptional(v.nullable(texto)),
  usuario: v.exactOptional(v.nullable(texto)),
  nascimento: v.exactOptional(v.nullable(texto)),
  sexo: v.exactOptional(v.nullable(texto)),
  telefone: v.exactOptional(v.nullable(texto)),
  /** The whole address. */
  endereco: v.exactOptional(v.nullable(enderecoDaConta)),
  avisos: v.exactOptional(mudancaDosAvisos),
})
export type MudancaDaConta = v.InferOutput<typeof mudancaDaConta>

export const cadastroRecebido = v.object({
  /** What the code that was sent confirms. */
  confirmacao: v.string(),
  /** Where it was sent, masked. */
  email: v.string(),
  mensagem: v.string(),
})
export type CadastroRecebido = v.InferOutput<typeof cadastroRecebido>

const codigo = v.pipe(v.string(), v.maxLength(20))
const link = v.pipe(v.string(), v.maxLength(200))

/** The six digits of an e-mail, or what stands in the link of one. */
export const pedidoDeConfirmacao = v.union([
  v.strictObject({ confirmacao: v.pipe(v.string(), v.uuid()), codigo, lembrar: v.exactOptional(v.boolean()) }),
  v.strictObject({ link, lembrar: v.exactOptional(v.boolean()) }),
])
export type PedidoDeConfirmacao = v.InferOutput<typeof pedidoDeConfirmacao>

/** Sends the code again, to a corrected e-mail if there is one. */
export const pedidoDeReenvio = v.strictObject({ email: v.exactOptional(texto) })
export type PedidoDeReenvio = v.InferOutput<typeof pedidoDeReenvio>

export const pedidoDeRecuperacao = v.strictObject({ documento: texto, email: texto })
export type PedidoDeRecuperacao = v.InferOutput<typeof pedidoDeRecuperacao>

export const novaSenha = v.strictObject({ link, senha: texto })
export type NovaSenha = v.InferOutput<typeof novaSenha>

export const senhaPropria = v.strictObject({ senha: texto })
export type SenhaPropria = v.InferOutput<typeof senhaPropria>

/** A contact that is to take the place of the present one. */
export const pedidoDeContato = v.strictObject({ especie: especieDeContato, valor: texto })
export type PedidoDeContato = v.InferOutput<typeof pedidoDeContato>

/** `codigoAtual` is the one that went to the present e-mail, when it is the e-mail that changes. */
export const confirmacaoDeContato = v.strictObject({ codigo, codigoAtual: v.exactOptional(codigo) })
export type ConfirmacaoDeContato = v.InferOutput<typeof confirmacaoDeContato>

export const contatoPedido = v.object({
  confirmacao: v.string(),
  especie: especieDeContato,
  /** Where codes went, masked. */
  enviadoPara: v.array(v.object({ onde: v.picklist(['novo', 'atual']), para: v.string() })),
  mensagem: v.string(),
})
export type ContatoPedido = v.InferOutput<typeof contatoPedido>

export const contaSchema = v.object({
  documento: v.string(),
  nome: v.string(),
  email: v.nullable(v.string()),
  emailAlternativo: v.exactOptional(v.string()),
  usuario: v.nullable(v.string()),
  nomeSocial: v.exactOptional(v.string()),
  nascimento: v.exactOptional(v.string()),
  sexo: v.exactOptional(v.string()),
  telefone: v.exactOptional(v.string()),
  /** Whether a code sent to that phone came back. */
  telefoneConfirmado: v.boolean(),
  endereco: v.exactOptional(enderecoDaConta),
  temSenha: v.boolean(),
  temFoto: v.boolean(),
  avisos: avisosDaConta,
  /** Contacts that wait for their code. */
  pendentes: v.array(v.object({ confirmacao: v.string(), especie: especieDeContato, valor: v.string() })),
})
export type Conta = v.InferOutput<typeof contaSchema>
