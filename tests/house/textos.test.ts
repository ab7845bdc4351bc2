import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { after, describe, it } from 'node:test'
import { pathToFileURL } from 'node:url'
import { en as frasesEmIngles } from '../../server/contract/idiomas/en.js'
import { es as frasesEmEspanhol } from '../../server/contract/idiomas/es.js'
import { paginas as dasPaginasEmIngles } from '../../server/contract/idiomas/paginas-en.js'
import { paginas as dasPaginas } from '../../server/contract/idiomas/paginas-es.js'
import { dadosEm, tradutor } from '../../server/contract/idiomas/traduzir.js'
import { mensagens, validarCampo } from '../../server/contract/regras.js'
import { administracao } from '../../widget/texts/gestao-administracao.pt-BR.js'
import { aprender } from '../../widget/texts/idiomas.js'
import { falar } from '../../widget/texts/vestir.js'
import { type Falante, fala, type Palavras, type Parcial } from '../../widget/texts/voz.js'
import type { Vozes } from '../../widget/texts/vozes.js'

const pasta = new URL('../../widget/texts/', import.meta.url)
const partes = readdirSync(pasta).filter((nome) => nome.endsWith('pt-BR.ts'))
for (const nome of partes) await import(pathToFileURL(`${pasta.pathname}${nome}`).href)

const solicitacao = { singular: 'solicitação', plural: 'solicitações', genero: 'f' } as const
const nomes = { protocolo: solicitacao, processo: solicitacao, pedido: solicitacao }

/** Enough for every function of the texts to say something: numbers, a name, a list of names. */
const dadosDeProva: readonly unknown[][] = [
  [1, true, '1'],
  [2, false, '2'],
  [['Ana'], 2, 3],
  ['x', 'y', 'z'],
  [5, ['x', 'y'], 3],
]

/** Every text, with its address; a function as what it says of each of the data that it takes. */
function todas(): { onde: string; texto: string }[] {
  const lista: { onde: string; texto: string }[] = []
  const visitar = (onde: string, texto: unknown) => {
    if (typeof texto === 'string') lista.push({ onde, texto })
    else if (typeof texto === 'function') ditosPor(onde, texto as Dizer).forEach((dito) => void visitar(`${onde}()`, dito))
    else if (texto && typeof texto === 'object') for (const [chave, um] of Object.entries(texto)) visitar(`${onde}.${chave}`, um)
  }
  for (const [nome, textos] of fala.vozes) visitar(nome, textos)
  return lista
}

type Dizer = (...dados: unknown[]) => unknown

/** Not every function takes all of the data; one that takes none would not be seen at all. */
function ditosPor(onde: string, texto: Dizer): unknown[] {
  const recusas: unknown[] = []
  const ditos = dadosDeProva.flatMap((dados) => {
    try {
      return [texto(...dados)]
    } catch (erro) {
      recusas.push(erro)
      return []
    }
  })
  assert.ok(ditos.length > 0, `${onde} takes none of the data: ${recusas.join('; ')}`)
  return ditos
}

/** A tag of the page, as far as the words know of it. */
const tagCom = (pedidos: Partial<Falante>): Falante => ({
  idioma: '',
  textos: undefined,
  cartao: undefined,
  soar: () => undefined,
  ...pedidos,
})

/** The same shape, each string `✓`, and each function one that says `✓`. */
function marcado(texto: unknown): unknown {
  if (typeof texto === 'string') return '✓'
  if (typeof texto === 'function') return () => '✓'
  if (Array.isArray(texto)) return texto.map(marcado)
  return Object.fromEntries(Object.entries(Object(texto)).map(([chave, um]) => [chave, marcado(um)]))
}

