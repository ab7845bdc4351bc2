import { expect, waitUntil } from '@open-wc/testing'
import type { Conta } from '../../../server/contract/contas.js'
import { sessaoDe } from '../../../widget/client/sessao.js'
import { cartao, devolverApi, json, nunca, problema } from '../apoio/api.js'
import { escolherArquivo, imagem } from '../apoio/arquivo.js'
import { achar, escrever, limpar, violacoes } from '../apoio/pagina.js'
import { aberta, abrirDentro, botao, type Cena, conta, type Rotas } from './apoio.js'

const texto = (tag: HTMLElement) => tag.textContent?.replace(/\s+/g, ' ') ?? ''
const comTexto = (tag: HTMLElement, parte: string) => waitUntil(() => texto(tag).includes(parte), `no "${parte}"`)
const focada = (nome: string) => waitUntil(() => document.activeElement?.textContent?.trim() === nome, `${nome} has no focus`)

const cheia: Conta = {
  ...conta,
  usuario: 'pessoa',
  nascimento: '1980-11-12',
  sexo: 'outro',
  telefone: '+5519912345678',
  endereco: { cep: '13900000', tipoDeLogradouro: 'Rua', logradouro: 'das Flores', bairro: 'Centro', municipio: 'Vila Serena', uf: 'SP' },
}
const confirmada = () => json({ confirmacao: 'quem-sou', expiraEm: new Date(Date.now() + 300_000).toISOString() }, 201)

/** Meus dados at one part, of a conta that calls change. */
async function abrirParte(
  parte: string,
  de: Partial<Conta> = {},
  extras: Rotas = {},
): Promise<Cena & { mudar(de: Partial<Conta>): Conta }> {
  let atual: Conta = { ...cheia, ...de }
  const mudar = (mudanca: Partial<Conta>) => (atual = { ...atual, ...mudanca })
  const cena = await abrirDentro(
    {
      'GET /v1/conta': () => json(atual),
      'PATCH /v1/conta': ({ corpo }) => json(mudar(corpo as Partial<Conta>)),
      'POST /v1/sessoes/confirmacoes': confirmada,
      ...extras,
    },
    `#painel=dados${parte && `&parte=${parte}`}`,
  )
  await achar(cena.tag, parte ? '.secao, .duvidas' : '.partes-dos-dados')
  return { ...cena, mudar }
}

async function enviar(tag: HTMLElement): Promise<void> {
  ;(await achar<HTMLFormElement>(tag, '.secao form')).requestSubmit()
}

async function confirmarQuemE(tag: HTMLElement): Promise<void> {
  const dialogo = await achar<HTMLDialogElement>(tag, 'dialog[open]')
  escrever(dialogo, '[name=senha]', 'cavalo bateria grampo')
  dialogo.querySelector('form')?.requestSubmit()
  await waitUntil(() => !tag.querySelector('dialog[open]'))
}

/** By what screen readers call it. */
async function chamado(tag: HTMLElement, nome: string): Promise<HTMLElement> {
  return achar(tag, `[aria-label="${nome}"]`)
}

function depois(): void {
  sessionStorage.clear()
  limpar()
  devolverApi()
  history.replaceState(null, '', location.pathname + location.search)
}

