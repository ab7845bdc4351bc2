import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { entidadesDaDemo } from '../../../demo/entidades.js'
import { leiturasDasCores } from '../../../demo/guia/contraste.js'
import { lerEscolha } from '../../../demo/guia/escolha.js'
import { frase, frases, sobreAsTags } from '../../../demo/guia/frases.js'
import { especies, lerManifesto } from '../../../demo/guia/manifesto.js'
import { montarTrecho, politicaInteira } from '../../../demo/guia/trecho.js'
import { contraste } from '../../../server/domain/cor.js'

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

  it('says nothing of a colour that was left alone', () => assert.equal(lida('tema=govbr'), undefined))

  it('proposes only colours that can be read, and these are accepted', () => {
    const canal = fc.integer({ min: 0, max: 255 }).map((n) => n.toString(16).padStart(2, '0'))
    const cor = fc.tuple(canal, canal, canal).map((canais) => `#${canais.join('')}`)
    fc.assert(
      fc.property(cor, fc.constantFrom('claro', 'escuro', 'govbr', 'auto'), (uma, tema) => {
        const leitura = lida(new URLSearchParams({ 'cor-acao': uma, tema }).toString())
        assert.ok(leitura)
        if (leitura.passa) assert.ok(tema === 'auto' || contraste(uma, tema === 'escuro' ? '#171c21' : '#ffffff') >= 4.5)
        if (!leitura.sugestao) return
        assert.equal(lida(new URLSearchParams({ 'cor-acao': leitura.sugestao, tema }).toString())?.passa, true)
      }),
    )
  })
})
