import { formatarCodigo, lerCodigo } from '../../../server/contract/codigo.js'
import { nomesDeSituacao } from '../../../server/contract/palavras.js'
import { avisar } from '../../base/avisos.js'
import { type Acesso, acessoComCodigo } from '../../client/acesso.js'
import type { Consulta as Consultado } from '../../client/api.js'
import { baixar } from '../../client/baixar.js'
import { novaChave } from '../../client/chave.js'
import type { Meus, ProtocoloDaConta } from '../../client/meus.js'
import { ultimaNova } from '../../parts/conversa.js'
import type { Fim } from '../../parts/fim/fim.js'
import type { Escrita, Porta as PortaDaEscrita } from '../../parts/mensagens/escrita.js'
import type { Respostas } from '../../parts/pendencias/respostas.js'
import { resultado as textos } from '../../texts/resultado.pt-BR.js'
import type { Chave, Consulta, Ocupado } from './consulta.js'

/** A protocolo that was found, and what can be done with it. */
export class Achado {
  readonly textos = textos
  /** Answers what is asked, once its code is here. */
  respostas: Respostas | undefined
  /** Writes to the unidade, once its code is here. */
  escrita: Escrita | undefined
  /** What ends it or follows its end, once its code is here. */
  fim: Fim | undefined
  #acesso: Acesso | undefined
  readonly #chave: Chave
  /** Idempotency-Key of the renewal, kept until it succeeds: the reply may be what was lost. */
  #troca = novaChave()

  constructor(
    readonly consulta: Consulta,
    chave: Chave,
    public consultado: Consultado,
  ) {
    this.#chave = chave
    if ('codigo' in chave) this.#deixarEntrar(acessoComCodigo(consulta.host.cliente, chave))
  }