describe('Meus dados', () => {
  afterEach(depois)

  it('begins with who the conta is of and the ways to each part, kept in the address', async () => {
    const { tag } = await abrirParte('')
    expect(texto(tag)).to.contain('111.444.777-35').and.to.contain('Rua das Flores, sem número, Centro, Vila Serena/SP')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'AvisosO que enviamos para o seu e-mail.').click()
    await comTexto(tag, 'O que você recebe')
    expect(location.hash).to.equal('#painel=dados&parte=avisos')
    history.back()
    await achar(tag, '.partes-dos-dados')
  })

  it('says what is missing, and why the document is fixed', async () => {
    const { tag } = await abrirParte('voce', { nomeSocial: undefined } as never)
    expect(texto(tag)).to.contain('Não informado').and.to.contain('O CPF ou CNPJ não muda')
    expect(tag.querySelector('input:not([type=file])'), 'it is shown before it is changed').to.equal(null)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('changes one section in place, says so, and goes on calling the person as they asked', async () => {
    const { tag, pedidos } = await abrirParte('voce')
    ;(await chamado(tag, 'Mudar: seus dados')).click()
    const nome = await achar<HTMLInputElement>(tag, '[name=nome]')
    await waitUntil(() => document.activeElement === nome)
    expect(await violacoes(tag)).to.deep.equal([])
    escrever(tag, '[name=nomeSocial]', 'Alex Exemplo')
    escrever(tag, '[name=usuario]', '')
    await enviar(tag)
    await comTexto(tag, 'Seus dados foram salvos.')
    await focada('Seus dados')
    expect(pedidos.find(({ metodo }) => metodo === 'PATCH')?.corpo).to.deep.equal({
      nome: 'Pessoa Exemplo da Silva',
      nomeSocial: 'Alex Exemplo',
      usuario: null,
      nascimento: '1980-11-12',
      sexo: 'outro',
    })
    expect(tag.querySelector('.quem')?.textContent).to.contain('Alex Exemplo')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('calls the person by the name given elsewhere, and keeps what is being typed', async () => {
    const { tag, pedidos, entidade } = await abrirParte('voce')
    ;(await chamado(tag, 'Mudar: seus dados')).click()
    const nome = await achar<HTMLInputElement>(tag, '[name=nome]')
    escrever(tag, '[name=nome]', 'Pela metade')
    const antes = pedidos.length
    await sessaoDe(location.origin, entidade).renomear('Alex Exemplo')
    await waitUntil(() => tag.querySelector('.quem')?.textContent?.includes('Alex Exemplo'))
    expect(tag.querySelector('[name=nome]')).to.equal(nome)
    expect(nome.value).to.equal('Pela metade')
    expect(pedidos, 'nothing is asked for anew').to.have.length(antes)
  })

  it('says beside each field what to correct, and sends nothing', async () => {
    const { tag, pedidos } = await abrirParte('voce')
    ;(await chamado(tag, 'Mudar: seus dados')).click()
    await achar(tag, '[name=nome]')
    escrever(tag, '[name=nome]', ' ')
    escrever(tag, '[name=usuario]', '1')
    await enviar(tag)
    const erros = await achar(tag, '.erros')
    await waitUntil(() => document.activeElement === erros)
    expect(tag.querySelectorAll('[aria-invalid=true]')).to.have.length(2)
    expect(pedidos.some(({ metodo }) => metodo === 'PATCH')).to.equal(false)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('keeps what was typed when the call fails, and sends it again', async () => {
    let vezes = 0
    const { tag } = await abrirParte(
      'voce',
      {},
      {
        'PATCH /v1/conta': () => (++vezes === 1 ? problema('erro_interno', 500) : json({ ...cheia, nome: 'Outro Nome' })),
      },
    )
    ;(await chamado(tag, 'Mudar: seus dados')).click()
    await achar(tag, '[name=nome]')
    escrever(tag, '[name=nome]', 'Outro Nome')
    await enviar(tag)
    await comTexto(tag, 'Tentar de novo')
    expect((await achar<HTMLInputElement>(tag, '[name=nome]')).value).to.equal('Outro Nome')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Tentar de novo').click()
    await comTexto(tag, 'Seus dados foram salvos.')
  })

  it('shows that it is saving, once however often it is sent', async () => {
    const { tag, pedidos } = await abrirParte('avisos', {}, { 'PATCH /v1/conta': nunca })
    ;(await chamado(tag, 'Mudar: o que você recebe')).click()
    await enviar(tag)
    await enviar(tag)
    await comTexto(tag, 'Salvando…')
    expect(pedidos.filter(({ metodo }) => metodo === 'PATCH')).to.have.length(1)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('keeps what was typed over a look at another part, until it is given up', async () => {
    const { tag } = await abrirParte('voce')
    ;(await chamado(tag, 'Mudar: seus dados')).click()
    await achar(tag, '[name=nome]')
    escrever(tag, '[name=nome]', 'Meio escrito')
    botao(tag, 'Voltar para Meus dados').click()
    await achar(tag, '.partes-dos-dados')
    history.back()
    expect((await achar<HTMLInputElement>(tag, '[name=nome]')).value).to.equal('Meio escrito')
    botao(tag, 'Cancelar').click()
    await waitUntil(() => !tag.querySelector('[name=nome]'))
    expect(texto(tag)).to.not.contain('Meio escrito')
  })

  it('keeps what was typed when the session ends, for the same person alone, until they sign out', async () => {
    const { tag } = await abrirParte('voce')
    ;(await chamado(tag, 'Mudar: seus dados')).click()
    await achar(tag, '[name=nome]')
    escrever(tag, '[name=nome]', 'Pela metade')
    tag.remove()
    const { tag: deOutra } = await abrirParte(
      'voce',
      {},
      { 'POST /v1/sessoes': () => json({ ...aberta(), conta: 'c2' }, 201, { 'DPoP-Nonce': 'n1' }) },
    )
    expect(deOutra.querySelector('[name=nome]')).to.equal(null)
    deOutra.remove()
    const { tag: outra } = await abrirParte('voce')
    expect((await achar<HTMLInputElement>(outra, '[name=nome]')).value).to.equal('Pela metade')
    botao(outra, 'Sair').click()
    await achar(outra, '[name=login]')
    outra.remove()
    const { tag: depoisDeSair } = await abrirParte('voce')
    expect(depoisDeSair.querySelector('[name=nome]')).to.equal(null)
  })

  it('keeps no password that was typed', async () => {
    const { tag } = await abrirParte('seguranca')
    ;(await chamado(tag, 'Mudar: senha')).click()
    await achar(tag, '[name=senha]')
    escrever(tag, '[name=senha]', 'uma frase bem comprida')
    expect(JSON.stringify({ ...sessionStorage })).not.to.contain('uma frase')
  })

  it('fills in the address from the CEP, and keeps what the person wrote', async () => {
    const { tag, pedidos } = await abrirParte(
      'endereco',
      { endereco: { bairro: 'Meu bairro' } },
      {
        'GET /cep/13900000': () =>
          json({ cep: '13900000', logradouro: 'Rua das Flores', bairro: 'Centro', municipio: 'Vila Serena', uf: 'SP', ibge: '3500000' }),
      },
    )
    ;(await chamado(tag, 'Mudar: onde você mora')).click()
    await achar(tag, '[name="endereco.cep"]')
    escrever(tag, '[name="endereco.cep"]', '13900-000')
    await comTexto(tag, 'Endereço preenchido')
    expect((await achar<HTMLInputElement>(tag, '[name="endereco.bairro"]')).value).to.equal('Meu bairro')
    ;(await achar<HTMLInputElement>(tag, '[name=semNumero]')).click()
    await waitUntil(() => tag.querySelector<HTMLInputElement>('[name="endereco.numero"]')?.disabled)
    expect(await violacoes(tag)).to.deep.equal([])
    await enviar(tag)
    await comTexto(tag, 'Endereço salvo.')
    expect(pedidos.find(({ metodo }) => metodo === 'PATCH')?.corpo).to.deep.equal({
      endereco: { cep: '13900-000', logradouro: 'Rua das Flores', bairro: 'Meu bairro', municipio: 'Vila Serena', uf: 'SP' },
    })
    expect(texto(tag)).to.contain('Rua das Flores, sem número')
  })

  it('says that the safety notices always go', async () => {
    const { tag, pedidos } = await abrirParte('avisos')
    expect(texto(tag)).to.contain('Avisos de segurança')
    ;(await chamado(tag, 'Mudar: o que você recebe')).click()
    ;(await achar<HTMLInputElement>(tag, '.secao [type=checkbox]')).click()
    expect(await violacoes(tag)).to.deep.equal([])
    await enviar(tag)
    await comTexto(tag, 'Suas escolhas foram salvas.')
    expect(pedidos.find(({ metodo }) => metodo === 'PATCH')?.corpo).to.deep.equal({
      avisos: { abertura: false, andamento: true, pendencia: true, mensagem: true, prazo: true, conclusao: true, copia: false },
    })
  })

  it('answers what people ask, and says who else can help', async () => {
    const { tag } = await abrirParte('duvidas')
    for (const dobra of tag.querySelectorAll('details')) dobra.open = true
    expect(tag.querySelectorAll('details')).to.have.length.above(6)
    expect(texto(tag)).to.contain('(19) 3555-0100')
    expect(await violacoes(tag)).to.deep.equal([])
  })
})

describe('the photo of a conta', () => {
  afterEach(depois)

  it('is shown before it is kept: the middle square, made anew', async () => {
    let enviada: Blob | undefined
    const { tag } = await abrirParte('voce', {}, { 'PUT /v1/conta/foto': () => new Response(null, { status: 204 }) })
    const ir = window.fetch
    window.fetch = (url, opcoes) => {
      if (opcoes?.body instanceof Blob) enviada = opcoes.body
      return ir(url, opcoes)
    }
    escolherArquivo(tag, await imagem(1200, 800))
    await comTexto(tag, 'É assim que ela vai ficar.')
    expect(await violacoes(tag)).to.deep.equal([])
    await enviar(tag)
    await comTexto(tag, 'Foto salva.')
    expect(enviada?.type).to.equal('image/jpeg')
    const { width, height } = await createImageBitmap(enviada as Blob)
    expect([width, height]).to.deep.equal([512, 512])
    expect((await achar(tag, 'canvas')).getAttribute('aria-label')).to.equal('Sua foto')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('that can’t be read is refused with words', async () => {
    const { tag } = await abrirParte('voce')
    escolherArquivo(tag, new File(['nada'], 'foto.png', { type: 'image/png' }))
    await comTexto(tag, 'Não conseguimos abrir esta imagem.')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('comes when there is one, and is removed', async () => {
    const { tag, pedidos } = await abrirParte(
      'voce',
      { temFoto: true },
      {
        'GET /v1/conta/foto': async () => new Response(await imagem(1200, 800)),
        'DELETE /v1/conta/foto': () => new Response(null, { status: 204 }),
      },
    )
    await achar(tag, 'canvas')
    botao(tag, 'Remover foto').click()
    await comTexto(tag, 'Foto removida.')
    expect(tag.querySelector('canvas')).to.equal(null)
    expect(pedidos.some(({ metodo, caminho }) => metodo === 'DELETE' && caminho.startsWith('/v1/conta/foto'))).to.equal(true)
  })
})

describe('the contacts of a conta', () => {
  afterEach(depois)

  const pendente = { confirmacao: 'c1', especie: 'email' as const, valor: 'nova@exemplo.br' }
  const pedido = json({ confirmacao: 'c1', especie: 'email', enviadoPara: [], mensagem: 'Enviado.' }, 202)

  async function pedirTroca(extras: Rotas = {}): Promise<Cena> {
    const cena = await abrirParte(
      'contato',
      {},
      {
        'POST /v1/conta/contatos': () => {
          cena.mudar({ pendentes: [pendente] })
          return pedido.clone()
        },
        ...extras,
      },
    )
    ;(await chamado(cena.tag, 'Mudar: e-mail')).click()
    await achar(cena.tag, '[name=valor]')
    escrever(cena.tag, '[name=valor]', 'nova@exemplo.br')
    await enviar(cena.tag)
    await confirmarQuemE(cena.tag)
    await achar(cena.tag, '[name=codigoAtual]')
    return cena
  }

  it('tell which are confirmed', async () => {
    const { tag } = await abrirParte('contato', {
      emailAlternativo: 'outra@exemplo.br',
      pendentes: [{ confirmacao: 'c2', especie: 'telefone', valor: '+5519987654321' }],
    })
    expect([...tag.querySelectorAll('.selo')].map(({ textContent }) => textContent)).to.deep.equal([
      'Confirmado',
      'Confirmado',
      'Falta confirmar',
    ])
    expect(tag.querySelector('.pendente')?.textContent).to.contain('(19) 98765-4321').and.not.to.contain('@')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('an e-mail changes once who asks shows who they are and brings both codes', async () => {
    const { tag, pedidos } = await pedirTroca({
      'POST /v1/conta/contatos/c1': () => json({ ...cheia, email: 'nova@exemplo.br' }),
    })
    const pedida = pedidos.find(({ caminho }) => caminho.startsWith('/v1/conta/contatos?'))
    expect(pedida?.corpo).to.deep.equal({ especie: 'email', valor: 'nova@exemplo.br' })
    expect(pedida?.cabecalhos.get('Protocolo-Confirmacao')).to.equal('quem-sou')
    expect(texto(tag)).to.contain('Enviado para nova@exemplo.br.').and.to.contain('Enviado para pessoa@exemplo.br.')
    expect(await violacoes(tag)).to.deep.equal([])
    escrever(tag, '[name=codigo]', '123 456')
    escrever(tag, '[name=codigoAtual]', '654321')
    await enviar(tag)
    await comTexto(tag, 'E-mail trocado.')
    expect(pedidos.at(-1)?.corpo).to.deep.equal({ codigo: '123456', codigoAtual: '654321' })
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('a code that is wrong is told beside its field', async () => {
    const { tag } = await pedirTroca({
      'POST /v1/conta/contatos/c1': () =>
        problema('campos_invalidos', 422, { campos: [{ caminho: 'codigoAtual', mensagem: 'Este código não confere.' }] }),
    })
    escrever(tag, '[name=codigo]', '123456')
    await enviar(tag)
    await comTexto(tag, 'O código tem 6 números.')
    escrever(tag, '[name=codigoAtual]', '654321')
    await enviar(tag)
    await comTexto(tag, 'Código do e-mail atual: este código não confere.')
    expect((await achar<HTMLInputElement>(tag, '[name=codigo]')).value).to.equal('123456')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('a change of e-mail can be given up', async () => {
    const { tag } = await pedirTroca({ 'DELETE /v1/conta/contatos/email': () => json(cheia) })
    botao(tag, 'Desistir da troca').click()
    await comTexto(tag, 'Nada mudou')
    expect(texto(tag)).to.not.contain('nova@exemplo.br')
  })

  it('nothing is asked for when who it is was not shown', async () => {
    const { tag, pedidos } = await abrirParte('contato')
    ;(await chamado(tag, 'Mudar: e-mail')).click()
    await achar(tag, '[name=valor]')
    escrever(tag, '[name=valor]', 'nova@exemplo.br')
    await enviar(tag)
    ;(await achar<HTMLDialogElement>(tag, 'dialog[open]')).close()
    await waitUntil(() => !tag.querySelector('.girando'))
    expect((await achar<HTMLInputElement>(tag, '[name=valor]')).value).to.equal('nova@exemplo.br')
    expect(pedidos.some(({ caminho }) => caminho.startsWith('/v1/conta/contatos'))).to.equal(false)
  })

  it('a second e-mail is confirmed by its one code, sent again when asked for', async () => {
    const espera = { confirmacao: 'c2', especie: 'emailAlternativo' as const, valor: 'outra@exemplo.br' }
    const { tag, pedidos } = await abrirParte(
      'contato',
      { pendentes: [espera] },
      {
        'POST /v1/conta/contatos/c2/envios': () => pedido.clone(),
        'POST /v1/conta/contatos/c2': () => json({ ...cheia, emailAlternativo: 'outra@exemplo.br' }),
      },
    )
    ;(await chamado(tag, 'Escrever o código: segundo e-mail')).click()
    await achar(tag, '[name=codigo]')
    expect(tag.querySelector('[name=codigoAtual]')).to.equal(null)
    botao(tag, 'Enviar de novo').click()
    await waitUntil(() => pedidos.some(({ caminho }) => caminho.startsWith('/v1/conta/contatos/c2/envios')))
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('a phone is kept without a code where no text is sent', async () => {
    const { tag, pedidos } = await abrirParte('contato')
    ;(await chamado(tag, 'Mudar: celular')).click()
    expect((await achar<HTMLInputElement>(tag, '[name=valor]')).value).to.equal('(19) 91234-5678')
    escrever(tag, '[name=valor]', '123')
    await enviar(tag)
    await achar(tag, '.erros')
    escrever(tag, '[name=valor]', '(19) 98765-4321')
    await enviar(tag)
    await comTexto(tag, 'Pronto, está salvo.')
    expect(pedidos.at(-1)?.corpo).to.deep.equal({ telefone: '(19) 98765-4321' })
  })

  it('those that wait are asked for on the first view', async () => {
    const { tag } = await abrirDentro({ 'GET /v1/conta': () => json({ ...cheia, pendentes: [pendente] }) })
    await comTexto(tag, 'Falta só confirmar')
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Escrever o código').click()
    await comTexto(tag, 'Para trocar para nova@exemplo.br')
  })
})

describe('the password, and what the law gives', () => {
  afterEach(depois)

  it('changes once who asks shows who they are', async () => {
    const { tag, pedidos } = await abrirParte('seguranca', {}, { 'PUT /v1/conta/senha': () => new Response(null, { status: 204 }) })
    ;(await chamado(tag, 'Mudar: senha')).click()
    await achar(tag, '.secao [name=senha]')
    escrever(tag, '.secao [name=senha]', 'exemplo')
    await enviar(tag)
    await achar(tag, '.erros')
    escrever(tag, '.secao [name=senha]', 'passeio de bonde azul')
    await waitUntil(() => tag.querySelectorAll('.regras-da-senha .vale').length === 2)
    expect(await violacoes(tag)).to.deep.equal([])
    await enviar(tag)
    await confirmarQuemE(tag)
    await comTexto(tag, 'Senha trocada.')
    const trocada = pedidos.find(({ metodo }) => metodo === 'PUT')
    expect(trocada?.corpo).to.deep.equal({ senha: 'passeio de bonde azul' })
    expect(trocada?.cabecalhos.get('Protocolo-Confirmacao')).to.equal('quem-sou')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('gives everything in a ZIP', async () => {
    const { tag, pedidos } = await abrirParte(
      'lei',
      {},
      {
        'GET /v1/conta/exportacao': () => new Response(new Uint8Array(2048), { headers: { 'Content-Type': 'application/zip' } }),
      },
    )
    expect(texto(tag)).to.contain('Usamos seus dados para responder ao pedido.').and.to.contain(cartao.encarregado.nome)
    expect(await violacoes(tag)).to.deep.equal([])
    botao(tag, 'Baixar meus dados').click()
    await confirmarQuemE(tag)
    await comTexto(tag, 'o arquivo está nos downloads')
    const pedida = pedidos.find(({ caminho }) => caminho.startsWith('/v1/conta/exportacao'))
    expect(pedida?.cabecalhos.get('Protocolo-Confirmacao')).to.equal('quem-sou')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('shows how much of it came', async () => {
    let enviarMais: ReadableStreamDefaultController<Uint8Array> | undefined
    const corpo = new ReadableStream<Uint8Array>({
      start(controle) {
        enviarMais = controle
      },
    })
    const { tag } = await abrirParte('lei', {}, { 'GET /v1/conta/exportacao': () => new Response(corpo) })
    botao(tag, 'Baixar meus dados').click()
    await confirmarQuemE(tag)
    await comTexto(tag, 'Preparando…')
    enviarMais?.enqueue(new Uint8Array(2 * 1024 * 1024))
    await comTexto(tag, 'Recebemos 2 MB até agora.')
    expect(await violacoes(tag)).to.deep.equal([])
    enviarMais?.error(new Error('cut'))
    await comTexto(tag, 'O serviço não respondeu')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('removes the conta only after the word is written and who it is was shown, and says what stays', async () => {
    const { tag, pedidos } = await abrirParte(
      'lei',
      {},
      {
        'DELETE /v1/conta': () => json({ mensagem: 'Sua conta foi excluída.', ficam: ['Os pedidos que você fez.'] }),
      },
    )
    botao(tag, 'Excluir minha conta').click()
    await achar(tag, '[name=palavra]')
    expect(texto(tag)).to.contain('O que a lei manda guardar')
    await enviar(tag)
    await comTexto(tag, 'Escreva a palavra excluir para confirmar.')
    expect(await violacoes(tag)).to.deep.equal([])
    escrever(tag, '[name=palavra]', 'Excluir')
    await enviar(tag)
    await confirmarQuemE(tag)
    await comTexto(tag, 'Sua conta foi excluída.')
    expect(texto(tag)).to.contain('Os pedidos que você fez.')
    await achar(tag, '[name=login]')
    const feita = pedidos.find(({ metodo, caminho }) => metodo === 'DELETE' && caminho.startsWith('/v1/conta?'))
    expect(feita?.cabecalhos.get('Protocolo-Confirmacao')).to.equal('quem-sou')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('holds in 280 px whatever the texts, in every theme', async () => {
    const longo = 'Nomemuitocompridosemespaçonenhum'.repeat(3)
    const { tag } = await abrirParte('', {
      nome: longo,
      email: `${'caixa'.repeat(12)}@${'exemplo'.repeat(8)}.br`,
      endereco: { logradouro: longo, municipio: longo },
      pendentes: [{ confirmacao: 'c1', especie: 'emailAlternativo', valor: `${'outra'.repeat(12)}@exemplo.br` }],
    })
    for (const parte of ['', 'voce', 'contato', 'endereco', 'seguranca', 'avisos', 'lei', 'duvidas']) {
      location.hash = `#painel=dados${parte && `&parte=${parte}`}`
      await achar(tag, parte ? '.secao, .duvidas' : '.partes-dos-dados')
      for (const tema of ['claro', 'escuro', 'govbr'] as const) {
        tag.tema = tema
        tag.style.inlineSize = '280px'
        await tag.updateComplete
        expect(tag.recipiente.scrollWidth, `${parte} ${tema}`).to.be.at.most(tag.recipiente.clientWidth)
      }
      expect(await violacoes(tag)).to.deep.equal([])
    }
  })
})
