import { waitUntil } from '@open-wc/testing'
import type { Conta } from '../../../server/contract/contas.js'
import type { ProtocoloDaConta } from '../../../server/contract/meus.js'
import type { PendenciaParaLer } from '../../../server/contract/pendencias.js'
import type { Procuracao } from '../../../server/contract/procuracoes.js'
import { cartao, json, nivel1, nunca, problema } from '../apoio/api.js'
import { escolherArquivo, imagem } from '../apoio/arquivo.js'
import { devolverAutenticador, fingirAutenticador } from '../apoio/autenticador.js'
import { achar, escrever } from '../apoio/pagina.js'
import { aberta, abrir, abrirDentro, botao, type Cena, comTexto, conta, protocolo, type Rotas } from '../painel/apoio.js'
import { type Estado, examinar } from './exame.js'

const cheia: Conta = {
  ...conta,
  usuario: 'pessoa',
  nascimento: '1980-11-12',
  sexo: 'outro',
  telefone: '+5519912345678',
  endereco: { cep: '13900000', tipoDeLogradouro: 'Rua', logradouro: 'das Flores', bairro: 'Centro', municipio: 'Vila Serena', uf: 'SP' },
  pendentes: [{ confirmacao: 'c1', especie: 'email', valor: 'nova@exemplo.br' }],
}
const contas: Rotas = {
  'POST /v1/contas': () => json({ confirmacao: 'c1', email: 'p•••@exemplo.br', mensagem: 'Enviamos um e-mail.' }, 202),
  'POST /v1/contas/confirmacoes': () => json(aberta('Joana Exemplo'), 201, { 'DPoP-Nonce': 'n1' }),
  'POST /v1/senhas/recuperacoes': () => json({ mensagem: 'Se houver uma conta, o link chega em alguns minutos.' }, 202),
  'PUT /v1/senhas': () => new Response(null, { status: 204 }),
}
const comum = { pedidaEm: '2026-11-21T12:10:00Z', prazo: '2026-12-01', diasRestantes: 10, correcao: null }
const pedidas: PendenciaParaLer[] = [
  { ...comum, id: 'd1', especie: 'informacao', texto: 'Diga o número da casa.' },
  { ...comum, id: 'd2', especie: 'documento', texto: 'Envie a matrícula.' },
  { ...comum, id: 'd3', especie: 'ciencia', texto: 'A vistoria será no dia 10.' },
  {
    ...comum,
    id: 'd4',
    especie: 'correcao',
    texto: 'O bairro não confere.',
    correcao: { motivo: 'incorreto', campo: { codigo: 'bairro', rotulo: 'Bairro', especie: 'texto' }, valor: 'Centro' },
  },
]
const encerrado: ProtocoloDaConta = {
  ...protocolo,
  situacao: 'encerrado',
  resultado: 'indeferido',
  encerradoEm: '2026-11-20T12:00:00Z',
  acoes: ['comprovante', 'recorrer', 'avaliar', 'trocar_codigo'],
  recorrerAte: '2026-12-01',
  avaliacao: null,
}
const procuracao: Procuracao = {
  id: 'r1',
  outorgante: { documento: '12ABC34501DE35', nome: 'Empresa Exemplo Comércio Ltda' },
  procurador: { documento: '11144477735', nome: 'Pessoa Exemplo da Silva' },
  poderes: ['acompanhar', 'abrir'],
  de: '2026-11-21',
  ate: '2027-11-21',
  temArquivo: false,
  estado: 'aceita',
  emVigor: true,
  pedidaEm: '2026-11-21T12:00:00Z',
  decididaEm: '2026-11-21T13:00:00Z',
  revogadaEm: null,
  revogadaPor: null,
  motivo: null,
  acoes: ['revogar'],
}
const procuracoes: Rotas = { 'GET /meus/procuracoes': () => json({ porQuemAjo: [procuracao], quemAgePorMim: [] }) }
const vista = {
  id: 'v1',
  nome: 'Vizinha Exemplo',
  documento: '•••.444.777-••',
  email: null,
  dadaEm: '2026-11-21T12:00:00Z',
  ate: '2026-12-05T03:00:00Z',
  revogadaEm: null,
  estado: 'em_vigor',
  documentos: null,
  olhadas: [{ em: '2026-11-22T12:00:00Z', arquivo: 'contrato.pdf' }],
  totalDeOlhadas: 1,
}
const passkey = {
  id: 'k1',
  nome: 'Chrome no Android',
  criadaEm: '2026-11-01T12:00:00Z',
  usadaEm: null,
  sincronizada: true,
  rpId: cartao.rpId,
}
const doProcesso = '#painel=processo&id=p1'

async function naEntrada(extras: Rotas, ir?: string, pronto?: string) {
  const cena = await abrir({ ...contas, ...extras })
  if (ir) botao(cena.tag, ir).click()
  if (pronto) await achar(cena.tag, pronto)
  return cena
}

