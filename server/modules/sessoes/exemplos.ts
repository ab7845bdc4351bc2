import type { SessaoAberta, SessaoListada } from '../../contract/sessoes.js'

export const sessao: SessaoListada = {
  id: '019ab4c2-0000-7000-8000-00000000000a',
  aparelho: 'Chrome no Android',
  criadaEm: '2026-11-21T12:00:00.000Z',
  usadaEm: '2026-11-21T12:10:00.000Z',
  expiraEm: '2026-11-22T00:00:00.000Z',
  esta: true,
}

export const aberta: SessaoAberta = {
  token: 'q0b1J1oQ4pWn7yYt3e0xk2V8m5R6s9ZcAbDfGhIjKlM',
  sessao: '019ab4c2-0000-7000-8000-00000000000a',
  conta: '019ab4c2-0000-7000-8000-00000000000b',
  expiraEm: '2026-11-22T00:00:00.000Z',
  nome: 'Helena Exemplo',
}
