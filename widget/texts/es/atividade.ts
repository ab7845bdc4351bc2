import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const atividade: Traducao<Vozes['atividade']> = {
  pendencias: 'Por responder',
  liberados: 'Autorizados',
  esperam: (quantas) => `(${quantas} en espera)`,
  grafico: (total, partes) => `${total === 1 ? '1 trámite' : `${total} trámites`}: ${partes.join(', ')}.`,

  minhasPendencias: 'Mis pendientes',
  responder: 'Responder',
  responderAte: 'Responder hasta el',
  pendenciasAjuda: 'Lo que la oficina le pidió y espera de usted. Responda aquí mismo.',
  nadaEspera: 'No tiene nada pendiente',
  nadaEsperaAjuda: 'Cuando la oficina necesite algo de usted, aparecerá aquí.',

  liberadosAjuda: 'Trámites de otras personas que usted puede leer por un tiempo. Cada lectura queda registrada.',
  nadaLiberado: 'Ningún trámite autorizado para usted',
  nadaLiberadoAjuda: 'Cuando la oficina le permita leer el trámite de otra persona, aparecerá aquí.',
  ate: (quando) => `Puede leerlo hasta el ${quando}`,

  mensagens: 'Mensajes',
  novas: (quantas) => (quantas === 1 ? '(1 mensaje nuevo)' : `(${quantas} mensajes nuevos)`),

  buscar: 'Buscar',
  escolhaDeSituacao: (nome, quantos) => `${nome} (${quantos})`,

  procurarVazio: 'Escriba el número.',
  procurarInteiro: (exemplo) => `Escriba el número completo, como ${exemplo}.`,
  procurarNada: 'No encontramos un trámite con ese número. Revise cómo está en el comprobante.',
  procurando: 'Buscando…',
  achado: (numero, situacao) => `Trámite ${numero}: ${situacao}.`,
  deOutro: 'Este trámite no está en su cuenta. Con el código de acceso, que está en el comprobante, puede ver todo.',
  abrirComCodigo: 'Consultar con el código',
}