describe('the texts of the tags', () => {
  after(async () => {
    fala.tags.clear()
    falar(await aprender('pt-BR', 'gestao'))
  })

  it('are all said in Spanish and in English, with nothing of the Portuguese left', async () => {
    const emPortugues = new Map(todas().map(({ onde, texto }) => [onde, texto]))
    const soPortugues = /[ãõç]|(?<!\p{L})(?:você|não|até|são|seu|sua|uma|das|com|em)(?!\p{L})/iu
    for (const idioma of ['es', 'en']) {
      falar(await aprender(idioma, 'gestao'))
      const restos = todas().filter(({ texto }) => soPortugues.test(texto))
      assert.deepEqual(
        restos.filter(({ texto }) => !/“\p{Ll}+”|solicitação|protocolo, processo/u.test(texto)),
        [],
        idioma,
      )
    }
    falar(await aprender('pt-BR', 'gestao'))
    assert.deepEqual(new Map(todas().map(({ onde, texto }) => [onde, texto])), emPortugues)
  })

  it('give way, each one of them, to the words of the page', async () => {
    const daPagina = Object.fromEntries([...fala.vozes].map(([nome, textos]) => [nome, marcado(textos)]))
    const tag = tagCom({ textos: daPagina as Palavras })
    fala.tags.add(tag)
    falar(await aprender('es', 'gestao'))
    assert.deepEqual(
      todas().filter(({ texto }) => texto !== '✓'),
      [],
    )
    fala.tags.delete(tag)
    falar(await aprender('pt-BR', 'gestao'))
    assert.ok(todas().every(({ texto }) => texto !== '✓'))
  })

  it('are typed: a key that is none, or a text of another kind, does not compile', () => {
    const certos: Parcial<Vozes> = { consulta: { titulo: 'Acompanhe a sua solicitação' }, comuns: { baixar: 'Guardar' } }
    // @ts-expect-error there is no such part
    const parte: Parcial<Vozes> = { consultas: { titulo: 'Acompanhe' } }
    // @ts-expect-error there is no such text
    const chave: Parcial<Vozes> = { consulta: { titulos: 'Acompanhe' } }
    // @ts-expect-error that one is a function
    const funcao: Parcial<Vozes> = { resultado: { encontrado: 'Achamos' } }
    assert.ok(certos && parte && chave && funcao)
  })

  it('agree with a feminine word of the entidade, wherever it stands', async () => {
    const tag = tagCom({ cartao: { nomes } })
    fala.tags.add(tag)
    falar(await aprender('pt-BR', 'gestao'))
    const ditos = todas().filter(({ texto }) => /solicitaç/i.test(texto))
    const { raros, campos } = administracao.entidade
    assert.equal(raros.nomes, 'Como o órgão chama protocolo, processo e pedido')
    assert.equal(campos['nomes.protocolo.plural'].rotulo, 'Em vez de “protocolos”', 'the words themselves are meant')
    fala.tags.delete(tag)
    falar(await aprender('pt-BR', 'gestao'))
    assert.ok(ditos.length > 150)
    const masculino =
      /(?<!\p{L})(?:[dnp]?el?o|[dn]?os?|aos?|um|seus?|meus?|este|deste|neste|nenhum|algum|alguns|outro|novo|últimos|todo|todos) solicitaç|solicitaç(?:ão|ões)(?: \p{L}+)? \p{L}+(?:ad|id|ert)os?(?!\p{L})/iu
    const conhecidos = /são usados|é avisado|em aberto|foi apagado|ficam guardados/
    assert.deepEqual(
      ditos.filter(({ texto }) => masculino.test(texto) && !conhecidos.test(texto)),
      [],
    )
  })

  it('speak of it as feminine where the word itself is not said', async () => {
    const tag = tagCom({ cartao: { nomes } })
    fala.tags.add(tag)
    falar(await aprender('pt-BR', 'gestao'))
    const ditos = todas()
    fala.tags.delete(tag)
    falar(await aprender('pt-BR', 'gestao'))
    const estado =
      'abert|analisad|arquivad|atendid|atribuíd|cancelad|concluíd|deferid|encaminhad|encerrad|indeferid|parad|reabert|recebid|restrit|retomad|selecionad|sigilos|públic|vencid'
    /** Avisos, files, choices of a serviço, and a count without its number. */
    const deOutraCoisa = /^(?:dados|gestaoAdministracao)\.|\.documentos\.|^indicadores\.abertos|^umProcesso\.doAndamento/
    const masculino = new RegExp(
      `^(?:Não |Está |Foi |Já |\\d+ )*(?:${estado})os?(?!\\p{L})|(?<!\\p{L})(?:d?eles|sozinhos?|não foi recebido)(?!\\p{L})|^Meus$|^(?:Foram|Estão) feitos`,
      'iu',
    )
    assert.deepEqual(
      ditos.filter(({ onde, texto }) => !deOutraCoisa.test(onde) && masculino.test(texto)),
      [],
    )
  })
})

