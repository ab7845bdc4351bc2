import { expect, waitUntil } from '@open-wc/testing'
import type { ProtocoloDaGestao } from '../../../server/contract/gestao.js'
import { devolverApi, json, problema, semConteudo } from '../apoio/api.js'
import { escolherArquivo } from '../apoio/arquivo.js'
import { achar, escrever, limpar, violacoes } from '../apoio/pagina.js'
import { devolverEnvios, fingirEnvios } from '../novo/xhr.js'
import {
  abrirProcesso,
  aceita,
  anuncio,
  arquivo,
  atendente,
  atos,
  botao,
  comecar,
  comProcesso,
  comTexto,
  enviar,
  marcar,
  processo,
  type Rotas,
  texto,
} from './processo-apoio.js'

const sha256 = 'a'.repeat(64)
const anexo = { id: arquivo.id, sha256 }
/** Far enough for any clock. */
const longe = '2099-12-31'

const por = (tag: HTMLElement, campo: string, valor: string) => escrever(tag, `.ato [name="${campo}"]`, valor)
const textoDe = (tag: HTMLElement) => tag.querySelector<HTMLTextAreaElement>('.ato [name=texto]')?.value
const erros = (tag: HTMLElement) => [...tag.querySelectorAll('.ato .erros a')].map((um) => um.textContent)

/** Each act by what is filled in, and what is then sent. */
const casos: { acao: ProtocoloDaGestao['acoes'][number]; preencher?: (tag: HTMLElement) => void | Promise<void>; manda: object }[] = [
  {
    acao: 'despachar',
    preencher: (tag) => {
      marcar(tag, 'visibilidade', 'publico')
      por(tag, 'texto', ' Recebida a guia. ')
    },
    manda: { texto: 'Recebida a guia.', visibilidade: 'publico' },
  },
  {
    acao: 'encaminhar',
    preencher: (tag) => {
      marcar(tag, 'destino', 'juridico')
      por(tag, 'prazo', `${longe}T17:30`)
      marcar(tag, 'visibilidade', 'privado')
      por(tag, 'texto', 'Para parecer.')
    },
    manda: { destino: 'juridico', prazo: `${longe}T17:30`, texto: 'Para parecer.', visibilidade: 'privado' },
  },
  {
    acao: 'atribuir',
    preencher: async (tag) => {
      await achar(tag, '.ato [name=para]')
      por(tag, 'para', atendente.id)
    },
    manda: { para: atendente.id },
  },
  {
    acao: 'exigir',
    preencher: async (tag) => {
      marcar(tag, 'pendencias.0.especie', 'correcao')
      await achar(tag, '.ato [name="pendencias.0.alvo"]')
      por(tag, 'pendencias.0.alvo', `anexo:${arquivo.id}`)
      marcar(tag, 'pendencias.0.motivo', 'incompleto')
      por(tag, 'pendencias.0.texto', 'Falta a página 2.')
      por(tag, 'pendencias.0.prazo', longe)
      botao(tag, 'Pedir mais uma coisa').click()
      await achar(tag, '.ato [name="pendencias.1.texto"]')
      marcar(tag, 'pendencias.1.especie', 'ciencia')
      por(tag, 'pendencias.1.texto', 'Confirme que leu.')
      por(tag, 'pendencias.1.prazo', longe)
    },
    manda: {
      pendencias: [
        { especie: 'correcao', texto: 'Falta a página 2.', prazo: longe, alvo: { anexo: arquivo.id, motivo: 'incompleto' } },
        { especie: 'ciencia', texto: 'Confirme que leu.', prazo: longe },
      ],
    },
  },
  {
    acao: 'parar',
    preencher: (tag) => {
      por(tag, 'ate', longe)
      por(tag, 'texto', 'Espera o cartório.')
    },
    manda: { ate: longe, texto: 'Espera o cartório.' },
  },
  { acao: 'retomar', manda: {} },
  { acao: 'prorrogar', preencher: (tag) => por(tag, 'texto', 'Falta vistoria.'), manda: { texto: 'Falta vistoria.' } },
  {
    acao: 'reclassificar',
    preencher: async (tag) => {
      por(tag, 'tipo', 'iptu')
      tag.querySelector<HTMLInputElement>('.ato [id$=-ato-outro]')?.click()
      await achar(tag, '.ato [name="interessado.nome"]')
      por(tag, 'interessado.nome', 'Empresa Exemplo')
      por(tag, 'interessado.documento', '12.ABC.345/01DE-35')
      por(tag, 'texto', 'É outro serviço.')
    },
    manda: { tipo: 'iptu', interessado: { nome: 'Empresa Exemplo', documento: '12.ABC.345/01DE-35' }, texto: 'É outro serviço.' },
  },
  {
    acao: 'mudar_sigilo',
    preencher: (tag) => {
      marcar(tag, 'sigilo', 'sigiloso')
      por(tag, 'texto', 'Tem dado de saúde.')
    },
    manda: { sigilo: 'sigiloso', texto: 'Tem dado de saúde.' },
  },
  {
    acao: 'concluir',
    preencher: (tag) => {
      marcar(tag, 'resultado', 'deferido_em_parte')
      por(tag, 'texto', 'Aceito em parte, porque falta um imóvel.')
    },
    manda: { resultado: 'deferido_em_parte', texto: 'Aceito em parte, porque falta um imóvel.' },
  },
  { acao: 'encerrar_sem_resposta', preencher: (tag) => por(tag, 'texto', 'Não veio resposta.'), manda: { texto: 'Não veio resposta.' } },
  { acao: 'cancelar', preencher: (tag) => por(tag, 'texto', 'Aberto em dobro.'), manda: { texto: 'Aberto em dobro.' } },
  { acao: 'reabrir', preencher: (tag) => por(tag, 'texto', 'Veio um fato novo.'), manda: { texto: 'Veio um fato novo.' } },
  { acao: 'arquivar', manda: {} },
]

