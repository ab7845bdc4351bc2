import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const atividade: Traducao<Vozes['atividade']> = {
  pendencias: 'Pending items',
  liberados: 'Shared with you',
  esperam: (quantas) => (quantas === 1 ? '(1 is waiting for you)' : `(${quantas} are waiting for you)`),
  grafico: (total, partes) => `${total === 1 ? '1 request' : `${total} requests`}: ${partes.join(', ')}.`,

  minhasPendencias: 'My pending items',
  responder: 'Answer',
  responderAte: 'Answer by',
  pendenciasAjuda: 'What the department asked for and is waiting for. You can answer right here.',
  nadaEspera: 'Nothing is waiting for you',
  nadaEsperaAjuda: 'When the department needs something from you, it shows here.',

  liberadosAjuda: 'Other people’s requests that you can read for a time. Each time you read one is recorded.',
  nadaLiberado: 'No requests shared with you',
  nadaLiberadoAjuda: 'When the department lets you read someone else’s request, it shows here.',
  ate: (quando) => `You can read it until ${quando}`,

  mensagens: 'Messages',
  novas: (quantas) => (quantas === 1 ? '(1 new message)' : `(${quantas} new messages)`),

  buscar: 'Search',
  escolhaDeSituacao: (nome, quantos) => `${nome} (${quantos})`,

  procurarVazio: 'Enter the number.',
  procurarInteiro: (exemplo) => `Enter the whole number, like ${exemplo}.`,
  procurarNada: 'We did not find a request with that number. Check how it is on the receipt.',
  procurando: 'Searching…',
  achado: (numero, situacao) => `Request ${numero}: ${situacao}.`,
  deOutro: 'This request is not in your account. With the access code, which is on the receipt, you can see everything.',
  abrirComCodigo: 'Look up with the code',
}
