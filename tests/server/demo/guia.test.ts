import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { entidadesDaDemo } from '../../../demo/entidades.js'
import { leiturasDasCores } from '../../../demo/guia/contraste.js'
import { campoDoToken, lerEscolha } from '../../../demo/guia/escolha.js'
import { frase, frases, sobreAsTags } from '../../../demo/guia/frases.js'
import { especies, lerManifesto } from '../../../demo/guia/manifesto.js'
import { paginaDoDrupal } from '../../../demo/guia/sites/drupal.js'
import { paginaDoHtml } from '../../../demo/guia/sites/html.js'
import { paginaDoJoomla } from '../../../demo/guia/sites/joomla.js'
import { paginaDoWordpress } from '../../../demo/guia/sites/wordpress.js'
import { alturas, lugarDe, montarTrecho, politicaInteira } from '../../../demo/guia/trecho.js'
import { contraste, menorContraste } from '../../../server/domain/cor.js'
import { root } from '../../../server/platform/paths.js'

const manifesto = lerManifesto()
const entidades = entidadesDaDemo().map(({ codigo }) => codigo)
const origem = { endereco: 'https://protocolo.exemplo.br', fixa: undefined }
const escolher = (busca: string) => lerEscolha(manifesto, entidades, new URLSearchParams(busca))
const trechoDe = (busca: string) => montarTrecho(escolher(busca), manifesto, origem)

describe('the reference', () => {
  it('says of everything in the manifest what it is for', () => {
    assert.deepEqual(
      manifesto.map(({ tag }) => tag),
      Object.keys(sobreAsTags),
    )
    const mudas = manifesto.flatMap((face) =>
      especies.flatMap((especie) =>
        face[especie].flatMap(({ nome }) => (frase(face.tag, especie, nome) ? [] : [`${face.tag} ${especie} ${nome}`])),
      ),
    )
    assert.deepEqual(mudas, [])
  })

  it('has no sentence for what is not in the manifest', () => {
    const sobras = especies.flatMap((especie) =>
      Object.entries(frases[especie]).flatMap(([tag, ditas]) => {
        const donas = manifesto.filter((face) => tag === 'todas' || face.tag === tag)
        const nomes = new Set(donas.flatMap((face) => face[especie].map(({ nome }) => nome)))
        return Object.keys(ditas).flatMap((nome) => (nomes.has(nome) ? [] : [`${tag} ${especie} ${nome}`]))
      }),
    )
    assert.deepEqual(sobras, [])
  })
})

describe('the code to copy', () => {
  it('has what was chosen, and nothing of what was left alone', () => {
    const { inteiro } = trechoDe('tag=protocolo-consulta&entidade=serra-azul&tema=govbr&nivel=&cor-acao=%2300697d')
    assert.equal(
      inteiro,
      `<style>
@media (scripting: enabled) {
  protocolo-consulta:not(:defined) { display: block; min-height: 504px }
}
@media (scripting: enabled) and (max-width: 464px) {
  protocolo-consulta:not(:defined) { min-height: 564px }
}
protocolo-consulta {
  --protocolo-cor-acao: #00697d;
}
</style>
<script type="module" async src="https://protocolo.exemplo.br/@1/protocolo.js"></script>

<protocolo-consulta entidade="serra-azul" tema="govbr">
  <a href="https://protocolo.exemplo.br/serra-azul">Consultar protocolo</a>
</protocolo-consulta>`,
    )
  })

  it('gives each tag only the attributes that are its own', () => {
    const { corpo } = trechoDe('tag=protocolo-novo&tag=protocolo-consulta&tipo=itbi&numero=1')
    assert.match(corpo, /<protocolo-novo entidade="vila-serena" tipo="itbi">/)
    assert.match(corpo, /<protocolo-consulta entidade="vila-serena" numero="1">/)
  })

  it('takes no entidade, tag, version or width that there is not', () => {
    const { tags, entidade, versao } = escolher('tag=script&entidade=%22%3E&versao=2')
    assert.deepEqual({ tags, entidade, versao }, { tags: ['protocolo-consulta'], entidade: 'vila-serena', versao: 'nova' })
  })

  it('stays one attribute, one declaration and one text, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (texto) => {
        const busca = new URLSearchParams({ numero: texto, raio: texto, 'slot-ajuda': texto })
        const { cabeca, corpo } = trechoDe(busca.toString())
        assert.doesNotMatch(corpo, /\[/, 'a shortcode of WordPress')
        assert.match(cabeca, /^<style>[^<]*<\/style>\n<script [^<>]*><\/script>$/)
        assert.match(
          corpo,
          /^<protocolo-consulta( [a-z]+="[^"<>]*")+>\n {2}(<p slot="ajuda">[^<>]*<\/p>\n {2}<p><a href="[^"]*">[^<]*<\/a><\/p>|<a href="[^"]*">[^<]*<\/a>)\n<\/protocolo-consulta>$/,
        )
      }),
    )
  })

  it('leaves no text or link beside a paragraph, where WordPress would open one that never closes', () => {
    const { corpo } = trechoDe('tag=protocolo-novo&tag=protocolo-painel&slot-ajuda=Ligue%20156')
    const soltas = corpo.split('\n').filter((linha) => linha !== '' && !/^<\/?protocolo-|^ {2}<p[ >].*<\/p>$/.test(linha))
    assert.deepEqual(soltas, [])
  })

  it('shows the hash of the very rules that it has', () => {
    const { cabeca, politica } = trechoDe('cor-acao=%2300697d')
    const [, regras = ''] = /<style>([^<]*)<\/style>/.exec(cabeca) ?? []
    const hash = createHash('sha256').update(regras).digest('base64')
    assert.equal(politica.find(({ diretiva }) => diretiva === 'style-src')?.valor, `'sha256-${hash}'`)
    assert.match(politicaInteira(politica), /^default-src 'none'; script-src https:\/\/protocolo\.exemplo\.br; connect-src /)
  })
})

