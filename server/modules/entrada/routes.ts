import { Hono } from 'hono'
import { pedidoDeEntrada, sessaoAberta } from '../../contract/sessoes.js'
import { addressOf } from '../../platform/http/address.js'
import { body } from '../../platform/http/body.js'
import { describe } from '../../platform/http/describe.js'
import type { Platform } from '../../platform/platform.js'
import * as exemplos from '../sessoes/exemplos.js'
import { type AmbienteDoAparelho, aparelho } from '../sessoes/guarda.js'
import { parametrosDoAparelho, recusasDoAparelho } from '../sessoes/posse.js'
import { entrarComSenha } from './entrada.js'

const comSenha = describe({
  summary: 'Entra com login e senha',
  description:
    'O login é o CPF, o CNPJ, o usuário ou o e-mail. A sessão só vale com a chave que assinou o cabeçalho DPoP. Login desconhecido e senha errada respondem igual.',
  tag: 'Conta',
  parameters: [
    ...parametrosDoAparelho,
    { name: 'Protocolo-Prova', in: 'header', description: 'A prova de trabalho, quando uma resposta 428 a pedir' },
  ],
  responses: { 201: sessaoAberta },
  problems: [...recusasDoAparelho, 'entrada_recusada', 'prova_necessaria', 'muitas_tentativas'],
  example: exemplos.aberta,
  requestExample: { login: '111.444.777-35', senha: 'cavalo bateria grampo', lembrar: true },
})

export function rotasDeEntrada(platform: Platform) {
  return new Hono<AmbienteDoAparelho>().post('/sessoes', comSenha, aparelho(platform), body(pedidoDeEntrada), async (c) => {
    const vindo = { endereco: addressOf(c), prova: c.req.header('Protocolo-Prova') }
    const sessao = await entrarComSenha(platform, c.get('entidade'), c.req.valid('json'), c.get('aparelho'), vindo)
    return c.json(sessao, 201, { 'Cache-Control': 'no-store' })
  })
}