/** As where the page does not come by https. */
async function semChave() {
  Object.defineProperty(globalThis.crypto, 'subtle', { value: undefined, configurable: true })
  const cena = await abrir()
  Reflect.deleteProperty(globalThis.crypto, 'subtle')
  return cena
}

async function comErro(abrindo: Promise<Cena>, pronto = '.erros') {
  const cena = await abrindo
  ;(await achar<HTMLFormElement>(cena.tag, 'form:not([role])')).requestSubmit()
  await achar(cena.tag, pronto)
  return cena
}

async function confirmarCadastro() {
  const cena = await naEntrada({}, 'Criar conta', '[name=documento]')
  const { tag } = cena
  const escritos = { documento: '111.444.777-35', nome: 'Joana Exemplo', email: 'pessoa@exemplo.br', senha: 'cavalo bateria grampo' }
  for (const [nome, valor] of Object.entries(escritos)) escrever(tag, `[name=${nome}]`, valor)
  ;(await achar<HTMLInputElement>(tag, '[name=ciencia]')).click()
  ;(await achar<HTMLFormElement>(tag, 'form')).requestSubmit()
  await achar(tag, '[name=codigo]')
  return cena
}

async function cadastroComFoto() {
  const cena = await naEntrada({}, 'Criar conta', '[name=documento]')
  for (const um of cena.tag.querySelectorAll('details')) um.open = true
  escolherArquivo(cena.tag, await imagem(60, 40))
  await achar(cena.tag, 'canvas')
  return comErro(Promise.resolve(cena))
}

async function dentro(hash: string, pronto: string, extras: Rotas = {}) {
  const cena = await abrirDentro({ 'GET /v1/conta': () => json(cheia), ...extras }, hash)
  await achar(cena.tag, pronto)
  return cena
}

async function dados(parte: string, abre?: string) {
  const cena = await dentro(`#painel=dados&parte=${parte}`, '.secao, .duvidas', {
    'GET /v1/conta/passkeys': () => json({ passkeys: [passkey] }),
  })
  if (!abre) return cena
  ;(await achar(cena.tag, `[aria-label="${abre}"]`)).click()
  await achar(cena.tag, '.secao form')
  return cena
}

async function fim(acao: string, valor = encerrado) {
  const cena = await dentro(doProcesso, '.ato-avaliar, .ato-desistir, .ato-recorrer', { 'GET /protocolos/p1': () => json(valor) })
  await comTexto(cena.tag, acao)
  botao(cena.tag, acao).click()
  await achar(cena.tag, '.ato-aberto, dialog[open]')
  return cena
}

async function trocaDoCodigo() {
  const cena = await dentro(doProcesso, '.abre-troca', { 'GET /protocolos/p1': () => json(encerrado) })
  botao(cena.tag, 'Trocar código de acesso').click()
  await comTexto(cena.tag, 'O código atual deixa de valer na hora')
  return cena
}

async function ofertaDePasskey() {
  fingirAutenticador({})
  const cena = await abrirDentro({ 'GET ': () => json({ ...cartao, rpId: location.hostname }) })
  await comTexto(cena.tag, 'chave de acesso')
  devolverAutenticador()
  return cena
}

async function procura() {
  const cena = await dentro('', 'form[role=search]', { 'GET /meus/procura': () => json({ id: null, consulta: nivel1 }) })
  escrever(cena.tag, 'input[name=protocolo]', 'PMVS 2026/500200')
  cena.tag.querySelector<HTMLFormElement>('form[role=search]')?.requestSubmit()
  await achar(cena.tag, '.achado')
  return cena
}

async function agindo() {
  const cena = await dentro('#painel=procuracoes', '.procuracao', procuracoes)
  ;(await achar(cena.tag, '[aria-label^="Agir por esta pessoa"]')).click()
  await achar(cena.tag, '.agindo')
  return cena
}