describe('the policy that the code needs', () => {
  const valor = (busca: string, nome: string) => trechoDe(busca).politica.find(({ diretiva }) => diretiva === nome)?.valor

  for (const api of [
    'https://evil.example',
    'https://evil.example/protocolo',
    'https://*;script-src',
    "https://a.b; script-src 'unsafe-inline'",
  ]) {
    it(`is for this server, though the address says it is ${api}`, () => {
      const { inteiro } = trechoDe(`tag=protocolo-painel&${new URLSearchParams({ api })}&api=`)
      assert.equal(inteiro, trechoDe('tag=protocolo-painel').inteiro)
      assert.equal(valor(new URLSearchParams({ api }).toString(), 'connect-src'), 'https://protocolo.exemplo.br')
    })
  }
})

describe('an address that somebody sends', () => {
  const token = (valor: string) => escolher(new URLSearchParams({ 'cor-fundo': valor }).toString()).tokens.get('--protocolo-cor-fundo')

  for (const valor of [
    'url(https://evil.example/p.png)',
    '#fff URL("//evil.example")',
    'image("//evil.example")',
    'image-set("//evil.example" 1x)',
    '-webkit-image-set(url(x) 1x)',
    'src("//evil.example")',
    'cross-fade(red, blue)',
    'element(#senha)',
    'paint(x)',
    'attr(value)',
    'env(x)',
    'var(--p-acao)',
    'ur\\6c(//evil.example)',
    'url/**/(x)',
    '#fff /* ',
    'rgb(0 0 0',
    '#fff)',
    '"sem fim',
    '#fff; background: red',
  ]) {
    it(`sets no token to ${valor}`, () => assert.equal(token(valor), undefined))
  }

  for (const valor of [
    '#00697d',
    'rebeccapurple',
    'rgb(0 105 125 / 50%)',
    'color-mix(in oklab, #fff 20%, hsl(190 100% 25%))',
    'calc(1em + (2px * 3))',
    'clamp(1rem, 2.5vw, 1.5rem)',
    '-.5em',
    '1px solid #ccc',
    '"Açaí Sans", \'Open Sans\', sans-serif',
  ]) {
    it(`may set one to ${valor}`, () => assert.equal(token(valor), valor))
  }

  it('has names of its own for what is no part of the code', () => {
    assert.equal(trechoDe('tela=280').inteiro, trechoDe('').inteiro)
    const proprias = ['tag', 'entidade', 'versao', 'estreita', 'tela']
    const daTag = manifesto.flatMap(({ atributos, tokens }) => [
      ...atributos.map(({ nome }) => nome).filter((nome) => nome !== 'entidade'),
      ...tokens.map(({ nome }) => campoDoToken(nome)),
    ])
    assert.deepEqual(
      daTag.filter((nome) => proprias.includes(nome)),
      [],
    )
  })

  it('says each thing once: of what it repeats, the first', () => {
    const { atributos, entidade, tokens } = escolher('entidade=serra-azul&entidade=vila-serena&tema=escuro&tema=&raio=0&raio=1em')
    assert.deepEqual([entidade, atributos.get('tema'), tokens.get('--protocolo-raio')], ['serra-azul', 'escuro', '0'])
  })
})

