import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type {
  ChaveCriada,
  IndisponibilidadesListadas,
  LotacoesListadas,
  ResultadoDaImportacao,
  TipoDoArquivo,
  TiposListados,
  VersoesDoTipo,
} from '../../../../server/contract/administracao.js'
import type { IntegridadeDaAuditoria, PaginaDaAuditoria } from '../../../../server/contract/auditoria.js'
import type { ArquivoDeEntidade } from '../../../../server/contract/entidade.js'
import type { Indicadores } from '../../../../server/contract/indicadores.js'
import { listarVersoes, verVersao } from '../../../../server/modules/administracao/arquivo.js'
import { buscarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { fixedClock } from '../../helpers/platform.js'
import { ler, problemaDe } from '../contas/apoio.js'
import { montarAdministracao } from './apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const casa = await montarAdministracao({ clock })
const { platform, app, servidor, administradora, pessoa, abrirComo, unidade, colocar } = casa
const { sql } = platform.db
const { pedir, confirmar } = administradora

async function arquivoAtual() {
  const recebido = await pedir('GET', '/administracao/arquivo')
  const etag = recebido.headers.get('ETag') ?? ''
  return { arquivo: await ler<ArquivoDeEntidade>(recebido, 200), etag }
}

async function tipoAtual(codigo: string) {
  const recebido = await pedir('GET', `/administracao/tipos/${codigo}`)
  const etag = recebido.headers.get('ETag') ?? ''
  return { ...(await ler<TipoDoArquivo>(recebido, 200)), etag }
}

const aoGravar = async (recebido: Promise<Response>) => ler<ResultadoDaImportacao>(await recebido, 200)

describe('the file of an entidade, over HTTP', () => {
  it('is told what it would change, and why it would be refused, without changing anything', async () => {
    const { arquivo } = await arquivoAtual()
    const simular = (body: object) => aoGravar(pedir('PUT', '/administracao/arquivo?simular=1', { body }))
    const mudado = { ...arquivo, nome: 'Prefeitura Nova' }
    assert.deepEqual((await simular(mudado)).linhas, ['Entidade, nome: de “Prefeitura de Exemplo” para “Prefeitura Nova”.'])
    assert.deepEqual((await simular({ ...arquivo, fuso: 'Lua/Cratera' })).problemas, [
      { caminho: 'fuso', mensagem: 'fuso horário desconhecido' },
    ])
    const [cor] = (await simular({ ...arquivo, tema: { corAcao: '#ffcd07' } })).problemas
    assert.equal(cor?.caminho, 'tema.corAcao')
    assert.match(cor.mensagem, /a cor mais próxima que serve é #[0-9a-f]{6}$/)
    const [problema] = (await simular({ ...arquivo, codigo: 'outra' })).problemas
    assert.equal(problema?.caminho, 'codigo')
    assert.deepEqual((await arquivoAtual()).arquivo, arquivo)
  })

  it('is changed by who confirms who they are and has read it as it stands', async () => {
    const { arquivo, etag } = await arquivoAtual()
    const body = { ...arquivo, contato: { ...arquivo.contato, telefone: '(00) 1111-1111' } }
    await problemaDe(await pedir('PUT', '/administracao/arquivo', { body, headers: { 'If-Match': etag } }), 403)
    const headers = { ...(await confirmar()), 'If-Match': etag }
    const { versao, linhas } = await aoGravar(pedir('PUT', '/administracao/arquivo', { body, headers }))
    assert.equal(linhas.length, 1)
    assert.deepEqual(await arquivoAtual(), { arquivo: body, etag: `"${versao}"` })
    const repetido = await pedir('PUT', '/administracao/arquivo', { body: arquivo, headers: { ...(await confirmar()), 'If-Match': etag } })
    assert.equal((await problemaDe(repetido, 412)).codigo, 'arquivo_mudou')
    const semVersao = await pedir('PUT', '/administracao/arquivo', { body: arquivo, headers: await confirmar() })
    assert.equal((await problemaDe(semVersao, 412)).codigo, 'arquivo_mudou')
    assert.deepEqual((await arquivoAtual()).arquivo, body)
  })

  it('of two who change it at once keeps one’s, and tells the other', async () => {
    const { arquivo, etag } = await arquivoAtual()
    const status = await Promise.all(
      ['A', 'B'].map(async (nome) => {
        const headers = { ...(await confirmar()), 'If-Match': etag }
        return (await pedir('PUT', '/administracao/arquivo', { body: { ...arquivo, nome: `Prefeitura ${nome}` }, headers })).status
      }),
    )
    assert.deepEqual(status.sort(), [200, 412])
  })

  it('is no other entidade’s, and a refused one spends no confirmation', async () => {
    const { arquivo, etag } = await arquivoAtual()
    const headers = { ...(await confirmar()), 'If-Match': etag }
    const body = { ...arquivo, codigo: 'outra' }
    assert.deepEqual(
      (await problemaDe(await pedir('PUT', '/administracao/arquivo', { body, headers }), 422)).campos?.[0]?.caminho,
      'codigo',
    )
    await aoGravar(pedir('PUT', '/administracao/arquivo', { body: { ...arquivo, nome: 'Prefeitura C' }, headers }))
  })

  it('is a few parts, each changed by itself', async () => {
    const { etag } = await arquivoAtual()
    const calendario = { feriados: [{ dia: '09-01', nome: 'Padroeiro' }], facultativos: true }
    const feito = await aoGravar(pedir('PUT', '/administracao/calendario', { body: calendario, headers: { 'If-Match': etag } }))
    assert.equal((await pedir('PUT', '/administracao/calendario', { body: calendario, headers: { 'If-Match': etag } })).status, 412)
    const nova = { codigo: 'saude', nome: 'Saúde', orgao: 'PME' }
    await aoGravar(pedir('PUT', '/administracao/unidades/saude', { body: nova, headers: { 'If-Match': `"${feito.versao}"` } }))
    const mudada = { codigo: 'saude', nome: 'Saúde', email: 'saude@exemplo.br', orgao: 'CAMARA' }
    const { etag: agora } = await arquivoAtual()
    await aoGravar(pedir('PUT', '/administracao/unidades/saude', { body: mudada, headers: { 'If-Match': agora } }))
    const { arquivo, etag: ultima } = await arquivoAtual()
    assert.deepEqual(arquivo.calendario, calendario)
    assert.deepEqual(
      arquivo.orgaos.map(({ unidades }) => unidades.map(({ codigo }) => codigo)),
      [
        ['geral', 'obras'],
        ['camara', 'saude'],
      ],
    )
    const sem = await pedir('PUT', '/administracao/unidades/saude', { body: { ...mudada, orgao: 'NADA' }, headers: { 'If-Match': ultima } })
    assert.equal((await problemaDe(sem, 422)).campos?.[0]?.caminho, 'orgao')
    const outroCodigo = await pedir('PUT', '/administracao/unidades/obras', { body: mudada, headers: { 'If-Match': ultima } })
    assert.equal((await problemaDe(outroCodigo, 422)).campos?.[0]?.caminho, 'codigo')
  })
})

describe('a tipo that is changed', () => {
  it('leaves protocolos the version that they were opened with', async () => {
    const dona = await pessoa()
    const { id } = await abrirComo(dona)
    const { tipo, versao, etag } = await tipoAtual('buraco')
    const campos: typeof tipo.campos = [{ codigo: 'risco', rotulo: 'Ainda há risco?', especie: 'sim-nao', obrigatorio: true }]
    await aoGravar(
      pedir('PUT', '/administracao/tipos/buraco', { body: { ...tipo, nome: 'Buracos', campos }, headers: { 'If-Match': etag } }),
    )
    assert.equal((await tipoAtual('buraco')).versao, versao + 1)
    const visto = await ler<{ tipo: string; respostas: { rotulo: string }[] }>(await casa.pedir(dona, 'GET', `/protocolos/${id}`), 200)
    assert.deepEqual([visto.tipo, visto.respostas.map(({ rotulo }) => rotulo)], [tipo.nome, ['Há risco?']])
    const { id: outro } = await abrirComo(dona)
    const novo = await ler<{ tipo: string; respostas: { rotulo: string }[] }>(await casa.pedir(dona, 'GET', `/protocolos/${outro}`), 200)
    assert.deepEqual([novo.tipo, novo.respostas.map(({ rotulo }) => rotulo)], ['Buracos', ['Ainda há risco?']])
  })

  it('keeps its versions, with when, by whom and how many open protocolos follow each', async () => {
    const { tipo, versao, etag } = await tipoAtual('buraco')
    const { id } = await abrirComo(await pessoa(), { respostas: { risco: true } })
    clock.set('2026-11-21T12:11:00Z')
    await aoGravar(pedir('PUT', '/administracao/tipos/buraco', { body: { ...tipo, taxa: 'Grátis' }, headers: { 'If-Match': etag } }))
    clock.set('2026-11-21T12:00:00Z')
    const listar = async () => (await ler<VersoesDoTipo>(await pedir('GET', '/administracao/tipos/buraco/versoes'), 200)).versoes
    const antes = await listar()
    assert.deepEqual(antes[0], { versao: versao + 1, em: '2026-11-21T12:11:00.000Z', quem: 'Oficial Exemplo', abertos: 0 })
    assert.equal(antes.at(-1)?.quem, 'cli')
    await sql`update protocolos set situacao = 'cancelado' where protocolo_id = ${id}`
    assert.equal((await listar())[1]?.abertos, (antes[1]?.abertos ?? 0) - 1)
    const velha = await ler<TipoDoArquivo>(await pedir('GET', `/administracao/tipos/buraco/versoes/${versao}`), 200)
    assert.deepEqual(velha, { versao, tipo })
    for (const outra of [0, versao + 2, 'x', '9999999999'])
      await problemaDe(await pedir('GET', `/administracao/tipos/buraco/versoes/${outra}`), 404)
    await problemaDe(await pedir('GET', '/administracao/tipos/nenhum/versoes'), 404)
  })

  it('tells who was filling it in when the answers no longer fit, and takes those that do', async () => {
    const dona = await pessoa()
    const { versao, tipo, etag } = await tipoAtual('arvore')
    const headers = { 'Idempotency-Key': randomUUID() }
    const pedido = { ...casa.pedidoDe(dona, { tipo: 'arvore' }), versao }
    const exigido: (typeof tipo.campos)[number] = { codigo: 'rua', rotulo: 'Rua', especie: 'texto', obrigatorio: true }
    const body = { ...tipo, campos: [...tipo.campos, exigido] }
    const { versao: doArquivo } = await aoGravar(pedir('PUT', '/administracao/tipos/arvore', { body, headers: { 'If-Match': etag } }))
    assert.ok(doArquivo > versao)
    assert.equal((await problemaDe(await casa.pedir(dona, 'POST', '/protocolos', { body: pedido, headers }), 409)).codigo, 'tipo_mudou')
    const completo = { ...pedido, respostas: { ...pedido.respostas, rua: 'Rua das Flores' } }
    await ler(await casa.pedir(dona, 'POST', '/protocolos', { body: completo, headers }), 201)
  })

  it('is new without a version, and changed only with the one in force', async () => {
    const { tipo } = await tipoAtual('buraco')
    const novo = { ...tipo, codigo: 'calcada', nome: 'Calçada' }
    await aoGravar(pedir('PUT', '/administracao/tipos/calcada', { body: novo }))
    assert.equal((await pedir('PUT', '/administracao/tipos/calcada', { body: { ...novo, nome: 'Outra' } })).status, 412)
    const headers = { 'If-Match': '"9"' }
    assert.equal((await pedir('PUT', '/administracao/tipos/calcada', { body: { ...novo, nome: 'Outra' }, headers })).status, 412)
    assert.equal((await tipoAtual('calcada')).tipo.nome, 'Calçada')
  })

  it('by several at once, each another, is changed by all', async () => {
    const { tipo } = await tipoAtual('buraco')
    const codigos = ['a1', 'a2', 'a3']
    const feitos = await Promise.all(codigos.map((codigo) => pedir('PUT', `/administracao/tipos/${codigo}`, { body: { ...tipo, codigo } })))
    assert.deepEqual(
      feitos.map(({ status }) => status),
      [200, 200, 200],
    )
    const { arquivo } = await arquivoAtual()
    assert.ok(codigos.every((codigo) => arquivo.tipos.some((um) => um.codigo === codigo)))
  })

  it('is refused beside the path of what is wrong, and closed', async () => {
    const { tipo, etag } = await tipoAtual('buraco')
    const headers = { 'If-Match': etag }
    const torto = await pedir('PUT', '/administracao/tipos/buraco', { body: { ...tipo, unidade: 'lua' }, headers })
    assert.match((await problemaDe(torto, 422)).campos?.[0]?.caminho ?? '', /^tipos\[buraco\]\.unidade/)
    await aoGravar(pedir('DELETE', '/administracao/tipos/buraco', { headers }))
    assert.equal((await app.request('/v1/entidades/exemplo/tipos/buraco')).status, 409)
    assert.equal((await pedir('DELETE', '/administracao/tipos/nenhum')).status, 404)
    const { tipo: fechado, etag: agora } = await tipoAtual('buraco')
    assert.equal(fechado.fechado, true)
    await aoGravar(pedir('PUT', '/administracao/tipos/buraco', { body: tipo, headers: { 'If-Match': agora } }))
  })
})

describe('who works where', () => {
  const mudar = async (method: string, body: object) => pedir(method, '/administracao/lotacoes', { body, headers: await confirmar() })

  it('is given and taken by CPF, once confirmed, and audited with from where', async () => {
    const nova = await pessoa()
    const alvo = { documento: nova.cadastro.documento, unidade: 'obras' }
    assert.equal((await pedir('PUT', '/administracao/lotacoes', { body: { ...alvo, papel: 'gestor' } })).status, 403)
    await ler(await mudar('PUT', { ...alvo, papel: 'gestor' }), 200)
    const { lotacoes } = await ler<LotacoesListadas>(await pedir('GET', '/administracao/lotacoes'), 200)
    assert.ok(lotacoes.some(({ documento, unidade, papel }) => documento === alvo.documento && unidade === 'obras' && papel === 'gestor'))
    assert.equal((await nova.aparelho.pedir('GET', '/v1/entidades/exemplo/gestao/posto', { token: nova.token })).status, 200)
    await ler(await mudar('DELETE', alvo), 200)
    assert.equal((await nova.aparelho.pedir('GET', '/v1/entidades/exemplo/gestao/posto', { token: nova.token })).status, 403)
    const notas =
      await sql`select acao, endereco, aparelho from auditoria where quem = ${administradora.contaId} and acao like 'lotacao.%' order by em, auditoria_id`
    const deOnde = { endereco: 'local', aparelho: 'Chrome no Android' }
    assert.deepEqual(
      [...notas],
      [
        { acao: 'lotacao.dar', ...deOnde },
        { acao: 'lotacao.tirar', ...deOnde },
      ],
    )
  })

  for (const [body, caminho] of [
    [{ documento: '111.444.777-36', unidade: 'obras', papel: 'gestor' }, 'documento'],
    [{ documento: '529.982.247-25', unidade: 'obras', papel: 'gestor' }, 'documento'],
    [{ documento: administradora.cadastro.documento, unidade: 'lua', papel: 'gestor' }, 'unidade'],
    [{ documento: administradora.cadastro.documento, unidade: 'geral', papel: 'gestor' }, 'documento'],
  ] as const) {
    it(`refuses ${JSON.stringify({ ...body, documento: 'x' })} beside ${caminho}`, async () => {
      assert.deepEqual((await problemaDe(await mudar('PUT', body), 422)).campos?.[0]?.caminho, caminho)
    })
  }

  it('never leaves an entidade without who administers it', async () => {
    const alvo = { documento: administradora.cadastro.documento, unidade: 'geral' }
    assert.equal((await mudar('DELETE', alvo)).status, 422)
    assert.equal((await pedir('GET', '/administracao/chaves')).status, 200)
  })

  it('of two who administer and take each other’s place away at once, leaves one', async () => {
    for (const metodo of ['DELETE', 'PUT'] as const) {
      const outra = await casa.servidor({ camara: 'administrador' })
      const tirar = async (quem: typeof outra, de: typeof outra, unidade: string) => {
        const body = { documento: de.cadastro.documento, unidade, ...(metodo === 'PUT' && { papel: 'atendente' }) }
        const headers = await quem.confirmar()
        return () => quem.pedir(metodo, '/administracao/lotacoes', { body, headers })
      }
      const juntos = [await tirar(administradora, outra, 'camara'), await tirar(outra, administradora, 'geral')]
      const feitos = await Promise.all(juntos.map((fazer) => fazer()))
      const restam = await sql`select from lotacoes where entidade_id = ${casa.entidade.id} and papel = 'administrador'`
      assert.deepEqual([restam.length, feitos.filter(({ ok }) => ok).length], [1, 1], metodo)
      await sql`delete from lotacoes where conta_id = ${outra.contaId}`
      await sql`
        insert into lotacoes (entidade_id, lotacao_id, unidade_id, conta_id, papel)
        select entidade_id, gen_random_uuid(), unidade_id, ${administradora.contaId}, 'administrador' from unidades where entidade_id = ${casa.entidade.id} and codigo = 'geral'
            on conflict (entidade_id, conta_id, unidade_id) do update set papel = 'administrador'`
    }
  })
})

describe('an API key', () => {
  const criar = async (escopos: string[]) =>
    ler<ChaveCriada>(await pedir('POST', '/administracao/chaves', { body: { nome: 'Painel', escopos }, headers: await confirmar() }), 201)
  const com = (chave: string, path: string, entidade = 'exemplo') =>
    app.request(`/v1/entidades/${entidade}/gestao/${path}`, { headers: { Authorization: `Bearer ${chave}` } })

  it('is shown once, reads what it may of its entidade, and nothing once revoked', async () => {
    const { chave, id, prefixo } = await criar(['indicadores'])
    assert.ok(chave.startsWith(prefixo))
    assert.doesNotMatch(await (await pedir('GET', '/administracao/chaves')).text(), new RegExp(chave))
    const guardado = await sql`select chave_hash from chaves where chave_id = ${id}`
    assert.equal(guardado.length, 1)
    const { total } = await ler<Indicadores>(await com(chave, 'indicadores'), 200)
    assert.ok((total.abertos ?? 0) > 0)
    assert.equal((await com(chave, 'consulta?numero=1')).status, 401)
    assert.equal((await com(chave, 'indicadores', 'outra')).status, 401)
    assert.equal((await com(`${chave.slice(0, -1)}_`, 'indicadores')).status, 401)
    for (const path of ['fila', 'auditoria', 'administracao/arquivo', 'posto']) assert.equal((await com(chave, path)).status, 401, path)
    assert.equal((await pedir('DELETE', `/administracao/chaves/${id}`)).status, 204)
    assert.equal((await com(chave, 'indicadores')).status, 401)
    assert.equal((await pedir('DELETE', `/administracao/chaves/${id}`)).status, 404)
    const notas = await sql`select acao from auditoria where dados->>'chave' = ${id} order by em, auditoria_id`
    assert.deepEqual(
      notas.map(({ acao }) => acao),
      ['chave.criar', 'chave.revogar'],
    )
  })

  it('reads what a number alone shows, and nobody’s name', async () => {
    const { chave } = await criar(['consulta'])
    const { numero } = await abrirComo(await pessoa())
    const visto = await com(chave, `consulta?numero=${encodeURIComponent(numero)}`)
    assert.doesNotMatch(await visto.text(), /Helena/)
    assert.equal(visto.status, 200)
    assert.equal((await com(chave, 'indicadores')).status, 401)
  })

  it('is made only once confirmed', async () => {
    const body = { nome: 'Painel', escopos: ['indicadores'] }
    assert.equal((await pedir('POST', '/administracao/chaves', { body })).status, 403)
  })
})

describe('who may do so', () => {
  for (const papel of ['atendente', 'gestor'] as const) {
    it(`is no ${papel}`, async () => {
      const quem = await servidor({ geral: papel, obras: papel })
      for (const path of [
        '/auditoria',
        '/administracao/arquivo',
        '/administracao/tipos/buraco',
        '/administracao/lotacoes',
        '/administracao/chaves',
      ])
        assert.equal((await problemaDe(await quem.pedir('GET', path), 403)).codigo, 'sem_permissao', path)
      const indicadores = await quem.pedir('GET', '/indicadores')
      assert.equal(indicadores.status, papel === 'gestor' ? 200 : 403)
    })
  }

  it('is nobody of another entidade', async () => {
    const { aparelho, token } = administradora
    assert.equal((await aparelho.pedir('GET', '/v1/entidades/outra/gestao/administracao/arquivo', { token })).status, 401)
  })
})

describe('the indicators of the desk', () => {
  it('are of the unidades of a gestor, and of all for who administers; in a spreadsheet too', async () => {
    const gestora = await servidor({ camara: 'gestor' })
    const { porUnidade } = await ler<Indicadores>(await gestora.pedir('GET', '/indicadores'), 200)
    assert.deepEqual(porUnidade, [])
    assert.equal((await gestora.pedir('GET', '/indicadores?unidade=obras')).status, 422)
    const todas = await ler<Indicadores>(await pedir('GET', '/indicadores'), 200)
    assert.deepEqual(
      todas.porUnidade.map(({ codigo }) => codigo),
      ['obras'],
    )
    for (const pedido of [pedir('GET', '/indicadores?formato=csv'), pedir('GET', '/indicadores', { headers: { Accept: 'text/csv' } })])
      assert.match((await pedido).headers.get('Content-Type') ?? '', /^text\/csv/)
  })
})

describe('the audit, over HTTP', () => {
  it('goes back page by page, without gaps, by who, when and what it was done to', async () => {
    const { id, numero } = await abrirComo(await pessoa())
    const todos: PaginaDaAuditoria['registros'] = []
    for (let depois = ''; ; ) {
      const { registros, proximo } = await ler<PaginaDaAuditoria>(await pedir('GET', `/auditoria?limite=7${depois}`), 200)
      todos.push(...registros)
      if (proximo === null) break
      depois = `&depois=${proximo}`
    }
    const [contadas] = await sql<{ total: number }[]>`
      select count(*) as total from auditoria join entidades using (entidade_id) where codigo = 'exemplo'`
    assert.equal(new Set(todos.map((registro) => registro.id)).size, contadas?.total)
    assert.deepEqual(
      todos.map(({ em }) => em),
      todos
        .map(({ em }) => em)
        .toSorted()
        .reverse(),
    )
    const so = async (filtro: string) => (await ler<PaginaDaAuditoria>(await pedir('GET', `/auditoria?${filtro}`), 200)).registros
    assert.deepEqual(
      (await so(`protocolo=${id}`)).map(({ acao }) => acao),
      ['protocolo.abrir'],
    )
    assert.deepEqual(
      (await so(`protocolo=${encodeURIComponent(numero)}`)).map(({ protocolo }) => protocolo?.id),
      [id],
    )
    assert.ok((await so('acao=protocolo')).every(({ acao }) => acao.startsWith('protocolo.')))
    const importacoes = await so('acao=entidade.importar')
    assert.ok(importacoes.length > 0 && importacoes.every(({ acao }) => acao === 'entidade.importar'))
    assert.deepEqual(await so('acao=entidade.imp'), [])
    const dela = await so(`quem=${administradora.cadastro.documento}`)
    assert.ok(dela.length > 0 && dela.every(({ quem, nome }) => quem === administradora.contaId && nome === 'Oficial Exemplo'))
    assert.ok((await so('quem=cli')).every(({ quem, nome }) => quem === 'cli' && nome === null))
    assert.deepEqual(await so('quem=111.444.777-35'), [])
    assert.deepEqual(await so('ate=2026-11-20'), [])
    assert.ok((await so('de=2026-11-21&ate=2026-11-21')).length > 0)
  })

  for (const [filtro, caminho] of [
    ['de=2026-02-30', 'de'],
    ['quem=111.444.777-36', 'quem'],
    ['protocolo=x', 'protocolo'],
    ['acao=protocolo%25', 'acao'],
    ['depois=x', 'depois'],
    ['limite=0', 'limite'],
    ['de=2026-11-21&ate=2026-11-20', 'ate'],
  ]) {
    it(`refuses ${filtro} beside ${caminho}`, async () => {
      assert.equal((await problemaDe(await pedir('GET', `/auditoria?${filtro}`), 422)).campos?.[0]?.caminho, caminho)
    })
  }

  it('is told whole up to its last act, and broken by a change behind its back', async () => {
    const conferir = async () => ler<IntegridadeDaAuditoria>(await pedir('GET', '/auditoria/integridade'), 200)
    const antes = await conferir()
    assert.deepEqual([antes.integra, antes.falhas, antes.ate !== null], [true, 0, true])
    await abrirComo(await pessoa())
    const depois = await conferir()
    assert.deepEqual([depois.integra, depois.total > antes.total], [true, true])
    await sql`
      insert into elos (entidade_id, ordem, auditoria_id, elo)
      select entidade_id, 1000000000, ${randomUUID()}, '' from entidades where codigo = 'exemplo'`
    const quebrada = await conferir()
    assert.deepEqual([quebrada.integra, quebrada.falhas > 0], [false, true])
  })

  it('of a protocolo is read by who sees it, before and after included', async () => {
    const { id } = await abrirComo(await pessoa())
    const deObras = await servidor({ obras: 'atendente' })
    const daCamara = await servidor({ camara: 'gestor' })
    const recebido = await deObras.pedir('POST', `/protocolos/${id}/tramites`, { body: { acao: 'receber', versao: 1 } })
    const { registros } = await ler<PaginaDaAuditoria>(await deObras.pedir('GET', `/protocolos/${id}/auditoria`), 200)
    assert.equal(registros.at(-1)?.acao, 'protocolo.abrir')
    if (recebido.status === 201) {
      assert.equal(registros[0]?.aparelho, 'Chrome no Android')
      assert.deepEqual(Object.keys(registros[0]?.dados ?? {}).sort(), ['antes', 'depois', 'tramites'])
    }
    assert.equal((await daCamara.pedir('GET', `/protocolos/${id}/auditoria`)).status, 404)
    assert.equal((await deObras.pedir('GET', `/protocolos/${randomUUID()}/auditoria`)).status, 404)
  })

  it('tells nothing of a secret protocolo but to the unidade that holds it', async () => {
    const { id } = await abrirComo(await pessoa())
    await colocar(id, 'em_andamento')
    await sql`update protocolos set sigilo = 'sigiloso' where protocolo_id = ${id}`
    const deles = async () => (await ler<PaginaDaAuditoria>(await pedir('GET', `/auditoria?protocolo=${id}`), 200)).registros
    assert.deepEqual(await deles(), [])
    assert.equal((await pedir('GET', `/protocolos/${id}/auditoria`)).status, 404)
    await sql`update protocolos set unidade_id = ${unidade('geral')} where protocolo_id = ${id}`
    assert.equal((await deles()).length, 1)
  })
})

describe('times in which the system was out', () => {
  const listadas = async () => ler<IndisponibilidadesListadas>(await pedir('GET', '/administracao/indisponibilidades'), 200)

  it('are registered once each, and listed', async () => {
    const body = { de: '2026-11-20T13:00:00.000Z', ate: '2026-11-20T18:00:00.000Z', motivo: 'Queda de energia' }
    const feita = await ler(await pedir('POST', '/administracao/indisponibilidades', { body }), 201)
    assert.deepEqual((await listadas()).indisponibilidades, [feita])
    assert.equal((await problemaDe(await pedir('POST', '/administracao/indisponibilidades', { body }), 422)).campos?.[0]?.caminho, 'de')
  })

  it('are refused beside what is wrong', async () => {
    const body = { de: 'ontem', ate: '2026-11-20T18:00:00.000Z', motivo: ' ' }
    const { campos } = await problemaDe(await pedir('POST', '/administracao/indisponibilidades', { body }), 422)
    assert.deepEqual(
      campos?.map(({ caminho }) => caminho),
      ['de', 'motivo'],
    )
  })
})

describe('the versions of a tipo', () => {
  it('are none of what no tipo could be called', async () => {
    const entidade = await buscarEntidade(platform, 'exemplo')
    assert.ok(entidade)
    for (const codigo of ['a\0b', '\ud800', '__proto__', 'a'.repeat(5000)]) {
      await assert.rejects(listarVersoes(platform, entidade, codigo), { codigo: 'tipo_desconhecido' })
      await assert.rejects(verVersao(platform, entidade, codigo, '1'), { codigo: 'tipo_desconhecido' })
    }
  })
})

describe('the list of tipos', () => {
  it('has the version in force of each, closed ones too', async () => {
    const { tipos } = await ler<TiposListados>(await pedir('GET', '/administracao/tipos'), 200)
    const { arquivo } = await arquivoAtual()
    assert.deepEqual(
      tipos.map(({ codigo, nome, fechado }) => [codigo, nome, fechado]),
      arquivo.tipos.map(({ codigo, nome, fechado = false }) => [codigo, nome, fechado]),
    )
    for (const { codigo, versao } of tipos) assert.equal((await tipoAtual(codigo)).versao, versao)
  })
})