describe('<protocolo-gestao>, acts on a processo', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    devolverEnvios()
    sessionStorage.clear()
    history.replaceState(null, '', location.pathname + location.search)
  })

  for (const { acao, preencher, manda } of casos) {
    it(`${acao}: says what is missing, sends what was filled in, and closes`, async () => {
      const { tag, pedidos } = await abrirProcesso(comProcesso({ acoes: [acao] }, aceita()))
      await comecar(tag, acao)
      await waitUntil(() => document.activeElement?.closest('.ato'), 'the focus is elsewhere')
      expect(await violacoes(tag)).to.deep.equal([])
      if (preencher) {
        await achar(tag, '.ato :is(input, select, textarea)')
        enviar(tag)
        await achar(tag, '.ato .erros')
        expect(atos(pedidos)).to.deep.equal([])
        expect(await violacoes(tag)).to.deep.equal([])
        await preencher(tag)
        expect(erros(tag)).to.deep.equal([])
      }
      enviar(tag)
      await waitUntil(() => !tag.querySelector('.ato'), 'the form stays open')
      expect(atos(pedidos)).to.deep.equal([{ acao, versao: 7, ...manda }])
      await waitUntil(() => document.activeElement?.classList.contains('titulo'))
    })
  }

  it('waives one pendência, the one that was pressed', async () => {
    const [uma] = processo.pendencias
    if (!uma) throw new Error('none')
    const { tag, pedidos } = await abrirProcesso(
      comProcesso({ acoes: ['dispensar'], pendencias: [{ ...uma, estado: 'aberta' }] }, aceita()),
      'pendencias',
    )
    await comecar(tag, 'dispensar')
    expect(texto(tag.querySelector('.ato') as HTMLElement)).to.contain('A matrícula enviada é de 2019.')
    por(tag, 'texto', 'Achamos no cadastro.')
    enviar(tag)
    await waitUntil(() => atos(pedidos).length === 1)
    expect(atos(pedidos)).to.deep.equal([{ acao: 'dispensar', versao: 7, pendencia: 'd1', texto: 'Achamos no cadastro.' }])
  })

  it('does not go on without knowing who may read, and says who will before sending', async () => {
    const { tag } = await abrirProcesso()
    await comecar(tag, 'despachar')
    por(tag, 'texto', 'Conferir a rasura.')
    enviar(tag)
    await achar(tag, '.ato .erros')
    expect(erros(tag)).to.deep.equal(['Escolha quem pode ler.'])
    marcar(tag, 'visibilidade', 'privado')
    await comTexto(tag, 'O texto será lido só pela equipe.')
    expect(tag.querySelector('.ato .lacrado [name=texto]'), 'private text looks like any other').to.not.equal(null)
    marcar(tag, 'visibilidade', 'publico')
    await comTexto(tag, 'O texto será lido por quem fez o pedido e pela equipe.')
    expect(tag.querySelector('.ato .lacrado')).to.equal(null)
  })

  it('asks apart who may open the files', async () => {
    const envios = fingirEnvios()
    const { tag, pedidos } = await abrirProcesso(aceita())
    await comecar(tag, 'despachar')
    marcar(tag, 'visibilidade', 'publico')
    por(tag, 'texto', 'Segue a guia.')
    escolherArquivo(tag.querySelector('.ato') as HTMLElement, new File(['%PDF'], 'parecer.pdf', { type: 'application/pdf' }))
    await waitUntil(() => envios.length === 1)
    expect(new URL(envios[0]?.url ?? '').search).to.equal('?nome=parecer.pdf')
    enviar(tag)
    await comTexto(tag, 'Espere os arquivos terminarem de chegar')
    envios[0]?.responder({ ...arquivo, nome: 'parecer.pdf', sha256 })
    await waitUntil(() => texto(tag).includes('recebido'))
    enviar(tag)
    await waitUntil(() => erros(tag).includes('Escolha quem pode abrir os arquivos.'))
    marcar(tag, 'visibilidadeAnexos', 'privado')
    await comTexto(tag, 'O arquivo ficará só com a equipe.')
    expect(await violacoes(tag)).to.deep.equal([])
    enviar(tag)
    await waitUntil(() => atos(pedidos).length === 1)
    expect(atos(pedidos)).to.deep.equal([
      { acao: 'despachar', versao: 7, texto: 'Segue a guia.', visibilidade: 'publico', anexos: [anexo], visibilidadeAnexos: 'privado' },
    ])
  })

  it('concludes with a document that is issued, its name and its validity', async () => {
    const envios = fingirEnvios()
    const { tag, pedidos } = await abrirProcesso(aceita())
    await comecar(tag, 'concluir')
    marcar(tag, 'resultado', 'deferido')
    por(tag, 'texto', 'Defiro.')
    escolherArquivo(tag.querySelector('.ato') as HTMLElement, new File(['%PDF'], 'alvara.pdf', { type: 'application/pdf' }))
    await waitUntil(() => envios.length === 1)
    envios[0]?.responder({ ...arquivo, nome: 'alvara.pdf', sha256 })
    const emite = await achar<HTMLInputElement>(tag, '.ato [id$=-ato-emite]')
    emite.click()
    await achar(tag, '.ato [name="documento.nome"]')
    enviar(tag)
    await waitUntil(() => erros(tag).includes('Escreva o nome do documento.'))
    por(tag, 'documento.nome', 'Alvará')
    por(tag, 'documento.validade', longe)
    enviar(tag)
    await waitUntil(() => atos(pedidos).length === 1)
    const documento = { anexo: arquivo.id, nome: 'Alvará', validade: longe }
    expect(atos(pedidos)).to.deep.equal([
      { acao: 'concluir', versao: 7, resultado: 'deferido', texto: 'Defiro.', anexos: [anexo], documento },
    ])
  })

  it('puts a modelo in where the cursor is', async () => {
    const { tag } = await abrirProcesso()
    await comecar(tag, 'despachar')
    por(tag, 'texto', 'Antes.  Depois.')
    const campo = await achar<HTMLTextAreaElement>(tag, '.ato [name=texto]')
    campo.setSelectionRange(7, 7)
    tag.querySelector<HTMLElement>('.ato .modelo')?.click()
    expect(textoDe(tag)).to.equal('Antes. Analisado o pedido, defiro a emissão da guia. Depois.')
    expect(document.activeElement).to.equal(campo)
  })

  it('keeps what was typed when the form is closed, over a reload and after a failure', async () => {
    const falha: Rotas = { 'POST /gestao/protocolos/p1/tramites': () => problema('erro_interno', 500, { title: 'Algo deu errado' }) }
    const { tag } = await abrirProcesso(falha)
    await comecar(tag, 'despachar')
    marcar(tag, 'visibilidade', 'privado')
    por(tag, 'texto', 'Ainda em dúvida.')
    enviar(tag)
    await comTexto(tag, 'Algo deu errado')
    expect(await violacoes(tag)).to.deep.equal([])
    expect(textoDe(tag)).to.equal('Ainda em dúvida.')
    botao(tag, 'Fechar').click()
    await waitUntil(() => !tag.querySelector('.ato'))
    await waitUntil(() => document.activeElement?.getAttribute('data-acao') === 'despachar')
    limpar()
    const depois = await abrirProcesso()
    await comecar(depois.tag, 'despachar')
    expect(textoDe(depois.tag)).to.equal('Ainda em dúvida.')
    expect(depois.tag.querySelector('.ato .lacrado'), 'who may read it was forgotten').to.not.equal(null)
  })

  it('leaves nothing behind that was typed once the person signs out', async () => {
    const { tag } = await abrirProcesso()
    await comecar(tag, 'despachar')
    por(tag, 'texto', 'Segredo.')
    expect(Object.values(sessionStorage).join()).to.contain('Segredo.')
    botao(tag, 'Sair').click()
    await achar(tag, '[name=senhaAtual]')
    expect(Object.values(sessionStorage).join()).to.not.contain('Segredo.')
  })

  describe('when somebody else changed it meanwhile', () => {
    const mudancas = [{ em: '2026-11-21T13:00:00Z', especie: 'despacho', autor: 'Bruno Exemplo' }]

    /** Refuses the version that was read first; `depois` is what the processo is by then. */
    function outro(depois: Partial<ProtocoloDaGestao>): Rotas {
      let mudou = false
      return {
        'GET /gestao/protocolos/p1': () => json(mudou ? { ...processo, versao: 8, ...depois } : processo),
        'POST /gestao/protocolos/p1/tramites': ({ corpo }) => {
          const velha = (corpo as { versao: number }).versao === 7
          mudou = true
          return velha ? problema('processo_mudou', 409, { mudancas } as object) : json({ ...processo, versao: 9 }, 201)
        },
      }
    }

    async function despachar(tag: HTMLElement): Promise<void> {
      await comecar(tag, 'despachar')
      marcar(tag, 'visibilidade', 'publico')
      por(tag, 'texto', 'Recebida a guia.')
      enviar(tag)
      await achar(tag, '.mudanca')
    }

    it('says what changed and by whom, keeps what was typed, and sends it all the same if told to', async () => {
      const { tag, pedidos } = await abrirProcesso(outro({}))
      await despachar(tag)
      expect(texto(tag)).to.contain('Despacho, Bruno Exemplo')
      expect(textoDe(tag)).to.equal('Recebida a guia.')
      await waitUntil(() => document.activeElement?.classList.contains('mudanca'))
      expect(await violacoes(tag)).to.deep.equal([])
      botao(tag, 'Enviar mesmo assim').click()
      await waitUntil(() => !tag.querySelector('.ato'))
      expect(atos(pedidos).map((ato) => (ato as { versao: number }).versao)).to.deep.equal([7, 8])
    })

    it('shows what changed without leaving the form', async () => {
      const { tag } = await abrirProcesso(outro({}))
      await despachar(tag)
      botao(tag, 'Ver o que mudou').click()
      await achar(tag, '.andamento')
      expect(textoDe(tag)).to.equal('Recebida a guia.')
    })

    it('does not offer to send what can no longer be done', async () => {
      const { tag } = await abrirProcesso(outro({ acoes: ['reabrir'], situacao: 'encerrado', resultado: 'deferido' }))
      await despachar(tag)
      await comTexto(tag, 'isto não pode mais ser feito')
      expect(textoDe(tag)).to.equal('Recebida a guia.')
      expect(texto(tag)).to.not.contain('Enviar mesmo assim')
      expect(tag.querySelector('.acoes-do-processo [data-acao=reabrir]')).to.not.equal(null)
      expect(await violacoes(tag)).to.deep.equal([])
    })
  })

  it('says beside the field what only the server found wrong', async () => {
    const { tag } = await abrirProcesso({
      'POST /gestao/protocolos/p1/tramites': () =>
        problema('campos_invalidos', 422, { campos: [{ caminho: 'texto', mensagem: 'Escreva ao menos 10 letras.' }] }),
    })
    await comecar(tag, 'despachar')
    marcar(tag, 'visibilidade', 'publico')
    por(tag, 'texto', 'Ok.')
    enviar(tag)
    await waitUntil(() => erros(tag).includes('Escreva ao menos 10 letras.'))
    expect(tag.querySelector('.ato [name=texto]')?.getAttribute('aria-invalid')).to.equal('true')
  })

  it('finds a unidade by part of its name, with or without accents', async () => {
    const unidades = Array.from({ length: 12 }, (_, i) => ({ codigo: `u${i}`, nome: `Seção ${i}`, orgao: i < 6 ? 'PMVS' : 'SAEVS' }))
    const { tag } = await abrirProcesso({
      'GET /gestao/posto': () =>
        json({
          id: 'c1',
          nome: 'Gestora',
          lotacoes: [{ unidade: { codigo: 'tributos', nome: 'T', orgao: 'PMVS' }, papel: 'gestor' }],
          unidades,
          tipos: [],
        }),
    })
    await comecar(tag, 'encaminhar')
    marcar(tag, 'destino', 'u2')
    escrever(tag, '.ato [type=search]', 'secao 11')
    const nomes = () => [...tag.querySelectorAll('.unidades .opcao')].map((um) => um.textContent?.trim())
    await waitUntil(() => nomes().length === 2)
    expect(nomes()).to.deep.equal(['Seção 2', 'Seção 11'])
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('forwards without a word, which leaves nothing to hide', async () => {
    const { tag, pedidos } = await abrirProcesso(aceita())
    await comecar(tag, 'encaminhar')
    marcar(tag, 'destino', 'agua')
    enviar(tag)
    await waitUntil(() => atos(pedidos).length === 1)
    expect(atos(pedidos)).to.deep.equal([{ acao: 'encaminhar', versao: 7, destino: 'agua', texto: '', visibilidade: 'publico' }])
  })

  it('goes back to the queue when the processo went where the person does not see it any more', async () => {
    const { tag } = await abrirProcesso({ 'POST /gestao/protocolos/p1/tramites': () => semConteudo() })
    await comecar(tag, 'encaminhar')
    marcar(tag, 'destino', 'agua')
    enviar(tag)
    await waitUntil(() => !tag.querySelector('.processo-da-mesa'))
    await waitUntil(() => anuncio(tag) === 'Processo encaminhado.')
    expect(location.hash).to.contain('gestao=fila')
  })

  it('leaves a form with Escape', async () => {
    const { tag } = await abrirProcesso()
    const ato = await comecar(tag, 'encaminhar')
    ato.querySelector('textarea')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await waitUntil(() => !tag.querySelector('.ato'))
    await waitUntil(() => document.activeElement?.getAttribute('data-acao') === 'encaminhar')
    expect(anuncio(tag)).to.not.contain('encaminhado')
  })

  it('left, gives the focus back to the menu that it was chosen in', async () => {
    const { tag } = await abrirProcesso(comProcesso({ acoes: ['concluir', 'parar'] }))
    const ato = await comecar(tag, 'parar')
    ato.querySelector('textarea')?.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true }))
    await waitUntil(() => document.activeElement?.matches('.mais-acoes > summary'), 'the focus is elsewhere')
  })
})
