import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { describe, it } from 'node:test'
import type { Comprovante } from '../../../../server/contract/protocolos.js'
import type { SessaoAberta } from '../../../../server/contract/sessoes.js'
import type { Storage } from '../../../../server/platform/storage.js'
import { folderStorage } from '../../../../server/platform/storage-folder.js'
import { criarAparelho } from '../../helpers/aparelho.js'
import { fixedClock, testPlatform } from '../../helpers/platform.js'
import { overSocket } from '../../helpers/socket.js'
import { unzip } from '../../helpers/unzip.js'
import { ler, novoCadastro, problemaDe, senha } from '../contas/apoio.js'
import { montarMeus } from '../meus/apoio.js'
import { passkeysDe } from '../passkeys/apoio.js'
import { png } from '../protocolos/apoio.js'

const clock = fixedClock('2026-11-21T12:00:00Z')
const guardados = folderStorage(join((await testPlatform()).config.dataDir, 'armazem'))
let abrir: Storage['open'] = guardados.open
const storage: Storage = { put: guardados.put, remove: guardados.remove, open: (chave) => abrir(chave) }
const { abrirComo, app, contaDe, enviar, liberar, linha, pedidoDe, pedir, pessoa, platform } = await montarMeus({ clock, storage })
const { sql } = platform.db
const copia = '/v1/conta/exportacao?entidade=exemplo'
type Pessoa = Awaited<ReturnType<typeof pessoa>>

async function exportar(quem: Pessoa): Promise<Response> {
  const headers = { 'Protocolo-Confirmacao': await passkeysDe(quem).confirmar('exportacao') }
  return quem.aparelho.pedir('GET', copia, { token: quem.token, headers })
}

async function arquivosDe(quem: Pessoa): Promise<Map<string, Buffer>> {
  const recebido = await exportar(quem)
  assert.equal(recebido.status, 200)
  return unzip(Buffer.from(await recebido.arrayBuffer()))
}

function json(arquivos: Map<string, Buffer>, nome: string) {
  const bytes = arquivos.get(nome)
  assert.ok(bytes, `${nome} is not among ${[...arquivos.keys()]}`)
  return JSON.parse(bytes.toString())
}

async function comArquivo(quem: Pessoa, mudancas: object = {}) {
  const { id: anexo, sha256 } = await enviar()
  const aberto = await abrirComo(quem, { anexos: [{ id: anexo, sha256, documento: 'fotos' }], ...mudancas })
  return { ...aberto, anexo, sha256 }
}

/** Has storage give files that never end; `fim` comes when one is opened, and passes when it is let go. */
function semFim(): { fim?: Promise<unknown> } {
  const aberto: { fim?: Promise<unknown> } = {}
  abrir = async () => {
    const bytes = new Readable({
      read() {
        this.push(Buffer.alloc(64 * 1024, 'a'))
      },
    })
    aberto.fim = new Promise((resolve) => bytes.once('close', resolve))
    return bytes
  }
  return aberto
}

