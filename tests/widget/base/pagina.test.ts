import { expect, waitUntil } from '@open-wc/testing'
import type { ErroDoProtocolo } from '../../../widget/base/para-a-pagina.js'
import { ProtocoloConsulta } from '../../../widget/elements/consulta/protocolo-consulta.js'
import { cartao, devolverApi, fingirApi, json, nivel1, novaEntidade, nunca, problema } from '../apoio/api.js'
import { achar, escrever, limpar, por, violacoes } from '../apoio/pagina.js'

customElements.define('protocolo-consulta', ProtocoloConsulta)

const rotas = { 'GET ': () => json(cartao), 'GET /consulta': () => json(nivel1) }

function nova(conteudo = '', atributos = ''): ProtocoloConsulta {
  const tag = por(
    `<protocolo-consulta entidade="${novaEntidade()}" ${atributos}>${conteudo}<a href="/x">Sem JavaScript</a></protocolo-consulta>`,
  ).querySelector('protocolo-consulta')
  if (!tag) throw new Error('no tag')
  return tag
}

/** What a call is refused with. */
async function recusaDe(chamada: Promise<unknown>): Promise<ErroDoProtocolo> {
  const erro: unknown = await chamada.then(
    () => undefined,
    (recusa: unknown) => recusa,
  )
  if (!(erro instanceof Error)) throw new Error('nothing was thrown')
  return erro as ErroDoProtocolo
}

/** What reaches the window, by name and detail. */
function ouvir(...nomes: string[]): { nome: string; detail: unknown; tag: EventTarget | null }[] {
  const ouvidos: { nome: string; detail: unknown; tag: EventTarget | null }[] = []
  for (const nome of nomes)
    addEventListener(nome, (evento) => ouvidos.push({ nome, detail: (evento as CustomEvent).detail, tag: evento.target }))
  return ouvidos
}

const partes = `<div slot="cabecalho"><h1>Acompanhe</h1></div>
  <p slot="rodape">Prefeitura</p><p slot="ajuda">Ligue <a href="tel:156">156</a></p>`

