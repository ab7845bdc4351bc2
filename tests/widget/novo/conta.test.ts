import { expect, waitUntil } from '@open-wc/testing'
import type { Conta } from '../../../server/contract/contas.js'
import { type Sessao, sessaoDe } from '../../../widget/client/sessao.js'
import { devolverApi, json, novaEntidade, type Pedido, problema } from '../apoio/api.js'
import { achar, limpar, violacoes } from '../apoio/pagina.js'
import {
  abrir,
  apertar,
  ateOFormulario,
  ateOPasso,
  botao,
  type Cena,
  campoDe,
  comprovante,
  denuncia,
  enviarFormulario,
  itbi,
  marcar,
  type Preparo,
  preencher,
  preencherFormulario,
} from './apoio.js'

const titular: Conta = {
  documento: '11144477735',
  nome: 'Maria Exemplo da Silva',
  email: 'maria@exemplo.br',
  usuario: null,
  telefone: '+5519995550100',
  telefoneConfirmado: false,
  temSenha: true,
  temFoto: false,
  avisos: { abertura: true, andamento: true, pendencia: true, mensagem: true, prazo: true, conclusao: true, copia: false },
  pendentes: [],
}
const em = (segundo: number) => `2026-11-21T12:00:${String(segundo).padStart(2, '0')}.000Z`

interface Guardado {
  tipo: string
  dados: Record<string, unknown>
  atualizadoEm: string
}

/** The drafts of a conta, as the API keeps them. */
class Rascunhos {
  readonly guardados = new Map<string, Guardado>()
  #hora = 0

