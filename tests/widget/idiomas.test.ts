import { expect, waitUntil } from '@open-wc/testing'
import { ProtocoloConsulta } from '../../widget/elements/consulta/protocolo-consulta.js'
import type { Idioma } from '../../widget/texts/voz.js'
import { cartao, devolverApi, fingirApi, json, nivel1, nivel2, novaEntidade } from './apoio/api.js'
import { achar, escrever, limpar, por, violacoes } from './apoio/pagina.js'
import * as mesa from './gestao/apoio.js'
import * as processo from './gestao/processo-apoio.js'
import * as novo from './novo/apoio.js'
import * as painel from './painel/apoio.js'

customElements.define('protocolo-consulta', ProtocoloConsulta)

/** What the entidade, its people and those who ask wrote. */
const escritos = [
  cartao,
  nivel1,
  nivel2,
  mesa.posto,
  mesa.pagina,
  processo.processo,
  processo.posto,
  novo.itbi,
  novo.denuncia,
  painel.conta,
]
  .flatMap(textosEm)
  .concat('Pessoa Exemplo da Silva', 'Empresa Exemplo Ltda.', 'Chrome no Linux', 'Safari no iPhone', 'Prefeitura')
  .filter((texto) => texto.length > 4)
  .sort((um, outro) => outro.length - um.length)

function textosEm(valor: unknown): string[] {
  if (typeof valor === 'string') return [valor]
  return valor && typeof valor === 'object' ? Object.values(valor).flatMap(textosEm) : []
}

const portugues = /[ãõêôç]|(?<!\p{L})(?:você|não|uma|até|são|seu|sua|meus|com|em|pelo|dias|sem|ou|ao|prazo|processos?)(?!\p{L})/iu
/** Those of them that are Spanish too. */
const espanhol = /(?<!\p{L})(?:días|sin)(?!\p{L})/iu

/** What people would read or hear in Portuguese, other than what others wrote. */
function restos(tag: HTMLElement): string[] {
  const nos = document.createTreeWalker(tag, NodeFilter.SHOW_TEXT)
  const lidos: string[] = []
  while (nos.nextNode()) if (!nos.currentNode.parentElement?.closest('[lang=pt-BR]')) lidos.push(nos.currentNode.textContent ?? '')
  const ditos = [...tag.querySelectorAll('[aria-label], [placeholder], [title]')].flatMap((elemento) =>
    ['aria-label', 'placeholder', 'title'].map((nome) => elemento.getAttribute(nome) ?? ''),
  )
  return [...lidos, ...ditos]
    .map((texto) => escritos.reduce((resto, escrito) => resto.replaceAll(escrito, ''), texto.replace(/\s+/g, ' ').trim()))
    .filter((texto) => portugues.test(texto) && !espanhol.test(texto))
}

/** What officials wrote that citizens read in every language: questions, what is asked, who has it, when it is open. */
const dosOrgaos = [
  cartao.contato.horario,
  ...[nivel1, nivel2].flatMap(({ tipo, unidade }) => [tipo, unidade]),
  ...nivel2.tramites.flatMap(({ texto, unidade }) => [texto, unidade]),
  ...nivel2.respostas.map(({ rotulo }) => rotulo),
  ...nivel2.pendencias.map(({ texto }) => texto),
  ...[novo.itbi, novo.denuncia].flatMap(({ nome, unidade, campos, documentos }) => [
    nome,
    unidade.nome,
    ...campos.flatMap((campo) => [campo, ...('opcoes' in campo ? campo.opcoes : [])]).map(({ rotulo }) => rotulo),
    ...documentos.map((documento) => documento.nome),
  ]),
].filter((texto) => texto && texto.length > 4)

