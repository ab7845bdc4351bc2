import { expect, waitUntil } from '@open-wc/testing'
import { devolverApi, json, problema } from '../apoio/api.js'
import { achar, limpar, violacoes } from '../apoio/pagina.js'
import { abrirProcesso, aceita, anuncio, atos, botao, comProcesso, comTexto, processo, texto } from './processo-apoio.js'

const acoesNaTela = (tag: HTMLElement) =>
  [...tag.querySelectorAll<HTMLElement>('.acoes-do-processo [data-acao]')].map((um) => um.dataset.acao)

describe('<protocolo-gestao>, the page of a processo', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    sessionStorage.clear()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('says which it is, where it stands, what comes next, and by when', async () => {
    const { tag } = await abrirProcesso()
    expect(tag.querySelector('.titulo')?.textContent).to.equal('PMVS 2026/500114')
    for (const dito of [
      'Emissão de ITBI',
      'Pessoa Exemplo da Silva',
      'Prioridade por lei: 60 anos ou mais',
      'Restrito',
      'Bruno Exemplo está cuidando.',
      'A resposta sai até 12/12/2026 (faltam 21 dias).',
      'Devolva até 01/12/2026, 14h00.',
    ]) {
      expect(texto(tag)).to.contain(dito)
    }
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('tells what who asked thought of it, and whether another spoke for them', async () => {
    const avaliacao = { nota: 4, comentario: 'Rápido.\nObrigada!', em: '2026-11-20T12:00:00Z', porProcuracao: 'Ana Exemplo' } as const
    const { tag } = await abrirProcesso(comProcesso({ situacao: 'encerrado', avaliacao }))
    expect(texto(tag)).to.contain('Avaliação de quem pediu4 de 5 (por procuração: Ana Exemplo) Rápido. Obrigada!')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('does not promise an answer by a day that passed', async () => {
    const { tag } = await abrirProcesso(comProcesso({ prazo: '2026-11-03', diasRestantes: -19 }))
    expect(texto(tag)).to.contain('A resposta devia ter saído até 03/11/2026 (venceu há 19 dias).')
  })

  it('offers just what the server says may be done, the likeliest first', async () => {
    const { tag } = await abrirProcesso(comProcesso({ acoes: ['encaminhar', 'despachar', 'arquivar', 'comprovante'] }))
    expect(acoesNaTela(tag)).to.deep.equal(['encaminhar', 'despachar', 'arquivar'])
    expect(tag.querySelector('.acoes-do-processo .botao:not(.botao-fraco, .botao-texto)')?.textContent?.trim()).to.equal('Encaminhar')
  })

  it('offers nothing to who may only read', async () => {
    const { tag } = await abrirProcesso(
      comProcesso({ acoes: ['comprovante'], unidade: { codigo: 'juridico', nome: 'Procuradoria', orgao: 'PMVS' } }),
    )
    expect(tag.querySelector('.acoes-do-processo')).to.equal(null)
    expect(texto(tag)).to.contain('Está com Procuradoria. Você pode consultar, sem mudar nada.')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('receives with one press, and then offers what comes next', async () => {
    const { tag, pedidos } = await abrirProcesso(
      comProcesso(
        { situacao: 'nao_analisado', recebido: false, acoes: ['receber', 'encaminhar'] },
        aceita({ acoes: ['concluir', 'encaminhar'] }),
      ),
    )
    expect(texto(tag)).to.contain('Falta receber em Tributos Imobiliários.')
    botao(tag, 'Receber').click()
    await waitUntil(() => acoesNaTela(tag)[0] === 'concluir')
    expect(atos(pedidos)).to.deep.equal([{ acao: 'receber', versao: 7 }])
    await waitUntil(() => anuncio(tag) === 'Processo recebido.')
    await waitUntil(() => document.activeElement?.textContent?.trim() === 'Concluir')
  })

  it('marks what only the team sees, with words and not by colour alone', async () => {
    const { tag } = await abrirProcesso({}, 'andamento')
    const lacrados = [...tag.querySelectorAll<HTMLElement>('.andamento .lacrado')].map((um) =>
      um.querySelector('.lacre')?.textContent?.trim(),
    )
    expect(lacrados).to.deep.equal(['Só a equipe vê', 'Arquivos: só a equipe vê'])
    const publico = [...tag.querySelectorAll('.andamento > li')].find((li) => li.textContent?.includes('Para parecer sobre a transmissão.'))
    expect(publico?.querySelector('.lacrado')).to.equal(null)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('says which part was chosen, and leaves the focus on its tab', async () => {
    const { tag } = await abrirProcesso()
    const aba = botao(tag, 'Andamento')
    aba.focus()
    aba.click()
    await waitUntil(() => anuncio(tag) === 'Andamento', 'not said')
    expect(document.activeElement).to.equal(aba)
  })

  it('shows what was answered, the files, and how to reach who asked', async () => {
    const { tag } = await abrirProcesso()
    for (const dito of ['01.02.003.0412', 'contrato.pdf', '111.444.777-35', '(19) 99555-0101']) expect(texto(tag)).to.contain(dito)
    expect(tag.querySelector('a[href="mailto:pessoa@exemplo.br"]')).to.not.equal(null)
  })

  it('shows an anonymous request as such', async () => {
    const { tag } = await abrirProcesso(comProcesso({ interessado: null, requerente: null }))
    expect(texto(tag)).to.contain('Não se identificou')
    expect(texto(tag)).to.contain('não quis se identificar')
  })

  it('lists what was asked, what became of it, and lets an open one be waived', async () => {
    const [respondida] = processo.pendencias
    if (!respondida) throw new Error('none')
    const aberta = { ...respondida, id: 'd2', estado: 'aberta' as const, vencida: true }
    const { tag } = await abrirProcesso(
      comProcesso({ situacao: 'pendente', acoes: ['dispensar', 'encerrar_sem_resposta'], pendencias: [respondida, aberta] }),
      'pendencias',
    )
    const selos = [...tag.querySelectorAll('.pendencia-da-mesa .selo')].map((selo) => selo.textContent)
    expect(selos).to.deep.equal(['Passou do dia', 'Respondida'])
    expect(texto(tag)).to.contain('Corrigir “Contrato de compra e venda”: está desatualizado')
    expect(tag.querySelectorAll('.corpo [data-acao=dispensar]')).to.have.length(1)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('says that a processo is not there, and tries again when the server was away', async () => {
    let vezes = 0
    const abrindo = abrirProcesso({
      'GET /gestao/protocolos/p1': () => (++vezes === 1 ? problema('erro_interno', 500, { title: 'Algo deu errado' }) : json(processo)),
    })
    await waitUntil(() => document.querySelector('protocolo-gestao .aviso-erro'))
    const tag = document.querySelector<HTMLElement>('protocolo-gestao')
    if (!tag) throw new Error('no tag')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Tentar de novo').click()
    await abrindo
    await comTexto(tag, 'PMVS 2026/500114')
  })

  it('closes the menu of further acts with Escape, the focus on what opened it', async () => {
    const { tag } = await abrirProcesso()
    const menu = await achar<HTMLDetailsElement>(tag, '.mais-acoes')
    menu.open = true
    menu.querySelector<HTMLElement>('.item-do-menu')?.focus()
    menu.querySelector('.item-do-menu')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await waitUntil(() => document.activeElement === menu.querySelector('summary'))
    expect(menu.open).to.equal(false)
  })
})
