import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import type { ArquivoDeEntidade } from '../../../../server/contract/entidade.js'
import { somarDias } from '../../../../server/domain/prazo.js'
import { ArquivoInvalido, buscarEntidade, exportarEntidade, importarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { root } from '../../../../server/platform/paths.js'
import { fixedClock, testPlatform } from '../../helpers/platform.js'
import { arquivoDeExemplo, tipoDeExemplo } from './arquivo-de-exemplo.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const platform = await testPlatform({ clock })

const importar = (arquivo: ArquivoDeEntidade) => importarEntidade(platform, arquivo)

async function recusado(arquivo: ArquivoDeEntidade): Promise<string[]> {
  const erro = await importar(arquivo).catch((falha: unknown) => falha)
  assert.ok(erro instanceof ArquivoInvalido, `expected a refusal, got ${String(erro)}`)
  return erro.problemas.map(({ caminho }) => caminho)
}

async function entidadeNova(codigo: string, mudancas: Partial<ArquivoDeEntidade> = {}) {
  const arquivo = arquivoDeExemplo({ codigo, ...mudancas })
  await importar(arquivo)
  const aberta = await buscarEntidade(platform, codigo)
  assert.ok(aberta)
  return { arquivo, aberta }
}

/** A protocolo as the opening leaves it, with no more than the database demands. */
async function abrirProtocolo(codigo: string, tipo: string) {
  const entidade = await buscarEntidade(platform, codigo)
  const aberto = entidade?.tipos.get(tipo)
  assert.ok(entidade && aberto)
  const { sql } = platform.db
  await sql`insert into contadores values (${entidade.id}, ${aberto.orgao.id}, 2026, 100)`
  await sql`insert into protocolos (entidade_id, protocolo_id, orgao_id, ano, sequencia, numero, tipo_id, tipo_versao, unidade_id, situacao,
      sigilo, canal, requerente, respostas, prazo, codigo_hash, aberto_em, atualizado_em)
    values (${entidade.id}, ${platform.random.id()}, ${aberto.orgao.id}, 2026, 100, 'PME 2026/100', ${aberto.id}, ${aberto.versao},
      ${aberto.unidade.id}, 'nao_analisado', 'publico', 'site', '{}', '{}', '2026-12-06', '\\x00', now(), now())`
}

describe('importing an entidade', () => {
  it('tells what a new one brings, and nothing the second time', async () => {
    const arquivo = arquivoDeExemplo({ codigo: 'nova' })
    const primeira = await importar(arquivo)
    assert.equal(primeira.nova, true)
    assert.ok(primeira.linhas.includes('Entra o órgão Prefeitura (PME).'))
    assert.ok(primeira.linhas.includes('Entra a unidade Obras (obras).'))
    assert.ok(primeira.linhas.includes('Entra o serviço Tapa-buraco (buraco).'))
    const segunda = await importar(structuredClone(arquivo))
    assert.deepEqual(segunda, { codigo: 'nova', nova: false, linhas: [], avisos: [] })
  })

  it('tells what changed, piece by piece', async () => {
    const { arquivo } = await entidadeNova('mudada')
    const [buraco] = arquivo.tipos
    assert.ok(buraco)
    buraco.prazo.dias = 20
    buraco.documentos = []
    arquivo.tipos = [buraco, tipoDeExemplo('outros', 'Outros')]
    arquivo.contato = { telefone: '(00) 1111-1111', horario: 'Segunda a sexta, das 8h às 17h' }
    const { linhas } = await importar(arquivo)
    assert.deepEqual(linhas, [
      'Entidade, contato, telefone: de “(00) 0000-0000” para “(00) 1111-1111”.',
      'Sai o serviço Poda de árvore (arvore).',
      'Entra o serviço Outros (outros).',
      'Serviço Tapa-buraco (buraco), prazo, dias: de 15 para 20.',
      'Serviço Tapa-buraco (buraco): sai o documento “Fotos”.',
    ])
  })

  it('gives a changed tipo a new version and leaves the others alone', async () => {
    const { arquivo, aberta } = await entidadeNova('versoes')
    const [buraco] = arquivo.tipos
    assert.ok(buraco)
    buraco.nome = 'Buraco na rua'
    await importar(arquivo)
    const depois = (await exportarEntidade(platform, 'versoes'))?.tipos.map(({ nome }) => nome)
    assert.deepEqual(depois, ['Buraco na rua', 'Poda de árvore'])
    const versoes = await platform.db.sql`
      select codigo, versao from tipos where entidade_id = ${aberta.id} order by posicao`
    assert.deepEqual(
      [...versoes],
      [
        { codigo: 'buraco', versao: 2 },
        { codigo: 'arvore', versao: 1 },
      ],
    )
    const [antiga] = await platform.db.sql`
      select definicao->>'nome' as nome from tipos_versoes join tipos using (entidade_id, tipo_id)
      where entidade_id = ${aberta.id} and codigo = 'buraco' and tipos_versoes.versao = 1`
    assert.equal(antiga?.nome, 'Tapa-buraco')
  })

  it('does not take an orgao, a unidade or a tipo from under its protocolos', async () => {
    const { arquivo } = await entidadeNova('presa')
    await abrirProtocolo('presa', 'buraco')
    const [pme, camara] = arquivo.orgaos
    assert.ok(pme && camara)
    const arvore = { ...tipoDeExemplo('arvore', 'Poda de árvore'), orgao: 'CAMARA', unidade: 'camara' }
    assert.deepEqual(await recusado({ ...arquivo, orgaos: [camara], tipos: [arvore] }), ['orgaos[PME]', 'unidades[obras]', 'tipos[buraco]'])
    assert.deepEqual(await recusado({ ...arquivo, tipos: [] }), ['tipos[buraco]'])
    assert.equal((await importar({ ...arquivo, orgaos: [pme] })).linhas.length, 2)
  })

  it('does not change how numbers are written once the year has its first', async () => {
    const { arquivo } = await entidadeNova('numerada')
    await abrirProtocolo('numerada', 'buraco')
    const [pme, camara] = arquivo.orgaos
    assert.ok(pme && camara)
    const outra = { ...pme, numeracao: { mascara: '{sequencia}/{ano}', inicio: 1 } }
    assert.deepEqual(await recusado({ ...arquivo, orgaos: [outra, camara] }), [
      'orgaos[PME].numeracao.mascara',
      'orgaos[PME].numeracao.inicio',
    ])
    const daCamara = { ...camara, numeracao: { mascara: 'C-{sequencia}/{ano}' } }
    assert.equal((await importar({ ...arquivo, orgaos: [pme, daCamara] })).linhas.length, 1)
    clock.set('2027-01-01T02:59:59Z')
    assert.equal((await recusado({ ...arquivo, orgaos: [outra, daCamara] })).length, 2)
    clock.set('2027-01-01T03:00:00Z')
    assert.equal((await importar({ ...arquivo, orgaos: [outra, daCamara] })).linhas.length, 2)
    clock.set('2026-11-21T12:00:00Z')
  })

  it('writes nothing when something is refused', async () => {
    const { arquivo } = await entidadeNova('inteira')
    await abrirProtocolo('inteira', 'buraco')
    await recusado({ ...arquivo, nome: 'Outro nome', tipos: [] })
    assert.deepEqual(await exportarEntidade(platform, 'inteira'), arquivoDeExemplo({ codigo: 'inteira' }))
  })

  it('says what is wrong, and where, in the words of the file', async () => {
    const campos: ArquivoDeEntidade['tipos'][number]['campos'] = [
      { codigo: 'a', rotulo: 'A', especie: 'texto', quando: { campo: 'b', em: ['x'] } },
      {
        codigo: 'b',
        rotulo: 'B',
        especie: 'escolha',
        opcoes: [
          { valor: 'x', rotulo: 'X' },
          { valor: 'x', rotulo: 'Y' },
        ],
      },
      { codigo: 'c', rotulo: 'C', especie: 'texto', quando: { campo: 'b', em: ['z'] } },
      { codigo: 'd', rotulo: 'D', especie: 'numero', minimo: 5, maximo: 1, quando: { campo: 'a', em: ['x'] } },
      { codigo: 'd', rotulo: 'D', especie: 'data', minimo: 'amanhã' },
    ]
    const tipo = { ...tipoDeExemplo('torto', 'Torto'), orgao: 'NADA', unidade: 'nada', campos }
    assert.deepEqual(await recusado(arquivoDeExemplo({ codigo: 'docs', tipos: [tipo] })), [
      'codigo',
      'tipos[torto].orgao',
      'tipos[torto].unidade',
      'tipos[torto].campos[d]',
      'tipos[torto].campos[a].quando.campo',
      'tipos[torto].campos[b].opcoes[x]',
      'tipos[torto].campos[c].quando.em',
      'tipos[torto].campos[d].maximo',
      'tipos[torto].campos[d].quando.campo',
      'tipos[torto].campos[d].minimo',
    ])
    const semNome = JSON.parse(JSON.stringify(arquivoDeExemplo(), (chave, valor) => (chave === 'rotulo' ? undefined : valor)))
    const erro = await importarEntidade(platform, semNome).catch((falha: unknown) => falha)
    assert.ok(erro instanceof ArquivoInvalido)
    assert.equal(erro.problemas[0]?.caminho, 'tipos[buraco].campos[risco].rotulo')
    assert.equal(erro.problemas[0]?.mensagem, 'Falta preencher este campo.')
  })

  it('tells what may be written where something else was', async () => {
    const texto = JSON.stringify(arquivoDeExemplo({ tema: { base: 'claro' } }))
    const torto = JSON.parse(texto.replace('"claro"', '"azul"').replace('"08-16"', '"16/08"').replace('"texto-longo"', '"texto longo"'))
    const erro = await importarEntidade(platform, torto).catch((falha: unknown) => falha)
    assert.ok(erro instanceof ArquivoInvalido)
    const mensagens = new Map(erro.problemas.map(({ caminho, mensagem }) => [caminho, mensagem]))
    assert.equal(mensagens.get('tema.base'), 'use "claro", "escuro", "auto" ou "govbr"')
    assert.equal(mensagens.get('calendario.feriados[1].dia'), 'use MM-DD para todo ano, ou AAAA-MM-DD')
  })

  it('refuses days that no calendar has', async () => {
    const feriados = ['02-29', '02-30', '2027-02-29', '13-01'].map((dia) => ({ dia, nome: 'Dia' }))
    assert.deepEqual(
      await recusado(arquivoDeExemplo({ calendario: { feriados } })),
      [2, 3, 4].map((n) => `calendario.feriados[${n}].dia`),
    )
    const campos: ArquivoDeEntidade['tipos'][number]['campos'] = [{ codigo: 'd', rotulo: 'D', especie: 'data', maximo: '2026-02-30' }]
    const tipos = [{ ...tipoDeExemplo('torto', 'Torto'), campos }]
    assert.deepEqual(await recusado(arquivoDeExemplo({ tipos })), ['tipos[torto].campos[d].maximo'])
  })

  it('refuses holidays that leave no day of work for a prazo to end on, every year or in one', async () => {
    const dias = Array.from({ length: 366 }, (_, n) => ({ dia: somarDias('2028-01-01', n), nome: 'Dia' }))
    const todoAno = dias.map(({ dia, nome }) => ({ dia: dia.slice(5), nome }))
    for (const feriados of [dias, todoAno, [...dias.slice(0, 60), ...todoAno.slice(200, 260)]]) {
      assert.deepEqual(await recusado(arquivoDeExemplo({ calendario: { feriados } })), ['calendario.feriados'])
    }
    await entidadeNova('festiva', { calendario: { feriados: [...dias.slice(0, 60), ...todoAno.slice(0, 30)] } })
  })

  it('refuses more orgaos than numbers can be told apart by, at once', async () => {
    const [modelo] = arquivoDeExemplo().orgaos
    assert.ok(modelo)
    const orgaos = Array.from({ length: 2_000 }, (_, n) => {
      return { ...modelo, sigla: `O${n}`, numeracao: { mascara: '{sequencia}/{ano}' }, unidades: [{ codigo: `u-${n}`, nome: 'Setor' }] }
    })
    const erros = recusado({ ...arquivoDeExemplo(), orgaos: [...arquivoDeExemplo().orgaos, ...orgaos] })
    assert.deepEqual(await erros, ['orgaos'])
  })

  it('refuses a limit without end, which could not be read again', async () => {
    const { arquivo } = await entidadeNova('sem-fim')
    const campos: ArquivoDeEntidade['tipos'][number]['campos'] = [
      { codigo: 'n', rotulo: 'N', especie: 'numero', maximo: JSON.parse('1e999') },
      { codigo: 'r', rotulo: 'R', especie: 'dinheiro', minimo: JSON.parse('-1e999') },
    ]
    const tipos = [...arquivo.tipos, { ...tipoDeExemplo('torto', 'Torto'), campos }]
    assert.deepEqual(await recusado({ ...arquivo, tipos }), ['tipos[torto].campos[n].maximo', 'tipos[torto].campos[r].minimo'])
    assert.deepEqual(await exportarEntidade(platform, 'sem-fim'), arquivo)
  })

  it('refuses a colour in which texts could not be read, with the nearest in which they can', async () => {
    const clara = arquivoDeExemplo({ tema: { corAcao: '#ffcd07' } })
    const erro = await importarEntidade(platform, clara).catch((falha: unknown) => falha)
    assert.ok(erro instanceof ArquivoInvalido)
    const [problema] = erro.problemas
    assert.equal(problema?.caminho, 'tema.corAcao')
    const mensagem = /^é clara demais: o contraste com o branco é 1,5 e precisa ser 4,5; a cor mais próxima que serve é (#[0-9a-f]{6})$/
    const [, proxima = ''] = mensagem.exec(problema?.mensagem ?? '') ?? []
    assert.deepEqual((await importarEntidade(platform, arquivoDeExemplo({ tema: { corAcao: proxima } }))).linhas.length > 0, true)
  })

  it('warns when the privacy notice changes and its version does not', async () => {
    const { arquivo } = await entidadeNova('avisada')
    const aviso = { ...arquivo.avisoDePrivacidade, texto: 'Outro texto.' }
    assert.match((await importar({ ...arquivo, avisoDePrivacidade: aviso })).avisos[0] ?? '', /mude também a versão/)
    assert.deepEqual((await importar({ ...arquivo, avisoDePrivacidade: { ...aviso, versao: '2099', texto: 'Mais um.' } })).avisos, [])
  })

  it('refuses a mask that writes no number, and text that the database can not keep', async () => {
    const [pme, camara] = arquivoDeExemplo().orgaos
    assert.ok(pme && camara)
    const orgaos = [{ ...pme, numeracao: { mascara: '{ano}' } }, camara]
    assert.deepEqual(await recusado(arquivoDeExemplo({ orgaos })), ['orgaos[PME].numeracao.mascara'])
    assert.deepEqual(await recusado(arquivoDeExemplo({ nome: 'a\0b' })), [''])
    assert.deepEqual(await recusado(arquivoDeExemplo({ nome: 'a\ud800b' })), [''])
  })

  it('refuses what says something else than what is seen, and addresses that are none', async () => {
    for (const nome of ['\u200b', 'a\u202eb', 'a\u0007b']) assert.deepEqual(await recusado(arquivoDeExemplo({ nome })), [''])
    assert.deepEqual(await recusado(arquivoDeExemplo({ nome: 'Prefeitura\r\nBcc: x' })), ['nome'])
    for (const origem of ['https://a:99999999', 'https://xn--a', 'https://..', `https://${'a'.repeat(300)}.br`]) {
      assert.deepEqual(await recusado(arquivoDeExemplo({ origens: [origem], rpId: 'exemplo.br' })), ['origens[1]'], origem)
    }
    for (const consulta of ['https://prefeitura@exemplo.br', 'https://exemplo.br/a b']) {
      assert.deepEqual(await recusado(arquivoDeExemplo({ paginas: { consulta } })), ['paginas.consulta'], consulta)
    }
  })

  it('refuses a mask with a word that the texts say otherwise', async () => {
    const [pme, camara] = arquivoDeExemplo().orgaos
    assert.ok(pme && camara)
    const orgaos = [{ ...pme, numeracao: { mascara: 'Protocolo {sequencia}/{ano}' } }, camara]
    const nomes = { protocolo: { singular: 'requerimento', plural: 'requerimentos', genero: 'm' as const } }
    assert.deepEqual(await recusado(arquivoDeExemplo({ orgaos, nomes })), ['orgaos[PME].numeracao.mascara'])
    assert.ok((await importar(arquivoDeExemplo({ codigo: 'palavrosa', nomes }))).nova)
  })

  it('refuses, as any property that it does not know, the name that `nomes` had before', async () => {
    const palavras = { pedido: { singular: 'requerimento', plural: 'requerimentos', genero: 'm' } }
    assert.deepEqual(await recusado({ ...arquivoDeExemplo(), palavras } as ArquivoDeEntidade), ['palavras'])
  })

  it('gives passkeys to a domain of one of its sites, or to the one above that is its own; to that of the server unless told', async () => {
    const origens = ['https://www.exemplo.sp.gov.br', 'https://agua.exemplo.com.br:8443']
    for (const rpId of ['www.exemplo.sp.gov.br', 'exemplo.sp.gov.br', 'agua.exemplo.com.br', 'exemplo.com.br', 'localhost']) {
      const { aberta } = await entidadeNova(`de-${rpId.replaceAll('.', '-')}`, { origens, rpId })
      assert.equal(aberta.cartao.rpId, rpId)
    }
    for (const rpId of [
      'sp.gov.br',
      'gov.br',
      'com.br',
      'br',
      'mplo.sp.gov.br',
      'outra.sp.gov.br',
      'x.www.exemplo.sp.gov.br',
      'https://a.br',
    ]) {
      assert.deepEqual(await recusado(arquivoDeExemplo({ origens, rpId })), ['rpId'], rpId)
    }
    assert.equal((await entidadeNova('sem-dominio')).aberta.cartao.rpId, 'localhost')
  })

  it('says on its card what it asks of a sign-up, which is nothing unless told', async () => {
    const { aberta, arquivo } = await entidadeNova('exigente', { cadastro: { exige: ['telefone', 'endereco'] } })
    assert.deepEqual(aberta.cartao.cadastro, { exige: ['telefone', 'endereco'] })
    assert.deepEqual(await exportarEntidade(platform, 'exigente'), arquivo)
    assert.deepEqual((await entidadeNova('facil')).aberta.cartao.cadastro, { exige: [] })
    const torta = { ...arquivoDeExemplo(), cadastro: { exige: ['nomeDoCachorro'] } }
    await assert.rejects(importarEntidade(platform, torta), /cadastro\.exige\[1\]: use "usuario", "nascimento"/)
  })

  it('warns, and no more, when two orgaos write the same number', async () => {
    const arquivo = arquivoDeExemplo({ codigo: 'ambigua' })
    for (const orgao of arquivo.orgaos) orgao.numeracao = { mascara: '{sequencia}/{ano}' }
    const { avisos, linhas } = await importar(arquivo)
    assert.ok(linhas.length > 0)
    assert.match(avisos[0] ?? '', /PME ou de CAMARA/)
  })

  it('warns when nobody hears of the requests that a unidade answers', async () => {
    const arquivo = arquivoDeExemplo({ codigo: 'silenciosa' })
    for (const { unidades } of arquivo.orgaos) for (const unidade of unidades) delete unidade.email
    const { avisos, linhas } = await importar(arquivo)
    assert.ok(linhas.length > 0)
    assert.deepEqual(avisos, ['orgaos[PME].unidades[obras]: Obras não tem e-mail, e ninguém será avisado dos pedidos que chegarem'])
    const fechados = arquivo.tipos.map((tipo) => ({ ...tipo, fechado: true }))
    assert.deepEqual((await importar({ ...arquivo, tipos: fechados })).avisos, [])
  })

  it('warns when no site may hold the tags', async () => {
    const { avisos, linhas } = await importar(arquivoDeExemplo({ codigo: 'isolada', origens: [] }))
    assert.ok(linhas.length > 0)
    assert.deepEqual(avisos, ['origens: está vazio, e nenhum outro site pode usar os componentes; só a página deste servidor'])
  })

  it('reaches the memory of every node', async () => {
    const { arquivo } = await entidadeNova('lembrada')
    const outro = await testPlatform({ config: { databaseUrl: platform.db.url } })
    assert.equal((await buscarEntidade(outro, 'lembrada'))?.cartao.nome, 'Prefeitura de Exemplo')
    const avisado = new Promise<void>((pronto) => {
      void outro.db.listen('entidades', () => pronto())
    })
    await importar({ ...arquivo, nome: 'Novo nome' })
    await avisado
    assert.equal((await buscarEntidade(outro, 'lembrada'))?.cartao.nome, 'Novo nome')
  })

  it('takes two imports at once, one after the other', async () => {
    const { arquivo } = await entidadeNova('concorrida')
    const nomes = ['A', 'B', 'C', 'D']
    await Promise.all(nomes.map((nome) => importar({ ...arquivo, nome })))
    assert.ok(nomes.includes((await exportarEntidade(platform, 'concorrida'))?.nome ?? ''))
  })
})

describe('the entidades of the demo', () => {
  const pasta = join(root, 'demo', 'entidades')
  for (const nome of readdirSync(pasta)) {
    it(`${nome} goes in and comes out the same`, async () => {
      const arquivo: ArquivoDeEntidade = JSON.parse(readFileSync(join(pasta, nome), 'utf8'))
      await importar(arquivo)
      assert.deepEqual(await exportarEntidade(platform, arquivo.codigo), arquivo)
    })
  }
})
