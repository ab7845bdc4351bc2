import { Hono } from 'hono'
import { announcedSize, bytesOf } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import { download } from '../../platform/http/download.js'
import { ProblemError } from '../../platform/http/problem.js'
import type { Platform } from '../../platform/platform.js'
import { type AmbienteDaSessao, sessao } from '../sessoes/guarda.js'
import { parametros, recusasDaSessao } from '../sessoes/posse.js'
import { abrirFoto, guardarFoto, nomeDaFoto, removerFoto } from './foto.js'

const troca = describe({
  summary: 'Põe ou troca a própria foto',
  description: 'O corpo são os bytes da foto, até 2 MB: JPG, PNG ou WebP, o que se sabe pelo conteúdo. A anterior é apagada.',
  tag: 'Conta',
  requestMedia: 'application/octet-stream',
  parameters: parametros,
  responses: { 204: { description: 'Guardada.' } },
  problems: [
    ...recusasDaSessao,
    'arquivo_vazio',
    'arquivo_grande',
    'arquivo_incompleto',
    'arquivo_nao_aceito',
    'arquivo_infectado',
    'muitas_tentativas',
    'sem_espaco',
  ],
})

const foto = describe({
  summary: 'Mostra a própria foto',
  tag: 'Conta',
  parameters: parametros,
  responses: { 200: { description: 'A foto, em JPG, PNG ou WebP.', media: 'image/jpeg' } },
  problems: [...recusasDaSessao, 'nao_encontrado'],
})

const remocao = describe({
  summary: 'Apaga a própria foto',
  description: 'Repetir não muda nada.',
  tag: 'Conta',
  parameters: parametros,
  responses: { 204: { description: 'Apagada.' } },
  problems: recusasDaSessao,
})

export function rotasDaFoto(platform: Platform) {
  const guarda = sessao(platform)
  return new Hono<AmbienteDaSessao>()
    .put('/conta/foto', troca, guarda, async (c) => {
      const tamanho = announcedSize(c)
      await guardarFoto(platform, c.get('sessao'), { bytes: bytesOf(c), ...(tamanho !== undefined && { tamanho }) })
      return c.body(null, 204)
    })
    .get('/conta/foto', foto, guarda, async (c) => {
      const achada = await abrirFoto(platform, c.get('sessao'))
      if (!achada?.bytes) throw new ProblemError('nao_encontrado', { detail: 'Não há foto na sua conta.' })
      const { foto, bytes } = achada
      return download(c, bytes, { name: nomeDaFoto(foto.tipo), type: foto.tipo, size: foto.tamanho })
    })
    .delete('/conta/foto', remocao, guarda, async (c) => {
      await removerFoto(platform, c.get('sessao'))
      return c.body(null, 204)
    })
}
