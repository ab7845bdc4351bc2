import { voz } from './voz.js'

/** What `<protocolo-novo>` says until the form begins, in plain Brazilian Portuguese. Other languages follow the same keys. */
export const novo = voz('novo', {
  passo: (numero: number, total: number) => `Passo ${numero} de ${total}`,
  voltar: 'Voltar',
  continuar: 'Continuar',
  voltarARevisao: 'Voltar à revisão',
  verAssuntos: 'Ver outros assuntos',
  obrigatorios: 'Os campos com * são obrigatórios.',

  lista: {
    titulo: 'O que você precisa?',
    busca: 'Procurar assunto',
    buscaAjuda: 'Escreva com as suas palavras.',
    achados: (n: number) => (n === 0 ? 'Nenhum assunto encontrado.' : n === 1 ? '1 assunto encontrado.' : `${n} assuntos encontrados.`),
    nenhum: 'Não encontramos esse assunto. Tente outra palavra ou veja a lista completa.',
    verTodos: 'Ver a lista completa',
    prazo: (dias: string) => `Resposta em até ${dias}`,
    vazia: 'Nenhum assunto está aberto para pedidos no momento.',
  },

  apresentacao: {
    comecar: 'Começar',
    outro: 'Escolher outro assunto',
    resposta: 'Resposta em até',
    costuma: 'Costuma levar',
    tempoUsual: (dias: number) => (dias < 1 ? 'menos de 1 dia' : dias === 1 ? '1 dia' : `${dias} dias`),
    recebe: 'Quem recebe',
    custo: 'Custo',
    dias: (dias: number, uteis: boolean) =>
      uteis ? (dias === 1 ? '1 dia útil' : `${dias} dias úteis`) : dias === 1 ? '1 dia' : `${dias} dias`,
    documentos: 'Tenha em mãos',
    semDocumentos: 'Você não precisa enviar documentos.',
    seTiver: 'se tiver',
    depende: 'só em alguns casos',
    soEmpresa: 'Este pedido é feito em nome de empresa ou entidade com CNPJ.',
    podeAnonimo: 'Você pode pedir sem se identificar.',
    sigiloso: 'O conteúdo deste pedido fica em sigilo.',
  },

  rascunho: {
    guardado: 'Rascunho guardado neste aparelho',
    apagar: 'Apagar rascunho',
    apagado: 'Rascunho apagado deste aparelho.',
    pergunta: 'Continuar de onde parou?',
    de: (quando: string) => `Você começou este pedido e o rascunho ficou guardado neste aparelho: ${quando}.`,
    continuar: 'Continuar de onde parei',
    recomecar: 'Começar de novo',
    retomado: 'Suas respostas estão aqui, como você deixou.',
    arquivosVencidos: 'Só os arquivos precisam ser enviados de novo: sem pedido, ficam guardados por um dia.',
    enviadoEmOutraAba: 'Este pedido já foi enviado em outra aba. O comprovante está lá.',
    apagadoEmOutraAba: 'O rascunho deste pedido foi apagado em outra aba. O que você escreveu continua aqui.',
    outroPedido: 'Fazer outro pedido',
  },
})

export type TextosNovo = typeof novo
