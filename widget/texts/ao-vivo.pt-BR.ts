import { voz } from './voz.js'

/** What is said of the session and of changes as they come. Other languages follow the same keys. */
export const aoVivo = voz('aoVivo', {
  soNaAba: 'Este navegador não guarda a sua entrada. Se recarregar ou fechar a página, entre de novo.',
  mudou: (numero: string, situacao: string) => `O processo ${numero} mudou para ${situacao}.`,
  novidade: (numero: string) => `Há novidade no processo ${numero}.`,
  novo: (numero: string) => `Novo processo na sua lista: ${numero}.`,
  varios: (quantos: number) => `${quantos} processos têm novidades.`,
})
