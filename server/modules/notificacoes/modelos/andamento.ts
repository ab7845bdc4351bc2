import { escreverData } from '../../../contract/palavras.js'
import type { Carta } from '../carta.js'
import type { ProtocoloDoAviso } from '../queries.js'

/** To whoever filed it: that something happened, not what. */
export function andamento({ numero, tipo, prazo }: ProtocoloDoAviso, consulta: string): Carta {
  return {
    assunto: `Seu protocolo ${numero} andou`,
    resumo: 'Há novidade no seu pedido.',
    titulo: 'Há novidade no seu pedido',
    partes: [
      { especie: 'paragrafo', texto: 'O órgão fez um novo registro no seu pedido. Veja o que mudou na página de consulta.' },
      {
        especie: 'pares',
        pares: [
          { rotulo: 'Número do protocolo', valor: numero },
          ...(tipo === null ? [] : [{ rotulo: 'Pedido', valor: tipo }]),
          { rotulo: 'Resposta até', valor: escreverData(prazo) },
        ],
      },
      { especie: 'acao', rotulo: `Ver o protocolo ${numero}`, endereco: consulta },
    ],
    motivo: 'Você recebe esta mensagem porque informou este e-mail ao fazer o pedido.',
  }
}
