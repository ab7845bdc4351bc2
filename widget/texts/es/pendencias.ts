import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const pendencias: Traducao<Vozes['pendencias']> = {
  voltarAsPendencias: 'Volver a los pendientes',
  titulos: {
    informacao: 'Información',
    documento: 'Documento',
    correcao: 'Corrección',
    ciencia: 'Para que usted sepa',
  },
  motivos: { incorreto: 'incorrecto', incompleto: 'incompleto', desatualizado: 'desactualizado' },
  corrigir: (oque, motivo) => `Corrección: ${oque} (${motivo})`,
  arquivo: 'archivo',
  ate: 'Responder hasta el',
  passou: 'El día marcado ya pasó, pero su respuesta todavía se acepta.',
  enviado: 'Lo que se envió',
  semResposta: 'no informado',

  texto: 'Su respuesta',
  textoAjuda: 'Escriba con sus palabras.',
  comentario: 'Comentario',
  opcional: '(opcional)',
  arquivos: 'Archivos',
  umArquivo: 'Archivo nuevo',
  arquivosAjuda: (formatos, tamanho, quantos) =>
    quantos === 1
      ? `Un archivo: ${formatos}, de hasta ${tamanho}.`
      : `Hasta ${quantos} archivos: ${formatos}, de hasta ${tamanho} cada uno.`,
  escolherPara: (titulo) => `Elegir archivo: ${titulo}`,
  ciente: 'Tomé conocimiento',

  concluir: 'Concluir',
  concluindo: 'Enviando…',
  guardado: 'Lo que escribió queda guardado en esta pestaña hasta que concluya.',
  esperando: 'Espere a que terminen de llegar los archivos, o cancele lo que no quiera enviar.',
  faltaTexto: 'Escriba su respuesta.',
  faltaValor: 'Complete este campo.',
  faltaArquivo: 'Envíe al menos un archivo.',
  faltaCiencia: 'Marque que tomó conocimiento.',

  recebida: 'Respuesta recibida',
  restam: (quantas) =>
    quantas === 1
      ? 'Todavía falta 1 respuesta suya para que el trámite continúe.'
      : `Todavía faltan ${quantas} respuestas suyas para que el trámite continúe.`,
  continua: 'Era lo que faltaba. La oficina ya puede continuar y le avisará cuando haya novedades.',

  responderTitulo: 'Responder a la oficina',
  nadaFalta: 'No falta nada en este trámite',
  nadaFaltaAjuda: 'Ya se respondió todo lo que pidió la oficina.',
  verProcesso: 'Ver el trámite',
}