describe('the copy of one’s own data', () => {
  it('is a ZIP to be saved, that says in plain words what is in it', async () => {
    const quem = await pessoa()
    const recebido = await exportar(quem)
    assert.equal(recebido.headers.get('Content-Type'), 'application/zip')
    assert.match(recebido.headers.get('Content-Disposition') ?? '', /^attachment; filename="meus-dados-exemplo-2026-11-21.zip"/)
    assert.equal(recebido.headers.get('Cache-Control'), 'private, no-store')
    const arquivos = await unzip(Buffer.from(await recebido.arrayBuffer()))
    assert.deepEqual([...arquivos.keys()], ['leia-me.txt', 'conta.json'])
    const leiaMe = arquivos.get('leia-me.txt')?.toString() ?? ''
    for (const dito of [/Prefeitura de Exemplo/, /Lei 13\.709\/2018/, /outros órgãos/, /Pessoa Encarregada, dados@exemplo\.br/])
      assert.match(leiaMe, dito)
  })

  it('has all that stands of the conta, and nothing with which to get in', async () => {
    const quem = await pessoa(novoCadastro({ nomeSocial: 'Lena', telefone: '(19) 91234-5678', usuario: 'lena.copia' }))
    const { passkey } = await passkeysDe(quem).registrar()
    const dados = { respostas: { relato: 'Comecei a escrever.' } }
    await ler(await pedir(quem, 'PUT', `/meus/rascunhos/${randomUUID()}`, { body: { tipo: 'buraco', dados } }), 200)
    assert.equal((await quem.aparelho.pedir('PUT', '/v1/conta/foto?entidade=exemplo', { token: quem.token, bytes: png })).status, 204)
    await sql`
      insert into confirmacoes (confirmacao_id, entidade_id, especie, conta_id, criada_em, expira_em)
      select ${randomUUID()}, entidade_id, 'senha', conta_id, ${clock.now()}, ${new Date('2026-11-21T12:30:00Z')} from sessoes where sessao_id = ${quem.sessao}`
    const arquivos = await arquivosDe(quem)
    assert.deepEqual([...arquivos.keys()], ['leia-me.txt', 'conta.json', 'foto.png'])
    assert.ok(arquivos.get('foto.png')?.equals(png))

    const { conta, sessoes, passkeys, rascunhos, esperas, registros, lotacoes, entidade } = json(arquivos, 'conta.json')
    const { documento, email } = quem.cadastro
    assert.deepEqual(
      { ...conta, avisos: undefined, pendentes: undefined },
      {
        documento,
        nome: 'Helena Exemplo',
        email,
        usuario: 'lena.copia',
        nomeSocial: 'Lena',
        telefone: '+5519912345678',
        telefoneConfirmado: false,
        temSenha: true,
        temFoto: true,
        criadaEm: '2026-11-21T12:00:00.000Z',
        atualizadaEm: null,
        avisos: undefined,
        pendentes: undefined,
      },
    )
    assert.deepEqual(conta.avisos, {
      abertura: true,
      andamento: true,
      pendencia: true,
      mensagem: true,
      prazo: true,
      conclusao: true,
      copia: false,
    })
    assert.deepEqual(entidade, { codigo: 'exemplo', nome: 'Prefeitura de Exemplo' })
    assert.deepEqual(
      sessoes.map(({ id }: { id: string }) => id),
      [quem.sessao],
    )
    assert.deepEqual(passkeys, [passkey])
    assert.deepEqual(rascunhos, [{ tipo: 'buraco', atualizadoEm: '2026-11-21T12:00:00.000Z', dados }])
    assert.deepEqual(esperas, [{ especie: 'senha', pedidaEm: '2026-11-21T12:00:00.000Z', expiraEm: '2026-11-21T12:30:00.000Z' }])
    assert.deepEqual(lotacoes, [])
    assert.deepEqual(registros.map(({ acao }: { acao: string }) => acao).sort(), [
      'conta.criar',
      'conta.exportar',
      'foto.trocar',
      'passkey.criar',
    ])
    const [segredos] =
      await sql`select senha_hash, encode(passkeys_usuario, 'base64') as usuario from contas where documento = ${documento}`
    const tudo = Buffer.concat([...arquivos.values()]).toString('latin1')
    for (const segredo of [segredos?.senha_hash, segredos?.usuario, quem.token]) {
      assert.ok(segredo && !tudo.includes(segredo))
    }
  })

  it('tells where one works', async () => {
    const quem = await pessoa()
    await sql`
      insert into lotacoes (entidade_id, lotacao_id, unidade_id, conta_id, papel)
      select entidade_id, ${randomUUID()}, unidade_id, ${await contaDe(quem)}, 'atendente' from unidades join entidades using (entidade_id)
       where entidades.codigo = 'exemplo' and unidades.codigo = 'obras'`
    assert.deepEqual(json(await arquivosDe(quem), 'conta.json').lotacoes, [{ unidade: 'Obras', papel: 'atendente' }])
  })

  it('lists what others let one see, and has none of its content', async () => {
    const [quem, dono] = [await pessoa(), await pessoa()]
    const abertos = [...Array(21).keys()].map(async () => {
      const aberto = await abrirComo(dono, { respostas: { risco: false, relato: 'Assunto de outra pessoa.' } })
      await liberar(aberto.id, { documento: quem.cadastro.documento })
      return aberto.id
    })
    const ids = await Promise.all(abertos)
    const arquivos = await arquivosDe(quem)
    const { liberados } = json(arquivos, 'conta.json')
    assert.deepEqual(liberados.map(({ id }: { id: string }) => id).sort(), ids.sort())
    assert.equal(liberados[0].vistaAte, '2026-11-22T12:00:00.000Z')
    assert.deepEqual([...arquivos.keys()], ['leia-me.txt', 'conta.json'])
    assert.doesNotMatch(arquivos.get('conta.json')?.toString() ?? '', /Assunto de outra pessoa/)
  })

  it('has what was written about a protocolo', async () => {
    const quem = await pessoa()
    const { id, numero } = await abrirComo(quem)
    const mensagem: unknown = await ler(
      await pedir(quem, 'POST', `/protocolos/${id}/mensagens`, {
        body: { texto: 'Bom dia.' },
        headers: { 'Idempotency-Key': randomUUID() },
      }),
      201,
    )
    assert.deepEqual(json(await arquivosDe(quem), `processos/${numero.replace('/', '-')}/processo.json`).mensagens, [mensagem])
  })

  it('has each protocolo of the conta as its owner sees it, with what they told and its files; nobody else’s', async () => {
    const [quem, outra] = [await pessoa(), await pessoa()]
    await comArquivo(outra)
    const { id, numero, anexo } = await comArquivo(quem, { respostas: { risco: true, relato: 'Um buraco fundo.' } })
    const arquivos = await arquivosDe(quem)
    const pasta = `processos/${numero.replace('/', '-')}`
    assert.deepEqual([...arquivos.keys()], ['leia-me.txt', 'conta.json', `${pasta}/processo.json`, `${pasta}/01-foto.png`])
    assert.ok(arquivos.get(`${pasta}/01-foto.png`)?.equals(png))
    const { acoes, nivel, requerente, ...visto } = await ler<Record<string, unknown>>(await pedir(quem, 'GET', `/protocolos/${id}`), 200)
    const { nome, documento, email } = quem.cadastro
    assert.deepEqual(json(arquivos, `${pasta}/processo.json`), {
      ...visto,
      requerente: { nome, documento, email },
      arquivos: [{ id: anexo, arquivo: '01-foto.png' }],
    })
  })

  it('has none of what is private: despachos, the text of others, their files', async () => {
    const quem = await pessoa()
    const { id, sha256, numero } = await comArquivo(quem)
    async function tramitar(especie: string, visibilidade: string, texto: string) {
      const tramite = randomUUID()
      await sql`
        insert into tramites (entidade_id, protocolo_id, tramite_id, especie, em, texto, visibilidade, visibilidade_anexos)
        select entidade_id, protocolo_id, ${tramite}, ${especie}, now(), ${texto}, ${visibilidade}, ${visibilidade} from protocolos where protocolo_id = ${id}`
      await sql`
        insert into anexos (entidade_id, anexo_id, protocolo_id, tramite_id, posicao, nome, tipo, tamanho, sha256, criado_em)
        select entidade_id, ${randomUUID()}, protocolo_id, ${tramite}, 1, ${`${texto}.png`}, 'image/png', ${png.length}, ${sha256}, now()
          from protocolos where protocolo_id = ${id}`
    }
    await tramitar('despacho', 'privado', 'Entre nós')
    await tramitar('encaminhamento', 'privado', 'Só para a equipe')
    await tramitar('despacho', 'publico', 'Vistoria marcada')
    const arquivos = await arquivosDe(quem)
    const pasta = `processos/${numero.replace('/', '-')}`
    assert.deepEqual([...arquivos.keys()].slice(2), [`${pasta}/processo.json`, `${pasta}/01-foto.png`, `${pasta}/02-Vistoria marcada.png`])
    assert.doesNotMatch(Buffer.concat([...arquivos.values()]).toString('latin1'), /Entre nós|Só para a equipe/)
    assert.deepEqual(
      json(arquivos, `${pasta}/processo.json`)
        .tramites.map(({ especie, texto }: { especie: string; texto: string }) => [especie, texto])
        .sort(),
      [
        ['abertura', null],
        ['despacho', 'Vistoria marcada'],
        ['encaminhamento', null],
      ],
    )
  })

  it('has only what the entidade has where it is asked for', async () => {
    const quem = await pessoa()
    const { numero } = await abrirComo(quem)
    const la = criarAparelho(app)
    const body = { login: quem.cadastro.documento, senha }
    const { token } = await ler<SessaoAberta>(await la.pedir('POST', '/v1/sessoes?entidade=outra', { body }), 201)
    const headers = { 'Idempotency-Key': randomUUID() }
    const aberto: Comprovante = await ler(
      await la.pedir('POST', '/v1/entidades/outra/protocolos', {
        token,
        headers,
        body: pedidoDe(quem, { respostas: { risco: true, relato: 'Lá fora' } }),
      }),
      201,
    )
    const daqui = await arquivosDe(quem)
    assert.deepEqual([...daqui.keys()].slice(2), [`processos/${numero.replace('/', '-')}/processo.json`])
    assert.doesNotMatch(Buffer.concat([...daqui.values()]).toString(), new RegExp(`Lá fora|${aberto.id}`))
    const confirmacao = await passkeysDe({ aparelho: la, token }, 'outra').confirmar('exportacao')
    const delA = await la.pedir('GET', '/v1/conta/exportacao?entidade=outra', { token, headers: { 'Protocolo-Confirmacao': confirmacao } })
    assert.match(Buffer.concat([...(await unzip(Buffer.from(await delA.arrayBuffer()))).values()]).toString(), /Lá fora/)
  })

  it('has protocolos past a page of them, each once', async () => {
    const quem = await pessoa()
    const conta_id = await contaDe(quem)
    const total = 123
    for (let n = 0; n < total; n++) {
      await sql`select abrir_protocolo(${JSON.stringify({ ...linha(), conta_id, quem: conta_id, agora: `2026-11-${10 + (n % 3)}T12:00:00Z` })}::text::jsonb)`
    }
    const arquivos = await arquivosDe(quem)
    assert.equal(arquivos.size, 2 + total)
    assert.equal(new Set([...arquivos.keys()].slice(2).map((nome) => json(arquivos, nome).id)).size, total)
  })
})

