import { voz } from './voz.js'

/** What the panel says of one process, besides what every view says. Other languages follow the same keys. */
export const umProcesso = voz('umProcesso', {
  abas: 'Partes do processo',
  resumo: 'Resumo',
  andamento: 'Andamento',
  documentos: 'Documentos',
  comprovante: 'Baixar comprovante',
  acessos: 'Quem pode ver',
  voltarAosLiberados: 'Voltar para os liberados',
  soLeitura: 'Este processo é de outra pessoa. Você pode ler, sem mudar nada. A leitura fica registrada.',
  esperaOutro: 'O setor espera por quem pediu',

  semDocumentos: 'Nenhum documento neste processo.',
  doAndamento: 'Recebidos no andamento',

  guarde: 'Anote agora: o código só aparece aqui.',

  voce: 'Você',
  quemPediu: 'Quem pediu',
  semMensagens: 'Nenhuma mensagem neste processo',
  semMensagensAjuda: 'Tem uma dúvida ou algo a contar? Escreva ao setor.',
  terminou: 'Este processo terminou e não recebe mais mensagens.',
})
