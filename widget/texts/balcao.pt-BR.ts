import { voz } from './voz.js'

/** What the officials' form says with which they open a request for somebody. Other languages follow the same keys. */
export const balcao = voz('balcao', {
  titulo: 'Novo pedido para alguém',
  explicacao: 'Para quem veio ao balcão ou telefonou. O número e o código de acesso saem no comprovante.',
  obrigatorios: 'Preencha os campos com *.',
  canal: 'Como a pessoa chegou?',
  canais: { balcao: 'No balcão', telefone: 'Por telefone' },
  quem: 'Quem está pedindo',
  nome: 'Nome completo ou razão social',
  documento: 'CPF ou CNPJ',
  telefone: 'Telefone',
  email: 'E-mail',
  emailAjuda: 'Com ele, a pessoa recebe o comprovante e cada novidade do pedido.',
  servico: 'Qual é o serviço?',
  escolhaServico: 'Escolha o serviço',
  prioridade: 'Atendimento prioritário',
  semPrioridade: 'Nenhuma',
  pedido: 'Sobre o pedido',
  documentos: 'Documentos',
  escolha: 'Escolha uma opção.',
  enviar: 'Abrir o pedido',
  enviando: 'Abrindo…',
  mudou: 'O formulário deste serviço mudou. As respostas continuam aqui: confira e envie de novo.',
  carregando: 'Carregando o serviço…',
  guardado: 'O que você escreve fica guardado nesta aba até enviar.',
  limpar: 'Limpar tudo',
  ver: 'Ver o processo',

  comprovante: {
    recebemos: 'Pedido aberto',
    entregue: {
      balcao: (nome: string) => `Entregue este comprovante a ${nome}. O código de acesso só aparece aqui e no PDF.`,
      telefone: (nome: string) => `Diga o número e o código de acesso a ${nome}. O código só aparece aqui e no PDF.`,
    },
    avisaremos: (email: string) => `A pessoa será avisada em ${email}.`,
    semEmail: 'A pessoa não deixou e-mail: ela acompanha com o número e o código.',
    quem: 'Quem pediu',
  },
})