/** The same for officials, who also read sentences of ours with a name of theirs inside. */
const daMesa = [
  ...[mesa.posto, processo.posto].flatMap(({ unidades, tipos }) => [...unidades, ...tipos].map(({ nome }) => nome)),
  ...processo.processo.respostas.flatMap(({ rotulo, valor }) => [rotulo, valor]),
  ...processo.processo.tramites.flatMap(({ texto, unidade }) => [texto, unidade]),
  ...processo.processo.pendencias.map(({ texto }) => texto),
  ...[novo.itbi].flatMap(({ campos, documentos, grupo }) => [
    grupo,
    ...campos.map(({ rotulo }) => rotulo),
    ...documentos.map(({ nome }) => nome),
  ]),
].filter((texto) => texto && texto.length > 4)

/** Where a citizen would hear their Portuguese in another language's voice (WCAG 3.1.2). */
function semLingua(tag: HTMLElement): string[] {
  const nos = document.createTreeWalker(tag, NodeFilter.SHOW_TEXT)
  const ditos: string[] = []
  while (nos.nextNode()) if (!nos.currentNode.parentElement?.closest('[lang=pt-BR]')) ditos.push(nos.currentNode.textContent ?? '')
  if (tag.localName === 'protocolo-gestao') return ditos.filter((dito) => daMesa.some((texto) => texto && dito.trim().startsWith(texto)))
  return ditos.filter((dito) => dosOrgaos.some((texto) => texto && dito.includes(texto)))
}

const titulo = (tag: HTMLElement) => tag.querySelector('.titulo')?.textContent?.trim()

async function confere(tag: HTMLElement, idioma: Idioma, oque: string): Promise<void> {
  await waitUntil(() => !tag.querySelector('.girando, .esqueleto, [aria-busy=true]'), `${oque}: busy`)
  expect(tag.querySelector<HTMLElement>('.protocolo')?.lang, oque).to.equal(idioma)
  expect(restos(tag), oque).to.deep.equal([])
  expect(semLingua(tag), oque).to.deep.equal([])
  expect(await violacoes(tag), oque).to.deep.equal([])
  expect(tag.scrollWidth, `${oque}: width`).to.be.at.most(tag.clientWidth + 1)
}

