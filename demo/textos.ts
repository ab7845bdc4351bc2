import type { Sms, Text } from '../server/platform/sms.js'

export type TextoGuardado = Text & { em: Date }

/** The texts shown at most. */
const maisTextos = 50

/** A gateway that sends nothing: it keeps the texts, newest first, for the demo to show. They go with the process. */
export function guardarTextos(): { sms: Sms; guardados: readonly TextoGuardado[] } {
  const guardados: TextoGuardado[] = []
  const sms: Sms = {
    async send(texto) {
      guardados.unshift({ ...texto, em: new Date() })
      guardados.length = Math.min(guardados.length, maisTextos)
      return 'sent'
    },
  }
  return { sms, guardados }
}
