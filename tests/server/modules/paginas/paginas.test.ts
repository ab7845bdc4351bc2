import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Hono } from 'hono'
import { createApp } from '../../../../server/app.js'
import type { Mensagem } from '../../../../server/contract/mensagens.js'
import { consultarComCodigo } from '../../../../server/modules/consulta/consulta.js'
import type { EntidadeAberta } from '../../../../server/modules/entidades/entidade-aberta.js'
import { buscarEntidade, importarEntidade } from '../../../../server/modules/entidades/entidades.js'
import { indicadores } from '../../../../server/modules/indicadores/exemplos.js'
import { type Fala, falaDe } from '../../../../server/modules/paginas/fala.js'
import { contarTentativa } from '../../../../server/modules/paginas/paginas.js'
import { resultado } from '../../../../server/modules/paginas/resultado.js'
import { paginaDeTransparencia } from '../../../../server/modules/paginas/transparencia.js'
import { pagePolicy } from '../../../../server/platform/http/headers.js'
import { fixedClock, testPlatform } from '../../helpers/platform.js'
import { overSocket } from '../../helpers/socket.js'
import { arquivoDeExemplo, tipoDeExemplo } from '../entidades/arquivo-de-exemplo.js'

const relato = '<script>alert(1)</script> & "aspas"'
const platform = await testPlatform({ clock: fixedClock('2026-11-21T12:00:00Z'), config: { proofOfWork: 0 } })
const sigiloso = { ...tipoDeExemplo('denuncia', 'Denúncia'), sigilo: 'sigiloso' as const }
const arquivo = arquivoDeExemplo()
await importarEntidade(platform, { ...arquivo, tema: { corAcao: '#00697d' }, tipos: [...arquivo.tipos, sigiloso] })
const entidade = await buscarEntidade(platform, 'exemplo')
assert.ok(entidade)
const base = await overSocket(createApp(platform))

async function abrir(tipo: string): Promise<{ numero: string; codigoAcesso: string }> {
  const pedido = {
    tipo,
    respostas: { risco: true, relato },
    requerente: { nome: 'Pessoa Exemplo', documento: '111.444.777-35' },
    anexos: [],
    ciencia: '1',
  }
  const recebido = await fetch(`${base}/v1/entidades/exemplo/protocolos`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', 'Idempotency-Key': `chave-de-teste-${tipo}` },
    body: JSON.stringify(pedido),
  })
  assert.equal(recebido.status, 201)
  return recebido.json()
}

const publico = await abrir('buraco')
const secreto = await abrir('denuncia')

const pagina = async (caminho: string) => {
  const recebido = await fetch(base + caminho, { redirect: 'manual' })
  return { status: recebido.status, headers: recebido.headers, html: await recebido.text() }
}

async function enviar(campos: Record<string, string>, caminho = '/exemplo/consulta') {
  const recebido = await fetch(base + caminho, { method: 'POST', body: new URLSearchParams(campos), redirect: 'manual' })
  return { status: recebido.status, headers: recebido.headers, html: await recebido.text() }
}

