import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { describe, it } from 'node:test'
import type { Anexo } from '../../../../server/contract/protocolos.js'
import type { OperacaoConfirmada } from '../../../../server/contract/sessoes.js'
import { fixedClock } from '../../helpers/platform.js'
import { unzip } from '../../helpers/unzip.js'
import { ler, senha } from '../contas/apoio.js'
import { png } from '../protocolos/apoio.js'
import { montarGestao } from './apoio.js'

const clock = fixedClock('2026-11-23T12:00:00Z')
const { app, platform, oficial, pessoa, pedir, postar, abrirComo, enviar, liberar, trabalhar } = await montarGestao({ clock })
const { sql } = platform.db

/** In everything that stays inside, and nowhere else. */
const marca = 'canario'
const gestora = await oficial({ obras: 'gestor' })
const calada = await oficial({ obras: 'atendente' }, 'Pessoa Canario')

async function arquivo(): Promise<Pick<Anexo, 'id' | 'sha256'>> {
  const recebido = await app.request('/v1/entidades/exemplo/anexos?nome=canario.png', { method: 'PUT', body: new Uint8Array(png) })
  const { id, sha256 } = await ler<Anexo>(recebido, 201)
  return { id, sha256 }
}

async function fazer(id: string, ato: object): Promise<void> {
  const [linha] = await sql<{ versao: number }[]>`select versao from protocolos where protocolo_id = ${id}`
  await ler(await pedir(gestora, 'POST', `/gestao/protocolos/${id}/tramites`, { body: { versao: linha?.versao, ...ato } }), 201)
}

/** Somebody's, with all that may be private on it, and what is theirs to read besides. */
async function comSegredos() {
  const dono = await pessoa()
  const { id: foto, sha256 } = await enviar()
  const aberto = await abrirComo(dono, { anexos: [{ id: foto, sha256, documento: 'fotos' }] })
  const privados = [await arquivo(), await arquivo()]
  await fazer(aberto.id, { acao: 'receber' })
  await fazer(aberto.id, { acao: 'atribuir', para: calada.contaId })
  await fazer(aberto.id, { acao: 'despachar', texto: `Parecer ${marca}.`, visibilidade: 'privado', anexos: privados.slice(0, 1) })
  await fazer(aberto.id, {
    acao: 'despachar',
    texto: 'Fizemos a vistoria.',
    visibilidade: 'publico',
    anexos: privados.slice(1),
    visibilidadeAnexos: 'privado',
  })
  await fazer(aberto.id, { acao: 'exigir', pendencias: [{ especie: 'informacao', texto: 'Diga a altura.', prazo: '2026-12-01' }] })
  return { dono, ...aberto, foto, privados }
}

/** Every GET of the API that is for people, with what stands in its path. */
async function caminhos(nomes: Record<string, string>): Promise<string[]> {
  const { paths } = await ler<{ paths: Record<string, Record<string, unknown>> }>(await app.request('/v1/openapi.json'), 200)
  const dasPessoas = Object.entries(paths).filter(([caminho, metodos]) => 'get' in metodos && !/gestao|eventos|openapi/.test(caminho))
  return dasPessoas.map(([caminho]) => caminho.replace(/\{(\w+)\}/g, (_, nome: string) => nomes[nome] ?? randomUUID()))
}

describe('what is private to the entidade', () => {
  it('is in no reply that a citizen may ask for, as the requerente, by the code or with a vista', async () => {
    const { dono, id, numero, codigoAcesso: codigo, foto, privados } = await comSegredos()
    const vizinha = await pessoa()
    await liberar(id, { documento: vizinha.cadastro.documento })
    const escondido = privados[0]?.id ?? ''
    let lidos = 0
    for (const anexo of [foto, escondido]) {
      for (const caminho of await caminhos({ entidade: 'exemplo', id, anexo, tipo: 'buraco', codigo: 'buraco' })) {
        for (const quem of [dono, vizinha]) {
          const recebido = await quem.aparelho.pedir('GET', caminho, { token: quem.token })
          if (recebido.status === 200) lidos++
          assert.doesNotMatch(await recebido.text(), new RegExp(marca, 'i'), caminho)
          assert.doesNotMatch(recebido.headers.get('Content-Disposition') ?? '', /canario/, caminho)
        }
      }
    }
    assert.ok(lidos > 10, 'the replies were read')
    const consulta = await postar('/v1/entidades/exemplo/consulta', { numero, codigo })
    assert.doesNotMatch(await consulta.text(), new RegExp(marca, 'i'))
    for (const { id: anexo } of privados) {
      const porCodigo = await postar(`/v1/entidades/exemplo/consulta/anexos/${anexo}`, { numero, codigo })
      assert.equal(porCodigo.status, 404)
      for (const quem of [dono, vizinha]) assert.equal((await pedir(quem, 'GET', `/protocolos/${id}/anexos/${anexo}`)).status, 404)
    }
  })

  it('is in no e-mail and in nobody’s copy of their data', async () => {
    const { dono, id } = await comSegredos()
    for (const depois of ['2026-11-23T12:20:00Z', '2026-11-23T12:40:00Z']) {
      clock.set(depois)
      await trabalhar('juntar_avisos')
      await trabalhar('enviar_email')
    }
    clock.set('2026-11-23T12:00:00Z')
    const cartas = await sql<{ conteudo: object | null }[]>`select conteudo from emails where protocolo_id = ${id}`
    assert.ok(cartas.length > 0)
    assert.doesNotMatch(JSON.stringify(cartas), new RegExp(marca, 'i'))
    const body = { operacao: 'exportacao', senha }
    const confirmado = await dono.aparelho.pedir('POST', '/v1/sessoes/confirmacoes?entidade=exemplo', { token: dono.token, body })
    const headers = { 'Protocolo-Confirmacao': (await ler<OperacaoConfirmada>(confirmado, 201)).confirmacao }
    const copia = await dono.aparelho.pedir('GET', '/v1/conta/exportacao?entidade=exemplo', { token: dono.token, headers })
    assert.equal(copia.status, 200)
    const arquivos = await unzip(Buffer.from(await copia.arrayBuffer()))
    const textos = [...arquivos].map(([nome, bytes]) => nome + bytes.toString('utf8'))
    assert.ok(textos.some((texto) => texto.includes('Fizemos a vistoria.')))
    for (const texto of textos) assert.doesNotMatch(texto, new RegExp(marca, 'i'))
  })
})
