import { voz } from './voz.js'

/** What signing in says, in plain Brazilian Portuguese. Other languages follow the same keys. */
export const conta = voz('conta', {
  titulo: 'Entrar',
  subtitulo: 'Veja todos os seus pedidos em um só lugar.',
  login: 'CPF, CNPJ, usuário ou e-mail',
  senha: 'Senha',
  mostrar: 'Mostrar',
  mostrarSenha: 'Mostrar a senha',
  ocultar: 'Ocultar',
  ocultarSenha: 'Ocultar a senha',
  lembrar: 'Lembrar neste aparelho',
  lembrarAjuda: 'Por 30 dias. Deixe desmarcado se outras pessoas usam o aparelho.',
  entrar: 'Entrar',
  entrando: 'Entrando…',
  criar: 'Criar conta',
  esqueci: 'Esqueci a senha',
  voltar: 'Voltar para a entrada',
  saiu: 'Você saiu da sua conta neste aparelho.',
  terminou: 'Sua sessão terminou. Entre de novo para continuar.',
  senhaTrocada: 'Senha trocada. Entre com a senha nova.',
  obrigatorios: 'Os campos com * são obrigatórios.',

  semChave: {
    titulo: 'Esta página não é segura para entrar',
    texto: 'Para proteger a sua conta, só dá para entrar em páginas que começam com https.',
    ligacao: 'Entrar na página segura',
  },

  erros: {
    titulo: 'Confira antes de continuar',
    login: 'Escreva o CPF, o CNPJ, o usuário ou o e-mail.',
    senha: 'Escreva a senha.',
  },
})
