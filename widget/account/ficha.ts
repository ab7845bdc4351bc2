import type { nothing, ReactiveControllerHost, TemplateResult } from 'lit'
import type { CampoComErro } from '../../server/contract/problema.js'
import type { ProtocoloElement } from '../base/element.js'
import { ProblemaDaApi } from '../client/api.js'
import { resumoDeErros } from '../parts/erros.js'
import { avisoDeFalha } from '../parts/falha.js'
import { conta as textos } from '../texts/conta.pt-BR.js'
import { dizer } from '../texts/voz.js'

export interface EstadoDaFicha {
  /** What stands in each field, by its path. */
  digitado: Readonly<Record<string, string>>
  /** Passwords can be read on screen. */
  mostrar: boolean
  erros: readonly CampoComErro[]
  /** What a call threw that no field can say. */
  falha: unknown
  ocupado: string | undefined
  /** What was last tried. */
  tentado: string | undefined
  /** What is said calmly of what was just asked. */
  dito: string | undefined
  /** When a code was last sent, in milliseconds since 1970. */
  enviadoEm: number
}

export const fichaVazia: EstadoDaFicha = {
  digitado: {},
  mostrar: false,
  erros: [],
  falha: undefined,
  ocupado: undefined,
  tentado: undefined,
  dito: undefined,
  enviadoEm: 0,
}

/** Nothing failed, and nothing came of it: what to say of that. */
export class Recado extends Error {}

/** What a form needs of the tag that it is in, or of a part of it. */
export type Palco = Pick<ProtocoloElement, 'prefixo' | 'nivel' | 'comuns' | 'entidade' | 'cartao' | 'cliente' | 'recipiente'> &
  Pick<ProtocoloElement, 'focar' | 'anunciar' | 'usarEstilos' | 'esqueleto'> &
  ReactiveControllerHost

/** Where a form stands. */
export interface Lugar {
  readonly host: Palco
  /** Address under which `v1/` stands. */
  readonly api: string
}

/** What stands in a form about the conta, what is wrong with it, and the one call that it makes at a time. */
export class Ficha {
  estado = fichaVazia
  #relogio: ReturnType<typeof setTimeout> | undefined

  /** @param aoDigitar is told all that stands in the fields, as it is typed */
  constructor(
    readonly casa: Lugar,
    private readonly aoDigitar?: (digitado: EstadoDaFicha['digitado']) => void,
  ) {}

  id(caminho: string): string {
    return `${this.casa.host.prefixo}-${caminho.replaceAll('.', '-')}`
  }

  ler(caminho: string): string {
    return this.estado.digitado[caminho] ?? ''
  }

  erro(caminho: string): string | undefined {
    return this.estado.erros.find((erro) => erro.caminho === caminho)?.mensagem
  }

  digitar(caminho: string, valor: string): void {
    this.mudar({ digitado: { ...this.estado.digitado, [caminho]: valor } })
    this.aoDigitar?.(this.estado.digitado)
  }

  mudar(mudanca: Partial<EstadoDaFicha>): void {
    this.estado = { ...this.estado, ...mudanca }
    this.casa.host.requestUpdate()
  }

  /** What is wrong, above a form: in its fields, each by its label, or in what was asked for. */
  problemas(rotulos: Readonly<Record<string, string>>, tentar?: () => Promise<void>): TemplateResult | typeof nothing {
    const { erros, falha } = this.estado
    if (falha) return avisoDeFalha(falha, { textos: this.casa.host.comuns, ...(tentar && { tentar: () => void tentar() }) })
    const itens = erros.map(({ caminho, mensagem: frase }) => {
      const mensagem = dizer(frase)
      const rotulo = rotulos[caminho]
      return { id: this.id(caminho), mensagem: rotulo ? `${rotulo}: ${mensagem.charAt(0).toLowerCase()}${mensagem.slice(1)}` : mensagem }
    })
    return resumoDeErros(textos.erros.titulo, itens)
  }

  /** Shows what is wrong; says whether anything is. */
  recusar(erros: readonly CampoComErro[]): boolean {
    this.mudar({ erros, falha: undefined })
    if (erros.length > 0) void this.casa.host.focar('.erros')
    return erros.length > 0
  }

  /** One call at a time. What it throws is shown beside its field, or above everything when it has none. */
  async tentar(ocupado: string, fazer: () => Promise<void>): Promise<boolean> {
    if (this.estado.ocupado) return false
    this.mudar({ ocupado, tentado: ocupado, erros: [], falha: undefined, dito: undefined })
    try {
      await fazer()
      return true
    } catch (erro) {
      const campos = erro instanceof ProblemaDaApi ? erro.problema.campos : undefined
      if (campos?.length) this.recusar(campos)
      else if (erro instanceof Recado) this.mudar({ dito: erro.message })
      else this.#falhar(erro)
      return false
    } finally {
      this.mudar({ ocupado: undefined })
    }
  }

  /** For what counts down; once, however often it is asked meanwhile. */
  desenharEmUmSegundo(): void {
    this.#relogio ??= setTimeout(() => {
      this.#relogio = undefined
      this.casa.host.requestUpdate()
    }, 1000)
  }

  /** It is told above the form, of which the end may be all that is in sight. */
  #falhar(falha: unknown): void {
    const { host } = this.casa
    this.mudar({ falha })
    void host.updateComplete.then(() => host.recipiente.querySelector('[role=alert]')?.scrollIntoView({ block: 'nearest' }))
  }
}
