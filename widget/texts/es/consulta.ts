import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const consulta: Traducao<Vozes['consulta']> = {
  titulo: 'Consultar un trámite',
  subtitulo: 'Vea cómo va su solicitud.',
  numero: 'Número de trámite',
  numeroAjuda: (exemplo) => `Está en el comprobante. Ej.:\u00a0${exemplo}`,
  codigo: 'Código de acceso',
  opcional: '(opcional)',
  codigoAjuda: 'Muestra también documentos y mensajes.',
  curto: 'Mi número no tiene organismo ni año',
  curtoSemOrgao: 'Mi número no tiene el año',
  orgao: 'Organismo',
  orgaoVazio: 'Elija el organismo',
  ano: 'Año',
  consultar: 'Consultar',
  consultando: 'Consultando…',
  naoSei: 'No sé el número',

  erros: {
    titulo: 'Revise antes de continuar',
    numeroFalta: 'Escriba el número de trámite.',
    codigoErrado: 'El código tiene 12 letras y números, como K7QF-2M9T-XB4H.',
    confiraCodigo: 'Revise también el código.',
    orgao: 'Elija también el organismo.',
    ano: 'Escriba el año con cuatro números.',
  },
}