describe('what a page does with a tag', () => {
  beforeEach(() => void fingirApi(rotas))
  afterEach(() => {
    limpar()
    devolverApi()
  })

  it('is told once it may be used, and again for another entidade', async () => {
    const ouvidos = ouvir('protocolo-pronto')
    const tag = nova()
    await waitUntil(() => ouvidos.length === 1)
    expect(ouvidos[0]).to.deep.equal({ nome: 'protocolo-pronto', detail: { entidade: tag.entidade }, tag })
    expect(tag.querySelector('form')).to.not.equal(null)
    tag.entidade = novaEntidade()
    await waitUntil(() => ouvidos.length === 2)
    expect(ouvidos[1]?.detail).to.deep.equal({ entidade: tag.entidade })
  })

  it('is told of what failed, each time that it does, by a code', async () => {
    const ouvidos = ouvir('protocolo-falha', 'protocolo-pronto')
    let vivo = false
    fingirApi({ ...rotas, 'GET ': () => (vivo ? json(cartao) : Promise.reject(new TypeError('Failed to fetch'))) })
    const tag = nova()
    const tentar = await achar(tag, '[role=alert] .botao')
    await waitUntil(() => ouvidos.length === 1)
    tentar.click()
    await waitUntil(() => ouvidos.length === 2)
    vivo = true
    await achar(tag, '[role=alert] .botao').then((botao) => botao.click())
    await waitUntil(() => ouvidos.length === 3)
    fingirApi({ ...rotas, 'GET /consulta': () => problema('protocolo_nao_encontrado', 404) })
    escrever(tag, '[name=numero]', 'PMVS 2026/999999')
    tag.querySelector('form')?.requestSubmit()
    await waitUntil(() => ouvidos.length === 4)
    expect(ouvidos.map(({ nome, detail }) => [nome, detail])).to.deep.equal([
      ['protocolo-falha', { entidade: tag.entidade, codigo: 'sem_conexao' }],
      ['protocolo-falha', { entidade: tag.entidade, codigo: 'sem_conexao' }],
      ['protocolo-pronto', { entidade: tag.entidade }],
      ['protocolo-falha', { entidade: tag.entidade, codigo: 'protocolo_nao_encontrado' }],
    ])
  })

  it('may be asked for a number before the tag is in the page', async () => {
    const tag = document.createElement('protocolo-consulta')
    tag.entidade = novaEntidade()
    const pedida = tag.consultar('PMVS 2026/500114')
    por('<div></div>').append(tag)
    await pedida
    expect(tag.querySelector('.titulo')?.textContent?.replace(/\s/g, ' ')).to.contain('PMVS 2026/500114')
    await tag.consultar('PMVS 2026/500114')
    expect(tag.querySelector('.titulo')?.textContent?.replace(/\s/g, ' ')).to.contain('PMVS 2026/500114')
  })

  it('is refused in words, with a code, what does not come about', async () => {
    const tag = nova()
    for (const numero of ['  ', undefined]) {
      const vazio = await recusaDe(Reflect.apply(tag.consultar, tag, [numero]))
      expect([vazio.name, vazio.codigo]).to.deep.equal(['ErroDoProtocolo', 'campo_invalido'])
      expect(vazio.message).to.match(/não cabe no campo[.] .*número/)
    }
    expect(tag.querySelector('.erros')?.textContent).to.contain('número')

    fingirApi({ ...rotas, 'GET /consulta': () => problema('protocolo_nao_encontrado', 404, { detail: 'Confira o número.' }) })
    const nada = await recusaDe(tag.consultar('PMVS 2026/1'))
    expect([nada.codigo, nada.message]).to.deep.equal(['protocolo_nao_encontrado', 'Título. Confira o número.'])
    expect(tag.querySelector<HTMLInputElement>('[name=numero]')?.value).to.equal('PMVS 2026/1')

    fingirApi({ ...rotas, 'GET /consulta': nunca })
    void tag.consultar('PMVS 2026/2')
    await waitUntil(() => tag.querySelector('[aria-disabled]'))
    expect((await recusaDe(tag.consultar('PMVS 2026/3'))).codigo).to.equal('ocupada')
  })

  it('is refused everything by a tag that could not load', async () => {
    fingirApi({ 'GET ': () => problema('entidade_desconhecida', 404) })
    const tag = nova()
    expect((await recusaDe(tag.consultar('PMVS 2026/1'))).codigo).to.equal('entidade_desconhecida')
    expect((await recusaDe(tag.sair())).codigo).to.equal('entidade_desconhecida')
  })

  it('signs out whether or not anybody is signed in', async () => {
    await nova().sair()
  })

  describe('in its slots', () => {
    /** What is seen of each part, in the order in which the page wrote them. */
    const textosDosSlots = (tag: Element | undefined) =>
      [...(tag?.querySelectorAll<HTMLElement>(':scope > [slot]:not([slot=protocolo])') ?? [])]
        .filter((parte) => parte.checkVisibility())
        .map((parte) => parte.innerText.trim())
    const alturas = (tag: HTMLElement) =>
      ['[slot=cabecalho]', '.protocolo', '[slot=ajuda]', '[slot=rodape]'].map((parte) => tag.querySelector(parte)?.getBoundingClientRect())

    for (const [estado, rota] of [
      ['ready', () => json(cartao)],
      ['loading', nunca],
      ['failed', () => problema('entidade_desconhecida', 404)],
    ] as const) {
      it(`stands above and below what the tag shows: ${estado}`, async () => {
        fingirApi({ ...rotas, 'GET ': rota })
        const tag = nova(partes)
        await achar(tag, estado === 'ready' ? 'form' : estado === 'loading' ? '.esqueleto' : '[role=alert]')
        for (const largura of [280, 600, 1200]) {
          tag.style.width = `${largura}px`
          const caixas = alturas(tag)
          for (const [n, caixa] of caixas.entries()) {
            expect(caixa?.height, `part ${n}`).to.be.greaterThan(0)
            if (n > 0) expect(caixa?.top, `part ${n}`).to.be.at.least(caixas[n - 1]?.bottom ?? Number.NaN)
          }
        }
        expect(tag.querySelector('a[href="/x"]')?.getClientRects()).to.have.length(0)
        expect(await violacoes(tag)).to.deep.equal([])
      })
    }

    it('is the page’s own: no rule of ours reaches it', async () => {
      const fora = por(`<section>${partes.replaceAll('slot=', 'data-lugar=')}</section>`)
      const tag = nova(partes)
      await achar(tag, 'form')
      for (const seletor of ['h1', 'p', 'a']) {
        const [dentro, igual] = [tag.querySelector(`[slot] ${seletor}, ${seletor}[slot]`), fora.querySelector(seletor)]
        if (!dentro || !igual) throw new Error(seletor)
        for (const nome of ['color', 'fontSize', 'fontFamily', 'display', 'marginTop', 'lineHeight'] as const)
          expect(getComputedStyle(dentro)[nome], `${seletor} ${nome}`).to.equal(getComputedStyle(igual)[nome])
      }
    })

    it('survives a site that swaps the page for one fetched, kept as it was left or as its HTML', async () => {
      const tag = nova(partes)
      const lugar = tag.parentElement
      if (!lugar) throw new Error('no place')
      await achar(tag, 'form')
      const guardada = lugar.innerHTML
      lugar.replaceChildren()
      lugar.append(tag)
      await achar(tag, 'form')
      expect(textosDosSlots(tag)).to.deep.equal(['Acompanhe', 'Prefeitura', 'Ligue 156'])
      lugar.innerHTML = guardada
      const outra = lugar.querySelector('protocolo-consulta')
      if (!outra) throw new Error('no tag')
      await achar(outra, 'form')
      expect(outra).to.not.equal(tag)
      expect(textosDosSlots(outra)).to.deep.equal(['Acompanhe', 'Prefeitura', 'Ligue 156'])
      expect(outra.querySelectorAll(':scope > .protocolo')).to.have.length(1)
    })

    it('is read where no script runs, with the link that stands in for the tag', () => {
      const semScript = por(`<protocolo-sem-script>${partes}<a href="/x">Sem JavaScript</a></protocolo-sem-script>`)
      expect(semScript.querySelector(':not(:defined)')).to.not.equal(null)
      expect(textosDosSlots(semScript.children[0])).to.deep.equal(['Acompanhe', 'Prefeitura', 'Ligue 156'])
      expect(semScript.querySelector('a[href="/x"]')?.getClientRects()).to.have.length(1)
    })

    it('stays as the tag is taken out, put elsewhere, or copied', async () => {
      const tag = nova(partes)
      await achar(tag, 'form')
      const ajuda = tag.querySelector('[slot=ajuda]')
      tag.remove()
      por('<div></div>').append(tag)
      await achar(tag, 'form')
      expect(tag.querySelector('[slot=ajuda]')).to.equal(ajuda)
      expect(ajuda?.getClientRects()).to.have.length(1)
      const copia = tag.cloneNode(true)
      if (!(copia instanceof ProtocoloConsulta)) throw new Error('no clone')
      tag.after(copia)
      await achar(copia, 'form')
      expect(copia.querySelectorAll('[slot=ajuda]')).to.have.length(1)
    })
  })
})
