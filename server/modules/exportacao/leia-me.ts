import { escreverDataHora } from '../../contract/palavras.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'

/** What a person reads first of the copy of their data. */
export function leiaMe({ arquivo }: EntidadeAberta, agora: Date): string {
  const { nome, encarregado, fuso } = arquivo
  return `Os seus dados em ${nome}

Esta é a cópia dos seus dados que você pediu (Lei 13.709/2018, artigos 18 e 19).
Ela mostra o que havia em ${escreverDataHora(agora.toISOString(), fuso)}.

O que há aqui

- conta.json: a sua conta. O cadastro, os avisos que você escolheu, as sessões abertas, a lista das suas chaves de acesso, os pedidos que
  você começou e não enviou, o que espera confirmação, onde você trabalha, quando a conta foi usada, quais processos de outras pessoas
  você pode ver agora, e as procurações em que você está.
- foto: a sua foto, se você pôs uma.
- processos: uma pasta para cada processo que está na sua conta, com o pedido, o andamento e as mensagens (processo.json) e os arquivos.
- faltou.txt: só aparece quando um arquivo não foi encontrado.

O que não há aqui

- A senha, e a parte secreta das chaves de acesso. A senha fica guardada de um jeito que ninguém consegue ler. A parte secreta das chaves
  fica só nos seus aparelhos.
- Os códigos de acesso dos processos: eles ficam guardados como a senha. Se perdeu um, peça outro na página do processo.
- O conteúdo dos processos de outras pessoas.
- Os textos que o órgão escreveu só para uso interno.
- Os pedidos anônimos e os que você fez sem entrar na conta e ainda não trouxe para ela.
- O que está em outros órgãos. A conta serve para todos os que usam este serviço, mas cada um responde pelos dados que tem.
  Para ter a cópia de lá, entre na conta pelo site do outro órgão.

Como abrir

Os arquivos que terminam em .json são textos. Eles abrem em qualquer editor de textos, e outros sistemas conseguem ler.

Dúvidas, ou algo errado?

Fale com quem cuida dos dados pessoais em ${nome}: ${encarregado.nome}, ${encarregado.email}.
`
}

/** @param caminhos of files that are known and could not be found. */
export function oQueFaltou({ arquivo }: EntidadeAberta, caminhos: readonly string[]): string {
  const { nome, email } = arquivo.encarregado
  return `Estes arquivos são seus, mas não conseguimos encontrar o conteúdo deles:

${caminhos.map((caminho) => `- ${caminho}`).join('\n')}

O resto da cópia está completo. Avise ${nome}, ${email}.
`
}
