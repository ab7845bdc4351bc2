import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const novoConta: Traducao<Vozes['novoConta']> = {
  entrou: (nome) => `Ingresó como ${nome}.`,
  naoE: '¿No es usted? Salir',
  sair: 'Salir',
  saiu: 'Salió de su cuenta. Lo que escribió sigue aquí.',
  terminou:
    'Su sesión terminó, y lo que escribió sigue aquí. Ingrese de nuevo para que la solicitud quede en su cuenta, o continúe sin ingresar.',
  soNaAba: 'Este navegador no guarda la sesión: si recarga la página, ingrese de nuevo.',

  porProcuracao: (nome) => `Por poder. Quien envía es ${nome}.`,
  pedindoComo: 'Usted solicita como',
  outraPessoa: 'Solicitar en nombre de otra persona',

  guardado: 'Borrador guardado en su cuenta',
  indo: 'Guardando el borrador…',
  falhou: 'Sin conexión: el borrador quedó en este dispositivo y pasará a su cuenta cuando vuelva la conexión.',
  apagado: 'Borrador eliminado de su cuenta.',
  de: (quando) => `Usted empezó esta solicitud y el borrador quedó guardado en su cuenta: ${quando}.`,
  doisRascunhos:
    'Esta solicitud también se modificó en otro dispositivo. Nada se perdió: lo que está aquí pasó a ser un segundo borrador, y el otro sigue en su cuenta.',
  usarOOutro: 'Ver el del otro dispositivo',
  sumiu:
    'Este borrador se envió o se eliminó en otro dispositivo, y lo que escribió sigue aquí. Si ya lo envió, no hace falta enviarlo de nuevo.',
  entrar: 'Ingresar',
  entreParaContinuar: 'Ingrese a su cuenta para continuar esta solicitud.',
  verNoPainel: 'Ver en Mis trámites',
}
