import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { entidadesDaDemo } from '../../../demo/entidades.js'
import { leiturasDasCores } from '../../../demo/guia/contraste.js'
import { lerEscolha } from '../../../demo/guia/escolha.js'
import { frase, frases, sobreAsTags } from '../../../demo/guia/frases.js'
import { especies, lerManifesto } from '../../../demo/guia/manifesto.js'
import { montarTrecho, politicaInteira } from '../../../demo/guia/trecho.js'
import { contraste, menorContraste } from '../../../server/domain/cor.js'

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
  protocolo-consulta:not(:defined) { display: block; min-height: 492px }
}
protocolo-consulta {
  --protocolo-cor-acao: #00697d;
}
</style>
<script type="module" src="https://protocolo.exemplo.br/@1/protocolo.js"></script>

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
        assert.match(cabeca, /^<style>[^<]*<\/style>\n<script [^<>]*><\/script>$/)
        assert.match(
          corpo,
          /^<protocolo-consulta( [a-z]+="[^"<>]*")+>\n( {2}<p slot="ajuda">[^<>]*<\/p>\n)? {2}<a href="[^"]*">[^<]*<\/a>\n<\/protocolo-consulta>$/,
        )
      }),
    )
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

  it('lets the tags talk to the server that an attribute names', () => {
    assert.equal(valor('api=https%3A%2F%2Fapi.exemplo.br%2Fprotocolo', 'connect-src'), 'https://api.exemplo.br')
    assert.equal(valor('api=https%3A%2F%2Fapi.exemplo.br%2Fprotocolo', 'script-src'), 'https://protocolo.exemplo.br')
  })

  for (const api of ['', 'javascript:alert(1)', "https://a.b; script-src 'unsafe-inline'", '/protocolo']) {
    it(`is for this server where the attribute is "${api}"`, () =>
      assert.equal(valor(new URLSearchParams({ api }).toString(), 'connect-src'), 'https://protocolo.exemplo.br'))
  }
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
