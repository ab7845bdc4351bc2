/** What `<protocolo-consulta>` says of a protocolo that was found, and to who lost its number. */
export const resultado = {
  codigoFalta: 'Escreva o código de acesso.',
  codigoNaoAbre: 'Este código não abre este protocolo. Confira no comprovante.',

  encontrado: (numero: string, situacao: string) => `Protocolo ${numero}: ${situacao}.`,
  falta: 'Falta a sua resposta',
  comoEntregar: 'Para entregar, fale com o setor:',
  abertoEm: 'Aberto em',
  estaCom: 'Está com',
  ficouCom: 'Ficou com',
  respostaAte: 'Resposta até',
  encerradoEm: 'Concluído em',
  canceladoEm: 'Cancelado em',
  requerente: 'Quem pediu',
  andamento: 'Andamento',
  hoje: 'hoje',
  ontem: 'ontem',
  enviado: 'O que foi enviado',
  documentos: 'Documentos',
  mensagens: 'Mensagens',

  verMais: 'Ver andamento e documentos',
  verMaisAjuda: 'O código de acesso está no comprovante, perto do número.',
  ver: 'Ver tudo',
  vendo: 'Abrindo…',

  comprovante: 'Baixar comprovante',
  nomeDoComprovante: (numero: string) => `comprovante-${numero}.pdf`,
  nova: 'Nova consulta',
  duvidas: 'Dúvidas?',

  troca: {
    abrir: 'Trocar código de acesso',
    titulo: 'Trocar o código de acesso?',
    texto: 'O código atual deixa de valer na hora, também no comprovante que você já tem. Troque se alguém mais ficou sabendo dele.',
    confirmar: 'Trocar código',
    trocando: 'Trocando…',
    cancelar: 'Cancelar',
    feita: 'Código trocado',
    novo: 'Seu novo código de acesso:',
    guarde: 'Anote agora ou baixe o comprovante de novo: o código só aparece aqui.',
  },

  lembrete: {
    titulo: 'Não sei o número',
    texto: 'Mandamos a lista dos seus protocolos para o e-mail que você informou quando fez o pedido.',
    documento: 'CPF ou CNPJ de quem pediu',
    documentoErrado: 'Este CPF ou CNPJ não confere. Veja se falta ou sobra algum número.',
    documentoFalta: 'Escreva o CPF ou o CNPJ.',
    enviar: 'Enviar lista por e-mail',
    enviando: 'Enviando…',
    enviadoTitulo: 'Pronto',
    enviado:
      'Se houver protocolos com este CPF ou CNPJ, a lista chega em alguns minutos ao e-mail informado neles. Olhe também a caixa de spam.',
    semEmail: 'Não informou e-mail no pedido? Fale com a gente:',
    voltar: 'Voltar à consulta',
  },
}
