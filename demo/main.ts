import { nomesDeSituacao } from '../server/contract/palavras.js'
import { situacoes } from '../server/domain/situacao.js'
import { fail, stopOnSignal } from '../server/main.js'
import { hashDoCodigo } from '../server/modules/protocolos/codigo.js'
import { readConfig } from '../server/platform/config.js'
import type { Platform } from '../server/platform/platform.js'
import type { RunningServer } from '../server/start.js'
import { protocolosDe } from './gravar.js'
import { pedidosFeitos } from './pedidos.js'
import { cidada, empresa, senha, servidores } from './pessoas.js'
import { startDemo } from './start.js'

/** `npm start`: the demo. The server as it is, with four kinds of fictional entidade (one of them twice), people, protocolos and host pages. */
async function main() {
  console.log('Protocolo, demonstração: tudo aqui é fictício. Para usar de verdade: npm run serve.\n')
  try {
    const server = await startDemo(process.env)
    await present(server)
    stopOnSignal(server)
  } catch (error) {
    fail(error)
  }
}

async function present({ address, port, platform }: RunningServer) {
  const conhecidos = await withKnownCode(platform)
  const asked = readConfig(process.env).port
  if (asked !== 0 && asked !== port) console.log(`A porta ${asked} já está em uso; a demonstração ficou na ${port}.\n`)
  console.log(`Abra no navegador:  ${address}/demo/
E-mails guardados:  ${address}/demo/correio
API:                ${address}/docs

Para consultar com número e código de acesso:
${conhecidos.map(({ numero, codigo, entidade, tipo, situacao }) => `  ${numero.padEnd(18)}  ${codigo}  ${address}/${entidade}  (${tipo}, ${situacao})`).join('\n')}

Para entrar, com a senha "${senha}":
${[cidada, empresa, ...servidores].map(({ nome, documento }) => `  ${documento.padEnd(18)}  ${nome}`).join('\n')}

Para parar: Ctrl+C.`)
}

/** Protocolos whose access code is still the one that the demo gave them. */
async function withKnownCode(platform: Platform) {
  const codigos = pedidosFeitos.flatMap(({ codigo }) => codigo ?? [])
  const protocolos = await protocolosDe(platform.db.sql, cidada.documento)
  return protocolos.flatMap(({ id, codigoHash, situacao, ...protocolo }) => {
    const codigo = codigos.find((candidato) => hashDoCodigo(id, candidato).equals(codigoHash))
    const chave = situacoes.find((nome) => nome === situacao)
    return codigo && chave ? [{ ...protocolo, codigo, situacao: nomesDeSituacao[chave].toLowerCase() }] : []
  })
}

await main()
