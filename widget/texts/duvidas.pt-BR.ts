import { voz } from './voz.js'

/** "Dúvidas no cadastro": plain questions and answers, in the order of how often they are asked. Other languages follow the same keys. */
export const duvidas = voz<readonly { pergunta: string; respostas: readonly string[] }[]>('duvidas', [
  {
    pergunta: 'O código não chegou. E agora?',
    respostas: [
      'Espere alguns minutos e olhe na caixa de spam.',
      'Confira se o e-mail está escrito certo. Se não chegou, peça outro: só o código mais recente vale.',
    ],
  },
  {
    pergunta: 'Não uso mais o e-mail do cadastro. Como troco?',
    respostas: [
      'Em Contato, escolha Mudar no e-mail. A troca pede um código do e-mail antigo e outro do novo.',
      'Se você não abre mais o e-mail antigo, fale com o atendimento, com um documento seu em mãos.',
    ],
  },
  {
    pergunta: 'Diz que meu CPF já foi usado, mas não criei conta.',
    respostas: [
      'Você pode ter criado há mais tempo. Na entrada, escolha “Esqueci a senha” para receber um link.',
      'Se não foi você, fale com o atendimento. Nós conferimos com os seus documentos.',
    ],
  },
  {
    pergunta: 'Troquei de celular. O que faço?',
    respostas: [
      'Se mudou só o aparelho, entre com a senha e crie outra chave de acesso, em Entrada na conta.',
      'Encerre o acesso do aparelho antigo. Se o número também mudou, mude em Contato.',
    ],
  },
  {
    pergunta: 'Como uso meu nome social?',
    respostas: [
      'Em Quem você é, escreva o nome social. É por ele que vamos chamar você, aqui e nos avisos.',
      'O nome do documento continua guardado, porque alguns pedidos precisam dele.',
    ],
  },
  {
    pergunta: 'Meu CPF está errado. Posso mudar?',
    respostas: ['O CPF ou CNPJ não muda, porque a conta é ligada a ele. Exclua esta conta e crie outra, ou fale com o atendimento.'],
  },
  {
    pergunta: 'Preciso preencher tudo?',
    respostas: ['Não. Só o que tem * é obrigatório. O resto ajuda a não pedir de novo em cada pedido.'],
  },
  {
    pergunta: 'Como excluo minha conta?',
    respostas: ['Em Seus dados e a lei, escolha Excluir minha conta. Contamos antes o que é apagado e o que a lei manda guardar.'],
  },
])
