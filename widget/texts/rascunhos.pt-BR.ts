import { voz } from './voz.js'

/** What the panel says of requests that were begun. Other languages follow the same keys. */
export const rascunhos = voz('rascunhos', {
  titulo: 'Concluir pedido',
  ajuda: 'Pedidos que você começou e ainda não enviou. Cada rascunho fica guardado por 30 dias.',
  guardado: (quando: string) => `guardado ${quando}`,
  passo: (numero: number, total: number) => `passo ${numero} de ${total}`,
  continuar: 'Continuar',
  continuarQual: (tipo: string, quando: string) => `Continuar: ${tipo}, guardado ${quando}`,
  apagar: 'Apagar',
  apagarQual: (tipo: string, quando: string) => `Apagar: ${tipo}, guardado ${quando}`,
  confirmar: 'Apagar mesmo?',
  sim: 'Sim, apagar',
  nao: 'Não',
  apagado: 'Rascunho apagado.',
})
