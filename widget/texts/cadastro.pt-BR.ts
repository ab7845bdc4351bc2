import { voz } from './voz.js'

/** What signing up and recovering a conta say, in plain Brazilian Portuguese. Other languages follow the same keys. */
export const cadastro = voz('cadastro', {
  titulo: 'Criar conta',
  subtitulo: 'Uma conta só, para pedir e acompanhar tudo.',
  sobreVoce: 'Mais sobre você',
  contatos: 'Outros contatos',
  endereco: 'Endereço',
  opcional: '(opcional)',
  criar: 'Criar conta',
  criando: 'Criando…',
  tenho: 'Já tenho conta',

  confirmar: {
    titulo: 'Confirme o seu e-mail',
    enviado: (email: string) => `Enviamos um código para ${email}.`,
    validade: 'O código vale por 24 horas. Se não chegar em alguns minutos, olhe na caixa de spam.',
    corrigir: 'Corrigir o e-mail',
    emailCerto: 'E-mail correto',
    corrigirEnviar: 'Enviar para este e-mail',
  },
  link: {
    titulo: 'Confirmar o cadastro',
    texto: 'Falta só este passo para a sua conta começar a valer.',
    cadastrarDeNovo: 'Criar a conta de novo',
  },
  recuperar: {
    titulo: 'Esqueci a senha',
    subtitulo: 'Vamos enviar um link para o e-mail da sua conta. Ele vale por 30 minutos. Se você tem um usuário, ele vai junto.',
    email: 'E-mail da conta',
    enviar: 'Enviar o link',
    enviando: 'Enviando…',
    enviadoTitulo: 'Confira o seu e-mail',
    spam: 'Se não chegar em alguns minutos, olhe na caixa de spam.',
  },
  senhaNova: {
    titulo: 'Criar senha nova',
    texto: 'Depois de trocar, você sai da conta em todos os aparelhos.',
    senha: 'Senha nova',
    trocar: 'Trocar a senha',
    trocando: 'Trocando…',
    outro: 'Pedir outro link',
  },
})
