import { expect, waitUntil } from '@open-wc/testing'
import { cartao, devolverApi, json, problema, semConteudo } from '../apoio/api.js'
import { escolherArquivo } from '../apoio/arquivo.js'
import { achar, escrever, limpar, violacoes } from '../apoio/pagina.js'
import { arquivo, base, chave, na, noServico, queda, rotas, semMudanca, tipo } from './administracao-apoio.js'
import { abrirFila, botao, comTexto, texto } from './apoio.js'

const campo = (tag: HTMLElement, fim: string) => `#${tag.querySelector(`[id$="${fim}"]`)?.id}`
const daPrevia = (tag: HTMLElement) => texto(tag.querySelector('.previa'))
const enviar = (tag: HTMLElement) => tag.querySelector('form')?.requestSubmit()
const rotulado = (tag: HTMLElement, nome: string) => {
  const achado = tag.querySelector<HTMLElement>(`[aria-label="${nome}"]`)
  if (!achado) throw new Error(`no ${nome}`)
  return achado
}

describe('<protocolo-gestao>, administration', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    sessionStorage.clear()
    history.replaceState(null, '', location.pathname + location.search)
  })

  const partes = [
    'Serviços',
    'Pessoas',
    'Entidade',
    'Órgãos',
    'Unidades',
    'Calendário',
    'Modelos de despacho',
    'Chaves de API',
    'Fora do ar',
    'Auditoria',
    'Arquivo',
  ]
  for (const parte of partes) {
    for (const largura of [1200, 360]) {
      it(`has ${parte} for everybody, at ${largura} px`, async () => {
        const { tag } = await na(parte, {}, largura)
        expect(await violacoes(tag)).to.deep.equal([])
        expect(tag.scrollWidth).to.be.at.most(largura)
      })
    }
  }

  it('is offered to who administers, and to nobody else', async () => {
    const { tag } = await abrirFila()
    expect(texto(tag.querySelector('.topo-da-mesa'))).to.not.contain('Administração')
  })

  it('says that it could not be asked, and asks again', async () => {
    let fora = true
    const { tag } = await abrirFila({
      ...rotas,
      [`GET ${base}/chaves`]: () => (fora ? problema('erro_interno', 500) : json({ chaves: [] })),
    })
    botao(tag, 'Administração').click()
    await achar(tag, '.parte')
    botao(tag, 'Chaves de API').click()
    await achar(tag, '.aviso-erro')
    fora = false
    botao(tag, 'Tentar de novo').click()
    await comTexto(tag, 'Criar chave')
  })
})

