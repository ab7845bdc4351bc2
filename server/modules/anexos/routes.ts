import { type Context, Hono } from 'hono'
import { anexoSchema } from '../../contract/protocolos.js'
import { addressOf } from '../../platform/http/address.js'
import { announcedSize, bytesOf } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { noStore } from '../../platform/http/headers.js'
import { createPlaces } from '../../platform/http/inflight.js'
import { ProblemError } from '../../platform/http/problem.js'
import { tooMany } from '../../platform/http/rate.js'
import type { Platform } from '../../platform/platform.js'
import type { AmbienteDaEntidade } from '../entidades/guarda.js'
import { type Envio, guardarAnexo } from './anexos.js'

/** Uploads received at the same time by one process, and of those by one address. */
const simultaneos = { most: 400, mostOfOne: 250 }
/** What one address may send in `janela` seconds: files, and MiB. */
const porEndereco = { janela: 600, arquivos: 400, mebibytes: 8192 }

const descricao = describe({
  summary: 'Envia um arquivo',
  description:
    'O corpo são os bytes do arquivo, sem multipart. O tipo do arquivo vem dos bytes, não do nome. O que não entrar em um protocolo em um dia é apagado.',
  tag: 'Anexos',
  requestMedia: 'application/octet-stream',
  parameters: [
    { name: 'nome', in: 'query', description: 'Nome do arquivo', required: true, example: 'contrato.pdf' },
    { name: 'tipo', in: 'query', description: 'Código do serviço', example: 'itbi' },
    { name: 'documento', in: 'query', description: 'Código do documento pedido pelo serviço', example: 'contrato' },
  ],
  responses: { 201: anexoSchema },
  problems: [
    'tipo_desconhecido',
    'campos_invalidos',
    'arquivo_vazio',
    'arquivo_grande',
    'arquivo_incompleto',
    'arquivo_nao_aceito',
    'arquivo_infectado',
    'muitas_tentativas',
    'sem_espaco',
  ],
  example: {
    id: '019aa5b0-7c1e-7d52-9f0e-3f2a5b6c7d8e',
    nome: 'contrato.pdf',
    tipo: 'application/pdf',
    tamanho: 48213,
    sha256: '9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
  },
})

export function rotasDeAnexos(platform: Platform) {
  const { most, mostOfOne } = simultaneos
  const lugares = createPlaces({ most, mostOfOne: platform.config.limits ? mostOfOne : most })

  return new Hono<AmbienteDaEntidade>().put('/anexos', descricao, async (c) => {
    const endereco = addressOf(c)
    limitar(platform, endereco, announcedSize(c))
    const sair = lugares.take(endereco)
    if (!sair) throw new ProblemError('indisponivel', { headers: { 'Retry-After': '5' } })
    try {
      return c.json(await guardarAnexo(platform, c.var.entidade, envioDe(c)), 201, noStore)
    } finally {
      sair()
    }
  })
}

function envioDe(c: Context): Envio {
  const tipo = c.req.query('tipo')
  const documento = c.req.query('documento')
  const tamanho = announcedSize(c)
  return {
    nome: (c.req.query('nome') ?? '').slice(0, 1000),
    ...(tipo === undefined ? {} : { tipo }),
    ...(documento === undefined ? {} : { documento }),
    ...(tamanho === undefined ? {} : { tamanho }),
    bytes: bytesOf(c),
  }
}

/** Bytes are counted by what is announced; who announces nothing is taken to send 20 MiB. */
function limitar(platform: Platform, endereco: string, tamanho = 20 * 1024 * 1024): void {
  const { janela, arquivos, mebibytes } = porEndereco
  let enviados = 0
  for (let mib = Math.min(100, Math.ceil(tamanho / 1024 / 1024)); mib > 0; mib--) {
    enviados = platform.limits.hit(`anexos:mib:${endereco}`, janela)
  }
  if (platform.limits.hit(`anexos:${endereco}`, janela) > arquivos || enviados > mebibytes) throw tooMany(janela)
}
