const livres = { endereco: 5, entidade: 100 }
const teto = 64

/**
 * How much harder than its base a proof of work is: 1 up to 64.
 * Doubles with each further 5 tries of one address past 5, and each time those of the entidade double past 100.
 * @param endereco tries of the address in 10 minutes.
 * @param entidade tries of all addresses in 10 minutes.
 */
export function crescimento(endereco: number, entidade: number): number {
  const doEndereco = Math.max(0, Math.ceil((endereco - livres.endereco) / 5))
  const daEntidade = Math.max(0, Math.ceil(Math.log2(Math.max(1, entidade) / livres.entidade)))
  return Math.min(teto, 2 ** (doEndereco + daEntidade))
}
