import type { TemplateResult } from 'lit'
import type { ArquivoDeEntidade } from '../../../client/administracao.js'
import { ProblemaDaApi } from '../../../client/api.js'
import { administracao as textos } from '../../../texts/gestao-administracao.pt-BR.js'
import type { Administracao } from './administracao.js'
import { Folha } from './folha.js'
import type { Parte } from './partes.js'

/** A part that changes something in the entidade's file: it reads it, and writes upon the version that it read. */
export abstract class NoArquivo implements Parte {
  readonly folha: Folha
  protected arquivo: ArquivoDeEntidade | undefined
  protected versao = 0

  constructor(
    readonly administracao: Administracao,
    nome: string,
  ) {
    this.folha = new Folha(administracao.lugar, nome)
  }

  async preparar(): Promise<void> {
    const { arquivo, versao } = await this.administracao.api.arquivo()
    this.arquivo = arquivo
    this.versao = versao
  }

  abstract renderizar(): TemplateResult

  /** Puts a whole file in the place of the one that was read. */
  protected importar(arquivo: unknown, dito: string): Promise<boolean> {
    const { administracao } = this
    return this.gravar(() => administracao.confirmar((confirmado) => administracao.api.importar(arquivo, this.versao, confirmado)), dito)
  }

  /** Writes; when the file changed meanwhile, reads it again and says so: what was typed stays. */
  protected async gravar(escrever: () => Promise<unknown>, dito: string): Promise<boolean> {
    const feito = await this.folha.tentar(async () => {
      try {
        return (await escrever()) !== undefined
      } catch (erro) {
        if (!(erro instanceof ProblemaDaApi) || erro.problema.codigo !== 'arquivo_mudou') throw erro
        await this.preparar()
        this.folha.erros = [{ caminho: '', mensagem: textos.mudouAntes }]
        return false
      }
    })
    if (!feito) return false
    await this.preparar().catch((erro: unknown) => this.folha.falhou(erro))
    this.administracao.dizer(dito)
    return true
  }
}
