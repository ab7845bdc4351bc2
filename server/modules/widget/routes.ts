import { type Context, Hono } from 'hono'
import { addressOf } from '../../platform/http/address.js'
import { serveAsset } from '../../platform/http/assets.js'
import { ProblemError } from '../../platform/http/problem.js'
import { countOne } from '../../platform/http/rate.js'
import type { Platform } from '../../platform/platform.js'
import type { Versao } from './construcao.js'
import * as descricoes from './descricoes.js'
import { escreverInstalacao, instalacaoDe } from './instalacao.js'
import { type Versoes, versoesDe } from './versoes.js'

const curta = 'public, max-age=300, stale-while-revalidate=86400'
const imutavel = 'public, max-age=31536000, immutable'
/** Of this program's own under a number that may have been another's first. */
const incerta = 'no-cache'
/** It holds no data, and the API looks at origins for itself. */
const paraTodos = { 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' }

const edicao = '/:edicao{@[0-9A-Za-z.-]+}'
const maior = /^@(\d{1,4})$/
const inteira = /^@(\d{1,4}\.\d{1,6}\.\d{1,6}(?:-[0-9A-Za-z.-]{1,20})?)$/

/** The widget, for pages of any site: the newest at `/`, and each version at an address of its own. */
export function rotasDoWidget(platform: Platform, versoes: Versoes = versoesDe(platform)) {
  /** @throws versao_desconhecida, or muitas_tentativas to who asks for one after another. */
  async function versaoPedida(c: Context): Promise<Versao> {
    const pedida = c.req.param('edicao') ?? ''
    const [, daMaior] = maior.exec(pedida) ?? []
    const [, numero] = inteira.exec(pedida) ?? []
    if (numero && !versoes.conhecida(numero)) countOne(platform, `versoes ${addressOf(c)}`, { most: 120, seconds: 60 })
    const versao = daMaior ? await versoes.daMaior(daMaior) : numero ? await versoes.buscar(numero) : undefined
    if (!versao) throw new ProblemError('versao_desconhecida')
    return versao
  }
  /** What the address of the whole number serves, of which the hashes are. */
  async function versaoFixa(c: Context): Promise<Versao> {
    const pedida = await versaoPedida(c)
    return (await versoes.buscar(pedida.integridade.versao)) ?? pedida
  }
  const guardaDe = (c: Context, versao: Versao) =>
    maior.test(c.req.param('edicao') ?? '') ? curta : versoes.firme(versao) ? imutavel : incerta

  return new Hono()
    .get('/protocolo.js', descricoes.script, (c) => serveAsset(c, versoes.propria?.arquivo('protocolo.js'), curta, paraTodos))
    .get('/protocolo/:arquivo', descricoes.parte, async (c) =>
      serveAsset(c, await versoes.parte(`protocolo/${c.req.param('arquivo')}`), imutavel, paraTodos),
    )
    .get(`${edicao}/protocolo.js`, descricoes.scriptDaVersao, async (c) => {
      const versao = await versaoPedida(c)
      return serveAsset(c, versao.arquivo('protocolo.js'), guardaDe(c, versao), paraTodos)
    })
    .get(`${edicao}/protocolo/:arquivo`, descricoes.parteDaVersao, async (c) => {
      const nome = `protocolo/${c.req.param('arquivo')}`
      if (maior.test(c.req.param('edicao'))) return serveAsset(c, await versoes.parte(nome), imutavel, paraTodos)
      const versao = await versaoPedida(c)
      return serveAsset(c, versao.arquivo(nome), guardaDe(c, versao), paraTodos)
    })
    .get(`${edicao}/integridade.json`, descricoes.integridadeDaVersao, async (c) => {
      const versao = await versaoFixa(c)
      return c.json(versao.integridade, 200, { ...paraTodos, 'Cache-Control': guardaDe(c, versao) })
    })
    .get(`${edicao}/instalar.txt`, descricoes.instalacaoDaVersao, async (c) => {
      const { integridade } = await versaoFixa(c)
      return c.text(escreverInstalacao(instalacaoDe(platform.config.address, integridade)), 200, { ...paraTodos, 'Cache-Control': curta })
    })
}
