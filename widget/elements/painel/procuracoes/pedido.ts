import { html, nothing, type TemplateResult } from 'lit'
import { lerDocumento } from '../../../../server/contract/regras.js'
import { campoDaConta, marca } from '../../../account/campo.js'
import { Ficha } from '../../../account/ficha.js'
import type { Anexo } from '../../../client/api.js'
import type { Poder } from '../../../client/procuracoes.js'
import { aoEnviar, botaoDeEnviar } from '../../../parts/formulario.js'
import { seletor } from '../../../parts/seletor.js'
import { titulo } from '../../../parts/titulo.js'
import { procuracoes as textos } from '../../../texts/procuracoes.pt-BR.js'
import type { TelaDasProcuracoes } from './procuracoes.js'

const poderes = Object.keys(textos.nomesDosPoderes) as Poder[]
const rotulos = () => ({ documento: textos.documento, nome: textos.nome, poderes: textos.poderes, ate: textos.ate, anexo: textos.arquivo })

/** The form that asks to act for another. What was typed stays until it is sent or given up. */
export class Pedido {
  readonly #tela: TelaDasProcuracoes
  readonly #ficha: Ficha
  readonly #fechar: (dito?: string) => void
  #escolhidos: readonly Poder[] = ['acompanhar']
  #arquivo: File | undefined

  /** @param fechar is told what to say once it was sent */
  constructor(tela: TelaDasProcuracoes, fechar: (dito?: string) => void) {
    this.#tela = tela
    this.#ficha = new Ficha(tela.dentro.painel)
    this.#fechar = fechar
  }

  renderizar(): TemplateResult {
    const ficha = this.#ficha
    const { host } = this.#tela.dentro.painel
    return html`<p class="nao-imprime"><button type="button" class="botao botao-texto rente" @click=${() => this.#fechar()}>${textos.voltar}</button></p>
      <div>${titulo(host.nivel, textos.pedirTitulo)}<p class="secundario">${textos.pedirAjuda}</p></div>
      <form class="pilha estreita" novalidate @submit=${aoEnviar(() => this.#enviar())}>
        ${ficha.problemas(rotulos(), () => this.#enviar())}
        ${campoDaConta(ficha, 'documento', { rotulo: textos.documento, obrigatorio: true, maxlength: 30 })}
        ${campoDaConta(ficha, 'nome', { rotulo: textos.nome, obrigatorio: true, autocapitalize: 'words', maxlength: 200 })}
        ${this.#poderes()}
        ${campoDaConta(ficha, 'ate', { rotulo: textos.ate, ajuda: textos.ateAjuda, obrigatorio: true, type: 'date' })} ${this.#campoDoArquivo()}
        <div class="linha">
          ${botaoDeEnviar(ficha.estado.ocupado === 'pedir', textos.enviar, textos.enviando)}
          <button type="button" class="botao botao-texto" @click=${() => this.#fechar()}>${textos.cancelar}</button>
        </div>
      </form>`
  }

  #poderes(): TemplateResult {
    const ficha = this.#ficha
    const erro = ficha.erro('poderes')
    return html`<fieldset class="poderes" id=${ficha.id('poderes')} tabindex="-1" aria-describedby=${erro ? `${ficha.id('poderes')}-erro` : nothing}>
      <legend>${textos.poderes}</legend>
      ${erro ? html`<p class="erro" id="${ficha.id('poderes')}-erro">${erro}</p>` : nothing}
      ${poderes.map((poder) =>
        marca(`${ficha.id('poderes')}-${poder}`, textos.nomesDosPoderes[poder], {
          ajuda: textos.ajudaDosPoderes[poder],
          marcado: this.#escolhidos.includes(poder),
          mudar: (marcado) => this.#escolher(poder, marcado),
        }),
      )}
    </fieldset>`
  }

  #campoDoArquivo(): TemplateResult {
    const ficha = this.#ficha
    const id = ficha.id('anexo')
    const erro = ficha.erro('anexo')
    return html`<div class="campo">
      <p><b>${textos.arquivo}</b></p>
      <p class="ajuda" id="${id}-ajuda">${textos.arquivoAjuda}</p>
      ${erro ? html`<p class="erro" id="${id}-erro">${erro}</p>` : nothing}
      ${this.#arquivo ? html`<p class="nome-longo" translate="no">${this.#arquivo.name}</p>` : nothing}
      <div class="linha">
        ${seletor({
          id,
          texto: this.#arquivo ? textos.trocarArquivo : textos.escolherArquivo,
          nome: textos.arquivo,
          classe: 'botao botao-fraco',
          aceita: '.pdf,.jpg,.jpeg,.png',
          descricao: erro ? `${id}-ajuda ${id}-erro` : `${id}-ajuda`,
          errado: erro !== undefined,
          aoEscolher: ([arquivo]) => this.#porArquivo(arquivo),
        })}
        ${this.#arquivo ? html`<button type="button" class="botao botao-texto" @click=${() => this.#porArquivo(undefined)}>${textos.tirarArquivo}</button>` : nothing}
      </div>
    </div>`
  }

  #porArquivo(arquivo: File | undefined): void {
    this.#arquivo = arquivo
    this.#tela.dentro.desenhar()
  }

  #escolher(poder: Poder, marcado: boolean): void {
    this.#escolhidos = poderes.filter((um) => (um === poder ? marcado : this.#escolhidos.includes(um)))
    this.#tela.dentro.desenhar()
  }

  async #enviar(): Promise<void> {
    const ficha = this.#ficha
    const [documento, nome, ate] = [ficha.ler('documento').trim(), ficha.ler('nome').trim(), ficha.ler('ate')]
    const faltas: [keyof typeof textos.erros, boolean][] = [
      ['documento', documento === '' || !lerDocumento(documento)],
      ['nome', nome === ''],
      ['poderes', this.#escolhidos.length === 0],
      ['ate', ate === ''],
    ]
    if (ficha.recusar(faltas.flatMap(([caminho, falta]) => (falta ? [{ caminho, mensagem: textos.erros[caminho] }] : [])))) return
    const feito = await ficha.tentar('pedir', async () => {
      const anexo = await this.#mandarArquivo()
      await this.#tela.api.pedir({
        documento,
        nome,
        poderes: [...this.#escolhidos],
        ate,
        ...(anexo && { anexo: { id: anexo.id, sha256: anexo.sha256 } }),
      })
    })
    if (feito) this.#fechar(textos.pedida)
  }

  async #mandarArquivo(): Promise<Anexo | undefined> {
    if (!this.#arquivo) return undefined
    const { enviarAnexo } = await import('../../../client/anexo.js')
    return enviarAnexo(this.#tela.dentro.painel.host.cliente.raiz, this.#arquivo, {})
  }
}
