import { Hono } from 'hono'
import { html } from 'hono/html'
import { escreverDataHora } from '../server/contract/palavras.js'
import { ProblemError } from '../server/platform/http/problem.js'
import type { Platform } from '../server/platform/platform.js'
import * as cartas from './cartas.js'
import { type Html, paginaDoGuia } from './guia/moldura.js'
import type { TextoGuardado } from './textos.js'

/** The e-mail's own stylesheet stands in the page that shows it; nothing there runs. */
const politica = [
  "default-src 'none'",
  "style-src 'self' 'unsafe-inline'",
  "frame-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** Under /demo/correio: the e-mails that were kept because no SMTP server is configured. Of the demo alone. */
export function rotasDoCorreio(platform: Platform, textos: readonly TextoGuardado[]) {
  return new Hono()
    .use('/demo/correio/*', async (c, next) => {
      await next()
      c.header('Content-Security-Policy', politica)
      c.header('Cache-Control', 'no-store')
    })
    .get('/demo/correio', async (c) => c.html(lista(await cartas.recentes(platform.db.sql), textos)))
    .get('/demo/correio/:id{[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}}', async (c) => {
      const carta = await cartas.uma(platform.db.sql, c.req.param('id'))
      if (!carta) throw new ProblemError('nao_encontrado')
      return c.html(aberta(carta))
    })
}

function lista(todas: readonly cartas.Carta[], textos: readonly TextoGuardado[]) {
  return pagina(
    'Correio',
    html`<h1>Correio</h1>
<p class="lide">Os e-mails que seriam enviados. Com <code>SMTP_URL</code> configurado, eles saem de verdade e aqui fica só a lista.</p>
${
  todas.length === 0
    ? html`<p>Nenhum e-mail ainda. <a href="/demo/exemplos">Abra um pedido em um dos sites</a> e volte aqui.</p>`
    : html`<ul class="cartas">${todas.map(linha)}</ul>`
}
${textos.length === 0 ? '' : html`<h2>Mensagens de texto (SMS)</h2><ul class="cartas">${textos.map(umTexto)}</ul>`}`,
  )
}

function umTexto({ para, texto, em }: TextoGuardado) {
  return html`<li>
<strong>${texto}</strong>
<p>Para ${para} · ${escreverDataHora(em.toISOString(), 'America/Sao_Paulo')}</p>
</li>`
}

function linha({ id, para, assunto, especie, criadoEm, enviadoEm, recusadoEm, fuso }: cartas.Carta) {
  const titulo = assunto ?? cartas.nomesDeEspecie.get(especie) ?? especie
  const estado =
    recusadoEm !== null ? 'recusado: a caixa não existe' : enviadoEm === null ? 'na fila' : assunto === null ? 'enviado' : 'guardado'
  return html`<li>
${assunto === null ? html`<strong>${titulo}</strong>` : html`<a href="/demo/correio/${id}">${titulo}</a>`}
<p>Para ${para} · ${escreverDataHora(criadoEm.toISOString(), fuso)} · ${estado}</p>
</li>`
}

function aberta({ para, de, assunto, texto, html: corpo, criadoEm, fuso }: cartas.CartaInteira) {
  return pagina(
    assunto,
    html`<p><a href="/demo/correio">Correio</a></p>
<h1>${assunto}</h1>
<dl class="cabecalhos">
<dt>De</dt><dd>${de}</dd>
<dt>Para</dt><dd>${para}</dd>
<dt>Data</dt><dd>${escreverDataHora(criadoEm.toISOString(), fuso)}</dd>
</dl>
<h2>Como aparece no programa de e-mail</h2>
<iframe title="Mensagem" sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="${corpo.replace('<head>', '<head><base target="_blank">')}"></iframe>
<h2>Só o texto</h2>
<pre tabindex="0" role="region" aria-label="Só o texto">${texto}</pre>`,
  )
}

function pagina(titulo: string, conteudo: Html): Html {
  return paginaDoGuia({ endereco: '/demo/correio', titulo, folhas: ['correio.css'], scripts: [], conteudo })
}
