import * as v from 'valibot'
import { exigiveis } from '../domain/cadastro.js'
import { codigo, curto, modeloSchema, recursoSchema, tipoSchema } from './tipo.js'

const longo = v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(10_000))
const email = v.pipe(v.string(), v.email(), v.maxLength(254))
const endereco = v.pipe(
  v.string(),
  v.maxLength(2000),
  v.url(),
  v.regex(/^https?:\/\/[^\s@]+$/, 'comece com https:// e escreva sem espaços nem @'),
)
const comoOrigem = 'escreva só esquema e domínio, como https://www.exemplo.sp.gov.br'
const origem = v.pipe(
  v.string(),
  v.maxLength(300),
  v.check((texto) => /^https?:\/\/[a-z0-9-]+(\.[a-z0-9-]+)*(:\d{1,5})?$/.test(texto) && URL.canParse(texto), comoOrigem),
)
const dominio = v.pipe(v.string(), v.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)*$/, 'escreva só o domínio, como exemplo.sp.gov.br'))
const cor = v.pipe(v.string(), v.regex(/^#[0-9a-f]{6}$/i, 'use #rrggbb'))
const dia = v.pipe(v.string(), v.isoDate())
const todoAno = v.pipe(v.string(), v.regex(/^\d{2}-\d{2}$/))

const unidadeSchema = v.strictObject({
  codigo,
  nome: curto,
  /** Box that hears of new filings. */
  email: v.exactOptional(email),
})

const orgaoSchema = v.strictObject({
  sigla: v.pipe(v.string(), v.regex(/^[A-Z0-9]+(-[A-Z0-9]+)*$/, 'use maiúsculas, números e hífens'), v.maxLength(20)),
  nome: curto,
  numeracao: v.strictObject({
    /**
     * Literal text with `{sigla}`, `{ano}`, `{sequencia}` or `{sequencia:9}` (zero-padded) or `{sequencia:3.3}`
     * (padded and grouped), `{unidade:5}`, `{dv:nup}` (two digits) or `{dv:modulo11}` (one digit) over the digits before it.
     */
    mascara: curto,
    /** First number of each year; 1 unless told. */
    inicio: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    /** What `{unidade}` stands for. */
    unidade: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  }),
  unidades: v.pipe(v.array(unidadeSchema), v.minLength(1)),
})

const contatoSchema = v.strictObject({
  endereco: v.exactOptional(curto),
  cep: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{8}$/, 'oito números'))),
  telefone: v.exactOptional(curto),
  whatsapp: v.exactOptional(curto),
  email: v.exactOptional(email),
  site: v.exactOptional(endereco),
  horario: v.exactOptional(curto),
  /** Of a serventia: its CNS and who answers for it. */
  cns: v.exactOptional(v.pipe(v.string(), v.regex(/^\d{2}\.\d{3}-\d$/, 'como 12.345-6'))),
  responsavel: v.exactOptional(curto),
})

/** An identifier of the entidade's own that it may ask the requerente for, such as a water utility's matrícula. */
const matricula = v.strictObject({
  rotulo: curto,
  ajuda: v.exactOptional(curto),
  /** As in a campo of kind `codigo`. */
  mascara: v.pipe(curto, v.regex(/9/)),
  digito: v.exactOptional(v.literal('modulo11')),
  obrigatoria: v.exactOptional(v.boolean()),
})

/** What a sign-up must tell besides documento, nome, e-mail and senha. */
const cadastro = v.strictObject({ exige: v.array(v.picklist(exigiveis)) })

const nome = v.pipe(
  v.string(),
  v.trim(),
  v.maxLength(30),
  v.regex(/^[a-zà-öø-ÿ]+(?:[ -][a-zà-öø-ÿ]+)*$/, 'use letras minúsculas, como solicitação'),
)
const nomeQueMuda = v.strictObject({
  singular: nome,
  plural: nome,
  /** `f` for "a solicitação", `m` for "o requerimento". */
  genero: v.picklist(['f', 'm']),
})
/** How the entidade calls three things, where the texts here say so. */
const nomes = v.strictObject({
  /** What has a number and is consulted. */
  protocolo: v.exactOptional(nomeQueMuda),
  /** All that the number is of, until the archive. */
  processo: v.exactOptional(nomeQueMuda),
  /** What somebody asks for. */
  pedido: v.exactOptional(nomeQueMuda),
})

const tema = v.strictObject({
  base: v.exactOptional(v.picklist(['claro', 'escuro', 'auto', 'govbr'])),
  corAcao: v.exactOptional(cor),
  /** Address of a logo, used on the hosted page; the receipt writes the name. */
  logotipo: v.exactOptional(endereco),
})

