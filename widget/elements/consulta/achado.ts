import { formatarCodigo, lerCodigo } from '../../../server/contract/codigo.js'
import { nomesDeSituacao } from '../../../server/contract/palavras.js'
import type { ChaveDeConsulta, Consulta as Consultado } from '../../client/api.js'
import { baixar } from '../../client/baixar.js'
import { novaChave } from '../../client/chave.js'
import type { Meus, ProtocoloDaConta } from '../../client/meus.js'
import { resultado as textos } from '../../texts/resultado.pt-BR.js'
import type { Chave, Consulta, Ocupado } from './consulta.js'

/** What the code, or being whose it is, opens. */
interface Acesso {
  anexo(id: string): Promise<Blob>
  comprovante(): Promise<Blob>
  /** Makes a new access code. `idempotencia` is the Idempotency-Key. */
  trocarCodigo(idempotencia: string): Promise<string>
}

/** A protocolo that was found, and what can be done with it. */
export class Achado {
  readonly textos = textos
  #acesso: Acesso | undefined
  readonly #chave: Chave
  /** Idempotency-Key of the renewal, kept until it succeeds: the reply may be what was lost. */
  #troca = novaChave()

  constructor(
    readonly consulta: Consulta,
    chave: Chave,
    readonly consultado: Consultado,
  ) {
    this.#chave = chave
    if ('codigo' in chave) this.#acesso = this.#comCodigo(chave)
  }

  /** From level 1: everything, for whose it is. */
  abrirProprio(protocolo: ProtocoloDaConta, meus: Meus): void {
    const achado = new Achado(this.consulta, this.#chave, protocolo)
    const { id } = protocolo
    achado.#acesso = {
      anexo: (anexo) => meus.anexo(id, anexo),
      comprovante: () => meus.comprovante(id),
      trocarCodigo: () => meus.trocarCodigo(id),
    }
    this.consulta.mudar({ achado })
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
      this.#acesso = this.#comCodigo({ ...this.#chave, codigo })
      this.#troca = novaChave()
      this.consulta.mudar({ troca: { codigo: formatarCodigo(codigo) } })
      void this.consulta.host.focar('.troca')
    })
  }

  #comCodigo(chave: ChaveDeConsulta): Acesso {
    const { cliente } = this.consulta.host
    return {
      anexo: (id) => cliente.baixarAnexo(chave, id),
      comprovante: () => cliente.baixarComprovante(chave),
      trocarCodigo: (idempotencia) => cliente.trocarCodigo(chave, idempotencia),
    }
  }

  async #usar(ocupado: Ocupado, fazer: (acesso: Acesso) => Promise<void>): Promise<void> {
    const acesso = this.#acesso
    if (acesso) await this.consulta.tentar(ocupado, () => fazer(acesso))
    if (this.consulta.estado.falha) void this.consulta.host.focar('.titulo')
  }
}