describe('names in the copy', () => {
  it('never leave their folder, collide, or are ones that a system keeps for itself', async () => {
    const quem = await pessoa()
    const { id, sha256, numero } = await comArquivo(quem)
    const nomes = [
      '../../etc/passwd',
      '..\\..\\con.png',
      'CON.png',
      'con.png',
      'a\u202Egnp.exe',
      '.',
      '',
      'ç'.repeat(400),
      '/raiz.png',
      'nul',
    ]
    for (const [n, nome] of nomes.entries()) {
      await sql`
        insert into anexos (entidade_id, anexo_id, protocolo_id, posicao, nome, tipo, tamanho, sha256, criado_em)
        select entidade_id, ${randomUUID()}, protocolo_id, ${n + 2}, ${nome}, 'image/png', ${png.length}, ${sha256}, now() from protocolos where protocolo_id = ${id}`
    }
    const pasta = `processos/${numero.replace('/', '-')}`
    const dados = [...(await arquivosDe(quem)).keys()].slice(3)
    assert.deepEqual(dados, [
      `${pasta}/01-foto.png`,
      `${pasta}/02-passwd`,
      `${pasta}/03-_con.png`,
      `${pasta}/04-_CON.png`,
      `${pasta}/05-_con.png`,
      `${pasta}/06-agnp.exe`,
      `${pasta}/07-arquivo`,
      `${pasta}/08-arquivo`,
      `${pasta}/09-${'ç'.repeat(100)}`,
      `${pasta}/10-raiz.png`,
      `${pasta}/11-_nul`,
    ])
  })

  it('of folders are apart where signs that names can’t have make two numbers one', async () => {
    const quem = await pessoa()
    const numeros = ['PME 1/2', 'PME 1-2', 'pme 1\\2', '../..']
    for (const numero of numeros) {
      const { id } = await abrirComo(quem)
      await sql`update protocolos set numero = ${numero} where protocolo_id = ${id}`
    }
    const arquivos = await arquivosDe(quem)
    const pastas = [...arquivos.keys()].slice(2)
    assert.equal(new Set(pastas.map((nome) => nome.toLowerCase())).size, 4)
    for (const nome of pastas) assert.match(nome, /^processos\/[^/\\]+\/processo\.json$/)
    assert.deepEqual(pastas.map((nome) => json(arquivos, nome).numero).sort(), [...numeros].sort())
  })
})

