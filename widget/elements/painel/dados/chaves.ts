import { html, nothing, type TemplateResult } from 'lit'
import { escreverDataHora } from '../../../../server/contract/palavras.js'
import type { PasskeyListada } from '../../../account/passkeys.js'
import { recadoDaPasskey } from '../../../account/recado-da-passkey.js'
import { avisoDeFalha } from '../../../parts/falha.js'
import { aoEnviar, botaoDeEnviar, campoDeTexto } from '../../../parts/formulario.js'
import { titulo } from '../../../parts/titulo.js'
import { passkeyNova as nova } from '../../../texts/passkey-nova.pt-BR.js'
import { passkeys as textos } from '../../../texts/passkeys.pt-BR.js'
import { daCarga } from '../carregando.js'
import type { Chaves } from '../chaves.js'
import type { Dentro } from '../dentro.js'

/** Milliseconds; the server takes the first passkey of who has just signed in without asking more, for a little longer. */
const LOGO = 9 * 60_000

/** "Chaves de acesso": the person's passkeys, named, made and removed. */
export class ListaDeChaves {
  readonly #chaves: Chaves
  #renomeando: { id: string; nome: string; erro?: string } | undefined
  #recado: string | undefined
  #falha: unknown

  constructor(readonly dentro: Dentro) {
    this.#chaves = dentro.chaves
  }

  renderizar(fuso: string): TemplateResult {
    const { dentro } = this
    const { host } = dentro.painel
    return html`<section class="pilha-curta chaves">
      ${titulo(host.nivel + 1, textos.titulo, 'subtitulo')}
      <p class="secundario">${textos.ajuda}</p>
      ${daCarga(dentro, dentro.carga('passkeys'), (passkeys) => this.#lista(passkeys, fuso))}
      ${this.#falha ? avisoDeFalha(this.#falha, { textos: host.comuns }) : nothing}
      <p class="recado" role="status">${this.#recado}</p>
      ${this.#criacao()}
    </section>`
  }