describe('the place that pages keep for the tags', () => {
  const tags = Object.keys(alturas)

  it('is that of each tag, in the order of the reference', () =>
    assert.deepEqual(
      tags,
      manifesto.map(({ tag }) => tag),
    ))

  it('is what the tags take', () => {
    const estilo = readFileSync(join(root, 'widget/base/estilo.ts'), 'utf8')
    const px = (regra: RegExp) => Number(regra.exec(estilo)?.[1]) * 16
    const [consulta, outras, mais] = [
      px(/protocolo-consulta > & \{ --p-lugar: ([\d.]+)em/),
      px(/\n {2}--p-lugar: ([\d.]+)em/),
      px(/max-width: 27em[^}]*calc\(var\(--p-lugar\) \+ ([\d.]+)em\)/),
    ]
    assert.deepEqual(alturas, {
      'protocolo-novo': { larga: '100vh', estreita: '100vh' },
      'protocolo-consulta': { larga: `${consulta}px`, estreita: `${consulta + mais}px` },
      'protocolo-painel': { larga: `${outras}px`, estreita: `${outras + mais}px` },
      'protocolo-gestao': { larga: `${outras}px`, estreita: `${outras + mais}px` },
    })
  })

  it('is the same in the README', () =>
    assert.ok(readFileSync(join(root, 'README.md'), 'utf8').includes(`\`\`\`css\n${lugarDe({ tags, estreita: false })}\n\`\`\``)))

  it('is the same in every page of the demo that keeps one', () => {
    const pasta = join(root, 'demo/paginas')
    const ditas = readdirSync(pasta).flatMap((nome) =>
      [...readFileSync(join(pasta, nome), 'latin1').matchAll(/(protocolo-\w+):not\(:defined\)\s*\{[^}]*min-height: (\w+)/g)].map(
        ([, tag = '', altura]) => ({ nome, tag, altura }),
      ),
    )
    assert.ok(ditas.length > 10)
    assert.deepEqual(
      ditas.filter(({ tag, altura }) => altura !== alturas[tag]?.larga && altura !== alturas[tag]?.estreita),
      [],
    )
  })

  it('is the narrow one at once where the column is said to be narrow', () => {
    const { cabeca } = trechoDe('tag=protocolo-painel&estreita=1')
    assert.match(cabeca, /protocolo-painel:not\(:defined\) \{ display: block; min-height: 660px \}/)
    assert.doesNotMatch(cabeca, /600px|max-width/)
  })
})

