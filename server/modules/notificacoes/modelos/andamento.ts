import { escreverData, escreverDataHora, nomesDeSituacao } from '../../../contract/palavras.js'
import type { Novidade } from '../../../domain/aviso.js'
import { emAberto } from '../../../domain/situacao.js'
import type { EntidadeAberta } from '../../entidades/entidade-aberta.js'
import type { NovidadeContada } from '../avisos-queries.js'
import type { Carta, Parte } from '../carta.js'
import type { ProtocoloDoAviso } from '../queries.js'

interface Dito {
  /** Stands before the number when it is all that there is to tell. */
  assunto: string
  frase: string
}

type Ditos = Partial<Record<Novidade, (novidade: NovidadeContada) => Dito>>

/**
 * To people, and to the boxes of unidades. Both say that something happened and where it is to be read, never what was written: a mailbox
 * may be read by others.
 */
const paraPessoas: Ditos = {
  recebimento: ({ unidade }) => ({ assunto: 'Seu pedido foi recebido', frase: `${setor(unidade)} recebeu o seu pedido.` }),
  encaminhamento: ({ destino }) => ({
    assunto: 'Seu pedido mudou de setor',
    frase: destino === null ? 'O seu pedido foi para outro setor.' : `O seu pedido foi para ${destino}.`,
  }),
  despacho: ({ unidade }) => ({ assunto: 'Há novidade no seu pedido', frase: `${setor(unidade)} escreveu no seu pedido.` }),
  reclassificacao: () => ({ assunto: 'Seu pedido foi atualizado', frase: 'Os dados do seu pedido foram corrigidos.' }),
  exigencia: () => ({
    assunto: 'Precisamos de uma resposta sua',
    frase: 'O setor precisa de algo seu para continuar. Veja o que é e até quando.',
  }),
  dispensa: () => ({ assunto: 'Algo que pedimos não é mais preciso', frase: 'Algo que pedimos a você não é mais preciso.' }),
  parada: () => ({ assunto: 'Seu pedido está parado', frase: 'O andamento do seu pedido parou por um tempo. O motivo está no processo.' }),
  retomada: () => ({ assunto: 'Seu pedido voltou a andar', frase: 'O seu pedido voltou a andar.' }),
  prorrogacao: () => ({
    assunto: 'O prazo do seu pedido mudou',
    frase: 'O prazo para responder ao seu pedido foi prorrogado. O motivo está no processo.',
  }),
  encerramento: () => ({ assunto: 'Seu pedido foi concluído', frase: 'O seu pedido foi concluído. A resposta está no processo.' }),
  cancelamento: () => ({ assunto: 'Seu pedido foi cancelado', frase: 'O seu pedido foi cancelado. O motivo está no processo.' }),
  recurso: () => ({ assunto: 'Recebemos o seu recurso', frase: 'Recebemos o seu recurso. O pedido voltou ao setor que respondeu.' }),
  reabertura: () => ({ assunto: 'Seu pedido foi reaberto', frase: 'O seu pedido foi reaberto. O motivo está no processo.' }),
  mensagem: () => ({ assunto: 'Nova mensagem para você', frase: 'O setor escreveu uma mensagem para você.' }),
  vista: () => ({
    assunto: 'Seu pedido foi liberado a outra pessoa',
    frase: 'A consulta ao seu pedido foi liberada a outra pessoa. Veja a quem no processo.',
  }),
  pendencia_perto: ({ dia }) => ({
    assunto: 'Falta uma resposta sua',
    frase: dia === null ? 'Ainda falta uma resposta sua.' : `Ainda falta uma resposta sua. Você pode responder até ${escreverData(dia)}.`,
  }),
}

const paraUnidades: Ditos = {
  encaminhamento: ({ unidade }) => ({ assunto: 'Chegou um processo', frase: `Chegou um processo de ${unidade ?? 'outro setor'}.` }),
  resposta: () => ({ assunto: 'Nova resposta', frase: 'Quem fez o pedido respondeu ao que foi pedido.' }),
  cancelamento: () => ({ assunto: 'Pedido cancelado', frase: 'O pedido foi cancelado.' }),
  recurso: () => ({ assunto: 'Novo recurso', frase: 'Quem fez o pedido recorreu. O processo voltou ao setor.' }),
  mensagem_do_requerente: () => ({ assunto: 'Nova mensagem', frase: 'Quem fez o pedido escreveu ao setor. Leia e responda no protocolo.' }),
  prazo_perto: ({ dia }) => ({
    assunto: 'O prazo está perto',
    frase: dia === null ? 'O prazo deste pedido está perto.' : `A resposta deste pedido sai até ${escreverData(dia)}.`,
  }),
  retorno_vencido: () => ({
    assunto: 'Passou o prazo de devolver',
    frase: 'Passou o prazo para devolver este processo ao setor que o enviou.',
  }),
}

