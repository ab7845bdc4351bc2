import { formatarCodigo, lerCodigo } from '../../../server/contract/codigo.js'
import { nomesDeSituacao } from '../../../server/contract/palavras.js'
import type { ChaveDeConsulta, Consulta as Consultado } from '../../client/api.js'
import { baixar } from '../../client/baixar.js'
import { novaChave } from '../../client/chave.js'
import { resultado as textos } from '../../texts/resultado.pt-BR.js'
import type { Chave, Consulta, Ocupado } from './consulta.js'

/** A protocolo that was found, and what can be done with it. */
export class Achado {
  readonly textos = textos
  #chave: Chave
  /** Idempotency-Key of the renewal, kept until it succeeds: the reply may be what was lost. */
  #troca = novaChave()

  constructor(
    readonly consulta: Consulta,
    chave: Chave,
    readonly consultado: Consultado,
  ) {
    this.#chave = chave
  }

  get emPalavras(): string {
    return textos.encontrado(this.consultado.numero, nomesDeSituacao[this.consultado.situacao])
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

  async baixarAnexo(id: string, nome: string): Promise<void> {
    await this.#comCodigo(id, async (chave) => baixar(await this.consulta.host.cliente.baixarAnexo(chave, id), nome))
  }

  async baixarComprovante(): Promise<void> {
    const nome = textos.nomeDoComprovante(this.consultado.numero.replace(/[^\w.-]+/g, '-'))
    await this.#comCodigo('comprovante', async (chave) => baixar(await this.consulta.host.cliente.baixarComprovante(chave), nome))
  }

  perguntarTroca(perguntar: boolean): void {
    this.consulta.mudar({ troca: perguntar ? 'perguntar' : undefined, falha: undefined })
    void this.consulta.host.focar(perguntar ? '.troca .botao' : '.abre-troca')
  }

  async trocarCodigo(): Promise<void> {
    await this.#comCodigo('trocar', async (chave) => {
      const dado = await this.consulta.host.cliente.trocarCodigo(chave, this.#troca)
      const codigo = lerCodigo(dado) ?? dado
      this.#chave = { ...chave, codigo }
      this.#troca = novaChave()
      this.consulta.mudar({ troca: { codigo: formatarCodigo(codigo) } })
      void this.consulta.host.focar('.troca')
    })
  }

  async #comCodigo(ocupado: Ocupado, fazer: (chave: ChaveDeConsulta) => Promise<void>): Promise<void> {
    const chave = this.#chave
    if ('codigo' in chave) await this.consulta.tentar(ocupado, () => fazer(chave))
    if (this.consulta.estado.falha) void this.consulta.host.focar('.titulo')
  }
}
