import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const novo: Traducao<Vozes['novo']> = {
  passo: (numero, total) => `Paso ${numero} de ${total}`,
  voltar: 'Volver',
  continuar: 'Continuar',
  voltarARevisao: 'Volver a la revisión',
  verAssuntos: 'Ver otros asuntos',
  obrigatorios: 'Los campos con * son obligatorios.',

  lista: {
    titulo: '¿Qué necesita?',
    busca: 'Buscar asunto',
    buscaAjuda: 'Escriba con sus palabras.',
    achados: (n) => (n === 0 ? 'Ningún asunto encontrado.' : n === 1 ? '1 asunto encontrado.' : `${n} asuntos encontrados.`),
    nenhum: 'No encontramos ese asunto. Intente con otra palabra o vea la lista completa.',
    verTodos: 'Ver la lista completa',
    prazo: (dias) => `Respuesta en un máximo de ${dias}`,
    vazia: 'Por ahora no hay asuntos abiertos para solicitudes.',
  },

  apresentacao: {
    comecar: 'Empezar',
    outro: 'Elegir otro asunto',
    resposta: 'Respuesta en un máximo de',
    costuma: 'Suele tardar',
    tempoUsual: (dias) => (dias < 1 ? 'menos de 1 día' : dias === 1 ? '1 día' : `${dias} días`),
    recebe: 'Quién la recibe',
    custo: 'Costo',
    dias: (dias, uteis) => (uteis ? (dias === 1 ? '1 día hábil' : `${dias} días hábiles`) : dias === 1 ? '1 día' : `${dias} días`),
    documentos: 'Tenga a mano',
    semDocumentos: 'No necesita enviar documentos.',
    seTiver: 'si lo tiene',
    depende: 'solo en algunos casos',
    soEmpresa: 'Esta solicitud se hace en nombre de una empresa o entidad con CNPJ.',
    podeAnonimo: 'Puede solicitar sin identificarse.',
    sigiloso: 'El contenido de esta solicitud es confidencial.',
  },

  rascunho: {
    guardado: 'Borrador guardado en este dispositivo',
    apagar: 'Eliminar borrador',
    apagado: 'Borrador eliminado de este dispositivo.',
    pergunta: '¿Continuar donde lo dejó?',
    de: (quando) => `Usted empezó esta solicitud y el borrador quedó guardado en este dispositivo: ${quando}.`,
    continuar: 'Continuar donde lo dejé',
    recomecar: 'Empezar de nuevo',
    retomado: 'Sus respuestas están aquí, como las dejó.',
    arquivosVencidos: 'Solo hay que enviar de nuevo los archivos: sin solicitud, se guardan por un día.',
    enviadoEmOutraAba: 'Esta solicitud ya se envió en otra pestaña. El comprobante está allí.',
    apagadoEmOutraAba: 'El borrador de esta solicitud se eliminó en otra pestaña. Lo que escribió sigue aquí.',
    outroPedido: 'Hacer otra solicitud',
  },
}
