import { expect, waitUntil } from '@open-wc/testing'
import { devolverApi } from '../apoio/api.js'
import { achar, limpar, violacoes } from '../apoio/pagina.js'
import { abrirFila, botao, comTexto, linha, tecla, texto } from './apoio.js'

const noFoco = () => document.activeElement?.closest<HTMLElement>('.linha-da-fila')?.dataset.id

describe('keyboard shortcuts of the desk', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    localStorage.clear()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('move the focus from row to row, and no further than the ends', async () => {
    await abrirFila()
    const passos = ['j', 'j', 'k', 'k', 'j', 'j', 'j', 'j'].map((key) => {
      tecla(key)
      return noFoco()
    })
    expect(passos).to.deep.equal(['p1', 'p2', 'p1', 'p1', 'p2', 'p3', 'p4', 'p4'])
    expect(document.activeElement?.localName, 'Enter opens what has the focus').to.equal('a')
  })

  it('tick the row with x, and keep the focus there', async () => {
    const { tag } = await abrirFila()
    tecla('j')
    tecla('x')
    await comTexto(tag, 'Na seleção: 1')
    expect(noFoco()).to.equal('p1')
    tecla('x')
    await waitUntil(() => !tag.querySelector('.barra-do-lote'))
  })

  it('search with /, in which letters are letters', async () => {
    const { tag } = await abrirFila()
    tecla('/')
    await waitUntil(() => document.activeElement?.getAttribute('name') === 'busca')
    for (const key of ['j', 'x', 'r', '?']) tecla(key)
    await tag.updateComplete
    expect(tag.querySelector('dialog[open], .barra-do-lote')).to.equal(null)
  })

  for (const [key, dito] of [
    ['r', 'Receber 1 processo'],
    ['a', 'Atribuir 1 processo'],
    ['e', 'Encaminhar 1 processo'],
  ] as const) {
    it(`ask with ${key} before they do anything, on the row that has the focus`, async () => {
      const { tag } = await abrirFila()
      tecla('j')
      tecla(key)
      const dialogo = await achar(tag, 'dialog[open]')
      expect(texto(dialogo.querySelector('.titulo'))).to.equal(dito)
      if (key === 'a') expect(dialogo.querySelector('select')?.value).to.equal('u1')
    })
  }

  it('go to a queue with g and its letter', async () => {
    await abrirFila()
    tecla('g')
    tecla('v')
    await waitUntil(() => location.hash === '#gestao=fila&fila=vencidos')
    tecla('g')
    tecla('e')
    await waitUntil(() => location.hash === '#gestao=fila&fila=encerrados')
  })

  it('leave alone what comes with Ctrl, and what is pressed elsewhere in the page', async () => {
    const { tag } = await abrirFila()
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '?', ctrlKey: true, bubbles: true }))
    const fora = Object.assign(document.createElement('button'), { textContent: 'x' })
    document.body.append(fora)
    fora.focus()
    tecla('?')
    fora.remove()
    await tag.updateComplete
    expect(tag.querySelector('dialog[open]')).to.equal(null)
  })

  it('are listed with ?, can be turned off there, and stay off', async () => {
    const { tag } = await abrirFila()
    tecla('?')
    const dialogo = await achar(tag, 'dialog[open]')
    expect(await violacoes(tag)).to.deep.equal([])
    dialogo.querySelector('input')?.click()
    botao(dialogo, 'Fechar').click()
    await waitUntil(() => !tag.querySelector('dialog[open]'))
    tecla('j')
    expect(noFoco()).to.equal(undefined)
    limpar()
    const { tag: outra } = await abrirFila()
    tecla('j')
    expect(noFoco()).to.equal(undefined)
    botao(outra, 'Atalhos do teclado').click()
    expect((await achar(outra, 'dialog[open]')).querySelector('input')?.checked).to.equal(false)
  })

  it('are over once the queue is not on screen', async () => {
    const { tag } = await abrirFila()
    linha(tag, 'p1')?.querySelector('a')?.click()
    await comTexto(tag, 'Voltar para a fila')
    tecla('?')
    await tag.updateComplete
    expect(tag.querySelector('dialog[open]')).to.equal(null)
  })
})
