import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const umProcesso: Traducao<Vozes['umProcesso']> = {
  abas: 'Partes del trámite',
  resumo: 'Resumen',
  andamento: 'Seguimiento',
  documentos: 'Documentos',
  comprovante: 'Descargar comprobante',
  acessos: 'Quién puede verlo',
  voltarAosLiberados: 'Volver a los autorizados',
  soLeitura: 'Este trámite es de otra persona. Puede leerlo, sin cambiar nada, y la lectura queda registrada.',
  esperaOutro: 'La oficina espera al solicitante',

  semDocumentos: 'Ningún documento en este trámite.',
  doAndamento: 'Recibidos durante el trámite',

  guarde: 'Anótelo ahora: el código solo aparece aquí.',

  voce: 'Usted',
  quemPediu: 'Solicitante',
  semMensagens: 'Ningún mensaje en este trámite',
  semMensagensAjuda: '¿Tiene una duda o algo que contar? Escriba a la oficina.',
  terminou: 'Este trámite terminó y ya no recibe mensajes.',
}
