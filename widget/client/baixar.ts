/** Saves bytes as a file of the person's, under `nome`. */
export function baixar(bytes: Blob, nome: string): void {
  const endereco = URL.createObjectURL(bytes)
  const ligacao = document.createElement('a')
  ligacao.href = endereco
  ligacao.download = nome
  ligacao.click()
  setTimeout(() => URL.revokeObjectURL(endereco), 60_000)
}
