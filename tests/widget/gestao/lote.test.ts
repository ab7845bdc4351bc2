import { expect, waitUntil } from '@open-wc/testing'
import { devolverApi, json, problema } from '../apoio/api.js'
import { achar, escrever, limpar, violacoes } from '../apoio/pagina.js'
import { abrirFila, botao, comTexto, itens, linha, marcar, pedidosDe, texto } from './apoio.js'

const todosFeitos = { 'POST /gestao/lote': () => json({ feitos: itens.map(({ id }) => id), recusados: [] }) }

async function abrirLote(tag: HTMLElement, acao: string): Promise<HTMLElement> {
  botao(await achar(tag, '.barra-do-lote'), acao).click()
  return achar(tag, 'dialog[open]')
}

describe('bulk acts of the desk', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('reach with Shift from the last ticked row, and with one tick all of the page', async () => {
    const { tag } = await abrirFila()
    marcar(tag, 'p1')
    marcar(tag, 'p3', true)
    await comTexto(tag, 'Na seleção: 3')
    tag.querySelector<HTMLElement>('[aria-label="Selecionar a página inteira"]')?.click()
    await comTexto(tag, 'Na seleção: 4')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Limpar seleção').click()
    await waitUntil(() => !tag.querySelector('.barra-do-lote'))
  })

  it('are confirmed, sent with the version that was read, and told when done', async () => {
    const { tag, pedidos } = await abrirFila(todosFeitos)
    marcar(tag, 'p1')
    marcar(tag, 'p3')
    const dialogo = await abrirLote(tag, 'Receber')
    expect(await violacoes(tag)).to.deep.equal([])
    expect(pedidosDe(pedidos, '/gestao/lote')).to.have.length(0)
    botao(dialogo, 'Receber 2 processos').click()
    await waitUntil(() => texto(tag.querySelector('[role=status]')) === '4 processos recebidos.')
    expect(pedidosDe(pedidos, '/gestao/lote')[0]?.corpo).to.deep.equal({
      acao: 'receber',
      protocolos: [
        { id: 'p1', versao: 3 },
        { id: 'p3', versao: 3 },
      ],
    })
    expect(tag.querySelector('dialog[open]')).to.equal(null)
    expect(tag.querySelector('.barra-do-lote')).to.equal(null)
  })

  it('say which were refused and why, and keep those ticked', async () => {
    const { tag } = await abrirFila({
      'POST /gestao/lote': () =>
        json({
          feitos: ['p1'],
          recusados: [{ id: 'p2', numero: itens[1]?.numero, codigo: 'processo_mudou', detalhe: 'Alguém mexeu nele.' }],
        }),
    })
    marcar(tag, 'p1')
    marcar(tag, 'p2')
    botao(await abrirLote(tag, 'Receber'), 'Receber 2 processos').click()
    await comTexto(tag, '1 processo ficou como estava:')
    expect(texto(tag.querySelector('.recusados')))
      .to.include('PMVS 2026/500098')
      .and.include('Alguém mexeu nele.')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Fechar').click()
    await comTexto(tag, 'Na seleção: 1')
    expect(linha(tag, 'p2')?.querySelector('input')?.checked).to.equal(true)
  })

  it('assign to anybody of the unidades, or to nobody', async () => {
    const { tag, pedidos } = await abrirFila(todosFeitos)
    marcar(tag, 'p1')
    marcar(tag, 'p2')
    const dialogo = await abrirLote(tag, 'Atribuir a…')
    await waitUntil(() => dialogo.querySelectorAll('option').length === 4)
    expect([...dialogo.querySelectorAll('option')].map(texto)).to.deep.equal([
      'Escolha',
      'Eu (Gestora Exemplo Moreira)',
      'Atendente Exemplo de Souza',
      'Ninguém',
    ])
    botao(dialogo, 'Atribuir 2 processos').click()
    await comTexto(tag, 'Escolha quem fica responsável.')
    await waitUntil(() => document.activeElement?.classList.contains('erros'))
    expect(await violacoes(tag)).to.deep.equal([])
    escrever(dialogo, 'select', 'ninguem')
    botao(dialogo, 'Atribuir 2 processos').click()
    await waitUntil(() => pedidosDe(pedidos, '/gestao/lote').length === 1)
    expect(pedidosDe(pedidos, '/gestao/lote')[0]?.corpo).to.include({ acao: 'atribuir', para: null })
  })

  it('forward with a despacho that only officials read unless told, and keep what was typed when refused', async () => {
    let vezes = 0
    const { tag, pedidos } = await abrirFila({
      'POST /gestao/lote': () => (vezes++ === 0 ? problema('erro_interno', 500) : json({ feitos: ['p1'], recusados: [] })),
    })
    marcar(tag, 'p1')
    const dialogo = await abrirLote(tag, 'Encaminhar a…')
    expect([...dialogo.querySelectorAll('option')].map(texto)).not.to.include('Tributos Imobiliários')
    botao(dialogo, 'Encaminhar 1 processo').click()
    await comTexto(tag, 'Escreva o despacho.')
    expect(await violacoes(tag)).to.deep.equal([])
    escrever(dialogo, 'select', 'redes')
    escrever(dialogo, 'textarea', 'Segue para parecer.')
    escrever(dialogo, '[type=datetime-local]', '2026-12-01T17:00')
    botao(dialogo, 'Encaminhar 1 processo').click()
    await achar(dialogo, '[role=alert]')
    expect(dialogo.querySelector('textarea')?.value).to.equal('Segue para parecer.')
    botao(dialogo, 'Tentar de novo').click()
    await waitUntil(() => !tag.querySelector('dialog[open]'))
    expect(pedidosDe(pedidos, '/gestao/lote')[1]?.corpo).to.deep.equal({
      acao: 'encaminhar',
      protocolos: [{ id: 'p1', versao: 3 }],
      destino: 'redes',
      texto: 'Segue para parecer.',
      visibilidade: 'privado',
      prazo: '2026-12-01T17:00',
    })
  })

  it('do nothing when they are given up, and give the focus back', async () => {
    const { tag, pedidos } = await abrirFila()
    marcar(tag, 'p1')
    botao(await abrirLote(tag, 'Receber'), 'Cancelar').click()
    await waitUntil(() => !tag.querySelector('dialog[open]'))
    await waitUntil(() => tag.querySelector('.linha-da-fila')?.contains(document.activeElement))
    expect(pedidosDe(pedidos, '/gestao/lote')).to.have.length(0)
  })
})