const estados: Estado[] = [
  { nome: 'entrar', abrir: () => abrir() },
  { nome: 'entrar, com erro', abrir: () => comErro(abrir()) },
  {
    nome: 'entrar, com chave de acesso',
    async abrir() {
      fingirAutenticador({})
      const cena = await abrir({
        'GET ': () => json({ ...cartao, rpId: location.hostname }),
        'POST /v1/sessoes/passkey/opcoes': () =>
          json({ desafio: 'd1', opcoes: { challenge: 'AAAA', rpId: location.hostname, allowCredentials: [] } }),
      })
      await achar(cena.tag, '.ou')
      devolverAutenticador()
      return cena
    },
  },
  { nome: 'entrar, em página sem https', abrir: semChave },
  { nome: 'criar conta', abrir: () => naEntrada({}, 'Criar conta', '[name=documento]') },
  { nome: 'criar conta, com tudo e com erro', abrir: cadastroComFoto },
  { nome: 'confirmar o e-mail', abrir: confirmarCadastro },
  { nome: 'confirmar pelo link', abrir: () => abrir(contas, '#confirmar=abc') },
  { nome: 'esqueci a senha', abrir: () => naEntrada({}, 'Esqueci a senha', '[name=documento]') },
  { nome: 'senha nova', abrir: () => comErro(abrir(contas, '#senha=abc')) },
  { nome: 'início', abrir: () => dentro('', '.contadores') },
  {
    nome: 'início, com pedido começado',
    async abrir() {
      const ontem = new Date(Date.now() - 86_400_000).toISOString()
      const poda = {
        id: 'r1',
        tipo: { codigo: 'arvore', nome: 'Poda de árvore' },
        atualizadoEm: ontem,
        expiraEm: ontem,
        lugar: { numero: 2, total: 5 },
      }
      return dentro('', '.arquivo', { 'GET /meus/rascunhos': () => json({ rascunhos: [poda] }) })
    },
  },
  { nome: 'início, com oferta de chave de acesso', abrir: ofertaDePasskey },
  { nome: 'número achado', abrir: procura },
  { nome: 'processos', abrir: () => dentro('#painel=processos', '.processo') },
  {
    nome: 'processos, nenhum',
    abrir: () => dentro('#painel=processos', '.vazio', { 'GET /meus/protocolos': () => json({ protocolos: [], proximo: null }) }),
  },
  { nome: 'carregando', abrir: () => dentro('#painel=processos', '.esqueleto', { 'GET /meus/protocolos': nunca }) },
  {
    nome: 'sem servidor',
    abrir: () => dentro('#painel=processos', '.aviso-erro', { 'GET /meus/protocolos': () => problema('erro_interno', 500) }),
  },
  { nome: 'processo', abrir: () => dentro(doProcesso, '.fatos') },
  { nome: 'processo, andamento', abrir: () => dentro(`${doProcesso}&aba=andamento`, '.andamento') },
  { nome: 'processo, documentos', abrir: () => dentro(`${doProcesso}&aba=documentos`, '.arquivos') },
  { nome: 'processo, mensagens', abrir: () => comErro(dentro(`${doProcesso}&aba=mensagens`, '[name=mensagem]'), '[aria-invalid=true]') },
  {
    nome: 'processo, quem pode ver',
    abrir: () => dentro(`${doProcesso}&aba=acessos`, 'details', { 'GET /meus/protocolos/p1/vistas': () => json({ vistas: [vista] }) }),
  },
  { nome: 'processo, trocar o código', abrir: trocaDoCodigo },
  { nome: 'processo, avaliar', abrir: () => comErro(fim('Avaliar o atendimento')) },
  { nome: 'processo, recorrer', abrir: () => comErro(fim('Recorrer')) },
  { nome: 'processo, desistir', abrir: () => fim('Desistir do pedido', { ...protocolo, acoes: ['desistir'] }) },
  {
    nome: 'responder',
    abrir: () =>
      comErro(dentro('#painel=responder&id=p1', 'form', { 'GET /protocolos/p1': () => json({ ...protocolo, pendencias: pedidas }) })),
  },
  { nome: 'pendências', abrir: () => dentro('#painel=pendencias', '.pendencia') },
  { nome: 'liberados', abrir: () => dentro('#painel=liberados', '.processo') },
  { nome: 'procurações', abrir: () => dentro('#painel=procuracoes', '.procuracao', procuracoes) },
  { nome: 'agindo por outra pessoa', abrir: agindo },
  {
    nome: 'pedir procuração',
    async abrir() {
      const cena = await dentro('#painel=procuracoes', '.procuracao', procuracoes)
      botao(cena.tag, 'Pedir uma procuração').click()
      return comErro(Promise.resolve(cena))
    },
  },
  { nome: 'meus dados', abrir: () => dentro('#painel=dados', '.partes-dos-dados') },
  { nome: 'meus dados, você', abrir: () => dados('voce') },
  { nome: 'meus dados, contato', abrir: () => dados('contato') },
  { nome: 'meus dados, endereço', abrir: () => dados('endereco') },
  { nome: 'meus dados, segurança', abrir: () => dados('seguranca') },
  { nome: 'meus dados, avisos', abrir: () => dados('avisos') },
  { nome: 'meus dados, o que a lei garante', abrir: () => dados('lei') },
  { nome: 'meus dados, dúvidas', abrir: () => dados('duvidas') },
  {
    nome: 'dizer de novo quem é',
    async abrir() {
      const cena = await dados('seguranca')
      botao(cena.tag, 'Remover').click()
      await waitUntil(() => cena.tag.querySelector('dialog[open]'))
      return cena
    },
  },
]

describe('states of <protocolo-painel>', () => {
  examinar(estados, ['widget/elements/painel/', 'widget/account/'], ['widget/account/porta.ts'])
})
