import { escreverData, escreverDataHora } from '../../../contract/palavras.js'
import type { EntidadeAberta } from '../../entidades/entidade-aberta.js'
import type { Carta } from '../carta.js'
import type { ProtocoloDoAviso } from '../queries.js'

/** To the box of the unidade that received it; a box is read by many, so it tells nothing of the requerente. */
export function novaAbertura({ arquivo }: EntidadeAberta, protocolo: ProtocoloDoAviso, consulta: string): Carta {
  const { numero, tipo, unidade, prazo } = protocolo
  return {
    assunto: `Novo pedido: ${numero}`,
    resumo: `Resposta até ${escreverData(prazo)}.`,
    titulo: `Novo pedido para ${unidade}`,
    partes: [
      {
        especie: 'pares',
        pares: [
          { rotulo: 'Número do protocolo', valor: numero },
          ...(tipo === null ? [] : [{ rotulo: 'Pedido', valor: tipo }]),
          { rotulo: 'Aberto em', valor: escreverDataHora(protocolo.abertoEm.toISOString(), arquivo.fuso) },
          { rotulo: 'Responder até', valor: escreverData(prazo) },
        ],
      },
      { especie: 'acao', rotulo: `Ver o protocolo ${numero}`, endereco: consulta },
    ],
    motivo: `Esta mensagem chega à caixa de ${unidade} a cada novo pedido.`,
  }
}
