import '../comum-painel.js'
import { html, type TemplateResult } from 'lit'
import type { CampoComErro } from '../../../../server/contract/problema.js'
import { Ficha } from '../../../account/ficha.js'
import { abrirFoto, type Foto } from '../../../account/foto.js'
import { estiloDeEscolhas } from '../../../base/estilo-escolhas.js'
import { estiloDePessoa } from '../../../base/estilo-pessoa.js'
import { apagarDaAba, guardarNaAba, lerDaAba } from '../../../client/aba.js'
import type { Cartao } from '../../../client/api.js'
import { type Conta, type MeusDados, meusDadosDe } from '../../../client/meus-dados.js'
import { titulo } from '../../../parts/titulo.js'
import { dados as textos } from '../../../texts/dados.pt-BR.js'
import { daCarga } from '../carregando.js'
import type { Dentro } from '../dentro.js'
import type { Rota } from '../rota.js'
import { avisos } from './avisos.js'
import { ListaDeChaves } from './chaves.js'
import { contato } from './contato.js'
import { duvidas } from './duvidas.js'
import { parteDoEndereco } from './endereco.js'
import { estiloDosDados } from './estilo-dados.js'
import { indice } from './indice.js'
import { lei } from './lei.js'
import { seguranca } from './seguranca.js'
import { voce } from './voce.js'

/** What is changed at once, in a form of its own. */
export type Secao =
  | 'voce'
  | 'foto'
  | 'email'
  | 'emailAlternativo'
  | 'telefone'
  | 'endereco'
  | 'senha'
  | 'avisos'
  | 'exportacao'
  | 'exclusao'

/** A form that is open, in the part of Meus dados that it stands in. */
interface Aberta {
  secao: Secao
  parte: string
}

/** Passwords are kept nowhere, and a file can't be. */
const semLembranca: readonly Secao[] = ['senha', 'foto', 'exportacao', 'exclusao']

export interface VistaDosDados {
  dados: Dados
  conta: Conta
  cartao: Cartao
}

const vistas = { voce, contato, endereco: parteDoEndereco, seguranca, avisos, lei, duvidas }
export type Parte = keyof typeof vistas
export const partes = Object.keys(vistas) as Parte[]

/** The state of Meus dados: one section is changed at a time, and what was typed stays until it is saved or given up. */
export class Dados {
  readonly ficha: Ficha
  readonly api: MeusDados
  readonly chaves: ListaDeChaves
  /** The section that a button acts in without a form: what goes wrong is said there. */
  agindo: Secao | undefined
  /** Said in the section that was just saved. */
  dito: { secao: Secao; texto: string } | undefined
  foto: Foto | undefined
  /** Chosen, and not saved yet. */
  fotoNova: Foto | undefined
  /** Bytes of the export that came so far. */
  recebidos: number | undefined
  /** The form that is open stays so where it is while another part is looked at. */
  #aberta: Aberta | undefined
  #parte = ''

