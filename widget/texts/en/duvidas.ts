import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const duvidas: Traducao<Vozes['duvidas']> = [
  {
    pergunta: 'The code did not arrive. What now?',
    respostas: [
      'Wait a few minutes and check your spam folder.',
      'Check that the email is spelled correctly. If the code still did not arrive, ask for another: only the most recent code is valid.',
    ],
  },
  {
    pergunta: 'I no longer use the email in my details. How do I change it?',
    respostas: [
      'In Contact details, choose Change next to the email. The change needs one code from the old email and another from the new one.',
      'If you can no longer open the old email, contact support, with an identity document at hand.',
    ],
  },
  {
    pergunta: 'It says my CPF is already in use, but I did not create an account.',
    respostas: [
      'You may have created it some time ago. On the sign-in page, choose “I forgot my password” to get a link.',
      'If it was not you, contact support. We will check with your documents.',
    ],
  },
  {
    pergunta: 'I have a new phone. What do I do?',
    respostas: [
      'If only the device changed, sign in with your password and create another passkey, in Sign-in.',
      'Sign out the old device. If your number changed too, change it in Contact details.',
    ],
  },
  {
    pergunta: 'How do I use my preferred name (nome social)?',
    respostas: [
      'In About you, enter your preferred name. It is what we will call you, here and in our emails.',
      'The name on your document is still kept, because some requests need it.',
    ],
  },
  {
    pergunta: 'My CPF is wrong. Can I change it?',
    respostas: [
      'The CPF or CNPJ does not change, because the account is linked to it. Delete this account and create another, or contact support.',
    ],
  },
  {
    pergunta: 'Do I have to fill in everything?',
    respostas: ['No, only what has * is required. The rest saves us from asking again in each request.'],
  },
  {
    pergunta: 'How do I delete my account?',
    respostas: ['In Your data and the law, choose Delete my account. First we tell you what is deleted and what the law tells us to keep.'],
  },
]
