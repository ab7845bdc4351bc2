import type { AcaoDaMesa } from '../../../texts/gestao-atos.pt-BR.js'
import type { Forma } from './ato.js'
import { mudarSigilo, reclassificar } from './atos/classificar.js'
import { concluir } from './atos/concluir.js'
import { escrever } from './atos/escrever.js'
import { exigir } from './atos/exigir.js'
import { arquivar, cancelar, dispensar, encerrarSemResposta, parar, prorrogar, reabrir, retomar } from './atos/parar.js'
import { atribuir, despachar, encaminhar } from './atos/tramitar.js'
import { concederVista } from './atos/vista.js'

/** The forms of the acts. What has none here is done at once. */
export const formas: Partial<Record<AcaoDaMesa, Forma>> = {
  atribuir,
  encaminhar,
  despachar,
  exigir,
  dispensar,
  parar,
  retomar,
  prorrogar,
  reclassificar,
  mudar_sigilo: mudarSigilo,
  concluir,
  encerrar_sem_resposta: encerrarSemResposta,
  cancelar,
  reabrir,
  arquivar,
  escrever,
  conceder_vista: concederVista,
}
