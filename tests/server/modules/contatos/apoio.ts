import type { ConfirmacaoDeContato, Conta, ContatoPedido, PedidoDeContato } from '../../../../server/contract/contas.js'
import type { OperacaoConfirmada } from '../../../../server/contract/sessoes.js'
import type { Sms, Text } from '../../../../server/platform/sms.js'
import { ler, type montarContas, senha } from '../contas/apoio.js'

type Dono = Awaited<ReturnType<Awaited<ReturnType<typeof montarContas>>['pessoa']>>

/** What somebody signed in does with their contacts. */
export function contatosDe({ aparelho, token, cadastro }: Dono, entidade = 'exemplo') {
  const chamar = (method: string, path: string, body?: unknown, headers = {}) =>
    aparelho.pedir(method, `/v1${path}?entidade=${entidade}`, { token, headers, ...(body !== undefined && { body }) })

  /** Shows again who they are, to change the e-mail. */
  async function confirmacaoDoEmail(): Promise<{ 'Protocolo-Confirmacao': string }> {
    const body = { operacao: 'email', senha: cadastro.senha ?? senha }
    const { confirmacao } = await ler<OperacaoConfirmada>(await chamar('POST', '/sessoes/confirmacoes', body), 201)
    return { 'Protocolo-Confirmacao': confirmacao }
  }

  return {
    chamar,
    confirmacaoDoEmail,
    tentar: async (pedido: PedidoDeContato) =>
      chamar('POST', '/conta/contatos', pedido, pedido.especie === 'email' ? await confirmacaoDoEmail() : {}),
    async pedir(pedido: PedidoDeContato): Promise<ContatoPedido> {
      return ler(await this.tentar(pedido), 202)
    },
    confirmar: (id: string, codigos: ConfirmacaoDeContato) => chamar('POST', `/conta/contatos/${id}`, codigos),
    reenviar: (id: string) => chamar('POST', `/conta/contatos/${id}/envios`, {}),
    remover: (especie: string) => chamar('DELETE', `/conta/contatos/${especie}`),
    conta: async (): Promise<Conta> => ler(await chamar('GET', '/conta'), 200),
  }
}

/** A gateway that keeps the texts it gets, and can be told to be away or to refuse. */
export function gatewayDeTeste() {
  const textos: Text[] = []
  const estado: { resposta: 'sent' | 'refused' | 'away' } = { resposta: 'sent' }
  const sms: Sms = {
    async send(texto) {
      if (estado.resposta === 'away') throw new Error('away')
      if (estado.resposta === 'sent') textos.push(texto)
      return estado.resposta
    },
  }
  return { sms, textos, responder: (resposta: typeof estado.resposta) => Object.assign(estado, { resposta }) }
}

/** Another code than this one. */
export function errado(codigo: string): string {
  return codigo === '000000' ? '000001' : '000000'
}
