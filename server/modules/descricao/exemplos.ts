import type { Problema } from '../../contract/problema.js'
import type { Codigo } from '../../platform/http/problem.js'

/** What path parameters mean, by their name. */
export const exemplosDeParametros: Record<string, { description: string; example: string }> = {
  entidade: { description: 'Código da entidade', example: 'vila-serena' },
  codigo: { description: 'Código do tipo de protocolo', example: 'poda-arvore' },
  versao: { description: 'Versão do serviço', example: '2' },
  edicao: { description: '`@` e a versão dos componentes, inteira ou só o primeiro número: `@1.0.0`, `@1`', example: '@1.0.0' },
  cep: { description: 'CEP, oito números', example: '13900000' },
  id: { description: 'Identificador', example: '019a8c1e-7d2b-7c3a-9f00-1b2c3d4e5f60' },
  pendencia: { description: 'Identificador da pendência', example: '019ab4c2-0000-7000-8000-000000000010' },
  vista: { description: 'Identificador da vista', example: '019ab4c2-0000-7000-8000-000000000020' },
  anexo: { description: 'Identificador do arquivo', example: '019aa5b0-7c1e-7d52-9f0e-3f2a5b6c7d8e' },
  confirmacao: { description: 'A `confirmacao` que o pedido de troca do contato deu', example: '019ab4c2-0000-7000-8000-00000000000c' },
  especie: { description: '`emailAlternativo` ou `telefone`', example: 'telefone' },
  arquivo: { description: 'Nome do arquivo', example: 'consulta-ABCDEFGH.js' },
  numero: { description: 'Número do protocolo, como está no comprovante ou parecido', example: 'PMVS 2026/500114' },
  orgao: { description: 'Sigla do órgão, quando o número sozinho não diz', example: 'PMVS' },
  ano: { description: 'Ano do protocolo, quando o número não traz', example: '2026' },
}

const desafio = {
  algorithm: 'SHA-256',
  challenge: '5f1c3d0b8a77d0c2b9f4f6c0f2a1e1f2d3c4b5a697887766554433221100ffee',
  salt: 'a1b2c3d4e5f60718293a4b5c?expires=1795262400&',
  maxnumber: 40_000,
  signature: '00ffee112233445566778899aabbccddeeff00112233445566778899aabbccdd',
}

/** What some problems carry besides their sentence. */
export const exemplosDeCampos: Partial<Record<Codigo, Pick<Problema, 'campos' | 'desafio'>>> = {
  campos_invalidos: { campos: [{ caminho: 'requerente.documento', mensagem: 'Confira o CPF: o número não fecha.' }] },
  corpo_invalido: { campos: [{ caminho: 'respostas', mensagem: 'Falta preencher este campo.' }] },
  prova_necessaria: { desafio },
}
