import { join } from 'node:path'
import { importarEntidade } from '../server/modules/entidades/entidades.js'
import { readConfig } from '../server/platform/config.js'
import type { Platform } from '../server/platform/platform.js'
import { type RunningServer, start } from '../server/start.js'
import { rotaDaAcessibilidade } from './acessibilidade/pagina.js'
import { rotasDoCorreio } from './correio.js'
import { entidadesDaDemo } from './entidades.js'
import { rotasDoGuia } from './guia/rotas.js'
import { rotasDasPaginas } from './paginas.js'
import { semear } from './semear.js'
import { rotasDosTemas } from './temas.js'
import { guardarTextos } from './textos.js'

/** How many ports after the asked one are tried when it is taken. */
const nextPorts = 20

/** Apart from the folder that `npm run serve` takes unless told: fictional entidades, with codes that everybody knows, never mix with real ones. */
const ownData = join('dados', 'demo')

/** Starts the server with everything that the demo adds to it. */
export async function startDemo(env: NodeJS.ProcessEnv): Promise<RunningServer> {
  const config = readConfig({ PROTOCOLO_LOG: 'warn', ...env, PROTOCOLO_DADOS: env.PROTOCOLO_DADOS?.trim() || ownData })
  const textos = guardarTextos()
  const server = await start(config, {
    nextPorts,
    extraOrigins: ofThisMachine,
    extra: (app, platform) =>
      app
        .route('/', rotasDoCorreio(platform, textos.guardados))
        .route('/', rotasDoGuia(platform))
        .route('/', rotaDaAcessibilidade())
        .route('/', rotasDosTemas())
        .route('/', rotasDasPaginas()),
    overrides: config.sms ? {} : { sms: textos.sms },
  })
  try {
    await importAll(server.platform)
    await semear(server.platform)
    return server
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** The demo's own pages, and those that people try the tags in, by either name of this machine and at any port. */
function ofThisMachine(origin: string): boolean {
  return /^http:\/\/(localhost|127\.0\.0\.1)(:\d+)?$/.test(origin)
}

async function importAll(platform: Platform) {
  for (const entidade of entidadesDaDemo()) await importarEntidade(platform, entidade)
}
