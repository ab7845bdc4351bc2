import type { palavras as emPortugues } from '../palavras.js'
import { dadosEm, escritorDeDatas } from './traduzir.js'

export const palavras: typeof emPortugues = {
  situacao: {
    nao_analisado: 'Sin analizar',
    em_andamento: 'En curso',
    pendente: 'Pendiente',
    parado: 'Detenido',
    encerrado: 'Concluido',
    cancelado: 'Cancelado',
  },
  resultado: {
    deferido: 'Aceptado',
    deferido_em_parte: 'Aceptado en parte',
    indeferido: 'Rechazado',
    sem_merito: 'Cerrado sin análisis',
    atendido: 'Atendido',
  },
  tramite: {
    abertura: 'Trámite abierto',
    recebimento: 'Recibido',
    atribuicao: 'Responsable definido',
    encaminhamento: 'Remitido',
    despacho: 'Análisis de la oficina',
    reclassificacao: 'Clasificación corregida',
    exigencia: 'Le pedimos algo',
    dispensa: 'Lo pedido se dispensó',
    resposta: 'Usted respondió',
    parada: 'Análisis detenido',
    retomada: 'Análisis reanudado',
    prorrogacao: 'Plazo prorrogado',
    encerramento: 'Concluido',
    cancelamento: 'Cancelado',
    recurso: 'Usted recurrió',
    reabertura: 'Reabierto',
    arquivamento: 'Archivado',
  },
  para: (tramite, destino) => `${tramite} a ${destino}`,
  fim: {
    deferido: 'La solicitud se aceptó.',
    deferido_em_parte: 'Se aceptó parte de la solicitud. El motivo está en la decisión; si no está de acuerdo, hable con la oficina.',
    indeferido: 'La solicitud no se aceptó. El motivo está en la decisión; si no está de acuerdo, hable con la oficina.',
    sem_merito: 'La solicitud terminó sin análisis. Si todavía lo necesita, puede abrir otra.',
    atendido: 'El servicio se hizo. Si algo no quedó bien, hable con la oficina.',
  },
  passo: {
    nao_analisado: 'La oficina todavía va a empezar a analizar su solicitud.',
    em_andamento: 'La oficina se está ocupando de su solicitud.',
    pendente:
      'La oficina necesita algo de usted para continuar. Vea qué es con el código de acceso y hable con la oficina para entregarlo.',
    parado: 'La oficina detuvo el análisis por ahora. Se reanuda en la fecha marcada, sin que usted tenga que hacer nada.',
    encerrado: 'La solicitud se concluyó.',
    cancelado: 'La solicitud se canceló y no seguirá adelante. Si todavía lo necesita, puede abrir otra.',
  },
  noPrazo: 'La respuesta sale antes de que termine el plazo.',
  foraDoPrazo: 'El plazo de respuesta ya pasó: si prefiere, hable con la oficina.',
  data: escritorDeDatas('es'),
  hora: (hora) => hora,
  tamanho: dadosEm('es'),
  dias: (dias) => {
    if (dias > 1) return `faltan ${dias} días`
    if (dias >= 0) return dias === 1 ? 'mañana' : 'hoy'
    return dias === -1 ? 'venció ayer' : `venció hace ${-dias} días`
  },
}
