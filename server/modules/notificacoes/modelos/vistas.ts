import { escreverDataHora } from '../../../contract/palavras.js'
import type { EntidadeAberta } from '../../entidades/entidade-aberta.js'
import type { Carta } from '../carta.js'
import type { ProtocoloDoAviso } from '../queries.js'

/** What is kept of one that is owed. */
export interface DadosDaVista {
  /** ISO 8601, UTC. */
  ate: string
  /** Whether it opens chosen files alone. */
  documentos: boolean
}

/** To whom a vista was given. It tells which process and for how long, never what stands in it. */
export function vistaConcedida(
  { arquivo }: EntidadeAberta,
  { numero }: ProtocoloDoAviso,
  { ate, documentos }: DadosDaVista,
  painel: string,
): Carta {
  const oQue = documentos ? 'alguns documentos do processo' : 'o processo'
  return {
    assunto: `O processo ${numero} foi liberado para você`,
    resumo: 'Você pode ler por um tempo.',
    titulo: 'Um processo foi liberado para você',
    partes: [
      {
        especie: 'paragrafo',
        texto: `Você pode ler ${oQue} ${numero}. Entre na sua conta, ou crie uma com este CPF, CNPJ ou e-mail, e abra "Liberados".`,
      },
      { especie: 'pares', pares: [{ rotulo: 'Até', valor: escreverDataHora(ate, arquivo.fuso) }] },
      { especie: 'acao', rotulo: 'Abrir os processos liberados', endereco: painel },
      { especie: 'paragrafo', texto: 'Cada leitura fica registrada, e quem fez o pedido vê esse registro.' },
    ],
    motivo: motivo(arquivo.nome),
  }
}

/** To the same, when it is taken back. */
export function vistaRevogada({ arquivo }: EntidadeAberta, { numero }: ProtocoloDoAviso): Carta {
  return {
    assunto: `O processo ${numero} não está mais liberado para você`,
    resumo: 'O prazo para ler foi encerrado.',
    titulo: 'A liberação de um processo terminou',
    partes: [
      {
        especie: 'paragrafo',
        texto: `O órgão encerrou a liberação do processo ${numero}, e você não pode mais ler. Se precisar, fale com ele.`,
      },
    ],
    motivo: motivo(arquivo.nome),
  }
}

function motivo(nome: string): string {
  return `Você recebeu esta mensagem porque ${nome} liberou um processo para o seu CPF, CNPJ ou e-mail.`
}
