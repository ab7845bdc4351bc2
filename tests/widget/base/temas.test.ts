import { expect } from '@open-wc/testing'
import { cores, medidas, pares, temas, tokens } from '../../../demo/tokens.js'
import { estilo } from '../../../widget/base/estilo.js'
import { ProtocoloConsulta } from '../../../widget/elements/consulta/protocolo-consulta.js'
import { cartao, devolverApi, fingirApi, json, novaEntidade } from '../apoio/api.js'
import { contrasteEntre, pintada } from '../apoio/cores.js'
import { achar, limpar, por } from '../apoio/pagina.js'

customElements.define('protocolo-consulta', ProtocoloConsulta)

async function abrir(tema: string): Promise<ProtocoloConsulta> {
  fingirApi({ 'GET ': () => json(cartao) })
  const tag = por(`<protocolo-consulta entidade="${novaEntidade()}" tema="${tema}"></protocolo-consulta>`).querySelector(
    'protocolo-consulta',
  )
  if (!tag) throw new Error('no tag')
  await achar(tag, 'form')
  return tag
}

/** What cannot be read of a tag, one line each. */
function ilegiveis({ recipiente }: ProtocoloConsulta): string[] {
  return pares
    .map((par) => ({ ...par, tem: contrasteEntre(recipiente, par.frente, par.fundo) }))
    .filter(({ tem, minimo }) => tem < minimo - 0.005)
    .map(({ onde, tem, minimo }) => `${onde}: ${tem.toFixed(2)} < ${minimo}`)
}

describe('themes', () => {
  afterEach(() => {
    limpar()
    devolverApi()
  })

  for (const tema of temas) {
    it(`every text has a contrast of 4.5 with what it stands on, every control and the focus of 3, in ${tema}`, async () => {
      expect(ilegiveis(await abrir(tema))).to.deep.equal([])
    })

    it(`they keep it whatever colour of action the page or the entidade gives, in ${tema}`, async () => {
      const tag = await abrir(tema)
      const partes = ['00', '40', '80', 'c0', 'ff']
      const todas = partes.flatMap((r) => partes.flatMap((g) => partes.map((b) => `#${r}${g}${b}`)))
      const achados = todas.flatMap((cor) => {
        tag.style.setProperty('--protocolo-cor-acao', cor)
        return ilegiveis(tag).map((linha) => `${cor} ${linha}`)
      })
      expect(achados).to.deep.equal([])
    })
  }

  it('leave a colour of action that can be read as it is', async () => {
    const tag = await abrir('claro')
    for (const cor of ['rgb(0, 105, 125)', 'rgb(180, 35, 24)', 'rgb(19, 81, 180)']) {
      tag.style.setProperty('--protocolo-cor-acao', cor)
      expect(contrasteEntre(tag.recipiente, '--p-acao', '--p-cor'), cor).to.equal(1)
    }
  })

  it('read each token that is told, in one place, and no other', () => {
    const lidos = new Set(estilo.cssText.match(/--protocolo-[a-z-]+/g))
    expect([...lidos].sort()).to.deep.equal(tokens.map(({ nome }) => nome).sort())
  })

  it('set what they say', async () => {
    const tag = await abrir('claro')
    for (const { nome, le } of cores) {
      tag.style.setProperty(nome, 'rgb(10, 20, 30)')
      expect(pintada(tag.recipiente, le), nome).to.deep.equal([10, 20, 30])
    }
    const valores: Record<string, string> = {
      '--protocolo-fonte': 'Arial',
      '--protocolo-tamanho': '20px',
      '--protocolo-raio': '3px',
      '--protocolo-raio-do-botao': '7px',
      '--protocolo-espaco': '11px',
      '--protocolo-recuo': '13px',
      '--protocolo-borda': '2px solid rgb(1, 2, 3)',
      '--protocolo-largura': '300px',
    }
    expect(Object.keys(valores)).to.deep.equal(medidas.map(({ nome }) => nome))
    for (const { nome, le, em } of medidas) {
      const valor = valores[nome] ?? ''
      tag.style.setProperty(nome, valor)
      const elemento = await achar(tag, em ? `.${em}` : '.protocolo')
      expect(getComputedStyle(elemento).getPropertyValue(le), nome).to.equal(valor)
    }
  })
})
