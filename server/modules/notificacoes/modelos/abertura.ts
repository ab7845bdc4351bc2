import { escreverData, escreverDataHora } from '../../../contract/palavras.js'
import type { EntidadeAberta } from '../../entidades/entidade-aberta.js'
import type { Carta } from '../carta.js'
import type { ProtocoloDoAviso } from '../queries.js'

/**
 * To who filed. It says neither the access code, which travels on the comprovante alone, nor anything that was typed in the form: the
 * address may be someone else's, and whoever typed it must not be able to write to them through the entidade.
 */
export function abertura({ arquivo }: EntidadeAberta, protocolo: ProtocoloDoAviso, consulta: string): Carta {
  const { numero, tipo, unidade, prazo } = protocolo
  const abertoEm = escreverDataHora(protocolo.abertoEm.toISOString(), arquivo.fuso)
  return {
    assunto: `Recebemos o seu pedido: ${numero}`,
    resumo: `A resposta sai até ${escreverData(prazo)}.`,
    titulo: 'Recebemos o seu pedido',
    partes: [
      {
        especie: 'pares',
        pares: [
          { rotulo: 'Número do protocolo', valor: numero },
          ...(tipo === null ? [] : [{ rotulo: 'Pedido', valor: tipo }]),
          { rotulo: 'Aberto em', valor: abertoEm },
          { rotulo: 'Está com', valor: unidade },
          { rotulo: 'Resposta até', valor: escreverData(prazo) },
        ],
      },
      { especie: 'acao', rotulo: `Acompanhar o protocolo ${numero}`, endereco: consulta },
      { especie: 'paragrafo', texto: 'O código de acesso está no comprovante; por segurança não vai por e-mail.' },
    ],
    motivo: `Você recebeu esta mensagem porque este e-mail foi informado na abertura de um pedido. Se não foi você, avise: ${arquivo.contato.email ?? arquivo.encarregado.email}`,
  }
}
