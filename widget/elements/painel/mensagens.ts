import { html, nothing, type TemplateResult } from 'lit'
import type { Mensagem } from '../../../server/contract/mensagens.js'
import type { Anexo, Cartao } from '../../client/api.js'
import type { ProtocoloDaConta } from '../../client/meus.js'
import { conversa, ultimaNova } from '../../parts/conversa.js'
import type { Escrita, Porta } from '../../parts/mensagens/escrita.js'
import { resultado as tempos } from '../../texts/resultado.pt-BR.js'
import { umProcesso as textos } from '../../texts/um-processo.pt-BR.js'
import type { Dentro } from './dentro.js'
import { nada } from './lista.js'

/** The conversation of the process on screen. Where one writes loads when it is looked at. */
export class Mensagens {
  readonly #escritas = new Map<string, Escrita>()
  /** The last one that was marked as read, or is being marked. */
  #marcada: string | undefined
  #Escrita: typeof Escrita | undefined

  constructor(readonly dentro: Dentro) {}

  /** @throws when the code of where one writes does not come */
  async preparar(): Promise<void> {
    this.#Escrita ??= (await import('../../parts/mensagens/escrita.js')).Escrita
  }

  renderizar(protocolo: ProtocoloDaConta, cartao: Cartao, arquivos: (anexos: readonly Anexo[]) => unknown): TemplateResult {
    const { mensagens, acoes, vistaAte } = protocolo
    const escreve = acoes.includes('mensagem')
    const cidadao = vistaAte ? textos.quemPediu : (this.dentro.agindo?.nome ?? textos.voce)
    if (!vistaAte) this.#marcarLidas(protocolo)
    const meio = {
      fuso: cartao.fuso,
      agora: new Date(),
      textos: tempos,
      cidadao,
      depois: ({ anexos }: Mensagem) => (anexos.length > 0 ? arquivos(anexos) : nothing),
      ...(!vistaAte && { lida: { de: 'cidadao' as const, texto: tempos.lida } }),
    }
    return html`${mensagens.length > 0 ? conversa(mensagens, meio) : nada(textos.semMensagens, escreve ? textos.semMensagensAjuda : '')}
    ${escreve ? (this.#escrita(protocolo.id)?.renderizar(cartao) ?? this.dentro.painel.espera()) : vistaAte ? nothing : html`<p class="secundario">${textos.terminou}</p>`}`
  }

  #escrita(id: string): Escrita | undefined {
    const { dentro } = this
    if (!this.#Escrita) return undefined
    const porta: Porta = {
      host: dentro.painel.host,
      escrever: (...mensagem) => dentro.meus.escrever(id, ...mensagem),
      enviada: (mensagem) => this.#mostrar(id, mensagem),
    }
    const escrita = this.#escritas.get(id) ?? new this.#Escrita(porta, id)
    this.#escritas.set(id, escrita)
    return escrita
  }

  /** Shows what was sent, without asking for the whole process again. */
  #mostrar(id: string, enviada: Mensagem): void {
    const valor = this.dentro.carga('processo')?.valor
    this.dentro.mexido = id
    if (valor?.id !== id || valor.mensagens.some((uma) => uma.id === enviada.id)) return
    void this.dentro.carregar('processo', id, async () => ({ ...valor, mensagens: [...valor.mensagens, enviada] }))
  }

  /** What is on screen was read. That it could not be told is told the next time. */
  #marcarLidas({ id, mensagens }: ProtocoloDaConta): void {
    const nova = ultimaNova(mensagens)
    if (!nova || this.#marcada === nova.id) return
    this.#marcada = nova.id
    const { dentro } = this
    dentro.meus
      .marcarLidas(id, nova.id)
      .then(() => dentro.renovar('resumo', () => dentro.meus.resumo()))
      .catch(console.debug)
  }
}