for (const idioma of ['es', 'en'] as const) {
  describe(`the tags in ${idioma}`, () => {
    beforeEach(() => {
      document.documentElement.lang = idioma
    })
    afterEach(() => {
      limpar()
      devolverApi()
      sessionStorage.clear()
      document.documentElement.lang = ''
      history.replaceState(null, '', location.pathname + location.search)
    })

    it('say nothing in Portuguese while a number is consulted, at 280 px', async () => {
      fingirApi({
        'GET ': () => json(cartao),
        'GET /consulta': () => json(nivel1),
        'POST /consulta': () => json(nivel2),
      })
      const caixa = por(`<protocolo-consulta entidade="${novaEntidade()}"></protocolo-consulta>`)
      caixa.style.inlineSize = '280px'
      const tag = await achar(caixa, 'protocolo-consulta')
      await achar(tag, 'form')
      tag.querySelector('form')?.requestSubmit()
      await achar(tag, '.erros')
      await confere(tag, idioma, 'what is missing')
      escrever(tag, '[name=numero]', nivel1.numero)
      tag.querySelector('form')?.requestSubmit()
      await achar(tag, '.fatos')
      await confere(tag, idioma, 'the number alone')
      const codigo = await achar<HTMLInputElement>(tag, '[name=codigo]')
      escrever(tag, '[name=codigo]', 'K7QF-2M9T-XB4H')
      codigo.form?.requestSubmit()
      await achar(tag, '.andamento')
      await confere(tag, idioma, 'with the code')
    })

    it('say nothing in Portuguese on the way to a request', async () => {
      const { tag } = await novo.abrir({})
      await achar(tag, '.cartaozinho')
      await confere(tag, idioma, 'the services')
      tag.querySelector<HTMLElement>('.cartaozinho')?.click()
      await achar(tag, '.acoes .ao-fim')
      await confere(tag, idioma, 'what to have at hand')
      tag.querySelector<HTMLElement>('.acoes .ao-fim')?.click()
      const formulario = await achar<HTMLFormElement>(tag, 'form')
      await confere(tag, idioma, 'the form')
      formulario.requestSubmit()
      await achar(tag, '.erros')
      await confere(tag, idioma, 'what is missing in it')
    })

    it('say nothing in Portuguese in the panel', async () => {
      const { tag } = await painel.abrir()
      await achar(tag, 'form')
      await confere(tag, idioma, 'the door')
      await painel.entrar(tag)
      await achar(tag, '.contadores')
      await confere(tag, idioma, 'the beginning')
      for (const hash of ['painel=processos', 'painel=pendencias', 'painel=liberados', 'painel=processo&id=p1', 'painel=dados']) {
        const antes = titulo(tag)
        location.hash = `#${hash}`
        await waitUntil(() => titulo(tag) !== antes, hash)
        await confere(tag, idioma, hash)
      }
      for (const aba of ['documentos', 'andamento', 'mensagens']) {
        location.hash = `#painel=processo&id=p1&aba=${aba}`
        await waitUntil(() => tag.querySelector(`.aba[aria-current][href$="aba=${aba}"]`), aba)
        await confere(tag, idioma, aba)
      }
    })

    it('say nothing in Portuguese at the desk', async () => {
      const { tag } = await mesa.abrirFila()
      await confere(tag, idioma, 'the queue')
    })

    it('say nothing in Portuguese of one case', async () => {
      for (const aba of ['', 'andamento', 'pendencias', 'mensagens', 'vistas']) {
        const { tag } = await processo.abrirProcesso({}, aba)
        await waitUntil(() => tag.querySelector('.ficha, .fatos'))
        await confere(tag, idioma, `the case: ${aba}`)
        limpar()
      }
    })

    it('say nothing in Portuguese while an official acts', async () => {
      for (const acao of ['encaminhar', 'exigir', 'concluir', 'parar']) {
        const { tag } = await processo.abrirProcesso({})
        await processo.comecar(tag, acao)
        await confere(tag, idioma, acao)
        limpar()
      }
    })

    it('leave in Portuguese, of what is chosen from a list, only what the entidade wrote', async () => {
      const { respostas, anexos } = processo.processo
      const porAto = {
        atribuir: [],
        reclassificar: processo.posto.tipos.filter(({ codigo }) => codigo !== processo.processo.tipo.codigo).map(({ nome }) => nome),
        exigir: [...respostas.map(({ rotulo }) => rotulo), ...anexos.map(({ documento, nome }) => `${documento}: ${nome}`)],
      }
      for (const [acao, deles] of Object.entries(porAto)) {
        const { tag } = await processo.abrirProcesso({})
        await processo.comecar(tag, acao)
        if (acao === 'exigir') processo.marcar(tag, 'pendencias.0.especie', 'correcao')
        const lista = await achar<HTMLSelectElement>(tag, '.ato select')
        const emPortugues = [...lista.options].filter((opcao) => opcao.closest('[lang=pt-BR]')).map(({ text }) => text)
        expect(emPortugues, acao).to.deep.equal(deles)
        expect(lista.querySelectorAll('optgroup[lang]').length, acao).to.equal(0)
        await confere(tag, idioma, acao)
        limpar()
      }
    })

    it('say nothing in Portuguese at the counter, and name in its own language the question that went without an answer', async () => {
      const { tag } = await processo.abrirProcesso({
        'GET /tipos': () => json({ tipos: [novo.itbi] }),
        'GET /tipos/itbi': () => json(novo.itbi),
      })
      location.hash = '#gestao=balcao'
      const servico = await achar<HTMLSelectElement>(tag, 'select[name=tipo]')
      await waitUntil(() => servico.options.length > 1)
      servico.value = novo.itbi.codigo
      servico.dispatchEvent(new Event('change'))
      await achar(tag, '.documento')
      servico.form?.requestSubmit()
      const erros = await achar(tag, '.erros')
      expect(erros.querySelector('[lang=pt-BR]')?.textContent).to.equal(novo.itbi.campos.find(({ obrigatorio }) => obrigatorio)?.rotulo)
      await confere(tag, idioma, 'the counter')
    })
  })
}
