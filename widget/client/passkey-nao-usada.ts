/** `desistiu`: they cancelled, or have none here, which browsers do not tell apart. `parada`: this page took it back. */
export type MotivoDaPasskey = 'desistiu' | 'parada' | 'repetida' | 'impossivel'

/** No passkey came of it. */
export class PasskeyNaoUsada extends Error {
  constructor(
    readonly motivo: MotivoDaPasskey,
    cause: unknown,
  ) {
    super(motivo, { cause })
  }
}
