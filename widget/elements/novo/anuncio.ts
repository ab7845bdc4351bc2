/** Milliseconds without a key before what changes with every key is said. */
const PAUSA = 1200

interface Palco {
  host: { anunciar(texto: string): Promise<void> }
  estado: { passo: string }
}

/** Says a text once the person pauses, if they are still at the step that it is about; only the last one, which may be none. */
export function criarAnuncio(palco: Palco, pausa = PAUSA): (texto: string) => void {
  let espera: ReturnType<typeof setTimeout> | undefined
  return (texto) => {
    const { passo } = palco.estado
    clearTimeout(espera)
    espera = setTimeout(() => {
      if (texto && palco.estado.passo === passo) void palco.host.anunciar(texto)
    }, pausa)
  }
}
