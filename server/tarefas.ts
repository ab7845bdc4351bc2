import { limparAnexos } from './modules/anexos/anexos.js'
import { limparConfirmacoes } from './modules/confirmacoes/confirmacoes.js'
import { tarefas as contas } from './modules/contas/recuperacao.js'
import { limparProvas } from './modules/desafio/desafio.js'
import { limparEventos } from './modules/eventos/eventos.js'
import { limparFotos } from './modules/foto/foto.js'
import { limparEventosDasFilas } from './modules/mesa/mesa.js'
import { limparAvisos } from './modules/notificacoes/andamento.js'
import { limparEmails, tarefas as notificacoes } from './modules/notificacoes/notificacoes.js'
import { limparDesafios } from './modules/passkeys/cerimonias.js'
import { cuidarDosPrazos, medirTempos } from './modules/prazos/prazos.js'
import { limparIdempotencias } from './modules/protocolos/protocolos.js'
import { limparRascunhos } from './modules/rascunhos/rascunhos.js'
import { limparReautenticacoes } from './modules/reautenticacao/reautenticacao.js'
import { limparSessoes } from './modules/sessoes/sessoes.js'
import type { Task } from './platform/jobs.js'
import type { Platform } from './platform/platform.js'

/** Everything that is done apart from requests, by the name its jobs are queued under. */
export function tarefas(platform: Platform): Record<string, Task> {
  return {
    ...notificacoes(platform),
    ...contas(platform),
    cuidar_dos_prazos: () => cuidarDosPrazos(platform),
    medir_tempos: () => medirTempos(platform),
    limpar_anexos: () => limparAnexos(platform),
    limpar_avisos: () => limparAvisos(platform),
    limpar_emails: () => limparEmails(platform),
    limpar_fotos: () => limparFotos(platform),
    limpar_idempotencias: () => limparIdempotencias(platform),
    limpar_passkeys: () => limparDesafios(platform),
    limpar_provas: () => limparProvas(platform),
    limpar_eventos: () => limparEventos(platform),
    limpar_eventos_das_filas: () => limparEventosDasFilas(platform),
    limpar_rascunhos: () => limparRascunhos(platform),
    limpar_sessoes: () => limparSessoes(platform),
    limpar_confirmacoes: () => limparConfirmacoes(platform),
    limpar_reautenticacoes: () => limparReautenticacoes(platform),
  }
}

/** UTC. Days are looked after by day: nobody is told of a prazo at midnight. */
export const crontab = `
5 10-23 * * * cuidar_dos_prazos
12 5 * * * medir_tempos
17 * * * * limpar_anexos
42 4 * * * limpar_avisos
32 4 * * * limpar_emails
22 * * * * limpar_fotos
27 * * * * limpar_idempotencias
37 * * * * limpar_provas
37 * * * * limpar_passkeys
7 * * * * limpar_rascunhos
12 * * * * limpar_eventos
42 * * * * limpar_eventos_das_filas
47 * * * * limpar_sessoes
57 * * * * limpar_confirmacoes
7 * * * * limpar_reautenticacoes
`
