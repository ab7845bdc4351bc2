import { integridade } from '../../contract/componentes.js'
import { describe } from '../../platform/http/describe.js'

const naoMudou = { description: 'Não mudou desde o ETag dado em If-None-Match.' }
const javascript = { 200: { description: 'JavaScript; páginas de qualquer site podem usá-lo.', media: 'text/javascript' }, 304: naoMudou }
const comVersao =
  'Com a versão inteira (`@1.0.0`), o conteúdo nunca muda e pode ser guardado para sempre. Com o primeiro número (`@1`), é o da versão mais nova que começa por ele.'

export const script = describe({
  summary: 'O script dos componentes, para <script type="module">',
  tag: 'Componentes',
  responses: javascript,
  problems: ['nao_encontrado'],
  example: "import './protocolo/inicio-ABCDEFGH.js'",
})

export const parte = describe({
  summary: 'Uma parte do script, carregada quando é usada',
  description: 'O nome muda com o conteúdo: pode ser guardada para sempre.',
  tag: 'Componentes',
  responses: javascript,
  problems: ['nao_encontrado'],
  example: 'export const a = 1',
})

export const scriptDaVersao = describe({
  summary: 'O script dos componentes, de uma versão',
  description: comVersao,
  tag: 'Componentes',
  responses: javascript,
  problems: ['versao_desconhecida', 'muitas_tentativas'],
  example: "import './protocolo/inicio-ABCDEFGH.js'",
})

export const parteDaVersao = describe({
  summary: 'Uma parte do script de uma versão',
  description: comVersao,
  tag: 'Componentes',
  responses: javascript,
  problems: ['nao_encontrado', 'versao_desconhecida', 'muitas_tentativas'],
  example: 'export const a = 1',
})

export const integridadeDaVersao = describe({
  summary: 'Os arquivos de uma versão do script, com o hash de cada um',
  description: `Para \`integrity\` em <script> e em import maps. ${comVersao}`,
  tag: 'Componentes',
  responses: { 200: integridade },
  problems: ['versao_desconhecida', 'muitas_tentativas'],
  example: { versao: '1.0.0', arquivos: { 'protocolo.js': `sha384-${'A'.repeat(64)}` } },
})

export const instalacaoDaVersao = describe({
  summary: 'O que colar em uma página que fica em uma versão do script',
  description: 'O código, com os hashes, e a Content-Security-Policy que ele pede.',
  tag: 'Componentes',
  responses: { 200: { description: 'Texto para copiar.', media: 'text/plain' } },
  problems: ['versao_desconhecida', 'muitas_tentativas'],
  example: '<script type="importmap">{"integrity":{}}</script>',
})
