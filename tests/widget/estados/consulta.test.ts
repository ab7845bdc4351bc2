import { waitUntil } from '@open-wc/testing'
import { sessaoDe } from '../../../widget/client/sessao.js'
import { ProtocoloConsulta } from '../../../widget/elements/consulta/protocolo-consulta.js'
import { cartao, fingirApi, json, nivel1, nivel2, novaEntidade, nunca, problema } from '../apoio/api.js'
import { achar, escrever, por } from '../apoio/pagina.js'
import { type Estado, examinar } from './exame.js'

customElements.define('protocolo-consulta', ProtocoloConsulta)

type Rotas = Parameters<typeof fingirApi>[0]

const rotas: Rotas = { 'GET ': () => json(cartao), 'GET /consulta': () => json(nivel1), 'POST /consulta': () => json(nivel2) }
const entrada = 'form'

async function abrir(extras: Rotas = {}, pronto = entrada, atributos = '', entidade = novaEntidade()) {
  fingirApi({ ...rotas, ...extras })
  const tag = por(`<protocolo-consulta entidade="${entidade}" ${atributos}></protocolo-consulta>`).querySelector('protocolo-consulta')
  if (!tag) throw new Error('no tag')
  await achar(tag, pronto)
  return { tag }
}

async function consultar(extras: Rotas, pronto: string, numero = nivel1.numero, codigo = '') {
  const cena = await abrir(extras)
  escrever(cena.tag, '[name=numero]', numero)
  escrever(cena.tag, '[name=codigo]', codigo)
  cena.tag.querySelector('form')?.requestSubmit()
  await achar(cena.tag, pronto)
  return cena
}

const tudo = (mudanca: object = {}) =>
  consultar({ 'POST /consulta': () => json({ ...nivel2, ...mudanca }) }, '.andamento', nivel1.numero, 'k7qf 2m9t xb4h')

async function noLembrete(enviar: boolean) {
  const cena = await abrir({ 'POST /consulta/lembrete': () => new Response(null, { status: 202 }) })
  ;[...cena.tag.querySelectorAll('button')].find(({ textContent }) => textContent?.includes('Não sei o número'))?.click()
  await achar(cena.tag, '[name=documento]')
  if (!enviar) return cena
  escrever(cena.tag, '[name=documento]', '111.444.777-35')
  cena.tag.querySelector('form')?.requestSubmit()
  await achar(cena.tag, '.aviso-ok')
  return cena
}

async function comConta() {
  const entidade = novaEntidade()
  const cena = await abrir(
    {
      'POST /v1/sessoes': () =>
        json({ token: 't', sessao: 's', nome: 'Maria Exemplo da Silva', expiraEm: new Date(Date.now() + 3_600_000).toISOString() }, 201),
      'DELETE /v1/sessoes/*': () => new Response(null, { status: 204 }),
      'GET /meus/protocolos': () => json({ protocolos: [{ id: 'p1', ...nivel1 }], proximo: null }),
      'GET /protocolos/p1': () => json({ ...nivel2, id: 'p1', acoes: [] }),
    },
    entrada,
    '',
    entidade,
  )
  await sessaoDe(location.origin, entidade).abrir('/sessoes', {})
  await waitUntil(() => cena.tag.textContent?.includes('Você entrou como'))
  return cena
}

const estados: Estado[] = [
  { nome: 'carregando', abrir: () => abrir({ 'GET ': nunca }, '.esqueleto') },
  { nome: 'sem servidor', abrir: () => abrir({ 'GET ': () => problema('erro_interno', 500) }, '.aviso-erro') },
  { nome: 'entrada', abrir: () => abrir() },
  { nome: 'entrada com erro', abrir: () => consultar({}, '.erros', '') },
  {
    nome: 'número não encontrado',
    abrir: () =>
      consultar(
        { 'GET /consulta': () => problema('protocolo_nao_encontrado', 404, { detail: 'Não encontramos. Confira o número.' }) },
        '.erros, .aviso',
      ),
  },
  { nome: 'só o número', abrir: () => consultar({}, '.titulo .numero') },
  { nome: 'com o código', abrir: () => tudo() },
  {
    nome: 'encerrado',
    abrir: () =>
      tudo({
        situacao: 'encerrado',
        resultado: 'deferido',
        encerradoEm: '2026-11-20T12:00:00Z',
        prazo: null,
        diasRestantes: null,
        pendencias: [],
      }),
  },
  { nome: 'não sei o número', abrir: () => noLembrete(false) },
  { nome: 'lembrete enviado', abrir: () => noLembrete(true) },
  { nome: 'com a conta aberta', abrir: comConta },
]

describe('states of <protocolo-consulta>', () => {
  examinar(estados, ['widget/elements/consulta/'])
})
