import type { PendenciaParaLer, RespostaDePendencia, RespostaRecebida } from '../../../server/contract/pendencias.js'
import { diaEm, partesDaResposta } from '../../../server/contract/regras.js'
import type { ProtocoloElement } from '../../base/element.js'
import { apagarDaAba, guardarNaAba, lerDaAba } from '../../client/aba.js'
import { type Cartao, ProblemaDaApi } from '../../client/api.js'
import { novaChave } from '../../client/chave.js'
import type { AnexoDoRascunho } from '../../client/rascunho.js'
import { passos } from '../../texts/novo-passos.pt-BR.js'
import { pendencias as textos } from '../../texts/pendencias.pt-BR.js'
import type { Auxilios } from '../campos/auxilios.js'
import { type Digitado, lerDigitado } from '../campos/digitado.js'
import type { Formulario } from '../campos/moldura.js'
import { Envios } from '../envios.js'

/** Who answers, and how. */
export interface Porta {
  readonly host: ProtocoloElement
  responder(pendencia: string, resposta: RespostaDePendencia, chave: string): Promise<RespostaRecebida>
  /** After an answer: shows the protocolo as it stands now. */
  respondida(recebida: RespostaRecebida): Promise<void>
}

/** What is being written, and the Idempotency-Key once it was sent: the same words go with the same key. */
interface Escrito {
  texto: string
  valor?: Digitado
  ciencia: boolean
  anexos: readonly AnexoDoRascunho[]
  chave?: string
}

const vazio: Escrito = { texto: '', ciencia: false, anexos: [] }

/** The answer to one pendencia while it is written. It stays in the tab until it is sent, over reloads too. */
export class Resposta {
  escrito: Escrito
  erros: Readonly<Record<string, string>> = {}
  falha: unknown
  indo = false
  readonly envios: Envios
  readonly id: string

  constructor(
    readonly porta: Porta,
    readonly pendencia: PendenciaParaLer,
    readonly auxilios: Auxilios,
  ) {
    const { host } = porta
    this.id = `${host.prefixo}-${pendencia.id}`
    this.escrito = lerDaAba<Escrito>('resposta', pendencia.id) ?? vazio
    this.envios = new Envios(
      host,
      passos.documentos,
      async (arquivo, { aoProgredir, sinal }) => {
        const { enviarAnexo } = await import('../../client/anexo.js')
        return enviarAnexo(host.cliente.raiz, arquivo, { ...(aoProgredir && { aoProgredir }), ...(sinal && { sinal }) })
      },
      () => this.mudar({ anexos: this.envios.recebidos }, 'anexos'),
    )
    this.envios.retomar('', this.escrito.anexos)
  }

  get partes() {
    const { especie, correcao } = this.pendencia
    const alvo = correcao && ('campo' in correcao ? { campo: correcao.campo.codigo } : { anexo: correcao.anexo.id })
    return partesDaResposta(especie, alvo && { ...alvo, motivo: 'incorreto' })
  }

  /** What the question that is asked again needs of its form. */
  formulario(cartao: Cartao): Formulario {
    return {
      prefixo: this.id,
      hoje: diaEm(cartao.fuso, new Date()),
      textos: passos,
      auxilios: this.auxilios,
      ler: () => this.escrito.valor,
      erro: (caminho) => this.erros[caminho],
      mudar: (_, valor) => this.mudar({ valor }, 'valor'),
      sair: () => undefined,
      anunciarDepois: () => undefined,
    }
  }

  /** Keeps what the person wrote; what was wrong with it may be right by now. */
  mudar(mudanca: Partial<Escrito>, parte: string): void {
    const { chave: _, ...escrito } = { ...this.escrito, ...mudanca }
    this.#guardar(escrito)
    this.erros = Object.fromEntries(Object.entries(this.erros).filter(([caminho]) => caminho.split('.')[0] !== parte))
    this.porta.host.requestUpdate()
  }

  async concluir(): Promise<void> {
    if (this.indo) return
    this.falha = undefined
    const faltas = this.#faltas()
    if (Object.keys(faltas).length > 0) return this.#recusar(faltas)
    const { host } = this.porta
    const chave = this.escrito.chave ?? novaChave()
    this.#guardar({ ...this.escrito, chave })
    this.indo = true
    host.requestUpdate()
    try {
      const recebida = await this.porta.responder(this.pendencia.id, this.#corpo(), chave)
      apagarDaAba('resposta', this.pendencia.id)
      await this.porta.respondida(recebida)
    } catch (erro) {
      this.#falhou(erro)
    }
    this.indo = false
    host.requestUpdate()
  }

  #corpo(): RespostaDePendencia {
    const { partes, escrito } = this
    const { correcao } = this.pendencia
    const texto = escrito.texto.trim()
    const valor = correcao && 'campo' in correcao ? lerDigitado(correcao.campo, escrito.valor) : undefined
    const anexos = this.envios.recebidos.map(({ id, sha256 }) => ({ id, sha256 }))
    return {
      ...(partes.texto !== 'ausente' && texto && { texto }),
      ...(valor !== undefined && { valor }),
      ...(partes.ciencia && { ciencia: escrito.ciencia }),
      ...(anexos.length > 0 && { anexos }),
    }
  }

  /** What can be told without asking; the rest is told by who receives it. */
  #faltas(): Record<string, string> {
    const { partes } = this
    const { texto, valor, ciencia, anexos = [] } = this.#corpo()
    return {
      ...(partes.texto === 'exigido' && !texto && { texto: textos.faltaTexto }),
      ...(partes.valor && valor === undefined && { valor: textos.faltaValor }),
      ...(partes.ciencia && !ciencia && { ciencia: textos.faltaCiencia }),
      ...(anexos.length < partes.arquivos.minimo && { anexos: textos.faltaArquivo }),
      ...(this.envios.emAndamento && { anexos: textos.esperando }),
      ...(this.envios.arquivos.some(({ situacao }) => situacao === 'falhou') && { anexos: passos.documentos.comErro }),
    }
  }

  #falhou(erro: unknown): void {
    const campos = erro instanceof ProblemaDaApi ? (erro.problema.campos ?? []) : []
    if (campos.length === 0) {
      this.falha = erro
      void this.porta.host.focar(`[id="${this.id}"] .aviso`)
      return
    }
    if (erro instanceof ProblemaDaApi && erro.problema.codigo === 'anexo_desconhecido') {
      this.envios.perder([this.pendencia.id], passos.documentos.enviarDeNovo)
    }
    this.#recusar(Object.fromEntries(campos.map(({ caminho, mensagem }) => [caminho, mensagem])))
  }

  #recusar(erros: Record<string, string>): void {
    this.erros = erros
    this.porta.host.requestUpdate()
    void this.porta.host.focar(`[id="${this.id}"] .erros`)
  }

  #guardar(escrito: Escrito): void {
    this.escrito = escrito
    guardarNaAba('resposta', this.pendencia.id, escrito)
  }
}
