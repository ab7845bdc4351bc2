import { waitUntil } from '@open-wc/testing'
import type { Conta } from '../../../server/contract/contas.js'
import type { TipoCompleto } from '../../../server/contract/tipo.js'
import { sessaoDe } from '../../../widget/client/sessao.js'
import { json, novaEntidade, nunca, problema } from '../apoio/api.js'
import { achar, limpar } from '../apoio/pagina.js'
import {
  abrir,
  anexoRecebido,
  apertar,
  arquivo,
  ateOFormulario,
  ateOPasso,
  denuncia,
  enviarFormulario,
  escolherArquivos,
  marcar,
  type Preparo,
  preencher,
  preencherFormulario,
  preencherRequerente,
} from '../novo/apoio.js'
import { devolverEnvios, fingirEnvios } from '../novo/xhr.js'
import { type Estado, examinar } from './exame.js'

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

const base = { obrigatorio: true, ajuda: 'Uma dica curta.' }
const opcoes = [
  { valor: 'a', rotulo: 'Primeira opção', ajuda: 'A de cima.' },
  { valor: 'b', rotulo: 'Segunda opção' },
]
const muitas = [1, 2, 3, 4, 5, 6, 7, 8].map((n) => ({ valor: `o${n}`, rotulo: `Opção ${n}` }))
const deTodaEspecie: TipoCompleto = {
  ...denuncia,
  anonimo: false,
  campos: [
    { ...base, codigo: 'texto', especie: 'texto', rotulo: 'Texto' },
    { ...base, codigo: 'longo', especie: 'texto-longo', rotulo: 'Texto longo' },
    { ...base, codigo: 'numero', especie: 'numero', rotulo: 'Área', unidade: 'm²' },
    { ...base, codigo: 'dinheiro', especie: 'dinheiro', rotulo: 'Valor' },
    { ...base, codigo: 'data', especie: 'data', rotulo: 'Data' },
    { ...base, codigo: 'hora', especie: 'hora', rotulo: 'Hora' },
    { ...base, codigo: 'sim', especie: 'sim-nao', rotulo: 'Sim ou não?' },
    { ...base, codigo: 'uma', especie: 'escolha', rotulo: 'Escolha uma', opcoes },
    { ...base, codigo: 'lista', especie: 'escolha', rotulo: 'Escolha na lista', opcoes: muitas },
    { ...base, codigo: 'varias', especie: 'escolhas', rotulo: 'Escolha algumas', opcoes },
    { ...base, codigo: 'endereco', especie: 'endereco', rotulo: 'Endereço' },
    { ...base, codigo: 'lugar', especie: 'lugar', rotulo: 'Onde fica' },
  ],
}

async function noFormulario(preparo: Preparo = {}) {
  const cena = await abrir(preparo)
  await ateOFormulario(cena.tag)
  return cena
}

async function comErros(tipo: TipoCompleto) {
  const cena = await abrir({ tipos: [tipo] })
  await apertar(cena.tag, 'Começar')
  await ateOPasso(cena.tag, 'Sobre o pedido')
  await enviarFormulario(cena.tag)
  await achar(cena.tag, '.erros')
  return cena
}

async function quemPede() {
  const cena = await noFormulario()
  await preencherFormulario(cena.tag)
  return cena
}

async function nosDocumentos(recebido: boolean) {
  const subidas = fingirEnvios()
  const cena = await quemPede()
  await preencherRequerente(cena.tag)
  await ateOPasso(cena.tag, 'Documentos')
  await enviarFormulario(cena.tag)
  escolherArquivos(await achar<HTMLInputElement>(cena.tag, '[id$="anexos-contrato-escolher"]'), arquivo('contrato.pdf'))
  escolherArquivos(await achar<HTMLInputElement>(cena.tag, '.solta input[type=file]'), arquivo('frente.jpg', 'image/jpeg'))
  await waitUntil(() => subidas.length === 2)
  if (recebido) subidas[0]?.responder(anexoRecebido('contrato.pdf'))
  else subidas[0]?.progredir(0.6)
  await achar(cena.tag, recebido ? '.documento .botao' : 'progress')
  devolverEnvios()
  return cena
}