/** Written into the history of a protocolo, where they stay as they are. */
const doHistorico = ['Quem fez o pedido desistiu dele.', 'Tomei ciência.', 'Chegou o dia marcado para retomar.']

describe('the sentences of the rules', () => {
  const fontes = ['server/domain', 'server/modules', 'server/platform/http']
    .flatMap((onde) => readdirSync(onde, { recursive: true, encoding: 'utf8' }).map((nome) => `${onde}/${nome}`))
    .filter(
      (nome) =>
        nome.endsWith('.ts') &&
        !/descric|diferenca|exemplos|leia-me|notificacoes|paginas|comprovantes|catalogue|permissoes|routes|server\.ts/.test(nome),
    )

  it('are all known in Spanish and in English', () => {
    const conhecidas = Object.keys(frasesEmEspanhol).map((frase) => frase.replaceAll('{}', '§'))
    const formas = conhecidas.map((frase) => new RegExp(`^${frase.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replaceAll('§', '.+?')}$`))
    const escritas = fontes.flatMap((nome) => {
      const fonte = readFileSync(nome, 'utf8').replace(/\/\*[\s\S]*?\*\//g, '')
      return [...fonte.matchAll(/'([A-ZÀ-Ú][^'\n]* [^'\n]*[.?!])'|`([A-ZÀ-Ú][^`\n]* [^`\n]*[.?!])`/g)].map(
        ([, simples, modelo]) => simples ?? modelo ?? '',
      )
    })
    const faltam = escritas.filter((frase) => {
      const escrita = frase.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '§')
      return (
        !doHistorico.includes(frase) &&
        !conhecidas.includes(escrita) &&
        !formas.some((forma) => forma.test(escrita) || forma.test(escrita.replaceAll('§', '2 §')))
      )
    })
    assert.ok(escritas.length > 150)
    assert.deepEqual(
      faltam.filter((frase) => !/\$\{(?:contar|opcoes|characters)\(|\$\{quantos\}/.test(frase)),
      [],
    )
  })

  it('of the pages are all known in Spanish and in English', () => {
    const conhecidas = Object.keys({ ...frasesEmEspanhol, ...dasPaginas })
    const pasta = 'server/modules/paginas'
    const escritas = readdirSync(pasta).flatMap((nome) =>
      [
        ...readFileSync(`${pasta}/${nome}`, 'utf8').matchAll(/dizer\((?:\w+ \? )?(?:'([^']+)'|`([^`]+)`)(?: : (?:'([^']+)'|\w+))?\)/g),
      ].flatMap(([, simples, modelo, outra]) => [simples, modelo, outra].filter((frase) => frase !== undefined)),
    )
    assert.ok(escritas.length > 50)
    assert.deepEqual(
      escritas.map((frase) => frase.replace(/\$\{(?:[^{}]|\{[^{}]*\})*\}/g, '{}')).filter((frase) => !conhecidas.includes(frase)),
      [],
    )
  })

  /** In the pages said of pedidos, feminine in Spanish, of all who asked, of an office and of personal data; in the tags of something else. */
  const deOutros = ['Abertos', 'Concluídos', 'Concluídos no prazo', 'Avaliação de quem pediu', 'Atendimento', 'Seus dados']
  it('of the pages say what the tags say in the same words', async () => {
    falar(await aprender('pt-BR', 'gestao'))
    const daTag = new Map<string, string[]>()
    const inteiras = todas().filter(({ onde }) => !onde.endsWith('()'))
    for (const { onde, texto } of inteiras) daTag.set(texto, [...(daTag.get(texto) ?? []), onde])
    const juntas = Object.keys(dasPaginas).filter((frase) => daTag.has(frase) && !deOutros.includes(frase))
    assert.ok(juntas.length > 20)
    for (const [idioma, paginas] of Object.entries({ es: dasPaginas, en: dasPaginasEmIngles })) {
      falar(await aprender(idioma, 'gestao'))
      const ditos = new Map(todas().map(({ onde, texto }) => [onde, texto]))
      const outras = Object.entries(paginas)
        .filter(([frase]) => juntas.includes(frase))
        .map(([frase, dita]) => ({ frase, dita, naTag: daTag.get(frase)?.map((onde) => ditos.get(onde)) }))
        .filter(({ dita, naTag }) => !naTag?.includes(dita))
      assert.deepEqual(outras, [], idioma)
    }
    falar(await aprender('pt-BR', 'gestao'))
  })

  const contadas = [
    ...['1', '111444777', '1114447773', '111444777355', '11144477735555'].map(mensagens.cpf),
    ...['1', '1234567890123', '123456789012345', '12345678901234567'].map(mensagens.cnpj),
    ...[1, 200].flatMap((quantos) => [mensagens.longo(quantos, 3), mensagens.curto(quantos)]),
    ...['9', '99', '9999', 'A9', 'A9A9'].flatMap((mascara) =>
      ['1', '12', '123', '12345678'].flatMap((texto) => {
        const lido = validarCampo({ codigo: 'c', rotulo: 'C', obrigatorio: true, especie: 'codigo', mascara }, texto, '2026-11-22')
        return 'mensagem' in lido && lido.mensagem ? [lido.mensagem] : []
      }),
    ),
    ...[1, 2].flatMap((casas) => {
      const lido = validarCampo({ codigo: 'c', rotulo: 'C', obrigatorio: true, especie: 'numero', casas }, '1,2345', '2026-11-22')
      return 'mensagem' in lido && lido.mensagem ? [lido.mensagem] : []
    }),
  ]
  it('that count are known for one and for many', () => {
    assert.ok(contadas.length > 25)
    for (const idioma of ['es', 'en'] as const) {
      const dizer = tradutor({ es: frasesEmEspanhol, en: frasesEmIngles }[idioma], dadosEm(idioma))
      assert.deepEqual(
        contadas.filter((frase) => dizer(frase) === frase),
        [],
      )
    }
  })

  it('are each said by their own words, and not by those of one that only begins and ends alike', () => {
    const com = (frase: string) => frase.replaceAll('{}', '7')
    for (const [idioma, frases] of Object.entries({ es: frasesEmEspanhol, en: frasesEmIngles })) {
      const dizer = tradutor(frases, (escrito) => escrito)
      const outras = Object.entries(frases).filter(([frase, dita]) => dizer(com(frase)) !== com(dita))
      assert.deepEqual(outras, [], idioma)
    }
    assert.equal(tradutor(frasesEmIngles, dadosEm('en'))('Use 12 caracteres ou mais.'), 'Use 12 characters or more.')
  })

  it('take the same things in each language', () => {
    const lugares = (frase: string) => frase.split('{}').length
    for (const frases of [frasesEmEspanhol, frasesEmIngles])
      for (const [frase, dita] of Object.entries(frases)) assert.equal(lugares(dita), lugares(frase), frase)
  })
})
