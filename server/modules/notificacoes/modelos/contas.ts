import { escreverDataHora } from '../../../contract/palavras.js'
import type { EntidadeAberta } from '../../entidades/entidade-aberta.js'
import type { Carta, Parte } from '../carta.js'

/** What each e-mail about a conta needs to be written. */
export interface AvisosDeConta {
  /** Sign-up: proves that the address is read. */
  cadastro: { codigo: string; link: string }
  /** Somebody signed up with the CPF or CNPJ of a conta that is already there. */
  'conta-existente': { entrar: string }
  /** Recovery. */
  senha: { link: string; usuario: string | null }
  'senha-trocada': { entrar: string; em: string }
  /** To the address that is to be that of the conta, and to the one that is. */
  'email-novo': { codigo: string }
  'email-atual': { codigo: string }
  /** To the one that was. */
  'email-trocado': { entrar: string; em: string }
  'email-alternativo': { codigo: string }
  'novo-aparelho': { entrar: string; em: string; aparelho: string }
  /** `aparelho` is the one from which it was done. */
  'passkey-criada': { entrar: string; em: string; aparelho: string }
  'passkey-removida': { entrar: string; em: string; aparelho: string }
  /** The last that it gets. */
  'conta-excluida': { pagina: string; em: string }
  /** The entidade gave its CPF or CNPJ back to whose it is. */
  'conta-liberada': { pagina: string; em: string }
}

