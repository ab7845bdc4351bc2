import type { CadastroRecebido, Conta, PedidoDeCadastro } from '../../contract/contas.js'

export const cadastro: PedidoDeCadastro = {
  documento: '111.444.777-35',
  nome: 'Helena Exemplo',
  email: 'helena@exemplo.br',
  emailAlternativo: 'lena@exemplo.br',
  telefone: '(19) 91234-5678',
  senha: 'cavalo bateria grampo',
  ciencia: '2026-01',
}

export const recebido: CadastroRecebido = {
  confirmacao: '019ab4c2-0000-7000-8000-00000000000b',
  email: 'h•••@exemplo.br',
  mensagem: 'Enviamos um e-mail com um código de 6 números. Se ele não chegar em alguns minutos, olhe na caixa de spam.',
}

export const link = '019ab4c2-0000-7000-8000-00000000000b.q0b1J1oQ4pWn7yYt3e0xk2V8m5R6s9ZcAbDfGhIjKlM'

export const conta: Conta = {
  documento: '11144477735',
  nome: 'Helena Exemplo',
  email: 'helena@exemplo.br',
  usuario: 'helena.exemplo',
  telefone: '+5519912345678',
  telefoneConfirmado: true,
  temSenha: true,
  temFoto: false,
  avisos: { abertura: true, andamento: true, pendencia: true, mensagem: true, prazo: true, conclusao: true, copia: false },
  pendentes: [{ confirmacao: recebido.confirmacao, especie: 'emailAlternativo', valor: 'lena@exemplo.br' }],
}
