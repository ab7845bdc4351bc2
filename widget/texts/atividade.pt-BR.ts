import { voz } from './voz.js'

/** What the panel says of messages, of what waits for the person, of what others let them see, and of a number looked for. */
export const atividade = voz('atividade', {
  pendencias: 'Pendências',
  liberados: 'Liberados',
  esperam: (quantas: number) => (quantas === 1 ? '(1 espera por você)' : `(${quantas} esperam por você)`),
  grafico: (total: number, partes: readonly string[]) => `${total === 1 ? '1 processo' : `${total} processos`}: ${partes.join(', ')}.`,

  minhasPendencias: 'Minhas pendências',
  responder: 'Responder',
  responderAte: 'Responder até',
  pendenciasAjuda: 'O que o setor pediu e espera de você. Responda aqui mesmo.',
  nadaEspera: 'Nada espera por você',
  nadaEsperaAjuda: 'Quando o setor precisar de algo seu, aparece aqui.',

  liberadosAjuda: 'Processos de outras pessoas que você pode ler por um tempo. Cada leitura fica registrada.',
  nadaLiberado: 'Nenhum processo liberado para você',
  nadaLiberadoAjuda: 'Quando o setor liberar, aparece aqui.',
  ate: (quando: string) => `Você pode ler até ${quando}`,

  mensagens: 'Mensagens',
  novas: (quantas: number) => (quantas === 1 ? '(1 mensagem nova)' : `(${quantas} mensagens novas)`),

  buscar: 'Buscar',
  escolhaDeSituacao: (nome: string, quantos: number) => `${nome} (${quantos})`,

  procurarVazio: 'Escreva o número.',
  procurarInteiro: (exemplo: string) => `Escreva o número inteiro, como ${exemplo}.`,
  procurarNada: 'Não encontramos um processo com esse número. Confira como está no comprovante.',
  procurando: 'Procurando…',
  achado: (numero: string, situacao: string) => `Processo ${numero}: ${situacao}.`,
  deOutro: 'Este processo não está na sua conta. Com o código de acesso, que está no comprovante, você vê tudo.',
  abrirComCodigo: 'Consultar com o código',
})