  /** From level 1: everything, for whose it is. */
  abrirProprio(protocolo: ProtocoloDaConta, meus: Meus): void {
    const achado = new Achado(this.consulta, this.#chave, protocolo)
    const { id } = protocolo
    achado.#deixarEntrar({
      anexo: (anexo) => meus.anexo(id, anexo),
      comprovante: () => meus.comprovante(id),
      trocarCodigo: () => meus.trocarCodigo(id),
      responder: (...resposta) => meus.responder(id, ...resposta),
      escrever: (...mensagem) => meus.escrever(id, ...mensagem),
      marcarLidas: (ate) => meus.marcarLidas(id, ate),
      terminar: (...ato) => meus.terminar(id, ...ato),
      reler: () => meus.protocolo(id),
    })
    this.consulta.mudar({ achado })
  }

  get #entrada(): Acesso {
    if (!this.#acesso) throw new Error('nothing opens this protocolo')
    return this.#acesso
  }

  #deixarEntrar(acesso: Acesso): void {
    this.#acesso = acesso
    Promise.all([this.#prepararRespostas(), this.#prepararEscrita(), this.#prepararFim(), this.#marcarLidas()]).catch((erro: unknown) =>
      avisar('P04', 'uma parte não carregou', erro),
    )
  }

  /** Tells the screen reader and the page. */
  anunciar(): void {
    const { numero, codigoDoTipo: tipo, situacao, resultado, nivel } = this.consultado
    void this.consulta.host.anunciar(textos.encontrado(numero, nomesDeSituacao[situacao]))
    this.consulta.host.emitir('protocolo-consultado', { tipo, situacao, resultado, nivel })
  }

  /** From level 1: the code, to see the rest. */
  async verTudo(): Promise<void> {
    const { consulta } = this
    const { codigo } = consulta.estado.digitado
    const lido = lerCodigo(codigo)
    if (!lido) {
      consulta.recusar({ codigo: codigo.trim() ? consulta.textos.erros.codigoErrado : textos.codigoFalta })
      return
    }
    const chave = { ...this.#chave, codigo: lido }
    const abrir = async () => consulta.receber(chave, await consulta.host.cliente.consultarComCodigo(chave))
    if (await consulta.tentar('ver', abrir, textos.codigoNaoAbre)) return consulta.host.focar('.titulo')
  }

  /** Brings what answers what is asked, once something is. */
  async #prepararRespostas(): Promise<void> {
    if (this.consultado.nivel === 1 || this.consultado.pendencias.length === 0) return
    const { Respostas } = await import('../../parts/pendencias/respostas.js')
    this.respostas ??= new Respostas({
      host: this.consulta.host,
      // By the access that there is when it is sent: the code may have been replaced meanwhile.
      responder: (...resposta) => this.#entrada.responder(...resposta),
      respondida: ({ pendencia }) => this.#respondida(pendencia),
    })
    this.consulta.host.requestUpdate()
  }

  /** Brings where one writes to the unidade, for as long as it takes messages. */
  async #prepararEscrita(): Promise<void> {
    const { consultado } = this
    if (consultado.nivel === 1 || consultado.situacao === 'encerrado' || consultado.situacao === 'cancelado') return
    const { Escrita } = await import('../../parts/mensagens/escrita.js')
    const porta: PortaDaEscrita = {
      host: this.consulta.host,
      escrever: (...mensagem) => this.#entrada.escrever(...mensagem),
      enviada: () => void this.reler(),
    }
    this.escrita ??= new Escrita(porta, consultado.numero)
    this.consulta.host.requestUpdate()
  }

  /** What the unidade wrote is on screen, so it was read. */
  async #marcarLidas(): Promise<void> {
    const nova = this.consultado.nivel === 2 && ultimaNova(this.consultado.mensagens)
    if (nova) await this.#acesso?.marcarLidas(nova.id)
  }

  /** Brings what ends it or follows its end, once something of that can be done. */
  async #prepararFim(): Promise<void> {
    const { consultado } = this
    if (
      consultado.nivel === 1 ||
      !(consultado.acoes?.some((acao) => acao === 'avaliar' || acao === 'recorrer' || acao === 'desistir') || consultado.avaliacao)
    )
      return
    const { Fim } = await import('../../parts/fim/fim.js')
    const porta = {
      host: this.consulta.host,
      enviar: (rota: string, corpo: object) => this.#entrada.terminar(rota, corpo),
      feito: () => this.reler(),
    }
    this.fim ??= new Fim(porta, consultado.numero)
    this.consulta.host.requestUpdate()
  }

  /** What is not waited for any more goes at once; the rest comes anew. */
  async #respondida(pendencia: string): Promise<void> {
    const { consultado } = this
    if (consultado.nivel === 1) return
    this.consultado = { ...consultado, pendencias: consultado.pendencias.filter(({ id }) => id !== pendencia) }
    this.consulta.host.requestUpdate()
    void this.reler()
  }

  /** Shows it as it stands now; without the network what is on screen stays. */
  async reler(): Promise<void> {
    const novo = await this.#acesso?.reler().catch(() => undefined)
    if (!novo) return
    this.consultado = novo
    this.consulta.host.requestUpdate()
  }

  async baixarAnexo(id: string, nome: string): Promise<void> {
    await this.#usar(id, async ({ anexo }) => baixar(await anexo(id), nome))
  }

  async baixarComprovante(): Promise<void> {
    const nome = textos.nomeDoComprovante(this.consultado.numero.replace(/[^\w.-]+/g, '-'))
    await this.#usar('comprovante', async ({ comprovante }) => baixar(await comprovante(), nome))
  }

  perguntarTroca(perguntar: boolean): void {
    this.consulta.mudar({ troca: perguntar ? 'perguntar' : undefined, falha: undefined })
    void this.consulta.host.focar(perguntar ? '.troca .botao' : '.abre-troca')
  }

  async trocarCodigo(): Promise<void> {
    await this.#usar('trocar', async ({ trocarCodigo }) => {
      const dado = await trocarCodigo(this.#troca)
      const codigo = lerCodigo(dado) ?? dado
      this.#acesso = acessoComCodigo(this.consulta.host.cliente, { ...this.#chave, codigo })
      this.#troca = novaChave()
      this.consulta.mudar({ troca: { codigo: formatarCodigo(codigo) } })
      void this.consulta.host.focar('.troca')
    })
  }

  async #usar(ocupado: Ocupado, fazer: (acesso: Acesso) => Promise<void>): Promise<void> {
    const acesso = this.#acesso
    if (acesso) await this.consulta.tentar(ocupado, () => fazer(acesso))
    if (this.consulta.estado.falha) void this.consulta.host.focar('.titulo')
  }
}
