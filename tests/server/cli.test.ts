import assert from 'node:assert/strict'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { cli } from '../../server/cli.js'
import { connectTo } from '../../server/platform/client.js'
import { createTestDatabase } from './helpers/platform.js'
import { arquivoDeExemplo } from './modules/entidades/arquivo-de-exemplo.js'

const database = await createTestDatabase()
const pasta = mkdtempSync(join(tmpdir(), 'protocolo-cli-'))
after(async () => {
  await database.drop()
  rmSync(pasta, { recursive: true, force: true })
})

async function rodar(...args: string[]) {
  const saida: string[] = []
  const erros: string[] = []
  const env = { DATABASE_URL: database.url, PROTOCOLO_DADOS: pasta, PROTOCOLO_LOG: 'silent' }
  const codigo = await cli(args, env, { out: (texto) => saida.push(texto), err: (texto) => erros.push(texto) })
  return { codigo, saida: saida.join('\n'), erros: erros.join('\n') }
}

function gravar(nome: string, conteudo: string | Buffer): string {
  const caminho = join(pasta, nome)
  writeFileSync(caminho, conteudo)
  return caminho
}

describe('npx protocolo', () => {
  it('imports, tells what changed, and says so when nothing did', async () => {
    const caminho = gravar('exemplo.json', `\uFEFF${JSON.stringify(arquivoDeExemplo())}`)
    const primeira = await rodar('entidade', 'importar', caminho)
    assert.equal(primeira.codigo, 0)
    assert.match(primeira.saida, /^exemplo: entidade nova\n {2}Entra o órgão Prefeitura \(PME\)\./)
    assert.deepEqual(await rodar('entidade', 'importar', caminho), { codigo: 0, saida: 'exemplo: nada mudou', erros: '' })
  })

  it('warns beside what it tells, and imports all the same', async () => {
    const isolada = arquivoDeExemplo({ codigo: 'isolada', origens: [] })
    const { codigo, saida, erros } = await rodar('entidade', 'importar', gravar('isolada.json', JSON.stringify(isolada)))
    assert.equal(codigo, 0)
    assert.match(saida, /^isolada: entidade nova\n/)
    assert.match(erros, /^aviso: origens: está vazio/)
  })

  it('exports what it imported', async () => {
    const { codigo, saida } = await rodar('entidade', 'exportar', 'exemplo')
    assert.equal(codigo, 0)
    assert.deepEqual(JSON.parse(saida), arquivoDeExemplo())
    assert.equal((await rodar('entidade', 'listar')).saida, 'exemplo\nisolada')
    const nenhuma = await rodar('entidade', 'exportar', 'nenhuma')
    assert.equal(nenhuma.codigo, 1)
    assert.match(nenhuma.erros, /Não há entidade "nenhuma"/)
  })

  it('says which file is wrong, where, and that nothing changed', async () => {
    const torto = gravar('torto.json', JSON.stringify(arquivoDeExemplo({ fuso: 'Lua/Cratera' })))
    const { codigo, erros } = await rodar('entidade', 'importar', torto)
    assert.equal(codigo, 1)
    assert.equal(erros, `${torto}: nada foi mudado.\n  fuso: fuso horário desconhecido`)
    const clara = gravar('clara.json', JSON.stringify(arquivoDeExemplo({ tema: { corAcao: '#ffcd07' } })))
    assert.match((await rodar('entidade', 'importar', clara)).erros, /tema\.corAcao: é clara demais: .* serve é #[0-9a-f]{6}$/)
    assert.match((await rodar('entidade', 'importar', gravar('x.json', '{'))).erros, /não é JSON válido/)
    const semVirgula = gravar('virgula.json', '{\n  "codigo": "a"\n  "nome": "b"\n}')
    assert.match((await rodar('entidade', 'importar', semVirgula)).erros, /não é JSON válido na linha 3, coluna 3 \(/)
    const latin1 = gravar('latin1.json', Buffer.from(JSON.stringify(arquivoDeExemplo({ nome: 'Órgão' })), 'latin1'))
    assert.match((await rodar('entidade', 'importar', latin1)).erros, /não está em UTF-8/)
    assert.match((await rodar('entidade', 'importar', join(pasta, 'nada.json'))).erros, /não foi possível ler/)
  })

  it('names the setting when the database is away, and not its password', async () => {
    const erros: string[] = []
    const env = { DATABASE_URL: 'postgres://alguem:segredo@127.0.0.1:1/x', PROTOCOLO_DADOS: pasta }
    assert.equal(await cli(['entidade', 'listar'], env, { out: () => undefined, err: (texto) => erros.push(texto) }), 1)
    assert.match(erros.join(), /^DATABASE_URL: o PostgreSQL não aceitou a conexão \([^)]*ECONNREFUSED[^)]*\)\.$/)
    assert.doesNotMatch(erros.join(), /segredo/)
  })

  it('names the setting when the data folder of the embedded database is a file', async () => {
    const erros: string[] = []
    const env = { PROTOCOLO_DADOS: gravar('arquivo', '') }
    assert.equal(await cli(['entidade', 'listar'], env, { out: () => undefined, err: (texto) => erros.push(texto) }), 1)
    assert.deepEqual(erros, ['PROTOCOLO_DADOS: deve ser uma pasta, e nesse caminho há um arquivo.'])
  })

  it('releases a conta that somebody made with another’s CPF', async () => {
    const documento = '111.444.777-35'
    const sql = connectTo(database.url, { max: 1 })
    await sql`insert into contas (conta_id, documento, nome, email, criada_em) values (gen_random_uuid(), '11144477735', 'Outra', 'outra@exemplo.br', now())`
    assert.deepEqual(await rodar('conta', 'liberar', 'exemplo', documento), {
      codigo: 0,
      saida: 'Conta encerrada. Quem é dono do CPF ou CNPJ já pode se cadastrar.\nO e-mail o•••@exemplo.br será avisado.',
      erros: '',
    })
    for (const [args, motivo] of [
      [['exemplo', documento], /Não há conta com este CPF ou CNPJ/],
      [['exemplo', '111.444.777-36'], /não confere/],
      [['nenhuma', documento], /Não há entidade "nenhuma"/],
    ] as const) {
      const { codigo, erros } = await rodar('conta', 'liberar', ...args)
      assert.equal(codigo, 1)
      assert.match(erros, motivo)
    }
    assert.equal((await rodar('conta', 'liberar', documento)).codigo, 2)
    await sql.end()
  })

  it('makes somebody with a conta work in a unidade, lists who does, and takes that back', async () => {
    const documento = '529.982.247-25'
    const sql = connectTo(database.url, { max: 1 })
    await sql`insert into contas (conta_id, documento, nome, criada_em) values (gen_random_uuid(), '52998224725', 'Primeira Exemplo', now())`
    const dada = await rodar('lotacao', 'dar', 'exemplo', documento, 'obras', 'administrador')
    assert.deepEqual(dada, { codigo: 0, saida: 'Primeira Exemplo: administrador em obras', erros: '' })
    assert.equal((await rodar('lotacao', 'listar', 'exemplo')).saida, 'obras\tadministrador\tPrimeira Exemplo\t52998224725')
    for (const [args, motivo] of [
      [['dar', 'exemplo', '111.444.777-36', 'obras', 'gestor'], /não confere/],
      [['dar', 'exemplo', '123.456.789-09', 'obras', 'gestor'], /precisa se cadastrar antes/],
      [['dar', 'exemplo', documento, 'nenhuma', 'gestor'], /não tem esta unidade/],
      [['dar', 'nenhuma', documento, 'obras', 'gestor'], /Não há entidade "nenhuma"/],
      [['tirar', 'exemplo', documento, 'geral'], /não atende nesta unidade/],
    ] as const) {
      const { codigo, erros } = await rodar('lotacao', ...args)
      assert.equal(codigo, 1)
      assert.match(erros, motivo)
    }
    assert.equal((await rodar('lotacao', 'dar', 'exemplo', documento, 'obras', 'chefe')).codigo, 2)
    assert.equal((await rodar('lotacao', 'tirar', 'exemplo', documento, 'obras')).saida, 'Primeira Exemplo: não atende mais em obras')
    assert.equal((await rodar('lotacao', 'listar', 'exemplo')).saida, '')
    await sql.end()
  })

  it('writes the JSON Schema', async () => {
    const { codigo, saida } = await rodar('esquema')
    assert.equal(codigo, 0)
    assert.equal(JSON.parse(saida).title, 'Arquivo de uma entidade do Protocolo')
  })

  it('helps who asks, and who mistypes', async () => {
    for (const args of [[], ['ajuda'], ['--help']]) {
      const { codigo, saida } = await rodar(...args)
      assert.equal(codigo, 0)
      assert.match(saida, /^Uso: npx protocolo/)
    }
    const errado = await rodar('entidade', 'apagar', 'exemplo')
    assert.equal(errado.codigo, 2)
    assert.match(errado.erros, /Comando incompleto ou desconhecido: entidade apagar exemplo[\s\S]*Uso:/)
  })
})