  por(id: string, dados: Record<string, unknown>, tipo = 'itbi'): Guardado {
    this.#hora += 1
    const guardado = { tipo, dados, atualizadoEm: em(this.#hora) }
    this.guardados.set(id, guardado)
    return guardado
  }

  resumo(id: string) {
    const { tipo, atualizadoEm } = this.guardados.get(id) ?? this.por(id, {})
    return { id, tipo: { codigo: tipo, nome: 'Emissão de ITBI' }, atualizadoEm, expiraEm: '2099-01-01T00:00:00Z' }
  }

  /** Answers of the API, by method and id. */
  responder({ metodo, caminho, corpo }: Pedido): Response {
    const id = caminho.split('/').at(-1) ?? ''
    const antes = this.guardados.get(id)
    if (id === 'rascunhos') return json({ rascunhos: [...this.guardados.keys()].reverse().map((um) => this.resumo(um)) })
    if (metodo === 'PUT') {
      const { tipo, dados, lido } = corpo as { tipo: string; dados: Record<string, unknown>; lido?: string }
      if (lido && !antes) return problema('nao_encontrado', 404)
      if (lido && antes?.atualizadoEm !== lido) return problema('rascunho_mudou', 409)
      this.por(id, dados, tipo)
      return json(this.resumo(id))
    }
    if (!antes) return problema('nao_encontrado', 404, { detail: 'Não encontramos este rascunho.' })
    if (metodo === 'DELETE') this.guardados.delete(id)
    return metodo === 'DELETE' ? new Response(null, { status: 204 }) : json({ ...this.resumo(id), dados: antes.dados })
  }

  /** Of the only one there is. */
  get unico(): Guardado | undefined {
    expect(this.guardados.size).to.be.at.most(1)
    return [...this.guardados.values()][0]
  }
}

const doTipo = { passo: 'formulario', respostas: { inscricao: '12.34', financiado: false }, anexos: [] }

describe('<protocolo-novo>, signed in', () => {
  let rascunhos: Rascunhos
  let sessao: Sessao
  let sessoes = 0

  beforeEach(() => {
    rascunhos = new Rascunhos()
  })
  afterEach(async () => {
    limpar()
    await sessao.sair()
    devolverApi()
    localStorage.clear()
    history.replaceState(null, '', location.pathname + location.search)
  })

  const aberta = () => {
    sessoes += 1
    const expiraEm = new Date(Date.now() + 3_600_000).toISOString()
    return json({ token: `token-${sessoes}`, sessao: `s${sessoes}`, nome: titular.nome, expiraEm }, 201)
  }

  const entrar = () => sessao.abrir('/sessoes', {})

  async function semEntrar({ rotas = {}, entidade = novaEntidade(), ...preparo }: Preparo = {}): Promise<Cena & { entidade: string }> {
    const responder = (pedido: Pedido) => rascunhos.responder(pedido)
    sessao = sessaoDe(location.origin, entidade)
    const cena = await abrir({
      ...preparo,
      entidade,
      rotas: {
        'POST /v1/sessoes': aberta,
        'GET /v1/conta': () => json(titular),
        'DELETE /v1/sessoes/*': () => new Response(null, { status: 204 }),
        'GET /meus/rascunhos': responder,
        'GET /meus/rascunhos/*': responder,
        'PUT /meus/rascunhos/*': responder,
        'DELETE /meus/rascunhos/*': responder,
        ...rotas,
      },
    })
    return { ...cena, entidade }
  }

  async function dentro(preparo: Preparo = {}): Promise<Cena & { entidade: string }> {
    const cena = await semEntrar(preparo)
    await entrar()
    await waitUntil(() => cena.tag.textContent?.includes('Você entrou como Maria'), 'never signed in')
    return cena
  }

  /** As the same person in another visit. */
  async function visitar(entidade: string, preparo: Preparo = {}): Promise<Cena> {
    limpar()
    history.replaceState(null, '')
    const cena = await semEntrar({ entidade, atributos: 'tipo="itbi"', ...preparo })
    await waitUntil(() => cena.tag.textContent?.includes('Você entrou como Maria'))
    return cena
  }

  /** The person turns to something else: what was typed is sent at once. */
  function sairDaTela(): void {
    Object.defineProperty(document, 'hidden', { value: true, configurable: true })
    document.dispatchEvent(new Event('visibilitychange'))
    Reflect.deleteProperty(document, 'hidden')
  }

  async function ateQuemPede(tag: Cena['tag']): Promise<void> {
    await ateOFormulario(tag)
    await preencherFormulario(tag)
  }

  it('knows who asks, and asks neither name nor document nor whose device it is', async () => {
    const { tag } = await dentro()
    expect(await violacoes(tag)).to.deep.equal([])
    await ateQuemPede(tag)
    await waitUntil(() => tag.querySelector('.titular'))
    expect(tag.querySelector('.titular')?.textContent).to.match(/Maria Exemplo da Silva\s*CPF\s111\.444\.777-35/)
    for (const rotulo of ['Nome completo', 'CPF ou CNPJ', 'Só eu ou gente']) expect(() => campoDe(tag, rotulo)).to.throw()
    expect(campoDe(tag, 'E-mail').value).to.equal('maria@exemplo.br')
    expect(campoDe(tag, 'Telefone').value).to.equal('(19) 99555-0100')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('asks in another’s name where that is wanted', async () => {
    const { tag } = await dentro()
    await ateQuemPede(tag)
    await apertar(tag, 'Pedir em nome de outra pessoa')
    await waitUntil(() => document.activeElement === campoDe(tag, 'Nome completo'))
    expect(campoDe(tag, 'CPF ou CNPJ').value).to.equal('')
    expect(tag.textContent).to.include('Você entrou como Maria Exemplo da Silva.')
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('asks by the name that the person goes by now', async () => {
    let nomeSocial: string | undefined
    const { tag } = await dentro({ rotas: { 'GET /v1/conta': () => json({ ...titular, nomeSocial }) } })
    const renomear = (nome: string) => {
      nomeSocial = nome
      return sessao.renomear(nome)
    }
    await renomear('Alex Exemplo')
    await waitUntil(() => tag.textContent?.includes('Você entrou como Alex Exemplo.'))
    await ateQuemPede(tag)
    await waitUntil(() => tag.querySelector('.titular b')?.textContent === 'Alex Exemplo')
    await preencher(tag, 'E-mail', 'outro@exemplo.br')
    await renomear('Sol Exemplo')
    await waitUntil(() => tag.querySelector('.titular b')?.textContent === 'Sol Exemplo')
    expect(campoDe(tag, 'E-mail').value, 'what was typed stays').to.equal('outro@exemplo.br')
    await apertar(tag, 'Pedir em nome de outra pessoa')
    await renomear('Lua Exemplo')
    await waitUntil(() => tag.textContent?.includes('Você entrou como Lua Exemplo.'))
    // By when this one is answered, one made before to fill in who asks would have been too.
    await sessao.pedir('GET', '/conta')
    expect(campoDe(tag, 'Nome completo').value).to.equal('')
  })

  it('does not put a person where a company is asked for', async () => {
    const { tag } = await dentro({ tipos: [{ ...itbi, quemPode: 'pessoa-juridica' }, denuncia] })
    await ateQuemPede(tag)
    await waitUntil(() => campoDe(tag, 'E-mail').value === 'maria@exemplo.br')
    expect(campoDe(tag, 'CNPJ').value).to.equal('')
    expect(campoDe(tag, 'Nome da empresa').value).to.equal('')
  })

  it('opens in the conta, erases the draft there, and leads to the panel', async () => {
    const { tag, pedidos, entidade } = await dentro({ tipos: [{ ...itbi, documentos: [] }, denuncia] })
    await ateQuemPede(tag)
    await waitUntil(() => tag.querySelector('.titular'))
    await marcar(tag, 'Li como meus dados')
    await enviarFormulario(tag)
    await ateOPasso(tag, 'Confira e envie')
    await waitUntil(() => rascunhos.unico?.dados.passo === 'revisao')
    await enviarFormulario(tag)
    await ateOPasso(tag, 'Recebemos o seu pedido')
    const envio = pedidos.find(({ metodo, caminho }) => metodo === 'POST' && caminho === '/protocolos')
    expect(envio?.cabecalhos.get('Authorization')).to.match(/^DPoP /)
    expect(envio?.cabecalhos.get('Idempotency-Key')).to.match(/^[0-9a-f]{32}$/)
    expect(envio?.corpo).to.deep.include({
      requerente: { nome: titular.nome, documento: '111.444.777-35', email: 'maria@exemplo.br', telefone: '(19) 99555-0100' },
    })
    await waitUntil(() => rascunhos.guardados.size === 0)
    const ligacao = [...tag.querySelectorAll('a')].find(({ textContent }) => textContent === 'Ver em Meus processos')
    expect(ligacao?.href).to.equal(`${location.origin}/${entidade}#painel=processo&id=${comprovante.id}`)
    expect(await violacoes(tag)).to.deep.equal([])
  })

  it('leaves no trace of who does not identify themselves', async () => {
    const { tag, pedidos } = await dentro()
    await apertar(tag, 'Denúncia')
    await apertar(tag, 'Começar')
    await ateOPasso(tag, 'Sobre o pedido')
    await preencher(tag, 'Relato', 'Aconteceu.')
    await enviarFormulario(tag)
    await ateOPasso(tag, 'Quem está pedindo')
    await marcar(tag, 'Não, prefiro não me identificar')
    await marcar(tag, 'Li como os dados')
    await enviarFormulario(tag)
    await ateOPasso(tag, 'Confira e envie')
    await enviarFormulario(tag)
    await ateOPasso(tag, 'Recebemos o seu pedido')
    expect(pedidos.find(({ caminho }) => caminho === '/protocolos')?.cabecalhos.has('Authorization')).to.equal(false)
    expect(pedidos.some(({ metodo, caminho }) => metodo === 'PUT' && caminho.startsWith('/meus'))).to.equal(false)
    expect(tag.textContent).to.not.include('Meus processos')
  })

  describe('its draft', () => {
    it('is kept in the conta, with where it stopped, and nothing of it on the device', async () => {
      const { tag } = await dentro()
      await ateQuemPede(tag)
      await waitUntil(() => tag.textContent?.includes('Rascunho guardado na sua conta'))
      await waitUntil(() => rascunhos.unico?.dados.passo === 'requerente')
      expect(rascunhos.unico?.dados).to.deep.include({ respostas: doTipo.respostas, lugar: { numero: 3, total: 5 } })
      expect(Object.keys(localStorage).filter((chave) => chave.startsWith('protocolo:'))).to.deep.equal([])
      expect(await violacoes(tag)).to.deep.equal([])
    })

    it('goes on in another visit', async () => {
      const { entidade } = await dentro()
      rascunhos.por('r1', doTipo)
      const { tag } = await visitar(entidade)
      await waitUntil(() => tag.textContent?.includes('guardado na sua conta'))
      expect(await violacoes(tag)).to.deep.equal([])
      await apertar(tag, 'Continuar de onde parei')
      await ateOPasso(tag, 'Sobre o pedido')
      expect(campoDe(tag, 'Inscrição').value).to.equal('12.34')
      await preencher(tag, 'Observações', 'Mais uma.')
      sairDaTela()
      await waitUntil(() => Reflect.get(Object(rascunhos.unico?.dados.respostas), 'obs') === 'Mais uma.', undefined, { timeout: 3000 })
      expect([...rascunhos.guardados.keys()]).to.deep.equal(['r1'])
    })

    it('opens from a link of the panel, once signed in', async () => {
      history.replaceState(null, '', '#rascunho=r1')
      rascunhos.por('r1', doTipo)
      const { tag } = await semEntrar()
      await waitUntil(() => tag.textContent?.includes('Entre na sua conta para continuar este pedido.'))
      expect(await violacoes(tag)).to.deep.equal([])
      location.hash = '#entrar'
      await entrar()
      await ateOPasso(tag, 'Sobre o pedido')
      expect(campoDe(tag, 'Inscrição').value).to.equal('12.34')
    })

    it('that is gone says so', async () => {
      const { tag } = await dentro()
      location.hash = '#rascunho=nenhum'
      await waitUntil(() => tag.querySelector('.aviso')?.textContent?.includes('Não encontramos este rascunho.'))
    })

    it('that does not come is told, with a way to ask again', async () => {
      rascunhos.por('r1', doTipo)
      let semRede = true
      const { tag } = await dentro({
        rotas: {
          'GET /meus/rascunhos/*': (pedido) => {
            if (semRede) throw new TypeError('network')
            return rascunhos.responder(pedido)
          },
        },
      })
      location.hash = '#rascunho=r1'
      await achar(tag, '[role=alert]')
      semRede = false
      await apertar(tag, 'Tentar de novo')
      await ateOPasso(tag, 'Sobre o pedido')
      expect(campoDe(tag, 'Inscrição').value).to.equal('12.34')
      expect(tag.querySelector('[role=alert]')).to.equal(null)
    })

    it('that was begun before signing in moves to the conta', async () => {
      const { tag } = await semEntrar()
      await ateOFormulario(tag)
      await preencher(tag, 'Inscrição', '1234')
      await waitUntil(() => Object.keys(localStorage).some((chave) => chave.startsWith('protocolo:rascunho')))
      await entrar()
      await waitUntil(() => rascunhos.unico !== undefined)
      expect(rascunhos.unico?.dados.respostas).to.deep.include({ inscricao: '12.34' })
      await waitUntil(() => !Object.keys(localStorage).some((chave) => chave.startsWith('protocolo:rascunho')))
      expect(campoDe(tag, 'Inscrição').value).to.equal('12.34')
    })

    it('waits on the device while the conta cannot be reached, without saying whose it is', async () => {
      let semRede = true
      const { tag, entidade } = await dentro({
        rotas: { 'PUT /meus/rascunhos/*': (pedido) => (semRede ? Promise.reject(new TypeError('offline')) : rascunhos.responder(pedido)) },
      })
      await ateQuemPede(tag)
      await waitUntil(() => tag.textContent?.includes('o rascunho ficou neste aparelho'))
      const guardado = localStorage.getItem(`protocolo:rascunho:${entidade}:itbi`) ?? ''
      expect(guardado).to.include('12.34')
      expect(guardado).to.not.include('Maria')
      semRede = false
      await enviarFormulario(tag)
      await preencher(tag, 'E-mail', 'outro@exemplo.br')
      sairDaTela()
      await waitUntil(() => rascunhos.unico !== undefined, undefined, { timeout: 3000 })
      await waitUntil(() => localStorage.getItem(`protocolo:rascunho:${entidade}:itbi`) === null)
    })

    it('written to on two devices becomes two: neither gives way', async () => {
      const { entidade } = await dentro()
      rascunhos.por('r1', doTipo)
      const { tag } = await visitar(entidade)
      await apertar(tag, 'Continuar de onde parei')
      await ateOPasso(tag, 'Sobre o pedido')
      await waitUntil(() => tag.textContent?.includes('Rascunho guardado na sua conta'))
      rascunhos.por('r1', { ...doTipo, respostas: { inscricao: '99.99' } })
      await preencher(tag, 'Observações', 'Daqui.')
      sairDaTela()
      await waitUntil(() => tag.textContent?.includes('virou um segundo rascunho'), undefined, { timeout: 3000 })
      expect(await violacoes(tag)).to.deep.equal([])
      expect([...rascunhos.guardados.values()].map(({ dados }) => Reflect.get(Object(dados.respostas), 'inscricao'))).to.have.members([
        '99.99',
        '12.34',
      ])
      await apertar(tag, 'Ver o do outro aparelho')
      await waitUntil(() => campoDe(tag, 'Inscrição').value === '99.99')
    })

    it('whose answer got lost on the way is no other’s', async () => {
      let perdida = false
      const { tag } = await dentro({
        rotas: {
          'PUT /meus/rascunhos/*': (pedido) => {
            const resposta = rascunhos.responder(pedido)
            if (perdida || !Reflect.get(Object(pedido.corpo), 'lido')) return resposta
            perdida = true
            return Promise.reject(new TypeError('dropped'))
          },
        },
      })
      await ateOFormulario(tag)
      await preencher(tag, 'Observações', 'Uma.')
      sairDaTela()
      await waitUntil(() => tag.textContent?.includes('Rascunho guardado na sua conta'))
      await preencher(tag, 'Inscrição', '1234')
      sairDaTela()
      await waitUntil(() => perdida)
      await marcar(tag, 'Não')
      sairDaTela()
      await waitUntil(() => Reflect.get(Object(rascunhos.unico?.dados.respostas), 'financiado') === false)
      expect(rascunhos.guardados.size).to.equal(1)
      expect(tag.textContent).to.not.include('outro aparelho')
    })

    it('sent or erased elsewhere is not written again, and what was typed stays', async () => {
      const { tag } = await dentro()
      await ateOFormulario(tag)
      await preencher(tag, 'Inscrição', '1234')
      sairDaTela()
      await waitUntil(() => tag.textContent?.includes('Rascunho guardado na sua conta'))
      rascunhos.guardados.clear()
      await preencher(tag, 'Observações', 'Mais.')
      sairDaTela()
      await waitUntil(() => tag.textContent?.includes('enviado ou apagado em outro aparelho'))
      expect(campoDe(tag, 'Observações').value).to.equal('Mais.')
      expect(rascunhos.guardados.size).to.equal(0)
    })

    it('says which files must be sent again', async () => {
      const { entidade } = await dentro()
      const anexos = [{ id: 'a', nome: 'c.pdf', tamanho: 3, sha256: 'a'.repeat(64), tipo: 'application/pdf', documento: 'contrato' }]
      rascunhos.por('r1', { ...doTipo, anexos }).atualizadoEm = '2020-01-01T00:00:00.000Z'
      const { tag } = await visitar(entidade)
      await apertar(tag, 'Continuar de onde parei')
      await waitUntil(() => tag.textContent?.includes('Só os arquivos precisam ser enviados de novo'))
    })
  })

  it('that ends elsewhere says so calmly, keeps what was typed, and forgets what the conta filled in', async () => {
    let acabou = false
    const { tag } = await dentro({
      rotas: { 'PUT /meus/rascunhos/*': (pedido) => (acabou ? problema('sessao_encerrada', 401) : rascunhos.responder(pedido)) },
    })
    await ateQuemPede(tag)
    await waitUntil(() => tag.querySelector('.titular'))
    acabou = true
    await preencher(tag, 'E-mail', 'outro@exemplo.br')
    sairDaTela()
    await waitUntil(() => tag.textContent?.includes('Sua sessão terminou. O que você escreveu continua aqui.'), undefined, {
      timeout: 3000,
    })
    expect(tag.querySelector('.titular')).to.equal(null)
    expect(campoDe(tag, 'Nome completo').value).to.equal('')
    expect(campoDe(tag, 'Telefone').value).to.equal('')
    expect(campoDe(tag, 'E-mail').value, 'typed here').to.equal('outro@exemplo.br')
    expect(await violacoes(tag)).to.deep.equal([])
    await apertar(tag, 'Voltar')
    await ateOPasso(tag, 'Sobre o pedido')
    expect(campoDe(tag, 'Inscrição').value).to.equal('12.34')
  })

  it('is left from the tag itself', async () => {
    const { tag } = await dentro()
    await ateQuemPede(tag)
    await waitUntil(() => tag.querySelector('.titular'))
    botao(tag, 'Não é você? Sair').click()
    await waitUntil(() => tag.textContent?.includes('Você saiu da sua conta.'))
    expect(sessao.quem).to.equal(undefined)
    expect(campoDe(tag, 'E-mail').value).to.equal('')
  })
})
