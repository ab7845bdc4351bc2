import { voz } from './voz.js'

/** What is said while a CEP is looked up, in plain Brazilian Portuguese. Other languages follow the same keys. */
export const cep = voz('cep', {
  ajuda: 'Se souber, ele preenche o resto.',
  procurando: 'Procurando o endereço…',
  achado: 'Endereço preenchido. Confira e complete o número.',
  semBusca: 'Não achamos este CEP. Tudo bem: escreva o endereço abaixo.',
})
