import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'
import { atalhos } from './atalhos.js'
import { balcao } from './balcao.js'
import { fila } from './fila.js'
import { administracao as gestaoAdministracao } from './gestao-administracao.js'
import { atosDaGestao as gestaoAtos } from './gestao-atos.js'
import { processoDaGestao as gestaoProcesso } from './gestao-processo.js'
import { indicadores } from './indicadores.js'
import { lote } from './lote.js'

export const gestao: Traducao<Vozes['gestao']> = {
  subtitulo: 'See and answer the requests that reach your unit.',
  sair: 'Sign out',
  voltar: 'Back to the queue',
  indicadores: 'Indicators',
  administracao: 'Administration',
  abrirParaAlguem: 'Open for someone',

  filas: {
    unidade: 'My department',
    minha: 'Mine',
    vencidos: 'Overdue',
    semana: 'Due this week',
    prioridade: 'Priority by law',
    pendentes: 'Waiting for the citizen',
    parados: 'Paused',
    encerrados: 'Closed',
  },
  unidades: 'My departments',

  semLotacao: {
    titulo: 'You do not handle cases here yet',
    texto: 'Your account is not linked to any department of this public body. Ask whoever manages the system to add you.',
  },
  passkey: {
    titulo: 'You need a passkey',
    texto: 'Staff sign in with a passkey: the fingerprint, face or PIN of this device. It takes less than a minute.',
    criar: 'Create a passkey',
    criando: 'Creating…',
    usar: 'I already have one: sign in with it',
    para: 'To create a passkey',
    feita: 'Passkey created.',
    fora: 'This browser or this page does not accept passkeys. Open the desk at the public body’s address or contact whoever manages the system.',
  },
}

export const palavras = { atalhos, balcao, fila, gestaoAdministracao, gestaoAtos, gestaoProcesso, gestao, indicadores, lote } satisfies {
  readonly [nome in keyof Vozes]?: Traducao<Vozes[nome]>
}