  #lista(passkeys: readonly PasskeyListada[], fuso: string): TemplateResult {
    if (passkeys.length === 0) return html`<p>${textos.nenhuma}</p>`
    return html`<ul class="arquivos" role="list">
      ${passkeys.map((passkey) => html`<li class="arquivo">${this.#renomeando?.id === passkey.id ? this.#nome() : this.#uma(passkey, fuso)}</li>`)}
    </ul>`
  }

  #uma(passkey: PasskeyListada, fuso: string): TemplateResult {
    const { id, nome, rpId, sincronizada, criadaEm, usadaEm } = passkey
    const daqui = rpId === this.dentro.painel.host.cartao?.rpId
    const [criada] = escreverDataHora(criadaEm, fuso).split(',')
    return html`<div>
        <b>${nome}</b>
        <p class="secundario">${textos.criadaEm(criada ?? '')} · ${usadaEm ? textos.usadaEm(escreverDataHora(usadaEm, fuso)) : textos.semUso}</p>
        <p class="secundario">${sincronizada ? textos.sincronizada : textos.deUmAparelho}${daqui ? nothing : ` · ${textos.serveEm(rpId)}`}</p>
      </div>
      <div class="linha rente">
        <button type="button" class="botao botao-texto" id=${this.#id(id)} aria-label=${textos.mudarNomeDe(nome)} @click=${() => this.#abrirNome(passkey)}>
          ${textos.mudarNome}
        </button>
        <button
          type="button"
          class="botao botao-texto"
          aria-label=${textos.removerDe(nome)}
          aria-disabled=${this.dentro.ocupado === id ? 'true' : nothing}
          @click=${() => void this.#remover(passkey)}
        >
          ${textos.remover}
        </button>
      </div>`
  }

  #nome(): TemplateResult | typeof nothing {
    const renomeando = this.#renomeando
    if (!renomeando) return nothing
    const { id, nome, erro } = renomeando
    const mudar = (valor: string) => (this.#renomeando = { id, nome: valor })
    return html`<form class="pilha-curta" novalidate @submit=${aoEnviar(() => this.#guardarNome())}>
      ${campoDeTexto({ id: this.#id(id), nome: 'nome', rotulo: textos.nome, valor: nome, erro, exigido: true, mudar })}
      <div class="linha">
        ${botaoDeEnviar(this.dentro.ocupado === 'nome', textos.guardar, textos.guardando, 'botao-fraco')}
        <button type="button" class="botao botao-texto" @click=${() => this.#fecharNome(id)}>${textos.cancelar}</button>
      </div>
    </form>`
  }

  #criacao(): TemplateResult | typeof nothing {
    const { dentro } = this
    const { cartao } = dentro.painel.host
    if (!this.#chaves.servem) return html`<p class="secundario">${textos.outroLugar(cartao?.rpId ?? '')}</p>`
    const criando = dentro.ocupado === 'criar-chave'
    return html`<div class="linha">
      <button type="button" class="botao botao-fraco ${criando ? 'girando' : ''}" aria-disabled=${criando ? 'true' : nothing} @click=${() => void this.#criarAqui()}>
        ${criando ? nova.criando : nova.criar}
      </button>
    </div>`
  }

  async #criarAqui(): Promise<void> {
    const { dentro } = this
    const esta = dentro.carga('sessoes')?.valor?.find((sessao) => sessao.esta)
    const logo = esta !== undefined && Date.now() - Date.parse(esta.criadaEm) < LOGO
    const nenhuma = dentro.carga('passkeys')?.valor?.length === 0
    await this.#fazer('criar-chave', async () => {
      if (await this.#chaves.criar(logo && nenhuma)) await this.#mudou(textos.criada)
    })
  }

  async #remover({ id, nome }: PasskeyListada): Promise<void> {
    await this.#fazer(id, async () => {
      const confirmacao = await this.dentro.reautenticacao.pedir('credenciais', textos.paraRemover(nome))
      if (confirmacao === undefined) return
      await this.#chaves.api.remover(id, confirmacao)
      await this.#mudou(textos.removida)
      void this.dentro.painel.host.focar('.chaves .subtitulo')
    })
  }

  #abrirNome({ id, nome }: PasskeyListada): void {
    this.#renomeando = { id, nome }
    this.dentro.desenhar()
    void this.dentro.painel.host.focar(`#${this.#id(id)}`)
  }

  #fecharNome(id: string): void {
    this.#renomeando = undefined
    this.dentro.desenhar()
    void this.dentro.painel.host.focar(`#${this.#id(id)}`)
  }

  async #guardarNome(): Promise<void> {
    const renomeando = this.#renomeando
    if (!renomeando) return
    const { id } = renomeando
    const nome = renomeando.nome.trim()
    if (!nome) {
      this.#renomeando = { id, nome, erro: textos.semNome }
      this.dentro.desenhar()
      return this.dentro.painel.host.focar(`#${this.#id(id)}`)
    }
    await this.#fazer('nome', async () => {
      await this.#chaves.api.renomear(id, nome)
      await this.#mudou(textos.renomeada)
      this.#fecharNome(id)
    })
  }

  async #mudou(dito: string): Promise<void> {
    await this.#chaves.carregar()
    void this.dentro.painel.host.anunciar(dito)
  }

  #fazer(ocupado: string, que: () => Promise<void>): Promise<void> {
    return this.dentro.fazer(ocupado, async () => {
      this.#recado = undefined
      this.#falha = undefined
      try {
        await que()
      } catch (erro) {
        this.#recado = recadoDaPasskey(erro)
        if (this.#recado === undefined) this.#falha = erro
      }
    })
  }

  #id(passkey: string): string {
    return `${this.dentro.painel.host.prefixo}-chave-${passkey}`
  }
}