function setor(unidade: string | null): string {
  return unidade ?? 'O setor'
}

/** To who filed, whose matter it is, and who acts for them. */
export function andamento(
  { arquivo }: EntidadeAberta,
  protocolo: ProtocoloDoAviso,
  novidades: readonly NovidadeContada[],
  consulta: string,
): Carta {
  const { numero, unidade, prazo, situacao } = protocolo
  return {
    ...escritas(paraPessoas, novidades, numero, arquivo.fuso),
    titulo: tituloDe(paraPessoas, novidades, 'Novidades no seu pedido'),
    partes: [
      ...linhas(paraPessoas, novidades, arquivo.fuso),
      {
        especie: 'pares',
        pares: [
          ...doProtocolo(protocolo),
          { rotulo: 'Situação', valor: nomesDeSituacao[situacao], nosso: true },
          ...(emAberto(situacao)
            ? [
                { rotulo: 'Está com', valor: unidade },
                { rotulo: 'Resposta até', valor: escreverData(prazo) },
              ]
            : []),
        ],
      },
      { especie: 'acao', rotulo: `Ver o protocolo ${numero}`, endereco: consulta },
      { especie: 'paragrafo', texto: 'Para ler tudo, entre na sua conta ou use o código de acesso que está no comprovante.' },
    ],
    motivo: `Você recebeu esta mensagem porque acompanha um pedido em ${arquivo.nome}. Quem tem conta escolhe os avisos em "Meus dados".`,
  }
}

/** To the box of a unidade; a box is read by many, so it tells neither who wrote nor what. */
export function andamentoNaUnidade(
  { arquivo }: EntidadeAberta,
  protocolo: ProtocoloDoAviso,
  novidades: readonly NovidadeContada[],
  consulta: string,
): Carta {
  const { numero, unidade, prazo } = protocolo
  return {
    ...escritas(paraUnidades, novidades, numero, arquivo.fuso),
    titulo: `${tituloDe(paraUnidades, novidades, 'Novidades')} para ${unidade}`,
    partes: [
      ...linhas(paraUnidades, novidades, arquivo.fuso),
      { especie: 'pares', pares: [...doProtocolo(protocolo), { rotulo: 'Responder até', valor: escreverData(prazo) }] },
      { especie: 'acao', rotulo: `Ver o protocolo ${numero}`, endereco: consulta },
    ],
    motivo: `Esta mensagem chega a quem cuida deste processo em ${arquivo.nome}.`,
  }
}

function escritas(ditos: Ditos, novidades: readonly NovidadeContada[], numero: string, fuso: string) {
  const [primeira, ...outras] = todas(ditos, novidades)
  if (!primeira) throw new Error('an e-mail that tells nothing')
  if (outras.length === 0) return { assunto: `${primeira.dito.assunto}: ${numero}`, resumo: primeira.dito.frase }
  const desde = escreverDataHora(primeira.em.toISOString(), fuso)
  return { assunto: `${outras.length + 1} novidades: ${numero}`, resumo: `O que aconteceu desde ${desde}.` }
}

function tituloDe(ditos: Ditos, novidades: readonly NovidadeContada[], varias: string): string {
  const [primeira, ...outras] = todas(ditos, novidades)
  return primeira && outras.length === 0 ? primeira.dito.assunto : varias
}

/** What happened, oldest first; the hour is told where there are several. */
function linhas(ditos: Ditos, novidades: readonly NovidadeContada[], fuso: string): Parte[] {
  const contadas = todas(ditos, novidades)
  return contadas.map(({ em, dito: { frase } }) => ({
    especie: 'paragrafo',
    texto: contadas.length === 1 ? frase : `${escreverDataHora(em.toISOString(), fuso)}: ${frase}`,
  }))
}

function todas(ditos: Ditos, novidades: readonly NovidadeContada[]) {
  return novidades.flatMap((novidade) => {
    const dito = ditos[novidade.novidade]?.(novidade)
    return dito ? [{ em: novidade.em, dito }] : []
  })
}

function doProtocolo({ numero, tipo }: ProtocoloDoAviso) {
  return [{ rotulo: 'Número do protocolo', valor: numero }, ...(tipo === null ? [] : [{ rotulo: 'Pedido', valor: tipo }])]
}
