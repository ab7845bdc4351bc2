import { expect, waitUntil } from '@open-wc/testing'
import { ProtocoloConsulta } from '../../../widget/elements/consulta/protocolo-consulta.js'
import { cartao, devolverApi, fingirApi, json, nivel1, nivel2, novaEntidade, nunca, type Pedido, problema } from '../apoio/api.js'
import { achar, escrever, limpar, por, violacoes } from '../apoio/pagina.js'

customElements.define('protocolo-consulta', ProtocoloConsulta)

type Rotas = Parameters<typeof fingirApi>[0]

const naoEncontrado = () => problema('protocolo_nao_encontrado', 404, { detail: 'Não encontramos. Confira o número.' })
const rotas: Rotas = { 'GET ': () => json(cartao), 'GET /consulta': () => json(nivel1), 'POST /consulta': () => json(nivel2) }

interface Cena {
  tag: ProtocoloConsulta
  pedidos: Pedido[]
}

async function abrir(extras: Rotas = {}, atributos = ''): Promise<Cena> {
  const pedidos = fingirApi({ ...rotas, ...extras })
  const tag = por(`<protocolo-consulta entidade="${novaEntidade()}" ${atributos}></protocolo-consulta>`).querySelector('protocolo-consulta')
  if (!tag) throw new Error('no tag')
  await achar(tag, '.quadro:not([aria-busy])')
  return { tag, pedidos }
}

async function consultar(tag: HTMLElement, numero: string, codigo = ''): Promise<void> {
  const formulario = await achar<HTMLFormElement>(tag, 'form')
  escrever(tag, '[name=numero]', numero)
  escrever(tag, '[name=codigo]', codigo)
  formulario.requestSubmit()
}

/** At level 2. */
async function abrirTudo(extras: Rotas = {}): Promise<Cena> {
  const cena = await abrir(extras)
  await consultar(cena.tag, 'pmvs 2026/500114', 'k7qf 2m9t xb4h')
  await achar(cena.tag, '.andamento')
  return cena
}

function erroDe(tag: HTMLElement, nome: string): string | undefined {
  const campo = tag.querySelector(`[name=${nome}]`)
  const ids = campo?.getAttribute('aria-describedby')?.split(' ') ?? []
  return ids.map((id) => tag.querySelector(`#${id}.erro`)?.textContent ?? '').join('') || undefined
}

