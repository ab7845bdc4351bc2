import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { gzipSync } from 'node:zlib'
import { lugarDe } from '../../demo/guia/trecho.js'
import { freePort } from '../support/server.js'

const folha = gzipSync(readFileSync('node_modules/bootstrap-5/dist/css/bootstrap.min.css'))
const paragrafo =
  '<p>A Prefeitura recebe pedidos de qualquer pessoa e responde no prazo da Carta de Serviços. Quem preferir pode vir ao Protocolo Geral.</p>'

/** What stands in the same page: the tag, as its guide says, or a form that somebody wrote by hand. */
export type Conteudo = 'etiqueta' | 'formulario'

export interface Site {
  address: string
  stop(): Promise<void>
}

/**
 * Somebody else's web server. At `/comum/…` a page as municipalities have them, in Bootstrap 5, compressed; at `/nua/…` one of nothing but
 * what is measured.
 */
export async function servirSite(api: string): Promise<Site> {
  const port = await freePort()
  const server = createServer(({ url = '' }, response) => {
    const [, pagina, conteudo] = /^\/(comum|nua)\/(etiqueta|formulario)$/.exec(url) ?? []
    if (url === '/bootstrap.css') return response.writeHead(200, { 'Content-Type': 'text/css', 'Content-Encoding': 'gzip' }).end(folha)
    if (!pagina) return response.writeHead(204).end()
    const html = gzipSync(paginaCom(conteudo === 'etiqueta' ? etiqueta(api) : formulario(api), pagina === 'comum'))
    return response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Encoding': 'gzip' }).end(html)
  })
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  return {
    address: `http://localhost:${port}`,
    stop: async () => {
      server.closeAllConnections()
      await new Promise((closed) => server.close(closed))
    },
  }
}

function paginaCom({ cabeca, corpo }: { cabeca: string; corpo: string }, comum: boolean): string {
  const em = (parte: string) => (comum ? parte : '')
  return `<!doctype html>
<html lang="pt-BR">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Acompanhe o seu pedido | Vila Serena</title>
${em('<link rel="stylesheet" href="/bootstrap.css">')}
${cabeca}
</head>
<body>
${em(`<nav class="navbar navbar-expand bg-dark" data-bs-theme="dark"><div class="container"><a class="navbar-brand" href="/">Vila Serena</a>
<ul class="navbar-nav">${['Cidade', 'Governo', 'Serviços', 'Transparência'].map((nome) => `<li class="nav-item"><a class="nav-link" href="/">${nome}</a></li>`).join('')}</ul></div></nav>`)}
<main class="container">
<h1>Acompanhe o seu pedido</h1>
${em(paragrafo)}
${corpo}
${em(paragrafo.repeat(8))}
</main>
${em('<footer class="container py-4"><p>Praça da Matriz, 100 - Vila Serena/SP</p></footer>')}
</body>
</html>`
}

function etiqueta(api: string) {
  return {
    cabeca: `<style>${lugarDe({ tags: ['protocolo-consulta'], estreita: false })}</style>
<script type="module" async src="${api}/protocolo.js"></script>`,
    corpo: `<protocolo-consulta entidade="vila-serena"><a href="${api}/vila-serena">Consultar protocolo</a></protocolo-consulta>`,
  }
}

/** A number, a code and a button; what comes back is written below. */
function formulario(api: string) {
  return {
    cabeca: '',
    corpo: `<form id="consulta">
<p><label for="numero">Número do protocolo</label><br><input class="form-control" id="numero" name="numero" required></p>
<p><label for="codigo">Código de acesso (opcional)</label><br><input class="form-control" id="codigo" name="codigo"></p>
<p><button class="btn btn-primary">Consultar</button></p>
<output id="resposta"></output>
</form>
<script>
document.getElementById('consulta').onsubmit = async function (evento) {
  evento.preventDefault()
  var dados = { numero: this.numero.value.trim(), codigo: this.codigo.value.trim() }
  var rota = '${api}/v1/entidades/vila-serena/consulta'
  var resposta = document.getElementById('resposta')
  try {
    var pedido = dados.codigo
      ? await fetch(rota, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(dados) })
      : await fetch(rota + '?numero=' + encodeURIComponent(dados.numero))
    var achado = await pedido.json()
    resposta.textContent = pedido.ok ? achado.numero + ': ' + achado.tipo + ', ' + achado.situacao : achado.detail
  } catch (erro) {
    resposta.textContent = 'O serviço não respondeu. Tente de novo.'
  }
}
</script>`,
  }
}
