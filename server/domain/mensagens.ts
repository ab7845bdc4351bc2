/** What to correct, and where: `caminho` in dots, as in `respostas.inscricao` or `respostas.local.cep`. */
export interface CampoComErro {
  caminho: string
  mensagem: string
}

/** What people read beside a field: what to do, and no blame. */
export const mensagens = {
  vazio: 'Preencha este campo.',
  escolha: 'Escolha uma opção.',
  escolhas: 'Escolha ao menos uma opção.',
  caractere: 'Há um caractere que não conseguimos guardar. Apague e escreva de novo.',
  numero: 'Escreva um número, como 12 ou 12,5.',
  inteiro: 'Escreva um número inteiro, como 12.',
  dinheiro: 'Escreva o valor em reais, como 180.000,00.',
  data: 'Escreva a data com dia, mês e ano, como 12/11/2026.',
  hora: 'Escreva a hora, como 14:30.',
  email: 'Escreva o e-mail inteiro, como nome@exemplo.com.br.',
  telefone: 'Escreva o telefone com DDD, como (19) 91234-5678.',
  cep: 'O CEP tem 8 números, como 13900-000.',
  endereco: {
    logradouro: 'Escreva a rua ou avenida.',
    bairro: 'Escreva o bairro.',
    municipio: 'Escreva a cidade.',
    uf: 'Escolha o estado.',
  },
  lugar: 'Escreva o endereço ou use a posição do aparelho.',
  protocolo: 'Escreva o número como está no comprovante.',
  desconhecida: 'O formulário mudou desde que foi aberto. Recarregue a página: o que você escreveu fica no rascunho.',
  cpf: (texto: string) => falta(texto, 11, 'número', 'O CPF') ?? 'Este CPF não confere. Veja se algum número foi trocado.',
  cnpj: (texto: string) => falta(texto, 14, 'caractere', 'O CNPJ') ?? 'Este CNPJ não confere. Veja se algum caractere foi trocado.',
  documento: (texto: string) => {
    const { length } = caracteres(texto)
    if (length === 11 || length === 14) return length === 11 ? mensagens.cpf(texto) : mensagens.cnpj(texto)
    return 'Escreva o CPF, com 11 números, ou o CNPJ, com 14 caracteres.'
  },
  longo: (maximo: number, sobram: number) => `Use no máximo ${contar(maximo, 'caractere')}. Há ${sobram} a mais.`,
  curto: (minimo: number) => `Escreva ao menos ${contar(minimo, 'caractere')}.`,
}

/** `1 número`, `2 números`. */
export function contar(quantos: number, nome: string): string {
  return `${quantos} ${nome}${quantos === 1 ? '' : 's'}`
}

function caracteres(texto: string): string {
  return texto.slice(0, 100).replace(/[^0-9a-z]/gi, '')
}

function falta(texto: string, tamanho: number, nome: string, documento: string): string | undefined {
  const diferenca = tamanho - caracteres(texto).length
  if (diferenca > 0) return `${diferenca === 1 ? 'Falta' : 'Faltam'} ${contar(diferenca, nome)}. ${documento} tem ${tamanho}.`
  return diferenca < 0 ? `Há ${contar(-diferenca, nome)} a mais. ${documento} tem ${tamanho}.` : undefined
}