describe('<protocolo-consulta>', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    history.replaceState(null, '', location.pathname + location.search.replace(/[?&]protocolo=[^&]*/, ''))
  })

  it('asks for the number, with an example of the entidade that does not break', async () => {
    const { tag } = await abrir()
    expect((await achar(tag, '[name=numero]')).getAttribute('aria-describedby')).to.be.a('string')
    expect(tag.textContent).to.contain('Ex.:\u00a0PMVS\u00a02026/500100')
  })

  it('says that it is at work while a number is looked for', async () => {
    const { tag } = await abrir({ 'GET /consulta': nunca })
    await consultar(tag, 'PMVS 2026/500114')
    await waitUntil(() => tag.querySelector('[role=status]')?.textContent === 'Consultando…')
  })

  for (const largura of [280, 400, 1000]) {
    it(`loads in the height of its form at ${largura} px, so that the page below stays where it is`, async () => {
      let responder: (resposta: Response) => void = () => undefined
      fingirApi({ ...rotas, 'GET ': () => new Promise((pronto) => (responder = pronto)) })
      const caixa = por(`<protocolo-consulta entidade="${novaEntidade()}"></protocolo-consulta>`)
      caixa.style.width = `${largura}px`
      await achar(caixa, '.esqueleto')
      const antes = caixa.offsetHeight
      responder(json(cartao))
      await achar(caixa, 'form')
      expect(caixa.offsetHeight).to.be.closeTo(antes, 40)
    })
  }

  it('keeps its lines short enough to read in a wide page', async () => {
    const { tag } = await abrir()
    tag.style.width = '1200px'
    expect((await achar(tag, '.quadro')).offsetWidth).to.equal(768)
  })

  it('gives the code a line of its own in a narrow column, with the button below', async () => {
    const { tag } = await abrir()
    tag.style.width = '352px'
    await consultar(tag, 'pmvs 2026/500114')
    const campo = (await achar(tag, '.com-codigo input')).getBoundingClientRect()
    const botao = (await achar(tag, '.com-codigo .botao')).getBoundingClientRect()
    expect(botao.top).to.be.at.least(campo.bottom)
    expect(campo.width).to.be.at.least(300)
    expect(botao.width).to.equal(campo.width)
  })

  it('shows what the number shows, and nothing of the code', async () => {
    const { tag, pedidos } = await abrir()
    let evento: unknown
    tag.addEventListener('protocolo-consultado', ({ detail }) => {
      evento = detail
    })
    await consultar(tag, ' pmvs 2026/500114 ')
    await achar(tag, '.fatos')
    expect(pedidos.at(-1)?.caminho).to.equal('/consulta?numero=pmvs+2026%2F500114')
    expect(tag.textContent).to.contain('PMVS 2026/500114')
    expect(tag.textContent).to.contain('12/11/2026, 14h32')
    expect(tag.textContent).to.contain('faltam 21 dias')
    expect(tag.querySelector('.andamento')).to.equal(null)
    const { codigoDoTipo, situacao, resultado } = nivel1
    expect(evento).to.deep.equal({ entidade: tag.entidade, tipo: codigoDoTipo, situacao, resultado, nivel: 1 })
    expect(document.activeElement).to.equal(tag.querySelector('.titulo'))
  })

  it('reads the code leniently and shows history, answers and files', async () => {
    const { tag, pedidos } = await abrirTudo()
    expect(pedidos.at(-1)?.corpo).to.deep.equal({ numero: 'pmvs 2026/500114', codigo: 'K7QF2M9TXB4H' })
    expect(tag.querySelectorAll('.andamento > li')).to.have.length(3)
    expect(tag.querySelector('.respostas')?.textContent).to.contain('01.02.003.0412')
    expect(tag.querySelector('.enviado .arquivo')?.textContent).to.contain('1,2\u00a0MB')
  })

  it('tells what is asked alone once, beside its answer, under the heading of what is asked', async () => {
    const { tag } = await abrirTudo()
    await achar(tag, 'h4')
    expect(tag.textContent?.split('Envie a matrícula.')).to.have.length(2)
    expect(tag.querySelector('.aviso')?.textContent).to.contain('Responda até')
    const titulos = [...tag.querySelectorAll('h3, h4')].map(({ localName, textContent }) => [localName, textContent?.trim()])
    const pedido = titulos.findIndex(([, texto]) => texto === 'O que o setor pediu')
    expect(titulos[pedido]?.[0]).to.equal('h3')
    expect(titulos[pedido + 1]).to.deep.equal(['h4', 'Documento'])
  })

  it('hands over the document that was issued, with its last day, and says why a prazo is later', async () => {
    const alvara = { id: 'a9', nome: 'alvara.pdf', tipo: 'application/pdf', tamanho: 1200, sha256: 'b'.repeat(64) }
    const fim = {
      id: 't9',
      especie: 'encerramento',
      em: nivel1.abertoEm,
      unidade: 'Obras',
      destino: null,
      texto: 'Deferido.',
      anexos: [alvara],
    }
    const emitido = {
      ...nivel2,
      tramites: [fim],
      pendencias: [],
      documentoEmitido: { anexo: 'a9', nome: 'Alvará de funcionamento', validade: '2099-11-21' },
      prazo: '2026-11-25',
      prazoAdiado: { de: '2026-11-24T13:00:00.000Z', ate: '2026-11-24T14:00:00.000Z' },
    }
    const { tag } = await abrirTudo({ 'POST /consulta': () => json(emitido) })
    const cartao = [...tag.querySelectorAll('.aviso')].find(({ textContent }) => textContent?.includes('Documento emitido'))
    expect(cartao?.textContent).to.contain('Vale até 21/11/2099')
    expect(cartao?.querySelector('button')?.getAttribute('aria-label')).to.equal('Baixar Alvará de funcionamento')
    expect(tag.textContent).to.contain('O sistema ficou fora do ar em 24/11/2026; por isso o prazo passou para 25/11/2026.')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('takes orgao and year for who knows only a short number', async () => {
    const { tag, pedidos } = await abrir()
    escrever(tag, '[name=orgao]', 'SAEVS')
    escrever(tag, '[name=ano]', '2026')
    await consultar(tag, '41')
    await achar(tag, '.fatos')
    expect(pedidos.at(-1)?.caminho).to.equal('/consulta?numero=41&orgao=SAEVS&ano=2026')
  })

  it('opens orgao and year when the number is not enough', async () => {
    const { tag } = await abrir({ 'GET /consulta': () => problema('numero_ambiguo', 409, { detail: 'Diga o órgão e o ano.' }) })
    await consultar(tag, '41')
    await achar(tag, '.erros')
    expect(tag.querySelector('details')?.open).to.equal(true)
    expect(erroDe(tag, 'numero')).to.equal('Diga o órgão e o ano.')
  })

  it('asks for what a short number lacks when it is not found; with all of it, the number is what to check', async () => {
    const { tag } = await abrir({ 'GET /consulta': naoEncontrado })
    await consultar(tag, '500114')
    await achar(tag, '.erros')
    expect(tag.querySelector('details')?.open).to.equal(true)
    expect([erroDe(tag, 'numero'), erroDe(tag, 'orgao'), erroDe(tag, 'ano')]).to.deep.equal([
      undefined,
      'Escolha também o órgão.',
      'Escreva o ano com quatro números.',
    ])
    escrever(tag, '[name=orgao]', 'SAEVS')
    escrever(tag, '[name=ano]', '2026')
    await consultar(tag, '500114')
    await waitUntil(() => erroDe(tag, 'numero'), 'no error')
    expect(erroDe(tag, 'numero')).to.equal('Não encontramos. Confira o número.')
    expect(erroDe(tag, 'orgao')).to.equal(undefined)
  })

  it('says how to reach the setor once, below: what it asks for is answered here', async () => {
    const { tag: semCodigo } = await abrir()
    await consultar(semCodigo, 'pmvs 2026/500114')
    expect((await achar(semCodigo, '.contato')).closest('.aviso')).to.equal(null)
    const { tag } = await abrirTudo()
    expect([...tag.querySelectorAll('.contato')].map((contato) => contato.closest('.aviso') !== null)).to.deep.equal([false])
  })

  it('says what is missing beside the field and in a summary with focus, and leads to it', async () => {
    const { tag, pedidos } = await abrir()
    await consultar(tag, '', 'curto')
    const resumo = await achar(tag, '.erros')
    await waitUntil(() => document.activeElement === resumo, 'no focus')
    expect(resumo.querySelectorAll('a')).to.have.length(2)
    expect(erroDe(tag, 'numero')).to.equal('Escreva o número do protocolo.')
    expect(tag.querySelector('[name=codigo]')?.getAttribute('aria-invalid')).to.equal('true')
    resumo.querySelector('a')?.click()
    expect(document.activeElement).to.equal(tag.querySelector('[name=numero]'))
    expect(pedidos).to.have.length(1)
  })

  it('keeps what was typed when nothing is found', async () => {
    const { tag } = await abrir({ 'POST /consulta': naoEncontrado })
    await consultar(tag, 'PMVS 2026/9', 'K7QF-2M9T-XB4H')
    await achar(tag, '.erros')
    expect((await achar<HTMLInputElement>(tag, '[name=numero]')).value).to.equal('PMVS 2026/9')
    expect((await achar<HTMLInputElement>(tag, '[name=codigo]')).value).to.equal('K7QF-2M9T-XB4H')
    expect(erroDe(tag, 'numero')).to.contain('Não encontramos')
  })

  it('keeps what was typed when the service is away, and tries again', async () => {
    let vivo = false
    const { tag } = await abrir({ 'GET /consulta': () => (vivo ? json(nivel1) : Promise.reject(new TypeError('Failed to fetch'))) })
    await consultar(tag, 'PMVS 2026/500114')
    const tentar = await achar(tag, '[role=alert] .botao')
    expect((await achar<HTMLInputElement>(tag, '[name=numero]')).value).to.equal('PMVS 2026/500114')
    tentar.focus()
    tentar.click()
    await waitUntil(() => document.activeElement?.matches('form .botao'), 'the focus fell off')
    const denovo = await achar(tag, '[role=alert] .botao')
    vivo = true
    denovo.click()
    await achar(tag, '.fatos')
    await waitUntil(() => document.activeElement?.matches('.titulo'), 'the result has no focus')
  })

  it('asks once however often the button is pressed', async () => {
    const { tag, pedidos } = await abrir({ 'GET /consulta': nunca })
    await consultar(tag, 'PMVS 2026/500114')
    tag.querySelector('form')?.requestSubmit()
    tag.querySelector('form')?.requestSubmit()
    expect(pedidos).to.have.length(2)
    await waitUntil(() => tag.textContent?.includes('Consultando…'), 'not busy')
  })

  it('goes from level 1 to level 2 with the code', async () => {
    const { tag, pedidos } = await abrir()
    await consultar(tag, '500114')
    await achar(tag, '.fatos')
    escrever(tag, '[name=codigo]', 'K7QF2M9TXB4H')
    tag.querySelector('form')?.requestSubmit()
    await achar(tag, '.andamento')
    expect(pedidos.at(-1)?.corpo).to.deep.equal({ numero: nivel1.numero, codigo: 'K7QF2M9TXB4H' })
  })

  it('says beside the code that it does not open this protocolo', async () => {
    const { tag } = await abrir({ 'POST /consulta': naoEncontrado })
    await consultar(tag, '500114')
    await achar(tag, '.fatos')
    escrever(tag, '[name=codigo]', 'K7QF2M9TXB4H')
    const alertas: string[] = []
    const ouvinte = new MutationObserver(() =>
      alertas.push(...[...tag.querySelectorAll('[role=alert]')].map(({ textContent }) => textContent ?? '')),
    )
    ouvinte.observe(tag, { childList: true, subtree: true })
    tag.querySelector('form')?.requestSubmit()
    await achar(tag, '.erros')
    ouvinte.disconnect()
    expect(alertas, 'said once, by the field').to.deep.equal([])
    expect(erroDe(tag, 'codigo')).to.equal('Este código não abre este protocolo. Confira no comprovante.')
  })

  it('shows the protocolo of the page’s address without taking the focus, and no code from there', async () => {
    history.replaceState(
      null,
      '',
      `${location.pathname}${location.search ? `${location.search}&` : '?'}protocolo=PMVS%202026/500114&codigo=K7QF2M9TXB4H`,
    )
    const antes = document.activeElement
    const { tag, pedidos } = await abrir()
    await achar(tag, '.fatos')
    expect(pedidos.map(({ metodo, caminho }) => `${metodo} ${caminho}`)).to.deep.equal(['GET ', 'GET /consulta?numero=PMVS+2026%2F500114'])
    expect(document.activeElement).to.equal(antes)
    history.replaceState(null, '', location.href.replace(/[?&]protocolo=[^&]*&codigo=\w+/, ''))
  })

  it('shows the protocolo of its attribute, and another when it changes', async () => {
    const { tag, pedidos } = await abrir({}, 'numero="1"')
    await achar(tag, '.fatos')
    tag.numero = '2'
    await waitUntil(() => pedidos.some(({ caminho }) => caminho === '/consulta?numero=2'), 'not asked')
  })

  it('lets the browser’s Back return to the form, and Forward to the result', async () => {
    const { tag } = await abrir()
    history.replaceState({ pagina: 'do site' }, '')
    const endereco = location.href
    await consultar(tag, '500114')
    await achar(tag, '.fatos')
    expect(location.href).to.equal(endereco)
    expect(history.state.pagina).to.equal('do site')
    history.back()
    await achar(tag, '[name=numero]')
    history.forward()
    await achar(tag, '.fatos')
    history.back()
    await achar(tag, '[name=numero]')
  })

  it('starts over with "Nova consulta"', async () => {
    const { tag } = await abrir()
    await consultar(tag, '500114')
    await achar(tag, '.fatos')
    const nova = [...tag.querySelectorAll('button')].find((botao) => botao.textContent?.includes('Nova consulta'))
    nova?.click()
    expect((await achar<HTMLInputElement>(tag, '[name=numero]')).value).to.equal('')
  })

  it('sends the list by e-mail, saying the same whether or not there is any', async () => {
    const { tag, pedidos } = await abrir({ 'POST /consulta/lembrete': () => new Response(null, { status: 202 }) })
    ;[...tag.querySelectorAll('button')].find((botao) => botao.textContent?.includes('Não sei o número'))?.click()
    const formulario = await achar<HTMLFormElement>(tag, 'form:has([name=documento])')
    formulario.requestSubmit()
    await achar(tag, '.erros')
    escrever(tag, '[name=documento]', '529.982.247-25')
    formulario.requestSubmit()
    await achar(tag, '.aviso-ok')
    expect(tag.textContent).to.contain('Se houver protocolos com este CPF ou CNPJ')
    expect(pedidos.at(-1)?.corpo).to.deep.equal({ documento: '52998224725' })
  })

  it('downloads a file and the receipt with the code in the body', async () => {
    const bytes = () => new Response('%PDF', { headers: { 'Content-Type': 'application/pdf' } })
    const { tag, pedidos } = await abrirTudo({ 'POST /consulta/anexos/a2': bytes, 'POST /consulta/comprovante': bytes })
    const baixados: string[] = []
    HTMLAnchorElement.prototype.click = function click() {
      baixados.push(this.download)
    }
    ;(await achar(tag, '.andamento .arquivo button')).click()
    await waitUntil(() => baixados.length === 1, 'no file')
    ;(await achar(tag, '.acoes .botao-fraco')).click()
    await waitUntil(() => baixados.length === 2, 'no receipt')
    Reflect.deleteProperty(HTMLAnchorElement.prototype, 'click')
    expect(baixados).to.deep.equal(['contrato.pdf', 'comprovante-PMVS-2026-500114.pdf'])
    expect(pedidos.slice(-2).map(({ corpo }) => corpo)).to.deep.equal([
      { numero: nivel2.numero, codigo: 'K7QF2M9TXB4H' },
      { numero: nivel2.numero, codigo: 'K7QF2M9TXB4H' },
    ])
  })

  it('makes a new code after asking, and uses it from then on', async () => {
    const { tag, pedidos } = await abrirTudo({
      'POST /consulta/codigo': () => json({ codigoAcesso: 'ABCD-EFGH-JKMN' }),
      'POST /consulta/comprovante': nunca,
    })
    ;(await achar(tag, '.abre-troca')).click()
    ;(await achar(tag, '.troca .botao')).click()
    expect((await achar(tag, '.codigo-de-acesso')).textContent).to.equal('ABCD-EFGH-JKMN')
    ;(await achar(tag, '.acoes .botao-fraco')).click()
    await waitUntil(() => pedidos.at(-1)?.caminho === '/consulta/comprovante', 'not asked')
    expect(pedidos.at(-1)?.corpo).to.deep.equal({ numero: nivel2.numero, codigo: 'ABCDEFGHJKMN' })
  })

  it('asks for the new code again with the same key when the answer was lost', async () => {
    const { tag, pedidos } = await abrirTudo({
      'POST /consulta/codigo': () => {
        if (trocas().length === 1) throw new TypeError('Failed to fetch')
        return json({ codigoAcesso: 'ABCD-EFGH-JKMN' })
      },
    })
    const trocas = () => pedidos.filter(({ caminho }) => caminho === '/consulta/codigo')
    ;(await achar(tag, '.abre-troca')).click()
    ;(await achar(tag, '.troca .botao')).click()
    await achar(tag, '.aviso-erro')
    ;(await achar(tag, '.troca .botao')).click()
    await achar(tag, '.codigo-de-acesso')
    const [primeira, segunda] = trocas().map(({ cabecalhos }) => cabecalhos.get('Idempotency-Key'))
    expect(primeira).to.match(/^[0-9a-f]{32}$/)
    expect(segunda).to.equal(primeira)
  })

  it('shows hostile text as text', async () => {
    const texto = '<img src=x onerror=alert(1)>'
    const { tag } = await abrir({ 'GET /consulta': () => json({ ...nivel1, tipo: texto, unidade: texto }) })
    await consultar(tag, '1')
    await achar(tag, '.fatos')
    expect(tag.querySelector('img')).to.equal(null)
    expect(tag.textContent).to.contain(texto)
  })

  const cenas: Record<string, () => Promise<HTMLElement>> = {
    form: async () => (await abrir()).tag,
    'form with errors': async () => {
      const { tag } = await abrir()
      await consultar(tag, '', 'x')
      await achar(tag, '.erros')
      return tag
    },
    'level 1': async () => {
      const { tag } = await abrir()
      await consultar(tag, '1')
      await achar(tag, '.fatos')
      return tag
    },
    'level 2, all open': async () => {
      const { tag } = await abrirTudo()
      tag.querySelector('summary')?.click()
      ;(await achar(tag, '.abre-troca')).click()
      await achar(tag, '.troca')
      return tag
    },
    concluded: async () => {
      const fim = { situacao: 'encerrado', resultado: 'deferido', encerradoEm: nivel1.abertoEm } as const
      const { tag } = await abrir({ 'GET /consulta': () => json({ ...nivel1, ...fim }) })
      await consultar(tag, '1')
      await achar(tag, '.fatos')
      return tag
    },
    reminder: async () => {
      const { tag } = await abrir()
      ;[...tag.querySelectorAll('button')].find((botao) => botao.textContent?.includes('Não sei o número'))?.click()
      await achar(tag, '[name=documento]')
      return tag
    },
  }
  for (const tema of ['claro', 'escuro', 'govbr']) {
    for (const [nome, cena] of Object.entries(cenas)) {
      it(`has nothing for axe to find: ${nome}, ${tema}`, async () => {
        const tag = await cena()
        tag.setAttribute('tema', tema)
        await waitUntil(() => tag.querySelector('.protocolo')?.className === `protocolo ${tema}`.replace(' claro', ''), 'not dressed')
        expect(await violacoes(tag)).to.deep.equal([])
      })
    }
  }
})