describe('<protocolo-gestao>, the builder of a form', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    sessionStorage.clear()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('shows beside it what people will see, conditions and all', async () => {
    const { tag } = await noServico()
    expect(daPrevia(tag)).to.contain('Há risco de queda?')
    expect(daPrevia(tag)).to.not.contain('Conte o que viu')
    tag.querySelector<HTMLInputElement>('.previa input[value=sim]')?.click()
    await waitUntil(() => daPrevia(tag).includes('Conte o que viu'), 'the condition does not hold')
    rotulado(tag, 'Mudar Conte o que viu').click()
    await achar(tag, '[id$="detalhe-rotulo"]')
    escrever(tag, campo(tag, 'detalhe-rotulo'), 'Descreva a árvore')
    await waitUntil(() => daPrevia(tag).includes('Descreva a árvore'), 'the preview is old')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('fits in 360 px with a question open', async () => {
    const { tag } = await noServico({}, 360)
    rotulado(tag, 'Mudar Há risco de queda?').click()
    await achar(tag, '[id$="risco-opcoes"]')
    expect(await violacoes(tag)).to.deep.equal([])
    expect(tag.scrollWidth).to.be.at.most(360)
  })

  it('moves a question by its buttons, keeps the focus on them and says where it is now', async () => {
    const { tag } = await noServico()
    rotulado(tag, 'Subir Conte o que viu').click()
    await comTexto(tag, 'Conte o que viu agora é o item 1 de 2.')
    const nomes = () => [...tag.querySelectorAll('.item b')].map(({ textContent }) => textContent?.trim().split(' ')[0])
    expect(nomes()).to.deep.equal(['Conte', 'Há', 'Foto'])
    await waitUntil(() => document.activeElement?.getAttribute('aria-label') === 'Descer Conte o que viu', 'the focus went away')
  })

  it('shows what will change before it is written, upon the version that was read', async () => {
    const { tag, pedidos } = await noServico()
    escrever(tag, campo(tag, 'tipo-nome'), 'Poda ou remoção')
    enviar(tag)
    await comTexto(tag, 'Serviço Poda de árvore (poda), nome: de “Poda” para “Poda de árvore”.')
    expect(texto(tag.querySelector('.conferencia'))).to.contain('Os processos já abertos continuam com o formulário de antes.')
    expect(await violacoes(tag)).to.deep.equal([])
    expect(pedidos.filter(({ metodo, caminho }) => metodo === 'PUT' && caminho === `${base}/tipos/poda`)).to.deep.equal([])
    botao(tag, 'Gravar').click()
    await comTexto(tag, 'Serviço gravado: Poda ou remoção.')
    const gravado = pedidos.find(({ metodo, caminho }) => metodo === 'PUT' && caminho === `${base}/tipos/poda`)
    expect(gravado?.cabecalhos.get('If-Match')).to.equal('"3"')
    expect(gravado?.corpo).to.deep.equal({ ...tipo, nome: 'Poda ou remoção' })
  })

  it('tells what would be refused beside its field, and opens the question that it is of', async () => {
    const problemas = [
      { caminho: 'tipos[poda].campos[detalhe].rotulo', mensagem: 'escreva ao menos um caractere' },
      { caminho: 'tipos[poda].campos[detalhe].quando.campo', mensagem: 'não há esta pergunta antes' },
    ]
    const { tag } = await noServico({ [`PUT ${base}/arquivo`]: () => json({ ...semMudanca, problemas }) })
    enviar(tag)
    await achar(tag, '.erros')
    expect(texto(tag.querySelector('[id$="detalhe-rotulo-erro"]'))).to.equal('escreva ao menos um caractere')
    expect(texto(tag.querySelector('[id$="detalhe-quando-erro"]'))).to.equal('não há esta pergunta antes')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('asks in words of its own for what a new one needs', async () => {
    const problemas = ['nome', 'grupo', 'orgao', 'unidade'].map((parte) => ({
      caminho: `tipos[servico].${parte}`,
      mensagem: 'use ao menos um caractere',
    }))
    const { tag } = await na('Serviços', { [`PUT ${base}/arquivo`]: () => json({ ...semMudanca, problemas }) })
    botao(tag, 'Novo serviço').click()
    await achar(tag, '.construtor')
    await waitUntil(() => document.activeElement?.textContent === 'Novo serviço', 'the focus is not at the new one')
    enviar(tag)
    await achar(tag, '.erros')
    expect([...tag.querySelectorAll('.erros a')].map(({ textContent }) => textContent)).to.deep.equal([
      'Escreva o nome do serviço.',
      'Escreva o grupo em que ele aparece.',
      'Escolha a unidade que recebe.',
    ])
    for (const { hash } of tag.querySelectorAll<HTMLAnchorElement>('.erros a')) expect(tag.querySelector(hash), hash).to.not.equal(null)
  })

  it('loses nothing when somebody else changed the tipo first', async () => {
    let versao = 3
    const { tag, pedidos } = await noServico({
      [`GET ${base}/tipos/poda`]: () => json({ versao, tipo }, 200),
      [`PUT ${base}/tipos/poda`]: ({ cabecalhos }) =>
        cabecalhos.get('If-Match') === '"4"' ? json(semMudanca) : problema('arquivo_mudou', 412),
    })
    escrever(tag, campo(tag, 'tipo-nome'), 'Poda ou remoção')
    enviar(tag)
    await comTexto(tag, 'Serviço Poda de árvore (poda), nome: de “Poda” para “Poda de árvore”.')
    versao = 4
    botao(tag, 'Gravar').click()
    await comTexto(tag, 'Outra pessoa mudou este serviço')
    expect(tag.querySelector<HTMLInputElement>(campo(tag, 'tipo-nome'))?.value).to.equal('Poda ou remoção')
    botao(tag, 'Gravar').click()
    await comTexto(tag, 'Serviço gravado')
    expect(pedidos.filter(({ metodo, caminho }) => metodo === 'PUT' && caminho === `${base}/tipos/poda`).length).to.equal(2)
  })

  it('changes all that the file tells of a tipo, and leaves out what stands where nothing is told', async () => {
    const { tag, pedidos } = await noServico()
    rotulado(tag, 'Mudar Conte o que viu').click()
    await achar(tag, '[id$="detalhe-maximo"]')
    const escritos = {
      'detalhe-maximo': '300',
      'tipo-palavras': 'galho\nárvore caída\n',
      'tipo-taxa': 'Grátis',
      'recurso-dias': '15',
      'tipo-quemPode': 'pessoa-juridica',
      'tipo-sigilo': 'restrito',
    }
    for (const [fim, valor] of Object.entries(escritos)) escrever(tag, campo(tag, fim), valor)
    rotulado(tag, 'Mudar Foto da árvore').click()
    await achar(tag, '[id$="foto-tamanho"]')
    escrever(tag, campo(tag, 'foto-tamanho'), '2.5')
    escrever(tag, campo(tag, 'tipo-sigilo'), '')
    botao(tag, 'Novo modelo').click()
    await achar(tag, '[id$="modelos-modelo-texto"]')
    escrever(tag, campo(tag, 'modelos-modelo-nome'), 'Vistoria')
    escrever(tag, campo(tag, 'modelos-modelo-texto'), 'A vistoria foi feita em {hoje}.')
    enviar(tag)
    await achar(tag, '.conferencia')
    botao(tag, 'Gravar').click()
    await comTexto(tag, 'Serviço gravado')
    const gravado = pedidos.find(({ metodo, caminho }) => metodo === 'PUT' && caminho === `${base}/tipos/poda`)
    expect(gravado?.corpo).to.deep.equal({
      ...tipo,
      campos: [tipo.campos[0], { ...tipo.campos[1], maximo: 300 }],
      documentos: [{ ...tipo.documentos[0], tamanho: 2_621_440 }],
      palavras: ['galho', 'árvore caída'],
      taxa: 'Grátis',
      recurso: { dias: 15 },
      quemPode: 'pessoa-juridica',
      modelos: [{ codigo: 'modelo', nome: 'Vistoria', texto: 'A vistoria foi feita em {hoje}.' }],
    })
  })

  it('unfolds what few change for everybody', async () => {
    const { tag } = await noServico({}, 360)
    for (const um of tag.querySelectorAll('details')) um.open = true
    expect(await violacoes(tag)).to.deep.equal([])
    expect(tag.scrollWidth).to.be.at.most(360)
  })

  it('shows the form as it was in another version, and comes back to what is being changed', async () => {
    const { tag } = await noServico({
      [`GET ${base}/tipos/poda/versoes`]: () =>
        json({
          versoes: [
            { versao: 3, em: '2026-11-21T12:00:00.000Z', quem: 'Administradora Exemplo', abertos: 12 },
            { versao: 2, em: '2026-08-21T12:00:00.000Z', quem: null, abertos: 1 },
          ],
        }),
      [`GET ${base}/tipos/poda/versoes/2`]: () => json({ versao: 2, tipo: { ...tipo, nome: 'Poda como era', campos: [] } }),
    })
    for (const um of tag.querySelectorAll('details')) if (texto(um).startsWith('Versões')) um.open = true
    await comTexto(tag, '21/11/2026, 9h00, por Administradora Exemplo. 12 processos abertos com ela.')
    rotulado(tag, 'Ver a versão 2').click()
    await comTexto(tag, 'Versão 2, só para ler')
    expect(daPrevia(tag)).to.contain('Poda como era')
    expect(tag.querySelector<HTMLInputElement>(campo(tag, 'tipo-nome'))?.value).to.equal('Poda de árvore')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Voltar à prévia').click()
    await waitUntil(() => daPrevia(tag).includes('Há risco de queda?'), 'the old one stays')
  })

  it('closes a tipo with the reason that people will read', async () => {
    const { tag, pedidos } = await noServico()
    botao(tag, 'Fechar o serviço').click()
    await achar(tag, '[id$="fechadoPorque"]')
    botao(tag, 'Fechar o serviço').click()
    await comTexto(tag, 'Conte em uma frase por que o serviço fecha.')
    escrever(tag, campo(tag, 'fechadoPorque'), 'Agora é no site do Estado.')
    botao(tag, 'Fechar o serviço').click()
    await achar(tag, '.conferencia')
    botao(tag, 'Gravar').click()
    await comTexto(tag, 'Serviço gravado')
    const gravado = pedidos.find(({ metodo, caminho }) => metodo === 'PUT' && caminho === `${base}/tipos/poda`)
    expect(gravado?.corpo).to.deep.equal({ ...tipo, fechado: true, fechadoPorque: 'Agora é no site do Estado.' })
  })
})

describe('<protocolo-gestao>, what else is administered', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    sessionStorage.clear()
    history.replaceState(null, '', location.pathname + location.search)
  })

  it('gives a person a papel once who gives it shows again who they are', async () => {
    const { tag, pedidos } = await na('Pessoas')
    enviar(tag)
    await achar(tag, '.erros')
    expect(await violacoes(tag)).to.deep.equal([])
    escrever(tag, campo(tag, 'pessoa-documento'), '111.444.777-35')
    escrever(tag, campo(tag, 'pessoa-unidade'), 'obras')
    escrever(tag, campo(tag, 'pessoa-papel'), 'atendente')
    enviar(tag)
    await achar(tag, 'dialog[open]')
    escrever(tag, 'dialog input[type=password]', 'passeio de bonde azul')
    tag.querySelector<HTMLFormElement>('dialog form')?.requestSubmit()
    await comTexto(tag, 'Pessoa Nova agora trabalha aqui.')
    const dados = pedidos.filter(({ metodo, caminho }) => metodo === 'PUT' && caminho === `${base}/lotacoes`)
    expect(dados.map(({ corpo }) => corpo).at(-1)).to.deep.equal({ documento: '111.444.777-35', unidade: 'obras', papel: 'atendente' })
  })

  it('takes a person away only when that is confirmed', async () => {
    const { tag, pedidos } = await na('Pessoas')
    rotulado(tag, 'Tirar Gestora Exemplo de Obras e Vias Públicas').click()
    await achar(tag, '.tirando')
    expect(await violacoes(tag)).to.deep.equal([])
    expect(pedidos.filter(({ metodo, caminho }) => metodo === 'DELETE' && caminho === `${base}/lotacoes`)).to.deep.equal([])
    tag.querySelector<HTMLElement>('.tirando .botao')?.click()
    await comTexto(tag, 'Gestora Exemplo saiu da unidade.')
  })

  it('shows a new key once', async () => {
    const { tag } = await na('Chaves de API')
    escrever(tag, campo(tag, 'chave-nome'), 'Painel')
    tag.querySelector<HTMLInputElement>('[id$="escopos-indicadores"]')?.click()
    enviar(tag)
    await comTexto(tag, 'protocolo_segredo')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Já guardei').click()
    await waitUntil(() => !texto(tag).includes('protocolo_segredo'), 'still there')
  })

  it('writes a holiday of every year, and shows a modelo with an example', async () => {
    const { tag, pedidos } = await na('Calendário')
    escrever(tag, campo(tag, 'calendario-dia'), '2026-09-01')
    escrever(tag, campo(tag, 'calendario-nome'), 'Padroeiro')
    tag.querySelector<HTMLInputElement>('[id$="calendario-todo-ano"]')?.click()
    enviar(tag)
    await comTexto(tag, 'Feriado incluído: Padroeiro.')
    const gravado = pedidos.find(({ metodo, caminho }) => metodo === 'PUT' && caminho === `${base}/calendario`)
    expect(gravado?.corpo).to.deep.equal({
      feriados: [
        { dia: '08-16', nome: 'Aniversário da cidade' },
        { dia: '09-01', nome: 'Padroeiro' },
      ],
    })
    botao(tag, 'Modelos de despacho').click()
    await comTexto(tag, 'Guia pronta')
    rotulado(tag, 'Mudar Guia pronta').click()
    await comTexto(tag, 'A guia de PMVS 2026/500114 está pronta.')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('changes of the entidade only what was typed, upon the file that was read', async () => {
    const { tag, pedidos } = await na('Entidade')
    escrever(tag, campo(tag, 'contato-telefone'), '(00) 1111-1111')
    escrever(tag, campo(tag, 'anexos-tamanho'), '5')
    escrever(tag, campo(tag, 'entidade-origens'), 'https://a.example\nhttps://b.example\n')
    tag.querySelector<HTMLInputElement>('[id$="cadastro-exige-telefone"]')?.click()
    enviar(tag)
    await comTexto(tag, 'Dados da entidade gravados.')
    const gravado = pedidos.find(({ metodo, caminho }) => metodo === 'PUT' && caminho === `${base}/arquivo`)
    expect(gravado?.cabecalhos.get('If-Match')).to.equal('"7"')
    expect(gravado?.corpo).to.deep.equal({
      ...arquivo,
      contato: { telefone: '(00) 1111-1111' },
      anexos: { tamanho: 5 * 1024 * 1024 },
      origens: ['https://a.example', 'https://b.example'],
      cadastro: { exige: ['telefone'] },
    })
  })

  it('takes what was emptied out of the file, and asks for what may not be', async () => {
    const { tag, pedidos } = await na('Entidade', {
      [`GET ${base}/arquivo`]: () => json({ ...arquivo, recurso: { dias: 15 }, contato: { cep: '13900000' } }, 200, { ETag: '"7"' }),
    })
    escrever(tag, campo(tag, 'entidade-nome'), ' ')
    enviar(tag)
    await comTexto(tag, 'Preencha: Nome.')
    expect(await violacoes(tag)).to.deep.equal([])
    escrever(tag, campo(tag, 'entidade-nome'), 'Prefeitura')
    escrever(tag, campo(tag, 'recurso-dias'), '')
    escrever(tag, campo(tag, 'contato-cep'), '')
    enviar(tag)
    await comTexto(tag, 'Dados da entidade gravados.')
    const gravado = pedidos.find(({ metodo, caminho }) => metodo === 'PUT' && caminho === `${base}/arquivo`)
    expect(gravado?.corpo).to.deep.equal({ ...arquivo, nome: 'Prefeitura', contato: {} })
  })

  it('tells what is refused beside its field, unfolding it', async () => {
    const { tag } = await na('Entidade', {
      [`PUT ${base}/arquivo`]: () =>
        problema('campos_invalidos', 422, {
          campos: [
            { caminho: 'origens[2]', mensagem: 'escreva só esquema e domínio' },
            { caminho: 'rpId', mensagem: 'use o domínio de um dos sites' },
          ],
        }),
    })
    escrever(tag, campo(tag, 'entidade-nome'), 'Prefeitura')
    enviar(tag)
    await achar(tag, '.erros')
    expect(texto(tag.querySelector('[id$="entidade-origens-erro"]'))).to.equal('escreva só esquema e domínio')
    expect(tag.querySelector('[id$="entidade-rpId"]')?.closest('details')?.open).to.equal(true)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  for (const [cor, frase] of [
    ['#ffcd07', 'precisa de 4,5. A cor mais próxima que serve é #'],
    ['#0b5cab', 'No tema claro, o contraste é 6,7: dá para ler.'],
  ] as const) {
    it(`says of ${cor} whether it can be read`, async () => {
      const { tag } = await na('Entidade')
      escrever(tag, campo(tag, 'tema-corAcao'), cor)
      await comTexto(tag, frase)
      expect(await violacoes(tag)).to.deep.equal([])
    })
  }

  it('takes the nearest colour that can be read, at a tap', async () => {
    const { tag } = await na('Entidade')
    escrever(tag, campo(tag, 'tema-corAcao'), '#ffcd07')
    await comTexto(tag, 'Usar #')
    const usar = [...tag.querySelectorAll('button')].find(({ textContent }) => textContent?.startsWith('Usar #'))
    usar?.click()
    await comTexto(tag, 'No tema claro, o contraste é 4,5: dá para ler.')
    expect(tag.querySelector<HTMLInputElement>(campo(tag, 'tema-corAcao'))?.value).to.equal(usar?.textContent?.replace('Usar ', ''))
  })

  it('shows the first number of an orgao as it is typed, and makes a new one with a unidade', async () => {
    const { tag, pedidos } = await na('Órgãos')
    botao(tag, 'Novo órgão').click()
    await achar(tag, '.ficha')
    enviar(tag)
    await comTexto(tag, 'Escreva a sigla.')
    expect(await violacoes(tag)).to.deep.equal([])
    escrever(tag, campo(tag, 'orgao-nome'), 'Câmara Municipal')
    escrever(tag, campo(tag, 'orgao-sigla'), 'CMVS')
    escrever(tag, campo(tag, 'orgao-numeracao-mascara'), '{sigla}-{sequencia:4}/{ano}')
    escrever(tag, campo(tag, 'orgao-primeira'), 'Secretaria')
    await comTexto(tag, `CMVS-0001/${new Date().getFullYear()}`)
    enviar(tag)
    await comTexto(tag, 'Órgão gravado: Câmara Municipal.')
    const gravado = pedidos.find(({ metodo, caminho }) => metodo === 'PUT' && caminho === `${base}/arquivo`)
    const novo = {
      sigla: 'CMVS',
      nome: 'Câmara Municipal',
      numeracao: { mascara: '{sigla}-{sequencia:4}/{ano}' },
      unidades: [{ codigo: 'secretaria', nome: 'Secretaria' }],
    }
    expect(gravado?.corpo).to.deep.equal({ ...arquivo, orgaos: [...arquivo.orgaos, novo] })
  })

  for (const [fuso, instante, lida] of [
    ['America/Sao_Paulo', '2026-11-20T21:00:00.000Z', '20/11/2026, 18h'],
    ['America/Rio_Branco', '2026-11-20T23:00:00.000Z', '20/11/2026, 16h'],
  ] as const) {
    it(`takes and shows when the system was out in the time of the entidade, ${fuso}, whatever that of the device`, async () => {
      const { tag, pedidos } = await na('Fora do ar', {
        'GET ': () => json({ ...cartao, fuso }),
        [`POST ${base}/indisponibilidades`]: () => json(queda, 201),
      })
      expect(texto(tag)).to.contain(`(${fuso})`)
      expect(texto(tag)).to.contain(`De ${lida}`)
      escrever(tag, campo(tag, 'queda-de'), '2026-11-20T18:00')
      escrever(tag, campo(tag, 'queda-ate'), '2026-11-20T20:30')
      escrever(tag, campo(tag, 'queda-motivo'), 'Queda de energia.')
      enviar(tag)
      await comTexto(tag, 'Registrado. 14 prazos foram adiados.')
      const corpo: unknown = pedidos.find(({ metodo, caminho }) => metodo === 'POST' && caminho === `${base}/indisponibilidades`)?.corpo
      expect(Object(corpo).de).to.equal(instante)
    })
  }

  it('takes back a key only when that is confirmed, and shows it so', async () => {
    let revogada = false
    const { tag, pedidos } = await na('Chaves de API', {
      [`GET ${base}/chaves`]: () => json({ chaves: [{ ...chave, revogadaEm: revogada ? chave.criadaEm : null }] }),
      [`DELETE ${base}/chaves/k1`]: () => {
        revogada = true
        return semConteudo()
      },
    })
    rotulado(tag, 'Revogar Painel da prefeitura').click()
    await comTexto(tag, 'O programa que usa esta chave para de ler na hora.')
    botao(tag, 'Manter').click()
    await waitUntil(() => !tag.querySelector('.tirando'), 'it is still asked')
    expect(pedidos.filter(({ metodo }) => metodo === 'DELETE')).to.deep.equal([])
    rotulado(tag, 'Revogar Painel da prefeitura').click()
    await achar(tag, '.tirando')
    tag.querySelector<HTMLElement>('.tirando .botao')?.click()
    await comTexto(tag, 'Chave revogada: Painel da prefeitura.')
    await comTexto(tag, 'Revogada')
    expect(tag.querySelector('[aria-label="Revogar Painel da prefeitura"]')).to.equal(null)
  })

  it('keeps what was typed when the file changed meanwhile, says so, and writes it over the new one', async () => {
    let versao = 7
    const { tag, pedidos } = await na('Entidade', {
      [`GET ${base}/arquivo`]: () =>
        json({ ...arquivo, nome: versao === 7 ? arquivo.nome : 'Mudado por outra pessoa' }, 200, { ETag: `"${versao}"` }),
      [`PUT ${base}/arquivo`]: ({ cabecalhos }) =>
        cabecalhos.get('If-Match') === '"8"' ? json(semMudanca) : problema('arquivo_mudou', 412),
    })
    escrever(tag, campo(tag, 'contato-telefone'), '(00) 2222-2222')
    versao = 8
    enviar(tag)
    await comTexto(tag, 'Outra pessoa mudou isto enquanto você editava. Confira e grave de novo.')
    expect(tag.querySelector<HTMLInputElement>(campo(tag, 'contato-telefone'))?.value).to.equal('(00) 2222-2222')
    expect(await violacoes(tag)).to.deep.equal([])
    enviar(tag)
    await comTexto(tag, 'Dados da entidade gravados.')
    const gravado: unknown = pedidos.filter(({ metodo, caminho }) => metodo === 'PUT' && caminho === `${base}/arquivo`).at(-1)?.corpo
    expect(gravado).to.deep.equal({ ...arquivo, nome: 'Mudado por outra pessoa', contato: { telefone: '(00) 2222-2222' } })
  })

  it('tells who did what, when, from where, before and after, page by page and by filters', async () => {
    const { tag, pedidos } = await na('Auditoria')
    expect(texto(tag.querySelector('.registros'))).to.contain(
      'Recebeu · PMVS 2026/500114 Gestora Exemplo · 21/11/2026, 9h00 · Chrome no Windows, 203.0.113.7',
    )
    for (const um of tag.querySelectorAll('details')) um.open = true
    expect(texto(tag.querySelector('.mudancas'))).to.equal('Antessituacao: nao_analisadoDepoissituacao: em_andamento')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Mostrar mais').click()
    await waitUntil(() => tag.querySelectorAll('.registros > li').length === 2, 'no second page')
    escrever(tag, campo(tag, 'auditoria-de'), '2026-11-01')
    escrever(tag, campo(tag, 'auditoria-acao'), 'vista')
    escrever(tag, campo(tag, 'auditoria-protocolo'), 'PMVS 2026/500114')
    enviar(tag)
    await waitUntil(() => tag.querySelectorAll('.registros > li').length === 1, 'not filtered')
    const pedidas = pedidos.filter(({ caminho }) => caminho.startsWith('/gestao/auditoria')).map(({ caminho }) => caminho.split('?')[1])
    expect(pedidas).to.deep.equal([undefined, 'depois=p2', 'de=2026-11-01&acao=vista&protocolo=PMVS+2026%2F500114'])
  })

  for (const [integra, frase] of [
    [true, 'Cadeia íntegra até 21/11/2026, 9h00, com 48.211 registros.'],
    [false, 'Cadeia quebrada 2 registros foram mudados, tirados ou postos por fora.'],
  ] as const) {
    it(`says of a chain that is ${integra ? 'whole' : 'broken'}: ${frase}`, async () => {
      const { tag } = await na('Auditoria', {
        'GET /gestao/auditoria/integridade': () =>
          json({ integra, total: 48211, ate: '2026-11-21T12:00:00.000Z', falhas: integra ? 0 : 2 }),
      })
      botao(tag, 'Conferir a cadeia').click()
      await comTexto(tag, frase)
      expect(await violacoes(tag)).to.deep.equal([])
    })
  }

  it('puts a file in the place of the one there is after showing what that changes', async () => {
    const { tag, pedidos } = await na('Arquivo')
    escolherArquivo(tag, new File(['isto não é'], 'a.json', { type: 'application/json' }))
    await comTexto(tag, 'não é um JSON')
    escolherArquivo(tag, new File([JSON.stringify(arquivo)], 'a.json', { type: 'application/json' }))
    await comTexto(tag, 'Serviço Poda de árvore (poda), nome: de “Poda” para “Poda de árvore”.')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Trocar pelo arquivo').click()
    await comTexto(tag, 'Arquivo trocado.')
    const feitos = pedidos.filter(({ metodo, caminho }) => metodo === 'PUT' && caminho.startsWith(`${base}/arquivo`))
    expect(feitos.map(({ caminho }) => caminho)).to.deep.equal([`${base}/arquivo?simular=1`, `${base}/arquivo`])
    expect(feitos[1]?.cabecalhos.get('If-Match')).to.equal('"7"')
  })

  it('keeps on screen what is wrong with a file when the connection comes back', async () => {
    const problemas = [{ caminho: 'nome', mensagem: 'escreva ao menos um caractere' }]
    const { tag, pedidos } = await na('Arquivo', { [`PUT ${base}/arquivo`]: () => json({ ...semMudanca, problemas }) })
    escolherArquivo(tag, new File([JSON.stringify(arquivo)], 'a.json', { type: 'application/json' }))
    await comTexto(tag, 'escreva ao menos um caractere')
    const antes = pedidos.length
    window.dispatchEvent(new Event('online'))
    await tag.updateComplete
    expect(texto(tag)).to.contain('escreva ao menos um caractere')
    expect(pedidos.length).to.equal(antes)
  })
})