/** Nothing in these was typed by who asked for them, so that nobody writes to others through the entidade. */
export const cartasDeConta: { [E in keyof AvisosDeConta]: (entidade: EntidadeAberta, aviso: AvisosDeConta[E]) => Carta } = {
  cadastro: ({ arquivo }, { codigo, link }) => ({
    assunto: `${codigo} é o seu código`,
    resumo: 'Confirme o seu e-mail para criar a conta.',
    titulo: 'Confirme o seu e-mail',
    partes: [
      { especie: 'paragrafo', texto: 'Para criar a sua conta, escreva este código na página em que você estava:' },
      { especie: 'pares', pares: [{ rotulo: 'Código', valor: codigo }] },
      { especie: 'paragrafo', texto: 'Ou abra o link abaixo e toque em "Confirmar". O código e o link valem por 24 horas.' },
      { especie: 'acao', rotulo: 'Confirmar o e-mail', endereco: link },
    ],
    motivo: `Você recebeu esta mensagem porque alguém fez um cadastro com este e-mail em ${arquivo.nome}. Se não foi você, pode ignorar: sem o código, nada é criado.`,
  }),
  'conta-existente': ({ arquivo }, { entrar }) => ({
    assunto: 'Você já tem uma conta',
    resumo: 'Alguém tentou criar uma conta com o seu CPF ou CNPJ.',
    titulo: 'Você já tem uma conta',
    partes: [
      {
        especie: 'paragrafo',
        texto:
          'Alguém tentou criar uma conta com o seu CPF ou CNPJ. Se foi você, não precisa de outra: entre com a que já tem, ou recupere a senha.',
      },
      { especie: 'acao', rotulo: 'Entrar na conta', endereco: entrar },
      { especie: 'paragrafo', texto: 'Se não foi você, não precisa fazer nada: a sua conta continua como estava.' },
    ],
    motivo: doDono(arquivo.nome),
  }),
  senha: ({ arquivo }, { link, usuario }) => ({
    assunto: 'Recuperar o acesso à sua conta',
    resumo: 'O link vale por 30 minutos e só uma vez.',
    titulo: 'Recuperar o acesso',
    partes: [
      {
        especie: 'paragrafo',
        texto: `Para entrar, vale o seu CPF ou CNPJ${usuario === null ? ' ou este e-mail' : `, este e-mail ou o seu usuário, ${usuario}`}. Para criar uma senha nova, abra o link abaixo. Ele vale por 30 minutos e só uma vez.`,
      },
      { especie: 'acao', rotulo: 'Criar uma senha nova', endereco: link },
      { especie: 'paragrafo', texto: 'Ao trocar a senha, todos os aparelhos em que a conta está aberta saem dela.' },
    ],
    motivo: `Você recebeu esta mensagem porque alguém pediu para recuperar o acesso à sua conta em ${arquivo.nome}. Se não foi você, pode ignorar: a senha continua a mesma.`,
  }),
  'senha-trocada': ({ arquivo }, { entrar, em }) => ({
    assunto: 'A senha da sua conta foi trocada',
    resumo: 'Se não foi você, recupere o acesso agora.',
    titulo: 'A senha foi trocada',
    partes: [
      { especie: 'pares', pares: [{ rotulo: 'Quando', valor: escreverDataHora(em, arquivo.fuso) }] },
      {
        especie: 'paragrafo',
        texto: 'Se foi você, está tudo certo. Se não foi, recupere o acesso agora: isso encerra o acesso de quem trocou.',
      },
      { especie: 'acao', rotulo: 'Recuperar o acesso', endereco: entrar },
    ],
    motivo: doDono(arquivo.nome),
  }),
  'email-novo': ({ arquivo }, { codigo }) => ({
    assunto: `${codigo} é o seu código`,
    resumo: 'Confirme o novo e-mail da sua conta.',
    titulo: 'Confirme o novo e-mail',
    partes: [
      { especie: 'paragrafo', texto: 'Para usar este e-mail na sua conta, escreva este código na página em que você estava:' },
      { especie: 'pares', pares: [{ rotulo: 'Código do e-mail novo', valor: codigo }] },
      { especie: 'paragrafo', texto: 'Outro código foi para o e-mail que a conta tem hoje. Os dois são necessários e valem por 24 horas.' },
    ],
    motivo: `Você recebeu esta mensagem porque alguém pediu para usar este e-mail em uma conta em ${arquivo.nome}. Se não foi você, pode ignorar: sem o código, nada muda.`,
  }),
  'email-atual': ({ arquivo }, { codigo }) => ({
    assunto: `${codigo} é o código para trocar o e-mail da conta`,
    resumo: 'Se não foi você, não passe o código a ninguém.',
    titulo: 'Trocar o e-mail da conta',
    partes: [
      { especie: 'paragrafo', texto: 'Alguém pediu para trocar o e-mail da sua conta. Se foi você, escreva este código na página:' },
      { especie: 'pares', pares: [{ rotulo: 'Código do e-mail atual', valor: codigo }] },
      { especie: 'paragrafo', texto: 'Outro código foi para o e-mail novo. Os dois são necessários e valem por 24 horas.' },
      {
        especie: 'paragrafo',
        texto: 'Se não foi você, não passe este código a ninguém: sem ele, o e-mail continua o mesmo. Entre na conta e troque a senha.',
      },
    ],
    motivo: doDono(arquivo.nome),
  }),
  'email-trocado': ({ arquivo }, { entrar, em }) => ({
    assunto: 'O e-mail da sua conta foi trocado',
    resumo: 'Se não foi você, fale conosco agora.',
    titulo: 'O e-mail da conta foi trocado',
    partes: [
      { especie: 'pares', pares: [{ rotulo: 'Quando', valor: escreverDataHora(em, arquivo.fuso) }] },
      {
        especie: 'paragrafo',
        texto: 'A sua conta tem agora outro e-mail, e este não recebe mais mensagens dela. Se foi você, está tudo certo.',
      },
      {
        especie: 'paragrafo',
        texto: `Se não foi, entre na conta agora e troque a senha e o e-mail. Se não conseguir entrar, fale com ${arquivo.nome}: o contato está no fim desta mensagem.`,
      },
      { especie: 'acao', rotulo: 'Entrar na conta', endereco: entrar },
    ],
    motivo: `Você recebeu esta mensagem porque este era o e-mail da sua conta em ${arquivo.nome}.`,
  }),
  'email-alternativo': ({ arquivo }, { codigo }) => ({
    assunto: `${codigo} é o seu código`,
    resumo: 'Confirme o segundo e-mail da sua conta.',
    titulo: 'Confirme o segundo e-mail',
    partes: [
      { especie: 'paragrafo', texto: 'Para ter este e-mail como o segundo da sua conta, escreva este código em "Meus dados":' },
      { especie: 'pares', pares: [{ rotulo: 'Código', valor: codigo }] },
      { especie: 'paragrafo', texto: 'O código vale por 24 horas.' },
    ],
    motivo: `Você recebeu esta mensagem porque alguém pôs este e-mail em uma conta em ${arquivo.nome}. Se não foi você, pode ignorar: sem o código, ele não é usado.`,
  }),
  'novo-aparelho': ({ arquivo }, { entrar, em, aparelho }) => ({
    assunto: 'Sua conta foi aberta em um aparelho novo',
    resumo: aparelho,
    titulo: 'Sua conta foi aberta em um aparelho novo',
    partes: [
      feitaEm(arquivo.fuso, em, aparelho),
      { especie: 'paragrafo', texto: 'Se foi você, está tudo certo. Se não foi, troque a senha: isso encerra todas as sessões abertas.' },
      { especie: 'acao', rotulo: 'Ver a minha conta', endereco: entrar },
    ],
    motivo: doDono(arquivo.nome),
  }),
  'passkey-criada': ({ arquivo }, { entrar, em, aparelho }) => ({
    assunto: 'Sua conta tem uma nova chave de acesso',
    resumo: 'Se não foi você, remova a chave e troque a senha agora.',
    titulo: 'Sua conta tem uma nova chave de acesso',
    partes: [
      feitaEm(arquivo.fuso, em, aparelho),
      { especie: 'paragrafo', texto: 'Com ela, dá para entrar na conta sem a senha. Se foi você, está tudo certo.' },
      { especie: 'paragrafo', texto: 'Se não foi, entre na conta, remova esta chave de acesso e troque a senha.' },
      { especie: 'acao', rotulo: 'Ver a minha conta', endereco: entrar },
    ],
    motivo: doDono(arquivo.nome),
  }),
  'passkey-removida': ({ arquivo }, { entrar, em, aparelho }) => ({
    assunto: 'Uma chave de acesso da sua conta foi removida',
    resumo: 'Ela não abre mais a conta.',
    titulo: 'Uma chave de acesso foi removida',
    partes: [
      feitaEm(arquivo.fuso, em, aparelho),
      { especie: 'paragrafo', texto: 'Ela não abre mais a sua conta. Se foi você, está tudo certo. Se não foi, troque a senha agora.' },
      { especie: 'acao', rotulo: 'Ver a minha conta', endereco: entrar },
    ],
    motivo: doDono(arquivo.nome),
  }),
  'conta-excluida': ({ arquivo }, { pagina, em }) => ({
    assunto: 'A sua conta foi excluída',
    resumo: 'Os processos que você abriu continuam guardados.',
    titulo: 'A sua conta foi excluída',
    partes: [
      { especie: 'pares', pares: [{ rotulo: 'Quando', valor: escreverDataHora(em, arquivo.fuso) }] },
      {
        especie: 'paragrafo',
        texto:
          'O cadastro, a senha, as chaves de acesso e a foto foram apagados. Os processos continuam guardados, como a lei manda: para acompanhar um, use o número e o código de acesso.',
      },
      { especie: 'acao', rotulo: 'Acompanhar um processo', endereco: pagina },
      {
        especie: 'paragrafo',
        texto: `Se não foi você, fale com ${arquivo.nome}: o contato está no fim desta mensagem.`,
      },
    ],
    motivo: `Você recebeu esta mensagem porque este era o e-mail da sua conta em ${arquivo.nome}.`,
  }),
  'conta-liberada': ({ arquivo }, { pagina, em }) => ({
    assunto: 'A sua conta foi encerrada',
    resumo: 'O CPF ou CNPJ dela é de outra pessoa.',
    titulo: 'A sua conta foi encerrada',
    partes: [
      { especie: 'pares', pares: [{ rotulo: 'Quando', valor: escreverDataHora(em, arquivo.fuso) }] },
      {
        especie: 'paragrafo',
        texto: `${arquivo.nome} encerrou a conta deste e-mail, porque o CPF ou CNPJ usado no cadastro é de outra pessoa. Os processos abertos com a conta continuam guardados: para acompanhar um, use o número e o código de acesso.`,
      },
      { especie: 'acao', rotulo: 'Acompanhar um processo', endereco: pagina },
      {
        especie: 'paragrafo',
        texto: `Você pode criar outra conta com o seu próprio CPF ou CNPJ. Se isto foi um engano, fale com ${arquivo.nome}: o contato está no fim desta mensagem.`,
      },
    ],
    motivo: `Você recebeu esta mensagem porque este era o e-mail de uma conta em ${arquivo.nome}.`,
  }),
}

function doDono(nome: string): string {
  return `Você recebeu esta mensagem porque este é o e-mail da sua conta em ${nome}.`
}

function feitaEm(fuso: string, em: string, aparelho: string): Parte {
  const pares = [
    { rotulo: 'Aparelho', valor: aparelho },
    { rotulo: 'Quando', valor: escreverDataHora(em, fuso) },
  ]
  return { especie: 'pares', pares }
}
