import '../../../account/comum-conta.js'
import '../../../base/comum-formulario.js'
import '../../../base/comum-perguntas.js'
import '../../../base/comum-leitura.js'
// With what the other views that ask a tipo's questions share: they then go in one file.
import '../../../parts/campos/erros-das-respostas.js'
import '../../../parts/envios.js'
import { html, nothing, type TemplateResult } from 'lit'
import { Reautenticacao } from '../../../account/reautenticar.js'
import { estiloDosPassos } from '../../../base/estilo-passos.js'
import { estiloDePessoa } from '../../../base/estilo-pessoa.js'
import { administracaoDe, type ClienteDaAdministracao } from '../../../client/administracao.js'
import { type Cartao, ProblemaDaApi } from '../../../client/api.js'
import { aviso } from '../../../parts/aviso.js'
import { avisoDeFalha } from '../../../parts/falha.js'
import { titulo } from '../../../parts/titulo.js'
import { administracao as textos } from '../../../texts/gestao-administracao.pt-BR.js'
import type { Partes } from '../rota.js'
import type { Lugar, Vista } from '../vista.js'
import { estiloDaAdministracao } from './estilo-administracao.js'
import { type NomeDaParte, nomesDasPartes, type Parte, partesDaAdministracao } from './partes.js'

/** What who administers an entidade changes: `#gestao=administracao&parte=`, and one file for each part. */
export class Administracao implements Vista {
  readonly api: ClienteDaAdministracao
  /** What was done, until something else is. */
  dito = ''
  readonly #reautenticacao: Reautenticacao
  readonly #partes: Partial<Record<NomeDaParte, Parte>> = {}
  #falha: unknown
  #carregando = false
  #agora: NomeDaParte | undefined
  /** The part on screen, and the tipo in it; nowhere before the first. */
  #onde: string | undefined

  constructor(readonly lugar: Lugar) {
    const { host, sessao } = lugar
    host.usarEstilos(estiloDePessoa, estiloDosPassos, estiloDaAdministracao)
    this.api = administracaoDe(sessao, host.entidade)
    this.#reautenticacao = new Reautenticacao(host, sessao)
  }

  preparar(partes: Partes): void {
    const nome = parteDe(partes)
    const outra = this.#agora !== nome
    const [antes, onde] = [this.#onde, `${nome}/${partes.tipo ?? ''}`]
    this.dito = ''
    this.#agora = nome
    this.#onde = onde
    void this.carregar(partes, outra).then(() => (antes && antes !== onde ? this.#chegar(onde) : undefined))
  }

  renderizar(partes: Partes, cartao: Cartao): TemplateResult {
    const { host } = this.lugar
    const nome = parteDe(partes)
    return html`<p class="nao-imprime">${this.lugar.voltar()}</p>
      ${titulo(host.nivel, textos.titulo)}
      <div class="administracao">
        <nav class="partes nao-imprime" aria-label=${textos.titulo}>
          <ul role="list">
            ${nomesDasPartes.map((uma) => html`<li>${this.lugar.ligacao('administracao', { parte: uma }, textos.partes[uma], { classe: 'parte', atual: uma === nome })}</li>`)}
          </ul>
        </nav>
        <div class="miolo-da-administracao">
          ${this.dito ? aviso({ tom: 'ok', conteudo: html`<p>${this.dito}</p>` }) : nothing}
          ${this.#conteudo(nome, partes, cartao)}
        </div>
      </div>
      ${this.#reautenticacao.renderizar()}`
  }

  /** Nothing that happens to protocolos changes this. */
  mudou(): void {
    this.lugar.desenhar()
  }

  sair(): void {
    this.#onde = undefined
    this.#falha = undefined
    this.dito = ''
  }

  /** Asks for what the part on screen shows. */
  async carregar(partes: Partes, mostrar = false): Promise<void> {
    const nome = parteDe(partes)
    const parte = this.#parte(nome)
    this.#carregando = mostrar
    this.#falha = undefined
    this.lugar.desenhar()
    try {
      await parte.preparar(partes)
    } catch (erro) {
      if (this.#agora === nome) this.#falha = erro
    }
    if (this.#agora === nome) this.#carregando = false
    this.lugar.desenhar()
  }

  /**
   * Does what may ask for showing again who one is.
   * @returns undefined when the person gave that up
   */
  async confirmar<T>(fazer: (confirmado?: string) => Promise<T>): Promise<T | undefined> {
    try {
      return await fazer()
    } catch (erro) {
      if (!(erro instanceof ProblemaDaApi) || erro.problema.codigo !== 'confirmacao_necessaria') throw erro
    }
    const confirmado = await this.#reautenticacao.pedir('administracao', textos.confirme)
    return confirmado === undefined ? undefined : fazer(confirmado)
  }

  /** Tells what was done, to who sees and to who hears. */
  dizer(texto: string): void {
    this.dito = texto
    this.lugar.desenhar()
    void this.lugar.host.anunciar(texto)
  }

  /** From one part to another, the focus goes on from the heading of all to that of the part. */
  async #chegar(onde: string): Promise<void> {
    const { host } = this.lugar
    await host.updateComplete
    const solto = document.activeElement === document.body || document.activeElement?.matches('.titulo')
    if (solto && onde === this.#onde) await host.focar('.miolo-da-administracao .subtitulo')
  }

  #conteudo(nome: NomeDaParte, partes: Partes, cartao: Cartao): TemplateResult {
    const { host } = this.lugar
    if (this.#falha) return avisoDeFalha(this.#falha, { textos: host.comuns, tentar: () => void this.carregar(partes, true) })
    if (!this.#carregando) return this.#parte(nome).renderizar(partes, cartao)
    return html`<p class="so-leitor" role="status">${host.comuns.carregando}</p>
      <div class="esqueleto" aria-hidden="true"><i></i><i></i><i></i><i></i></div>`
  }

  #parte(nome: NomeDaParte): Parte {
    const parte = this.#partes[nome] ?? new partesDaAdministracao[nome](this)
    this.#partes[nome] = parte
    return parte
  }
}

function parteDe({ parte }: Partes): NomeDaParte {
  return nomesDasPartes.find((uma) => uma === parte) ?? 'tipos'
}