  constructor(readonly dentro: Dentro) {
    const { host, sessao } = dentro.painel
    this.ficha = new Ficha(dentro.painel, (digitado) => this.#lembrar(digitado))
    this.api = meusDadosDe(sessao)
    this.chaves = new ListaDeChaves(dentro)
    host.usarEstilos(estiloDeEscolhas, estiloDePessoa, estiloDosDados)
  }

  /** The section on screen that is being changed. */
  get aberta(): Secao | undefined {
    return this.#aberta?.parte === this.#parte ? this.#aberta.secao : undefined
  }

  get host() {
    return this.dentro.painel.host
  }

  /** Asks for what a part shows. */
  async preparar({ partes: { parte } }: Rota): Promise<void> {
    const { dentro } = this
    this.#parte = parte ?? ''
    this.dito = undefined
    if (parte === 'seguranca') {
      void dentro.carregar('sessoes', '', () => dentro.meus.sessoes())
      void dentro.chaves.carregar()
    }
    await dentro.carregar('conta', '', () => dentro.meus.conta())
    this.#retomar()
    if (dentro.carga('conta')?.valor?.temFoto && !this.foto) await this.#trazerFoto()
  }

  renderizar({ partes: { parte } }: Rota, cartao: Cartao): TemplateResult {
    const { dentro, host } = this
    const qual = partes.find((uma) => uma === parte)
    const desenhar = (conta: Conta) => (qual ? vistas[qual] : indice)({ dados: this, conta, cartao })
    return html`${qual ? html`<p class="nao-imprime">${dentro.ligacao('dados', {}, textos.voltar)}</p>` : ''}
      ${titulo(host.nivel, qual ? textos.partes[qual] : textos.titulo)} ${daCarga(dentro, dentro.carga('conta'), desenhar)}`
  }

  /** Opens the form of a section, with what stands in its fields. */
  abrir(secao: Secao, digitado: Readonly<Record<string, string>> = {}): void {
    this.#aberta = { secao, parte: this.#parte }
    this.agindo = undefined
    this.dito = undefined
    this.ficha.mudar({ digitado, erros: [], falha: undefined, dito: undefined, mostrar: false })
    void this.host.focar('.secao form :is(input, select, .botao)')
  }

  /** Closes the form that is open. The focus goes back to the section, where `texto` is said. */
  fechar(texto?: string): void {
    const secao = this.aberta
    if (!secao) return
    this.#aberta = undefined
    this.fotoNova = undefined
    apagarDaAba('dados', this.#quem)
    this.ficha.mudar({ digitado: {}, erros: [], falha: undefined, dito: undefined })
    this.dizer(secao, texto)
  }

  /** Says in a section what was done there, and puts the focus on its heading. */
  dizer(secao: Secao, texto?: string): void {
    this.dito = texto ? { secao, texto } : undefined
    this.dentro.desenhar()
    if (texto) void this.host.anunciar(texto)
    void this.host.focar(`#${this.idDaSecao(secao)} .subtitulo`)
  }

  idDaSecao(secao: Secao): string {
    return `${this.host.prefixo}-secao-${secao}`
  }

  /** What a button of a section does without a form. */
  async agir(secao: Secao, ocupado: string, fazer: () => Promise<void>): Promise<boolean> {
    this.agindo = secao
    this.dito = undefined
    return this.ficha.tentar(ocupado, fazer)
  }

  recusar(secao: Secao, erros: readonly CampoComErro[]): void {
    this.agindo = secao
    this.ficha.recusar(erros)
  }

  /** A call that gives back the conta as it is now; the form closes once it came. */
  async salvar(texto: string, fazer: () => Promise<Conta>): Promise<void> {
    const salvou = await this.ficha.tentar('salvar', async () => this.guardar(await fazer()))
    if (salvou) this.fechar(texto)
  }

  async guardar(conta: Conta): Promise<void> {
    await this.dentro.carregar('conta', '', async () => conta)
  }

  /** Of the conta as the server has it now. */
  async recarregar(): Promise<void> {
    await this.dentro.carregar('conta', '', () => this.dentro.meus.conta())
  }

  get #quem(): string {
    return this.dentro.painel.sessao.quem?.conta ?? ''
  }

  /** What was typed outlives a reload and a session that ended elsewhere. */
  #lembrar(digitado: Readonly<Record<string, string>>): void {
    const aberta = this.#aberta
    if (aberta && !semLembranca.includes(aberta.secao)) guardarNaAba('dados', this.#quem, { ...aberta, digitado })
  }

  /** Opens the form that was left open in the part on screen. */
  #retomar(): void {
    const deixada = lerDaAba<Aberta & { digitado: Readonly<Record<string, string>> }>('dados', this.#quem)
    if (this.#aberta || deixada?.parte !== this.#parte) return
    this.#aberta = { secao: deixada.secao, parte: deixada.parte }
    this.ficha.mudar({ digitado: deixada.digitado })
  }

  /** A photo that does not come is only not shown. */
  async #trazerFoto(): Promise<void> {
    this.foto = await this.api
      .foto()
      .then(abrirFoto)
      .catch((erro: unknown) => void console.debug('protocolo: the photo did not come', erro))
    this.dentro.desenhar()
  }
}