/** The file from which an entidade is imported: `npx protocolo entidade importar arquivo.json`. */
export const arquivoDeEntidade = v.strictObject({
  $schema: v.exactOptional(v.string()),
  codigo,
  nome: curto,
  /** How the name stands in a sentence: "da Prefeitura de Vila Serena". */
  municipio: v.strictObject({
    nome: curto,
    uf: v.pipe(v.string(), v.regex(/^[A-Z]{2}$/)),
    ibge: v.pipe(v.string(), v.regex(/^\d{7}$/)),
  }),
  /** IANA time zone in which deadlines end. */
  fuso: v.pipe(
    v.string(),
    v.check((zona) => {
      try {
        return Boolean(new Intl.DateTimeFormat('pt-BR', { timeZone: zona }))
      } catch {
        return false
      }
    }, 'fuso horário desconhecido'),
  ),
  contato: contatoSchema,
  /** Lei 13.709 art. 41 §1: published. */
  encarregado: v.strictObject({ nome: curto, email, telefone: v.exactOptional(curto) }),
  avisoDePrivacidade: v.strictObject({ versao: curto, texto: longo, endereco: v.exactOptional(endereco) }),
  /** Sites whose pages may hold the tags. */
  origens: v.array(origem),
  /** Domain that passkeys belong to (WebAuthn's RP ID): pages under it can use them. That of this server unless told. */
  rpId: v.exactOptional(dominio),
  /** Where on its own site the entidade put each tag; the hosted page stands in for what is missing. */
  paginas: v.strictObject({ consulta: v.exactOptional(endereco), novo: v.exactOptional(endereco) }),
  tema: v.exactOptional(tema),
  nomes: v.exactOptional(nomes),
  requerente: v.exactOptional(v.strictObject({ matricula: v.exactOptional(matricula) })),
  cadastro: v.exactOptional(cadastro),
  calendario: v.strictObject({
    /** National holidays count always; these are the state's and the town's own, one date each year or one date only. */
    feriados: v.array(v.strictObject({ dia: v.union([dia, todoAno], 'use MM-DD para todo ano, ou AAAA-MM-DD'), nome: curto })),
    /** Whether optional days (Carnival, Corpus Christi, 28 October) are days without work. */
    facultativos: v.exactOptional(v.boolean()),
  }),
  /** 10 days unless told; each tipo may have its own. */
  recurso: v.exactOptional(recursoSchema),
  gestao: v.exactOptional(
    v.strictObject({
      /** Whether who answers has to use a passkey, or may do with the password; `exigida` unless told. */
      passkey: v.exactOptional(v.picklist(['exigida', 'dispensada'])),
    }),
  ),
  anexos: v.exactOptional(
    v.strictObject({
      /** Bytes a file; 20 MiB unless told. */
      tamanho: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
      /** Bytes a protocolo at its opening; 100 MiB unless told. */
      total: v.exactOptional(v.pipe(v.number(), v.integer(), v.minValue(1))),
    }),
  ),
  /** Despachos that officials can start from, whatever the tipo; each tipo may have its own. */
  modelos: v.exactOptional(v.array(modeloSchema)),
  orgaos: v.pipe(v.array(orgaoSchema), v.minLength(1)),
  tipos: v.array(tipoSchema),
})
export type ArquivoDeEntidade = v.InferOutput<typeof arquivoDeEntidade>

/** The public card of an entidade: what a tag needs before anything else. */
export const cartaoSchema = v.object({
  codigo,
  nome: v.string(),
  municipio: v.object({ nome: v.string(), uf: v.string() }),
  fuso: v.string(),
  contato: contatoSchema,
  encarregado: v.object({ nome: v.string(), email: v.string(), telefone: v.exactOptional(v.string()) }),
  avisoDePrivacidade: v.object({ versao: v.string(), texto: v.string(), endereco: v.exactOptional(v.string()) }),
  orgaos: v.array(v.object({ sigla: v.string(), nome: v.string(), exemplo: v.string() })),
  paginas: v.object({ consulta: v.string(), novo: v.string() }),
  tema: v.object({
    base: tema.entries.base,
    /** Its colour, as CSS, moved until it can be read on the light and on the dark background. */
    cores: v.exactOptional(v.object({ noClaro: v.string(), noEscuro: v.string() })),
    logotipo: v.exactOptional(v.string()),
  }),
  nomes: v.exactOptional(nomes),
  matricula: v.exactOptional(matricula),
  anexos: v.object({ tamanho: v.number(), total: v.number() }),
  cadastro,
  /** Whether GET …/cep/{cep} answers here. */
  cep: v.boolean(),
  /** Whether phones are confirmed by a code sent to them. */
  sms: v.boolean(),
  /** Passkeys work on pages of this domain and of those under it, and nowhere else. */
  rpId: v.string(),
})
export type Cartao = v.InferOutput<typeof cartaoSchema>

/** What is known of a CEP; `ibge` is the code of the município. */
export const enderecoDoCepSchema = v.object({
  cep: v.string(),
  logradouro: v.string(),
  bairro: v.string(),
  municipio: v.string(),
  uf: v.string(),
  ibge: v.string(),
})
export type EnderecoDoCep = v.InferOutput<typeof enderecoDoCepSchema>
