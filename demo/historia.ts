import type { Tramite } from '../server/contract/consulta.js'
import type { Resultado } from '../server/domain/situacao.js'
import type { PedidoFeito } from './pedidos.js'
import { moradores } from './pessoas.js'
import { roteiros } from './roteiros.js'

/** What happened to a protocolo after it was opened. `unidade` is where it stood, `destino` where it went on to. */
export interface Passo {
  especie: Tramite['especie']
  em: Date
  unidade: string
  destino?: string
  texto?: string
  visibilidade: 'publico' | 'privado'
  /** By when it is to be back. */
  prazo?: Date
  /** Comes with a file. */
  comArquivo?: true
}

/** What was written meanwhile, by the citizen or for the unidade. */
export interface Fala {
  de: 'cidadao' | 'orgao'
  em: Date
  unidade: string
  texto: string
}

export interface Historia {
  abertoEm: Date
  passos: Passo[]
  falas: Fala[]
  /** Where it stands now. */
  unidade: string
  resultado?: Resultado
}

const dia = 24 * 3_600_000

/** @param unidade that receives the tipo. */
export function contarHistoria(pedido: PedidoFeito, unidade: string, agora: Date): Historia {
  const abertoEm = noExpediente(new Date(agora.getTime() - pedido.dias * dia), agora)
  const roteiro = roteiros[pedido.tipo]
  if (pedido.situacao === 'nao_analisado' || !roteiro) return { abertoEm, passos: [], falas: [], unidade }
  // What is done with takes as long as its deadline, not as long as ago it was.
  const ate = pedido.situacao === 'encerrado' ? Math.min(pedido.dias, 9) : pedido.dias
  const quando = (parte: number) => noExpediente(new Date(abertoEm.getTime() + ate * parte * dia), agora)
  const depois = pedido.situacao === 'pendente' ? unidade : (roteiro.encaminhar ?? unidade)

  const passos: Passo[] = [{ especie: 'recebimento', em: quando(0.1), unidade, visibilidade: 'publico' }]
  if (depois !== unidade) passos.push({ especie: 'encaminhamento', em: quando(0.3), unidade, destino: depois, visibilidade: 'publico' })
  if (roteiro.privado)
    passos.push({ especie: 'despacho', em: quando(0.4), unidade: depois, texto: roteiro.privado, visibilidade: 'privado' })
  // Who has no conta writes nothing from a panel.
  const conversa = moradores.includes(pedido.de) ? undefined : roteiro.conversa
  const falas: Fala[] = conversa
    ? [
        { de: 'cidadao', em: quando(0.45), unidade: depois, texto: conversa.pergunta },
        { de: 'orgao', em: quando(0.55), unidade: depois, texto: conversa.resposta },
      ]
    : []
  passos.push({ especie: 'despacho', em: quando(0.6), unidade: depois, texto: roteiro.despacho, visibilidade: 'publico' })
  if (pedido.situacao === 'pendente') {
    passos.push({ especie: 'exigencia', em: quando(0.8), unidade: depois, texto: roteiro.exigencia, visibilidade: 'publico' })
  }
  const { parecer, retorno } = pedido.mesa ?? {}
  if (parecer) {
    passos.push({ especie: 'despacho', em: quando(0.8), unidade: depois, texto: parecer, visibilidade: 'privado', comArquivo: true })
  }
  if (pedido.situacao === 'parado') {
    const texto = 'Parado até chegar o material da licitação.'
    passos.push({ especie: 'parada', em: quando(0.9), unidade: depois, texto, visibilidade: 'publico' })
  }
  if (retorno) {
    const prazo = new Date(Math.floor(agora.getTime() / dia) * dia + retorno.dias * dia + 20 * 3_600_000)
    const texto = 'Para parecer, com retorno a este setor.'
    passos.push({
      especie: 'encaminhamento',
      em: quando(0.9),
      unidade: depois,
      destino: retorno.destino,
      texto,
      visibilidade: 'privado',
      prazo,
    })
    return { abertoEm, passos, falas, unidade: retorno.destino }
  }
  if (pedido.situacao !== 'encerrado') return { abertoEm, passos, falas, unidade: depois }
  passos.push({ especie: 'encerramento', em: quando(0.9), unidade: depois, texto: roteiro.fim.texto, visibilidade: 'publico' })
  return { abertoEm, passos, falas, unidade: depois, resultado: roteiro.fim.resultado }
}

/** The same day between 8h and 17h of Brasília, in the same order, and never in the future. */
function noExpediente(instante: Date, agora: Date): Date {
  const inicio = Math.floor(instante.getTime() / dia) * dia
  const parteDoDia = (instante.getTime() - inicio) / dia
  return new Date(Math.min(inicio + (11 + 9 * parteDoDia) * 3_600_000, agora.getTime()))
}
