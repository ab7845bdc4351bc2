/** A picture of the given size. */
export async function imagem(largura: number, altura: number): Promise<File> {
  const tela = Object.assign(document.createElement('canvas'), { width: largura, height: altura })
  const bytes = await new Promise<Blob | null>((pronto) => tela.toBlob(pronto, 'image/png'))
  return new File([bytes ?? ''], 'foto.png', { type: 'image/png' })
}

/** As who picks a file in the dialog of the first file input. */
export function escolherArquivo(onde: ParentNode, arquivo: File): void {
  const campo = onde.querySelector<HTMLInputElement>('input[type=file]')
  if (!campo) throw new Error('no file input')
  const escolhidos = new DataTransfer()
  escolhidos.items.add(arquivo)
  campo.files = escolhidos.files
  campo.dispatchEvent(new Event('change', { bubbles: true }))
}
