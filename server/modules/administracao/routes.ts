import { type Context, Hono } from 'hono'
import * as v from 'valibot'
import { alvoDaLotacao, novaIndisponibilidade, novaLotacao, pedidoDeChave } from '../../contract/administracao.js'
import { body, readJson } from '../../platform/http/body.js'
import { noStore } from '../../platform/http/headers.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import type { Autor } from '../auditoria/auditoria.js'
import { criarChave, listarChaves, revogarChave } from '../chaves/chaves.js'
import { administrador } from '../lotacoes/administrador.js'
import type { AmbienteDoOficial } from '../lotacoes/guarda.js'
import { listarLotacoes } from '../lotacoes/lotacoes.js'
import { type Indisponibilidade, listarIndisponibilidades, registrarIndisponibilidade } from '../prazos/prazos.js'
import { exigirConfirmacao } from '../reautenticacao/reautenticacao.js'
import { confirmacaoDe } from '../sessoes/posse.js'
import * as arquivos from './arquivo.js'
import * as descricao from './descricao.js'
import { deslotar, lotar } from './pessoas.js'

/** Bytes of an entidade's file. */
const maiorArquivo = 4 * 1024 * 1024

export function rotasDaAdministracao(platform: Platform) {
  const raiz = '/gestao/administracao'
  const guarda = administrador(platform)
  const autor = ({ var: { oficial } }: Context<AmbienteDoOficial>): Autor => ({ quem: oficial.contaId, deOnde: oficial.deOnde })
  const confirmado = (c: Context<AmbienteDoOficial>): Autor => ({
    ...autor(c),
    conferir: (sql) => exigirConfirmacao(platform, c.var.sessao, 'administracao', confirmacaoDe(c), sql),
  })
  const mudanca = (c: Context<AmbienteDoOficial>) => ({ autor: autor(c), versao: versaoDe(c) })
  const entrada = (c: Context) => readJson(c, { most: maiorArquivo })

  return new Hono<AmbienteDoOficial>()
    .get(`${raiz}/arquivo`, descricao.verArquivo, guarda, async (c) => {
      const { arquivo, versao } = await arquivos.verArquivo(platform, c.var.entidade)
      return c.json(arquivo, 200, { ...noStore, ETag: `"${versao}"` })
    })
    .put(`${raiz}/arquivo`, descricao.gravarArquivo, guarda, async (c) => {
      const arquivo = await entrada(c)
      if (c.req.query('simular') === '1') return c.json(await arquivos.simularImportacao(platform, c.var.entidade, arquivo), 200, noStore)
      return c.json(
        await arquivos.importarArquivo(platform, c.var.entidade, arquivo, { ...mudanca(c), autor: confirmado(c) }),
        200,
        noStore,
      )
    })
    .get(`${raiz}/tipos`, descricao.verTipos, guarda, async (c) =>
      c.json(await arquivos.listarTipos(platform, c.var.entidade), 200, noStore),
    )
    .get(`${raiz}/tipos/:codigo`, descricao.verTipo, guarda, async (c) => {
      const tipo = await arquivos.verTipo(platform, c.var.entidade, c.req.param('codigo'))
      return c.json(tipo, 200, { ...noStore, ETag: `"${tipo.versao}"` })
    })
    .get(`${raiz}/tipos/:codigo/versoes`, descricao.verVersoes, guarda, async (c) =>
      c.json(await arquivos.listarVersoes(platform, c.var.entidade, c.req.param('codigo')), 200, noStore),
    )
    .get(`${raiz}/tipos/:codigo/versoes/:versao`, descricao.verVersao, guarda, async (c) =>
      c.json(await arquivos.verVersao(platform, c.var.entidade, c.req.param('codigo'), c.req.param('versao')), 200, noStore),
    )
    .put(`${raiz}/tipos/:codigo`, descricao.gravarTipo, guarda, async (c) => {
      const feito = await arquivos.gravarTipo(platform, c.var.entidade, c.req.param('codigo'), await entrada(c), mudanca(c))
      return c.json(feito, 200, noStore)
    })
    .delete(`${raiz}/tipos/:codigo`, descricao.fecharTipo, guarda, async (c) =>
      c.json(await arquivos.fecharTipo(platform, c.var.entidade, c.req.param('codigo'), mudanca(c)), 200, noStore),
    )
    .put(`${raiz}/calendario`, descricao.gravarCalendario, guarda, async (c) =>
      c.json(await arquivos.gravarCalendario(platform, c.var.entidade, await entrada(c), mudanca(c)), 200, noStore),
    )
    .put(`${raiz}/unidades/:codigo`, descricao.gravarUnidade, guarda, async (c) => {
      const feito = await arquivos.gravarUnidade(platform, c.var.entidade, c.req.param('codigo'), await entrada(c), mudanca(c))
      return c.json(feito, 200, noStore)
    })
    .get(`${raiz}/lotacoes`, descricao.verLotacoes, guarda, async (c) =>
      c.json({ lotacoes: await listarLotacoes(platform, c.var.entidade) }, 200, noStore),
    )
    .put(`${raiz}/lotacoes`, descricao.darLotacao, guarda, body(novaLotacao), async (c) => {
      return c.json(await lotar(platform, c.var.entidade, confirmado(c), c.req.valid('json')), 200, noStore)
    })
    .delete(`${raiz}/lotacoes`, descricao.tirarLotacao, guarda, body(alvoDaLotacao), async (c) => {
      return c.json(await deslotar(platform, c.var.entidade, confirmado(c), c.req.valid('json')), 200, noStore)
    })
    .get(`${raiz}/chaves`, descricao.verChaves, guarda, async (c) =>
      c.json({ chaves: await listarChaves(platform, c.var.entidade) }, 200, noStore),
    )
    .post(`${raiz}/chaves`, descricao.novaChave, guarda, body(pedidoDeChave), async (c) => {
      return c.json(await criarChave(platform, c.var.entidade, confirmado(c), c.req.valid('json')), 201, noStore)
    })
    .delete(`${raiz}/chaves/:id`, descricao.revogar, guarda, async (c) => {
      await revogarChave(platform, c.var.entidade, autor(c), c.req.param('id'))
      return c.body(null, 204)
    })
    .get(`${raiz}/indisponibilidades`, descricao.verIndisponibilidades, guarda, async (c) => {
      const indisponibilidades = (await listarIndisponibilidades(platform, c.var.entidade)).map(escrita)
      return c.json({ indisponibilidades }, 200, noStore)
    })
    .post(`${raiz}/indisponibilidades`, descricao.novaQueda, guarda, body(novaIndisponibilidade), async (c) => {
      const { de, ate, motivo } = c.req.valid('json')
      const nova = { de: new Date(de), ate: new Date(ate), motivo, ...autor(c) }
      return c.json(escrita(await registrarIndisponibilidade(platform, c.var.entidade, nova)), 201, noStore)
    })
}

function escrita({ de, ate, ...resto }: Indisponibilidade) {
  return { ...resto, de: de.toISOString(), ate: ate.toISOString() }
}

const etag = v.pipe(v.string(), v.regex(/^(W\/)?"\d{1,9}"$/))

/** @throws arquivo_mudou for an `If-Match` that no reply of ours could have told. */
function versaoDe(c: Context): number | undefined {
  const texto = c.req.header('If-Match')
  if (texto === undefined) return undefined
  if (!v.is(etag, texto)) throw new ProblemError('arquivo_mudou')
  return Number(texto.replace(/\D/g, ''))
}
