import { diaEm } from '../../../../server/contract/regras.js'
import type { Ato } from './ato.js'

const DIA = 86_400_000

export function fusoDe({ processo }: Ato): string {
  return processo.lugar.host.cartao?.fuso ?? 'America/Sao_Paulo'
}

/** `AAAA-MM-DD` where the entidade is; `daqui` days from today. */
export function dia(ato: Ato, daqui = 0): string {
  return diaEm(fusoDe(ato), new Date(Date.now() + daqui * DIA))
}

/** A day some days after another, both `AAAA-MM-DD`. */
export function somarDias(de: string, dias: number): string {
  return new Date(Date.parse(`${de}T12:00:00Z`) + dias * DIA).toISOString().slice(0, 10)
}

/** `AAAA-MM-DDTHH:MM` where the entidade is, now. */
export function agora(ato: Ato): string {
  const hora = new Date().toLocaleTimeString('pt-BR', { timeZone: fusoDe(ato), hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
  return `${dia(ato)}T${hora}`
}