describe('the script', () => {
  for (const { nome, pagina } of [
    { nome: 'WordPress', pagina: paginaDoWordpress },
    { nome: 'Joomla', pagina: paginaDoJoomla },
    { nome: 'Drupal', pagina: paginaDoDrupal },
    { nome: 'HTML', pagina: paginaDoHtml },
  ]) {
    it(`waits for no style sheet in what is copied for ${nome}`, async () => {
      const codigos = [...String(await pagina('https://protocolo.exemplo.br')).matchAll(/<code id="[^"]*">(.*?)<\/code>/gs)]
      const comScript = codigos.flatMap(([, texto = '']) => (texto.includes('/@1/protocolo.js') ? [texto] : []))
      assert.ok(comScript.length > 0)
      for (const texto of comScript) assert.match(texto, /type=&quot;module&quot; async src=|async&#39; =&gt; true|async: true/)
    })
  }

  it('is asked for, in WordPress, without functions that came after 5.7', async () => {
    const pagina = String(await paginaDoWordpress('https://protocolo.exemplo.br'))
    assert.match(pagina, /wp_print_script_tag/)
    assert.doesNotMatch(pagina, /script_module/)
  })

  it('is asked for, in WordPress, in PHP that the 5.6 of its older versions reads', async (t) => {
    const pagina = String(await paginaDoWordpress('https://protocolo.exemplo.br'))
    const plugin = /<code id="mu">(.*?)<\/code>/s.exec(pagina)?.[1] ?? ''
    const escrito = plugin
      .replaceAll('&lt;', '<')
      .replaceAll('&gt;', '>')
      .replaceAll('&#39;', "'")
      .replaceAll('&quot;', '"')
      .replaceAll('&amp;', '&')
    assert.match(escrito, /^<\?php\n.*\n\}$/s)
    assert.ok(escrito.split('\n').length <= 40)
    const semHtml = escrito.replace(/<<<'HTML'\n.*?\nHTML;\n/s, "'';\n")
    assert.doesNotMatch(semHtml, /<<</, 'what closes a nowdoc stands alone at the start of a line')
    assert.doesNotMatch(semHtml, /\?\?|\?->|<=>|\b(?:fn|match)\s*\(|,\s*\)|\)\s*:\s*\w+\s*\{|\bstr_\w/, 'came after 5.6')
    const php = spawnSync('php', ['-l'], { input: escrito, encoding: 'utf8' })
    if (php.error) t.diagnostic('no php here to read it')
    else assert.equal(php.status, 0, php.stdout)
  })

  it('waits for none in the README either', () =>
    assert.match(readFileSync(join(root, 'README.md'), 'utf8'), /<script type="module" async src="[^"]*\/protocolo\.js">/))
})

const fundoDe = (tema: string) => (tema === 'escuro' ? '#171c21' : '#ffffff')

/** The tags' own colours in a theme, by their names in the address: of the light one, with what a theme changes. */
function coresDoTema(tema: string): Map<string, string> {
  const partes = readFileSync('widget/base/estilo.ts', 'utf8').split('\n\n')
  const regras = partes.filter((parte) => parte.includes('  all: initial;') || parte.startsWith(`  &.${tema} {`))
  const lidas = [...regras.join('').matchAll(/: var\(--protocolo-(cor-[a-z-]+), (?:var\([a-z-]+, )?(#[0-9a-f]{3,6})\)/g)]
  return new Map(lidas.map(([, nome = '', valor = '']) => [nome, valor.length === 4 ? valor.replace(/[0-9a-f]/g, '$&$&') : valor]))
}

describe('the contrast of a chosen colour', () => {
  const lida = (busca: string, nome = '--protocolo-cor-acao') => leiturasDasCores(escolher(busca), 'claro').get(nome)

  for (const [busca, passa] of [
    ['cor-acao=%230b5cad', true],
    ['cor-acao=%23ffcd07', false],
    ['cor-acao=%230b5cad&tema=escuro', false],
    ['cor-acao=%236cb2ff&tema=escuro', true],
    ['cor-acao=%230b5cad&tema=auto', false],
    ['cor-acao=azul', false],
  ] as const) {
    it(`${passa ? 'is enough' : 'is too little'}: ${decodeURIComponent(busca)}`, () => assert.equal(lida(busca)?.passa, passa))
  }

  for (const [nome, valor, tema, passa] of [
    ['borda', '#949494', 'claro', true],
    ['borda', '#959595', 'claro', false],
    ['foco', '#949494', 'claro', true],
    ['texto', '#949494', 'claro', false],
    ['texto', '#8c8c8c', 'escuro', false],
    ['foco', '#8c8c8c', 'escuro', true],
    ['linha', '#ffffff', 'claro', true],
    ['fundo', '#777777', 'claro', false],
  ] as const) {
    it(`${passa ? 'is enough' : 'is too little'} for what it colours: ${nome} ${valor}, ${tema}`, () => {
      const busca = new URLSearchParams({ [`cor-${nome}`]: valor, tema }).toString()
      assert.equal(lida(busca, `--protocolo-cor-${nome}`)?.passa, passa)
    })
  }

  for (const tema of ['claro', 'govbr', 'escuro']) {
    it(`is enough of every colour that the tags have unless told, ${tema}`, () => {
      const busca = new URLSearchParams({ tag: 'protocolo-gestao', tema })
      for (const [nome, valor] of coresDoTema(tema)) busca.set(nome, valor)
      assert.ok(busca.size >= 11)
      const lidas = leiturasDasCores(escolher(busca.toString()), 'claro')
      assert.deepEqual(
        [...lidas].filter(([, { passa }]) => !passa),
        [],
      )
    })
  }

  it('says nothing of a colour that was left alone', () => assert.equal(lida('tema=govbr'), undefined))

  it('proposes only colours that can be read, and these are accepted', () => {
    const canal = fc.integer({ min: 0, max: 255 }).map((n) => n.toString(16).padStart(2, '0'))
    const cor = fc.tuple(canal, canal, canal).map((canais) => `#${canais.join('')}`)
    fc.assert(
      fc.property(cor, fc.constantFrom('claro', 'escuro', 'govbr', 'auto'), (uma, tema) => {
        const leitura = lida(new URLSearchParams({ 'cor-acao': uma, tema }).toString())
        assert.ok(leitura)
        if (leitura.passa) assert.ok(tema === 'auto' || contraste(uma, fundoDe(tema)) >= menorContraste(fundoDe(tema)))
        if (!leitura.sugestao) return
        assert.equal(lida(new URLSearchParams({ 'cor-acao': leitura.sugestao, tema }).toString())?.passa, true)
      }),
    )
  })
})