describe('the hosted page', () => {
  it('has every tag, the brand, the contacts, the encarregado and the privacy notice', async () => {
    const { status, html } = await pagina('/exemplo')
    assert.equal(status, 200)
    for (const trecho of [
      '<html lang="pt-BR"',
      '<protocolo-novo entidade="exemplo">',
      '<protocolo-consulta entidade="exemplo">',
      '<protocolo-painel entidade="exemplo">',
      '<script type="module" async src="/protocolo.js"></script>',
      'class="pular" href="#conteudo"',
      'Prefeitura de Exemplo',
      'Segunda a sexta, das 8h às 17h',
      'Pessoa Encarregada',
      'Usamos os seus dados para responder o seu pedido.',
    ]) {
      assert.ok(html.includes(trecho), trecho)
    }
  })

  it('runs under a policy that needs no inline script or style', async () => {
    const { headers, html } = await pagina('/exemplo')
    assert.equal(headers.get('Content-Security-Policy'), pagePolicy)
    assert.doesNotMatch(html, /\sstyle=|<style|\son\w+=|<script(?! type="module" async src="\/)/)
    const estilo = await fetch(`${base}/pagina.css`)
    assert.equal(estilo.headers.get('Content-Type'), 'text/css; charset=utf-8')
    assert.doesNotMatch(await estilo.text(), /@import|url\(/)
  })

  it('takes the colour of the entidade, and in the dark a lighter one', async () => {
    const { html } = await pagina('/exemplo/tema.css')
    assert.equal(html, ':root{--da-entidade:#00697d;--da-entidade-no-escuro:#00b5d8}\n')
  })

  it('is dark when the entidade says so, or where the device asks', async () => {
    const ligacoes = async (base: 'claro' | 'escuro' | 'auto') => {
      await importarEntidade(platform, arquivoDeExemplo({ codigo: `tema-${base}`, tema: { base } }))
      return /<link[^>]*escuro\.css[^>]*>/.exec((await pagina(`/tema-${base}`)).html)?.[0]
    }
    assert.equal(await ligacoes('claro'), undefined)
    assert.equal(await ligacoes('escuro'), '<link rel="stylesheet" href="/escuro.css">')
    assert.equal(await ligacoes('auto'), '<link rel="stylesheet" href="/escuro.css" media="(prefers-color-scheme: dark)">')
    assert.match((await pagina('/escuro.css')).html, /color-scheme: dark/)
  })

  it('answers a page, not JSON, for a name that nobody has', async () => {
    const { status, headers, html } = await pagina('/nenhuma')
    assert.equal(status, 404)
    assert.match(headers.get('Content-Type') ?? '', /text\/html/)
    assert.match(html, /Órgão não encontrado/)
  })
})

describe('the root of the address', () => {
  it('says what this server is, leads to the documentation, and names no entidade', async () => {
    const { status, headers, html } = await pagina('/')
    assert.equal(status, 200)
    assert.match(headers.get('Content-Type') ?? '', /text\/html/)
    assert.equal(headers.get('Content-Security-Policy'), pagePolicy)
    assert.match(html, /<h1>Protocolo<\/h1>\s*<p>Este servidor recebe/)
    assert.match(html, /<a href="\/docs">/)
    assert.doesNotMatch(html, /exemplo/i)
    assert.equal((await fetch(base, { method: 'POST' })).status, 405)
  })
})

describe('a page in another language', () => {
  const em = async (idioma: string, caminho: string, corpo?: Record<string, string>) => {
    const headers = { 'Accept-Language': idioma }
    const pedido = corpo ? { method: 'POST', body: new URLSearchParams(corpo), headers } : { headers }
    const recebido = await fetch(base + caminho, pedido)
    return { status: recebido.status, headers: recebido.headers, html: await recebido.text() }
  }
  /** The text that a voice of the page's language would read. */
  const semOQueEDeles = (html: string) =>
    html
      .replace(/<script[\s\S]*?<\/script>/g, '')
      .replace(/<(\w+)(?=[^>]*\slang="pt-BR")[^>]*>[\s\S]*?<\/\1>/g, '')
      .replace(/<[^>]+>/g, ' ')

  it('is the one asked for most, of those that are spoken; else Portuguese', async () => {
    for (const [pedido, idioma] of [
      ['es-AR,es;q=0.9,en;q=0.8', 'es'],
      ['fr-FR,en;q=0.8,pt;q=0.5', 'en'],
      ['fr', 'pt-BR'],
      ['', 'pt-BR'],
    ] as const) {
      const { html, headers } = await em(pedido, '/exemplo')
      assert.match(html, new RegExp(`<html lang="${idioma}">`), pedido)
      assert.equal(headers.get('Content-Language'), idioma)
    }
  })

  it('is kept apart from the others by who keeps it', async () => {
    for (const caminho of ['/', '/exemplo', '/exemplo/transparencia', '/nenhuma']) {
      const { headers } = await em('en', caminho)
      assert.equal(headers.get('Vary'), 'Accept-Language', caminho)
    }
    assert.equal((await em('en', '/')).headers.get('Cache-Control'), 'public, max-age=300')
    assert.equal((await em('en', '/exemplo')).headers.get('Cache-Control'), 'private, no-store')
  })

  it('speaks it throughout, the words of the rules too, and leaves what the entidade wrote in Portuguese, marked', async () => {
    const comCodigo = { numero: publico.numero, codigo: publico.codigoAcesso }
    const dizem = {
      en: ['Make a request', 'Not yet reviewed', '7 Dec 2026', '16 days left', '21 Nov 2026, 09:00', 'Request opened'],
      es: ['Abrir un trámite', 'Sin analizar', '07/12/2026', 'faltan 16 días', '21/11/2026, 09:00', 'Trámite abierto'],
    }
    for (const idioma of ['en', 'es'] as const) {
      const paginas = [
        await em(idioma, '/exemplo'),
        await em(idioma, `/exemplo?protocolo=${encodeURIComponent(publico.numero)}`),
        await em(idioma, '/exemplo/consulta', comCodigo),
        await em(idioma, '/exemplo/transparencia'),
        await em(idioma, '/'),
      ].map(({ html }) => html)
      const textos = paginas.map(semOQueEDeles).join('\n')
      for (const dito of dizem[idioma]) assert.ok(textos.includes(dito), `${dito} in ${idioma}`)
      assert.match(paginas.join(''), /lang="pt-BR"[^>]*>Tapa-buraco/)
      assert.match(paginas.join(''), /<p lang="pt-BR">Usamos os seus dados para responder o seu pedido/)
      const portugues = /não|ção|ções|você|protocolo|pedido|Tapa-buraco|prazo|Prefeitura de Exemplo(?! *\n)|Segunda a sexta/i
      for (const [n, pagina] of paginas.entries()) {
        const corpo = semOQueEDeles(pagina.slice(pagina.indexOf('<body>')))
        assert.doesNotMatch(corpo, portugues, `page ${n} in ${idioma}`)
      }
    }
  })

  it('says beside the field, and where there is no page, what is wrong', async () => {
    const { status, html } = await em('en', '/exemplo/consulta', { numero: publico.numero, codigo: 'ABC' })
    assert.equal(status, 404)
    assert.match(html, /The request could not be looked up/)
    assert.match(html, /<p class="erro" id="numero-erro">[^<]*number and code[^<]*<\/p>/)
    const nenhuma = await em('es', '/nenhuma')
    assert.equal(nenhuma.status, 404)
    assert.match(nenhuma.html, /<html lang="es">[\s\S]*<h1>Organismo no encontrado<\/h1>/)
  })
})

describe('what a page writes itself', () => {
  /** A page of an entidade that calls a pedido a solicitação. */
  const escrita = async (idioma: string, desenhar: (aberta: EntidadeAberta, fala: Fala) => unknown) => {
    const solicitacao = { singular: 'solicitação', plural: 'solicitações', genero: 'f' } as const
    const aberta = { ...entidade, arquivo: { ...entidade.arquivo, nomes: { pedido: solicitacao } } }
    const app = new Hono().get('/', (c) => c.html(String(desenhar(aberta, falaDe(c, aberta)))))
    return (await app.request('/', { headers: { 'Accept-Language': idioma } })).text()
  }

  it('leaves the name of a procurador as it is, in Portuguese, whatever the entidade calls a pedido', async () => {
    const porProcuracao = 'Pedido Certo Ltda'
    const consulta = await consultarComCodigo(platform, entidade, { numero: publico.numero, codigo: publico.codigoAcesso })
    assert.equal(consulta.nivel, 2)
    const tramites = consulta.tramites.map((tramite) => ({ ...tramite, porProcuracao }))
    const mensagem: Mensagem = { id: 'm1', de: 'cidadao', em: '2026-11-21T12:00:00Z', unidade: null, texto: 'Oi', anexos: [], lidaEm: null }
    const comProcurador = { ...consulta, tramites, mensagens: [{ ...mensagem, porProcuracao }] }
    const comCodigo = { codigo: publico.codigoAcesso, hoje: '2026-11-21' }
    for (const [idioma, dito] of Object.entries({ 'pt-BR': 'Por procuração', es: 'Por poder', en: 'By power of attorney' })) {
      const html = await escrita(idioma, (aberta, fala) => resultado(aberta, fala, comProcurador, comCodigo))
      const vezes = html.split(`${dito}: <span lang="pt-BR">${porProcuracao}</span>`).length - 1
      assert.equal(vezes, tramites.length + 1, idioma)
    }
  })

  it('counts a thousand days as each language does', async () => {
    const muitos = { ...indicadores, total: { ...indicadores.total, diasMediana: 1234.5 } }
    for (const [idioma, dito] of Object.entries({ 'pt-BR': '1.234,5 dias', es: '1.234,5 días', en: '1,234.5 days' })) {
      const html = await escrita(idioma, (aberta, fala) => paginaDeTransparencia(aberta, fala, muitos))
      assert.ok(html.includes(`<dd>${dito}</dd>`), idioma)
    }
  })
})

describe('consulting without script', () => {
  it('shows by number what the number alone shows', async () => {
    const { html } = await pagina(`/exemplo?protocolo=${encodeURIComponent(publico.numero)}`)
    assert.ok(html.includes(`<h2 class="numero" id="numero-do-protocolo">${publico.numero}</h2>`))
    for (const trecho of [
      'Tapa-buraco',
      'Não analisado',
      '21/11/2026, 9h',
      'Obras',
      '07/12/2026',
      'faltam 16 dias',
      'O setor ainda vai começar',
    ])
      assert.ok(html.includes(trecho), trecho)
    assert.doesNotMatch(html, /Pessoa Exemplo|alert/)
  })

  it('sends a form without code to an address that can be kept, in which no code stands', async () => {
    const { status, headers } = await enviar({ numero: ' pme 2026/100 ', codigo: '' })
    assert.equal(status, 303)
    assert.equal(headers.get('Location'), '/exemplo?protocolo=pme%202026%2F100#consulta')
  })

  it('shows with number and code the whole story, its texts as texts', async () => {
    const { status, headers, html } = await enviar({ numero: publico.numero, codigo: publico.codigoAcesso.toLowerCase() })
    assert.equal(status, 200)
    assert.equal(headers.get('Cache-Control'), 'private, no-store')
    for (const trecho of ['Protocolo aberto', 'Pessoa Exemplo', '&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;aspas&quot;']) {
      assert.ok(html.includes(trecho), trecho)
    }
    assert.doesNotMatch(html, /<script/)
  })

  it('opens a sigiloso one with its code, and does not know it without', async () => {
    assert.equal((await enviar({ ...chave(secreto), codigo: secreto.codigoAcesso })).status, 200)
    const { html } = await pagina(`/exemplo?protocolo=${encodeURIComponent(secreto.numero)}`)
    assert.match(html, /Não encontramos um protocolo com esse número/)
    assert.doesNotMatch(html, /Denúncia<\/p>/)
  })

  it('keeps what was typed and says beside the field what to correct', async () => {
    const { status, html } = await enviar({ numero: publico.numero, codigo: '0000-0000-0000', ano: '2026' })
    assert.equal(status, 404)
    assert.match(html, /<p class="erro" id="numero-erro">Não encontramos um protocolo com esse número e esse código/)
    assert.match(html, /id="numero" name="numero" aria-describedby="numero-ajuda numero-erro" aria-invalid="true" value="PME 2026\/100"/)
    assert.match(html, /value="0000-0000-0000"/)
    assert.match(html, /<details open>/)
    assert.deepEqual(titulos(html), ['Consultar protocolo', 'Não deu para consultar', 'Atendimento', 'Seus dados'])
    const torto = await enviar({ numero: '"><script>x</script>', codigo: 'a' })
    assert.equal(torto.status, 422)
    assert.match(torto.html, /Escreva o número como está no comprovante/)
    assert.match(torto.html, /value="&quot;&gt;&lt;script&gt;x&lt;\/script&gt;"/)
    assert.equal((await enviar({})).status, 422)
  })

  it('cuts a number that is too long between characters, not inside one', async () => {
    const { status, headers } = await enviar({ numero: `${'1'.repeat(99)}🌳🌳` })
    assert.equal(status, 303)
    assert.equal(headers.get('Location'), `/exemplo?protocolo=${'1'.repeat(99)}${encodeURIComponent('🌳')}#consulta`)
  })

  it('gives the comprovante to who has number and code', async () => {
    const recebido = await fetch(`${base}/exemplo/consulta/comprovante`, {
      method: 'POST',
      body: new URLSearchParams({ ...chave(publico), codigo: publico.codigoAcesso }),
    })
    assert.equal(recebido.headers.get('Content-Type'), 'application/pdf')
    assert.match(recebido.headers.get('Content-Disposition') ?? '', /^attachment/)
    assert.equal((await recebido.text()).slice(0, 5), '%PDF-')
    const semCodigo = await enviar(chave(publico), '/exemplo/consulta/comprovante')
    assert.equal(semCodigo.status, 404)
  })

  it('refuses a form that has no end', async () => {
    const { status, html } = await enviar({ numero: 'x'.repeat(50_000) })
    assert.equal(status, 413)
    assert.match(html, /<h1>/)
  })

  it('asks who tries without end to wait, in words', async () => {
    let ultima = await enviar({ numero: publico.numero, codigo: 'A' })
    for (let i = 0; i < 60 && ultima.status !== 429; i++) ultima = await enviar({ numero: publico.numero, codigo: 'A' })
    assert.equal(ultima.status, 429)
    assert.ok(ultima.headers.get('Retry-After'))
    assert.match(ultima.html, /role="alert">Houve muitas consultas seguidas/)
    assert.match(ultima.html, /value="PME 2026\/100"/)
  })
})

describe('tries without script', () => {
  const recusa = { name: 'ProblemError', message: 'muitas_tentativas' }
  const tentar = (numero: string, endereco: string) =>
    contarTentativa(platform, entidade, { numero, codigo: '0000-0000-0000', orgao: '', ano: '' }, endereco)
  const vezes = (quantas: number, fazer: () => void) => Array.from({ length: quantas }).forEach(fazer)

  it('on one number are counted together, however it is written and wherever they come from', () => {
    const formas = ['PME 2026/888888', 'pme 2026 0888888', 'PME-2026-888888', 'PME 2026/0000888888']
    for (const [i, forma] of formas.entries()) vezes(5, () => tentar(forma, `192.0.2.${i}`))
    for (const forma of formas) assert.throws(() => tentar(forma, '192.0.2.9'), recusa)
  })

  it('of an address past its own share keep nobody else from a number', () => {
    vezes(60, () => contarTentativa(platform, entidade, { numero: '', codigo: '', orgao: '', ano: '' }, '192.0.2.77'))
    vezes(30, () => assert.throws(() => tentar('PME 2026/777777', '192.0.2.77'), recusa))
    tentar('PME 2026/777777', '192.0.2.78')
  })
})

/** Texts of the headings, in the order of the page. */
function titulos(html: string): string[] {
  return [...html.matchAll(/<h[1-6][^>]*>([^<]*)/g)].map(([, texto = '']) => texto)
}

function chave({ numero }: { numero: string }) {
  return { numero }
}