async function naRevisao(preparo: Preparo = {}) {
  const subidas = fingirEnvios()
  const cena = await noFormulario(preparo)
  await preencherFormulario(cena.tag)
  await preencherRequerente(cena.tag)
  await ateOPasso(cena.tag, 'Documentos')
  escolherArquivos(await achar<HTMLInputElement>(cena.tag, '[id$="anexos-contrato-escolher"]'), arquivo('contrato.pdf'))
  await waitUntil(() => subidas.length === 1)
  subidas[0]?.responder(anexoRecebido('contrato.pdf'))
  await waitUntil(() => cena.tag.textContent?.includes('recebido'))
  await enviarFormulario(cena.tag)
  await ateOPasso(cena.tag, 'Confira e envie')
  devolverEnvios()
  return cena
}

async function enviado(preparo: Preparo, pronto: string) {
  const cena = await naRevisao(preparo)
  await enviarFormulario(cena.tag)
  await achar(cena.tag, pronto)
  return cena
}

async function comRascunho() {
  const entidade = novaEntidade()
  const antes = await noFormulario({ entidade })
  await preencher(antes.tag, 'Inscrição', '1234')
  await marcar(antes.tag, 'Não')
  limpar()
  history.replaceState(null, '')
  const cena = await abrir({ entidade, atributos: 'tipo="itbi"' })
  await waitUntil(() => cena.tag.textContent?.includes('Continuar de onde parou?'))
  return cena
}

async function comConta(adiante: boolean) {
  const entidade = novaEntidade()
  const expiraEm = new Date(Date.now() + 3_600_000).toISOString()
  const cena = await abrir({
    entidade,
    rotas: {
      'POST /v1/sessoes': () => json({ token: 't', sessao: 's', nome: titular.nome, expiraEm }, 201),
      'GET /v1/conta': () => json(titular),
      'DELETE /v1/sessoes/*': () => new Response(null, { status: 204 }),
      'GET /meus/rascunhos': () => json({ rascunhos: [] }),
      'PUT /meus/rascunhos/*': ({ caminho }) =>
        json({ id: caminho.split('/').at(-1), tipo: { codigo: 'itbi', nome: 'Emissão de ITBI' }, atualizadoEm: expiraEm, expiraEm }),
    },
  })
  await sessaoDe(location.origin, entidade).abrir('/sessoes', {})
  await waitUntil(() => cena.tag.textContent?.includes('Você entrou como Maria'))
  if (!adiante) return cena
  await ateOFormulario(cena.tag)
  await preencherFormulario(cena.tag)
  return cena
}

const estados: Estado[] = [
  { nome: 'sem servidor', abrir: () => abrir({ rotas: { 'GET /tipos': () => problema('erro_interno', 500) } }) },
  { nome: 'o que você precisa', abrir: () => abrir() },
  {
    nome: 'apresentação',
    async abrir() {
      const cena = await abrir()
      await apertar(cena.tag, 'Emissão de ITBI')
      await ateOPasso(cena.tag, 'Emissão de ITBI')
      return cena
    },
  },
  { nome: 'rascunho encontrado', abrir: comRascunho },
  { nome: 'formulário', abrir: () => noFormulario() },
  { nome: 'campos de toda espécie, com erro', abrir: () => comErros(deTodaEspecie) },
  { nome: 'quem está pedindo', abrir: quemPede },
  {
    nome: 'quem está pedindo, com erro',
    async abrir() {
      const cena = await quemPede()
      await enviarFormulario(cena.tag)
      await achar(cena.tag, '.erros')
      return cena
    },
  },
  { nome: 'documentos, enviando', abrir: () => nosDocumentos(false) },
  { nome: 'documentos, recebido', abrir: () => nosDocumentos(true) },
  { nome: 'revisão', abrir: () => naRevisao() },
  { nome: 'enviando', abrir: () => enviado({ rotas: { 'POST /protocolos': nunca } }, '.girando') },
  { nome: 'o envio falhou', abrir: () => enviado({ rotas: { 'POST /protocolos': () => problema('erro_interno', 500) } }, '.aviso-erro') },
  { nome: 'comprovante', abrir: () => enviado({}, '.grande') },
  {
    nome: 'entrar, na janela',
    async abrir() {
      const cena = await abrir()
      await apertar(cena.tag, 'Entrar')
      await achar(cena.tag, 'dialog[open] [name=login]')
      return cena
    },
  },
  { nome: 'com a conta aberta', abrir: () => comConta(false) },
  { nome: 'quem está pedindo, com a conta aberta', abrir: () => comConta(true) },
]

describe('states of <protocolo-novo>', () => {
  examinar(estados, ['widget/elements/novo/', 'widget/account/porta.ts'])
})
