import type { nothing, TemplateResult } from 'lit'
import { ProblemaDaApi } from '../../../client/api.js'
import { resumoDeErros } from '../../../parts/erros.js'
import { avisoDeFalha } from '../../../parts/falha.js'
import { administracao as textos } from '../../../texts/gestao-administracao.pt-BR.js'
import type { Lugar } from '../vista.js'

export interface Erro {
  /** As in the API's errors. */
  caminho: string
  mensagem: string
}

/** What stands in a form of the administration, and what became of it. */
export class Folha {
  valores: Readonly<Record<string, string>> = {}
  erros: readonly Erro[] = []
  falha: unknown
  indo = false

  /** @param nome begins the ids of its fields */
  constructor(
    readonly lugar: Lugar,
    readonly nome: string,
  ) {}

  id(caminho: string): string {
    return `${this.lugar.host.prefixo}-${this.nome}-${caminho.replace(/[^a-z0-9]+/gi, '-')}`
  }

  erro(caminho: string): string | undefined {
    return this.erros.find((erro) => erro.caminho === caminho)?.mensagem
  }

  ler(caminho: string): string {
    return this.valores[caminho] ?? ''
  }

  digitar(caminho: string, valor: string): void {
    this.valores = { ...this.valores, [caminho]: valor }
    this.erros = this.erros.filter((erro) => erro.caminho !== caminho)
    this.lugar.desenhar()
  }

  /** What a field of one line or more is drawn with. */
  campo(caminho: string) {
    const mudar = (valor: string) => this.digitar(caminho, valor)
    return { id: this.id(caminho), erro: this.erro(caminho), valor: this.ler(caminho), mudar }
  }

  limpar(): void {
    this.valores = {}
    this.erros = []
    this.falha = undefined
  }

  /** What is wrong, above the fields. @param semPerda whether something was typed that stays */
  problemas(): TemplateResult | typeof nothing {
    const { host } = this.lugar
    if (this.falha) return avisoDeFalha(this.falha, { textos: host.comuns, mais: textos.semPerda })
    return resumoDeErros(
      textos.falta(this.erros.length),
      this.erros.map(({ caminho, mensagem }) => ({ id: this.id(caminho), mensagem })),
    )
  }

  /** Once at a time. What is refused stays beside its fields. @returns whether it was done */
  async tentar(fazer: () => Promise<boolean | undefined>): Promise<boolean> {
    if (this.indo) return false
    this.indo = true
    this.erros = []
    this.falha = undefined
    this.lugar.desenhar()
    let feito = false
    try {
      feito = (await fazer()) ?? true
    } catch (erro) {
      this.falhou(erro)
    }
    this.indo = false
    this.lugar.desenhar()
    if (this.erros.length > 0) this.recusar(this.erros)
    return feito
  }

  /** Tells what is missing or wrong, where the reader is led to it. */
  recusar(erros: readonly Erro[]): void {
    this.erros = erros
    this.lugar.desenhar()
    void this.lugar.host.focar('.erros')
  }

  falhou(erro: unknown): void {
    const campos = erro instanceof ProblemaDaApi ? erro.problema.campos : undefined
    if (campos?.length) this.erros = campos
    else this.falha = erro
  }
}
