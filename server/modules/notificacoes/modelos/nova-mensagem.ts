import { escreverData } from '../../../contract/palavras.js'
import type { Carta } from '../carta.js'
import type { ProtocoloDoAviso } from '../queries.js'

/** To the box of the unidade that holds it; a box is read by many, so it tells neither who wrote nor what. */
export function novaMensagem({ numero, tipo, unidade, prazo }: ProtocoloDoAviso, consulta: string): Carta {
  return {
    assunto: `Nova mensagem: ${numero}`,
    resumo: 'Quem fez o pedido escreveu ao setor.',
    titulo: `Nova mensagem para ${unidade}`,
    partes: [
      { especie: 'paragrafo', texto: 'Quem fez o pedido escreveu ao setor. Leia e responda no protocolo.' },
      {
        especie: 'pares',
        pares: [
          { rotulo: 'Número do protocolo', valor: numero },
          ...(tipo === null ? [] : [{ rotulo: 'Pedido', valor: tipo }]),
          { rotulo: 'Responder até', valor: escreverData(prazo) },
        ],
      },
      { especie: 'acao', rotulo: `Ver o protocolo ${numero}`, endereco: consulta },
    ],
    motivo: `Esta mensagem chega à caixa de ${unidade} a cada mensagem nova de quem fez um pedido.`,
  }
}
