import { createHash } from 'node:crypto'
import type { Integridade } from '../../contract/componentes.js'
import type { Platform } from '../../platform/platform.js'
import { versoesDe } from './versoes.js'

/** What a page that holds to one version has in its source, and what its Content-Security-Policy has to allow for that. */
export interface Instalacao {
  versao: string
  /** For the page's head: the import map with every file's hash, and the script. */
  html: string
  /** The import map's own hash, as `script-src` takes it. */
  hashDoMapa: string
  /** The whole policy of a page that has nothing else. */
  csp: string
}

/** For the version that this server serves at its newest address; none before the first build. */
export async function instalacaoDeAgora(platform: Platform): Promise<Instalacao | undefined> {
  const versoes = versoesDe(platform)
  const agora = versoes.propria && (await versoes.buscar(versoes.propria.integridade.versao))
  return agora && instalacaoDe(platform.config.address, agora.integridade)
}

/** @param endereco public address of the server, without a trailing slash. */
export function instalacaoDe(endereco: string, { versao, arquivos }: Integridade): Instalacao {
  const base = `${endereco}/@${versao}/`
  const { 'protocolo.js': entrada = '', ...partes } = arquivos
  const integrity = Object.fromEntries(Object.entries(partes).map(([nome, hash]) => [base + nome, hash]))
  // Nothing in it may end the script element.
  const mapa = JSON.stringify({ integrity }).replaceAll('<', '\\u003c')
  const hashDoMapa = `'sha256-${createHash('sha256').update(mapa).digest('base64')}'`
  return {
    versao,
    html: `<script type="importmap">${mapa}</script>\n<script type="module" async src="${base}protocolo.js" integrity="${entrada}" crossorigin></script>`,
    hashDoMapa,
    csp: [
      "default-src 'none'",
      `script-src ${hashDoMapa} ${base}`,
      `connect-src ${endereco}`,
      "require-trusted-types-for 'script'",
      'trusted-types lit-html',
    ].join('; '),
  }
}

/** The same, to be copied. */
export function escreverInstalacao({ versao, html, hashDoMapa, csp }: Instalacao): string {
  return `Protocolo ${versao}: endereço fixo, com integridade conferida pelo navegador.

1. Cole no <head> da página, antes de qualquer outro <script type="module">.
   Se a página já tem um import map, junte o conteúdo de "integrity" ao dela: o hash do passo 2 passa a ser o do mapa inteiro.

${html}

2. Se o site tem Content-Security-Policy, ela precisa permitir o que está abaixo.
   O import map é o ${hashDoMapa} de script-src.

${csp}
`
}