describe('a copy under way', () => {
  it('goes on without a file that storage has lost, and says which', async () => {
    const quem = await pessoa()
    const { numero, sha256 } = await comArquivo(quem)
    await abrirComo(quem)
    abrir = async (chave) => (chave.endsWith(sha256) ? undefined : guardados.open(chave))
    const arquivos = await arquivosDe(quem)
    abrir = guardados.open
    assert.equal([...arquivos.keys()].filter((nome) => nome.endsWith('processo.json')).length, 2)
    assert.match(arquivos.get('faltou.txt')?.toString() ?? '', new RegExp(`- processos/${numero.replace('/', '-')}/01-foto.png`))
  })

  it('breaks off when storage fails, rather than end as if it were whole', async () => {
    const quem = await pessoa()
    await comArquivo(quem)
    abrir = () => Promise.reject(new Error('storage is away'))
    await assert.rejects((await exportar(quem)).arrayBuffer())
    abrir = guardados.open
  })

  it('is the only one of its conta; when its reader goes away it ends, and another may begin', async () => {
    const quem = await pessoa()
    await comArquivo(quem)
    const aberto = semFim()
    const leitor = (await exportar(quem)).body?.getReader()
    while (!aberto.fim) await leitor?.read()
    assert.equal((await problemaDe(await exportar(quem), 429)).codigo, 'muitas_tentativas')
    await leitor?.cancel()
    await aberto.fim
    abrir = guardados.open
    assert.equal((await arquivosDe(quem)).size, 4)
  })

  it('ends when the connection of its reader is cut', async () => {
    const base = await overSocket(app)
    const pelaRede = { request: (path: string, init: RequestInit) => fetch(new URL(path, base), init) }
    const quem = await pessoa(novoCadastro(), criarAparelho(pelaRede, new URL(base).host))
    await comArquivo(quem)
    const aberto = semFim()
    const leitor = (await exportar(quem)).body?.getReader()
    while (!aberto.fim) await leitor?.read()
    await leitor?.cancel()
    await aberto.fim
    abrir = guardados.open
  })
})

