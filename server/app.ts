import { type Context, Hono } from 'hono'
import { rotasDaAdministracao } from './modules/administracao/routes.js'
import { rotasDeAnexos } from './modules/anexos/routes.js'
import { rotasDaAuditoria } from './modules/auditoria/routes.js'
import { rotasDasChaves } from './modules/chaves/routes.js'
import { rotasDeConsulta } from './modules/consulta/routes.js'
import { rotasDeContas } from './modules/contas/routes.js'
import { rotasDeContatos } from './modules/contatos/routes.js'
import { rotasDeDesafio } from './modules/desafio/routes.js'
import { rotasDaDescricao } from './modules/descricao/routes.js'
import { rotasDoDesfecho } from './modules/desfecho/routes.js'
import { type AmbienteDaEntidade, entidade, origens } from './modules/entidades/guarda.js'
import { rotasDeEntidades } from './modules/entidades/routes.js'
import { sitesDe } from './modules/entidades/sites.js'
import { rotasDeEntrada } from './modules/entrada/routes.js'
import { rotasDeEventos } from './modules/eventos/routes.js'
import { rotasDaExclusao } from './modules/exclusao/routes.js'
import { rotasDaExportacao } from './modules/exportacao/routes.js'
import { rotasDaFila } from './modules/fila/routes.js'
import { rotasDaFoto } from './modules/foto/routes.js'
import { rotasDaGestao } from './modules/gestao/routes.js'
import { rotasDeIndicadores } from './modules/indicadores/routes.js'
import { rotasDeLotacoes } from './modules/lotacoes/routes.js'
import { rotasDeMensagens } from './modules/mensagens/routes.js'
import { rotasDeMensagensDaGestao } from './modules/mensagens/routes-da-gestao.js'
import { rotasDaMesa } from './modules/mesa/routes.js'
import { rotasDosMeus } from './modules/meus/routes.js'
import { rotasDePaginas } from './modules/paginas/routes.js'
import { rotasDePasskeys } from './modules/passkeys/routes.js'
import { rotasDePendencias } from './modules/pendencias/routes.js'
import { rotasDasProcuracoesDaEntidade, rotasDeProcuracoes } from './modules/procuracoes/routes.js'
import { rotasDeProtocolos } from './modules/protocolos/routes.js'
import { rotasDeRascunhos } from './modules/rascunhos/routes.js'
import { rotasDeSaude } from './modules/saude/routes.js'
import { rotasDeSessoes } from './modules/sessoes/routes.js'
import { rotasDasVistasDadas, rotasDeVistas } from './modules/vistas/routes.js'
import { rotasDoWidget } from './modules/widget/routes.js'
import { trustProxies } from './platform/http/address.js'
import { securityHeaders } from './platform/http/headers.js'
import { inflight } from './platform/http/inflight.js'
import { requestLog } from './platform/http/log.js'
import { notFound, onError } from './platform/http/problem.js'
import { PrefixRouter } from './platform/http/router.js'
import type { Platform } from './platform/platform.js'

export interface AppOptions {
  /** Whether an origin may use every entidade, as those of the demo's host pages may. */
  extraOrigins?: ((origin: string) => boolean) | undefined
  /** Aborts when the server is on its way out. */
  stopping?: AbortSignal
  /** Adds routes of another entry's own, ahead of the hosted pages. */
  extra?: (app: Hono) => void
}

/** Everything that answers over HTTP, in reading order. */
export function createApp(platform: Platform, { extraOrigins, stopping = new AbortController().signal, extra }: AppOptions = {}) {
  const sites = sitesDe(platform, extraOrigins)
  const daEntidade = new Hono<AmbienteDaEntidade>()
    .use(entidade(platform))
    .use(origens(sites))
    .route('/', rotasDeEntidades(platform))
    .route('/', rotasDeIndicadores(platform))
    .route('/', rotasDaAuditoria(platform))
    .route('/', rotasDaAdministracao(platform))
    .route('/', rotasDasChaves(platform))
    .route('/', rotasDeDesafio(platform))
    .route('/', rotasDeAnexos(platform))
    .route('/', rotasDeProtocolos(platform))
    .route('/', rotasDeConsulta(platform))
    .route('/', rotasDosMeus(platform))
    .route('/', rotasDeMensagens(platform))
    .route('/', rotasDeMensagensDaGestao(platform))
    .route('/', rotasDePendencias(platform))
    .route('/', rotasDoDesfecho(platform))
    .route('/', rotasDeVistas(platform))
    .route('/', rotasDasVistasDadas(platform))
    .route('/', rotasDeProcuracoes(platform))
    .route('/', rotasDasProcuracoesDaEntidade(platform))
    .route('/', rotasDeRascunhos(platform))
    .route('/', rotasDeLotacoes(platform))
    .route('/', rotasDaGestao(platform))
    .route('/', rotasDaFila(platform))
    .route('/', rotasDaMesa(platform, stopping))
    .route('/', rotasDeEventos(platform, stopping))

  const daConta = new Hono<AmbienteDaEntidade>()
  for (const raiz of ['contas', 'conta', 'sessoes', 'senhas']) {
    daConta.use(`/${raiz}/*`, entidade(platform), origens(sites))
  }
  daConta
    .route('/', rotasDeContas(platform))
    .route('/', rotasDeContatos(platform))
    .route('/', rotasDeEntrada(platform, sites))
    .route('/', rotasDePasskeys(platform, sites))
    .route('/', rotasDeSessoes(platform))
    .route('/', rotasDaFoto(platform))
    .route('/', rotasDaExportacao(platform))
    .route('/', rotasDaExclusao(platform))

  const proprias = new Hono()
  extra?.(proprias)

  const app = new Hono({ router: new PrefixRouter('/v1/') })
  const rotas = app
    .use(requestLog(platform))
    .use(trustProxies(platform.config.proxies))
    .use(securityHeaders(platform.config.address))
    .use(inflight({ ...atOnce(platform), except: countedElsewhere }))
    .route('/', rotasDeSaude(platform, stopping))
    .route('/', rotasDoWidget(platform))
    .route('/v1/entidades/:entidade', daEntidade)
    .route('/v1', daConta)
    .route(
      '/',
      rotasDaDescricao(platform, () => app),
    )
    .route('/', proprias)
    .route('/', rotasDePaginas(platform))
  app.onError(onError)
  app.notFound(notFound(app))
  return rotas
}

/** Requests at once; of one address a quarter, unless limits are off. */
function atOnce({ config }: Platform) {
  return { most: 400, mostOfOne: config.limits ? 100 : 400 }
}

/** Uploads have a cap of their own; whether the server lives is answered however much there is to do. */
function countedElsewhere({ req }: Context): boolean {
  return (req.method === 'PUT' && /^\/v1\/entidades\/[^/]+\/anexos$/.test(req.path)) || req.path.startsWith('/health/')
}

/** For the typed client, `hc<App>`. */
export type App = ReturnType<typeof createApp>
