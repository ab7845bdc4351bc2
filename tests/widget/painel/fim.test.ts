import { expect } from '@open-wc/testing'
import type { ProtocoloDaConta } from '../../../server/contract/meus.js'
import { devolverApi, json, type Pedido, problema } from '../apoio/api.js'
import { achar, escrever, limpar, violacoes } from '../apoio/pagina.js'
import { abrirDentro, botao, protocolo, type Rotas, texto } from './apoio.js'

const encerrado: ProtocoloDaConta = {
  ...protocolo,
  situacao: 'encerrado',
  resultado: 'indeferido',
  encerradoEm: '2026-11-20T12:00:00Z',
  acoes: ['comprovante', 'recorrer', 'avaliar'],
  recorrerAte: '2026-12-01',
  avaliacao: null,
}
const hash = '#painel=processo&id=p1'

/** A process on screen; each POST is answered in turn and what is read afterwards changes with it. */
async function naTela(valor: ProtocoloDaConta, extras: Rotas = {}) {
  const cena = await abrirDentro({ 'GET /protocolos/p1': () => json(valor), ...extras }, hash)
  await achar(cena.tag, '.ato-avaliar, .ato-desistir, .ato-recorrer')
  return cena
}

const corpoDe = (pedidos: readonly Pedido[], fim: string) =>
  pedidos.find(({ metodo, caminho }) => metodo === 'POST' && caminho.endsWith(fim))?.corpo

describe('the end of a process in the panel', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    sessionStorage.clear()
    localStorage.clear()
  })

  it('asks how it was with five words, says what is missing, sends and thanks', async () => {
    const feito = () => json({ situacao: 'encerrado', acoes: ['comprovante', 'recorrer'] }, 201)
    let avaliado = false
    const { tag, pedidos } = await naTela(encerrado, {
      'GET /protocolos/p1': () => json(avaliado ? { ...encerrado, acoes: ['comprovante', 'recorrer'], avaliacao: 4 } : encerrado),
      'POST /meus/protocolos/p1/avaliacao': () => {
        avaliado = true
        return feito()
      },
    })
    botao(tag, 'Avaliar o atendimento').click()
    const formulario = await achar<HTMLFormElement>(tag, 'form.ato-aberto')
    expect(formulario.getAttribute('aria-label')).to.equal('Avaliar o atendimento')
    expect([...formulario.querySelectorAll('.opcao')].map(({ textContent }) => textContent?.trim())).to.deep.equal([
      'Muito bom',
      'Bom',
      'Regular',
      'Ruim',
      'Muito ruim',
    ])
    formulario.requestSubmit()
    await achar(tag, '.erros')
    expect(texto(formulario)).to.contain('Escolha uma das opções.')
    expect(await violacoes(tag)).to.deep.equal([])
    formulario.querySelector<HTMLInputElement>('input[value="4"]')?.click()
    escrever(tag, '.ato-aberto textarea', 'Foi rápido.')
    formulario.requestSubmit()
    const dito = await achar(tag, '.ato-feito')
    expect(texto(dito)).to.contain('Avaliação enviada')
    expect(corpoDe(pedidos, '/avaliacao')).to.deep.equal({ nota: 4, comentario: 'Foi rápido.' })
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('says until when one may appeal, wants words, and keeps them when it fails', async () => {
    const { tag, pedidos } = await naTela(encerrado, {
      'POST /meus/protocolos/p1/recurso': () => problema('acao_indisponivel', 409),
    })
    expect(texto(tag)).to.contain('Você pode recorrer até 01/12/2026.')
    botao(tag, 'Recorrer').click()
    const formulario = await achar<HTMLFormElement>(tag, 'form.ato-aberto')
    formulario.requestSubmit()
    await achar(tag, '.erros')
    escrever(tag, '.ato-aberto textarea', 'Não concordo.')
    formulario.requestSubmit()
    await achar(tag, '.ato-aberto .aviso-erro:not(.erros)')
    expect(tag.querySelector<HTMLTextAreaElement>('.ato-aberto textarea')?.value).to.equal('Não concordo.')
    expect(corpoDe(pedidos, '/recurso')).to.deep.equal({ texto: 'Não concordo.', anexos: [] })
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Cancelar').click()
    await achar(tag, '.ato-recorrer')
    botao(tag, 'Recorrer').click()
    await achar(tag, '.ato-aberto')
    expect(tag.querySelector<HTMLTextAreaElement>('.ato-aberto textarea')?.value).to.equal('Não concordo.')
  })

  it('asks in a dialog before it gives up, and gives the focus back to who thinks again', async () => {
    const aberto: ProtocoloDaConta = { ...protocolo, situacao: 'em_andamento', acoes: ['comprovante', 'desistir'] }
    const { tag, pedidos } = await naTela(aberto, {
      'POST /meus/protocolos/p1/desistencia': () => json({ situacao: 'cancelado', acoes: ['comprovante'] }, 201),
    })
    botao(tag, 'Desistir do pedido').click()
    const dialogo = await achar<HTMLDialogElement>(tag, 'dialog.desistencia[open]')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Voltar').click()
    const outra = await achar(tag, '.ato-desistir')
    expect(dialogo.isConnected).to.equal(false)
    expect(document.activeElement).to.equal(outra)
    expect(pedidos.some(({ metodo, caminho }) => metodo === 'POST' && caminho.endsWith('/desistencia'))).to.equal(false)
    outra.click()
    const formulario = await achar<HTMLFormElement>(tag, 'dialog.desistencia[open] form')
    formulario.requestSubmit()
    expect(texto(await achar(tag, '.ato-feito'))).to.contain('Pedido cancelado')
    expect(corpoDe(pedidos, '/desistencia')).to.deep.equal({})
  })

  it('says how long such requests take, and what was given', async () => {
    const aberto: ProtocoloDaConta = { ...protocolo, situacao: 'em_andamento', acoes: ['desistir'], tempoUsual: { dias: 6, base: 12 } }
    const { tag } = await naTela(aberto)
    expect(texto(tag)).to.contain('Costuma levar6 dias')
    const avaliado: ProtocoloDaConta = { ...encerrado, acoes: ['recorrer'], avaliacao: 5 }
    const outra = await naTela(avaliado)
    expect(texto(outra.tag)).to.contain('Você avaliou o atendimento: muito bom.')
  })
})