describe('taking a copy', () => {
  it('needs a confirmation of its own, that serves once', async () => {
    const quem = await pessoa()
    const pedirCom = (confirmacao?: string) =>
      quem.aparelho.pedir('GET', copia, { token: quem.token, ...(confirmacao && { headers: { 'Protocolo-Confirmacao': confirmacao } }) })
    const { confirmar } = passkeysDe(quem)
    for (const confirmacao of [undefined, 'x', await confirmar('exclusao'), await confirmar('credenciais')]) {
      assert.equal((await problemaDe(await pedirCom(confirmacao), 403)).codigo, 'confirmacao_necessaria')
    }
    const confirmacao = await confirmar('exportacao')
    assert.equal((await (await pedirCom(confirmacao)).arrayBuffer()).byteLength > 0, true)
    await problemaDe(await pedirCom(confirmacao), 403)
  })

  it('is bounded in the hour, and noted', async () => {
    const { pessoa, platform } = await montarMeus({ config: { limits: true } })
    const quem = await pessoa()
    for (let n = 0; n < 5; n++) await arquivosDe(quem)
    assert.equal((await problemaDe(await exportar(quem), 429)).codigo, 'muitas_tentativas')
    const notas = await platform.db.sql`select dados from auditoria where acao = 'conta.exportar'`
    assert.deepEqual([...notas], Array(5).fill({ dados: {} }))
  })
})
