import { Hono } from 'hono'
import * as v from 'valibot'
import { comprovanteSchema, pedidoDeAbertura, qrSchema } from '../../contract/protocolos.js'
import { addressOf } from '../../platform/http/address.js'
import { body, query } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import { idempotencyKey } from '../../platform/http/idempotency.js'
import type { Platform } from '../../platform/platform.js'
import { qrPath } from '../../platform/qr.js'
import { parametroDaProcuracao, sessaoOpcional } from '../procuracoes/guarda.js'
import type { AmbienteDeQualquer } from '../sessoes/guarda.js'
import { recusasDaSessao } from '../sessoes/posse.js'
import { enderecoDeConsulta, paginaDeConsulta } from './comprovante.js'
import * as exemplos from './exemplos.js'
import { abrirProtocolo } from './protocolos.js'

const descricao = describe({
  summary: 'Abre um protocolo',
  description:
    'Repetir o pedido com a mesma Idempotency-Key e o mesmo conteúdo dá a mesma resposta, e só um protocolo é aberto. Aberto por quem entrou na conta, o protocolo aparece em …/meus/protocolos, menos quando é anônimo. Em nome de outra pessoa, o requerente é ela, com o documento da procuração. O código de acesso aparece só nesta resposta.',
  tag: 'Abertura',
  parameters: [
    {
      name: 'Idempotency-Key',
      in: 'header',
      description: 'De 16 a 255 letras, números e sinais, sorteados a cada novo pedido: um UUID serve',
      required: true,
      example: '3f0c2b9e-6f3d-4b0e-9d55-0a4b1c2d3e4f',
    },
    { name: 'Protocolo-Prova', in: 'header', description: 'A prova de trabalho, pedida em GET …/desafio?para=abertura' },
    { name: 'Authorization', in: 'header', description: 'Quem entrou na conta: `DPoP` e o token da sessão, com o cabeçalho DPoP' },
    parametroDaProcuracao,
  ],
  responses: { 201: comprovanteSchema },
  problems: [
    ...recusasDaSessao,
    'procuracao_invalida',
    'chave_ausente',
    'chave_reutilizada',
    'pedido_em_curso',
    'prova_necessaria',
    'tipo_desconhecido',
    'tipo_fechado',
    'tipo_mudou',
    'campos_invalidos',
    'anexo_desconhecido',
  ],
  example: exemplos.comprovante,
  requestExample: exemplos.pedido,
})

/** Apart from the comprovante: drawing it takes longer than all the rest of an opening's reply. */
const codigoQr = describe({
  summary: 'Código QR da página de acompanhamento',
  description: 'Um caminho SVG em um quadrado de `lado` unidades, com a margem. Serve para qualquer número: não diz se o protocolo existe.',
  tag: 'Abertura',
  responses: { 200: qrSchema },
  problems: [],
  example: exemplos.qr,
})

export function rotasDeProtocolos(platform: Platform) {
  return new Hono<AmbienteDeQualquer>()
    .post('/protocolos', descricao, sessaoOpcional(platform, 'abrir'), body(pedidoDeAbertura), async (c) => {
      const comprovante = await abrirProtocolo(platform, c.var.entidade, {
        pedido: c.req.valid('json'),
        chave: idempotencyKey(c),
        prova: c.req.header('Protocolo-Prova'),
        endereco: addressOf(c),
        sessao: c.get('sessao'),
      })
      return c.json(comprovante, 201, noStore)
    })
    .get('/qr', codigoQr, query(v.object({ numero: v.pipe(v.string(), v.minLength(1), v.maxLength(60)) })), (c) => {
      const pagina = paginaDeConsulta(platform, c.var.entidade)
      return c.json(qrPath(enderecoDeConsulta(pagina, c.req.valid('query').numero)), 200, { 'Cache-Control': 'public, max-age=86400' })
    })
}
