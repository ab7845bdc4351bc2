import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const balcao: Traducao<Vozes['balcao']> = {
  titulo: 'Nueva solicitud para alguien',
  explicacao: 'Para quien vino a la ventanilla o llamó por teléfono. El número y el código de acceso salen en el comprobante.',
  obrigatorios: 'Complete los campos con *.',
  canal: '¿Cómo llegó la persona?',
  canais: { balcao: 'En la ventanilla', telefone: 'Por teléfono' },
  quem: 'Quién hace la solicitud',
  nome: 'Nombre completo o razón social',
  documento: 'CPF o CNPJ',
  telefone: 'Teléfono',
  email: 'Correo electrónico',
  emailAjuda: 'Con él, la persona recibe el comprobante y cada novedad de la solicitud.',
  servico: '¿Cuál es el servicio?',
  escolhaServico: 'Elija el servicio',
  prioridade: 'Atención prioritaria',
  semPrioridade: 'Ninguna',
  pedido: 'Sobre la solicitud',
  documentos: 'Documentos',
  escolha: 'Elija una opción.',
  enviar: 'Abrir la solicitud',
  enviando: 'Abriendo…',
  mudou: 'El formulario de este servicio cambió. Las respuestas siguen aquí: revíselas y envíe de nuevo.',
  carregando: 'Cargando el servicio…',
  guardado: 'Lo que escribe queda guardado en esta pestaña hasta enviarlo.',
  limpar: 'Borrar todo',
  ver: 'Ver el expediente',

  comprovante: {
    recebemos: 'Solicitud abierta',
    entregue: {
      balcao: (nome) => `Entregue este comprobante a ${nome}. El código de acceso solo aparece aquí y en el PDF.`,
      telefone: (nome) => `Diga el número y el código de acceso a ${nome}. El código solo aparece aquí y en el PDF.`,
    },
    avisaremos: (email) => `Avisaremos a la persona en ${email}.`,
    semEmail: 'La persona no dejó un correo: sigue la solicitud con el número y el código.',
    quem: 'Solicitante',
  },
}
