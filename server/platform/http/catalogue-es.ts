import type { Codigo } from './catalogue.js'

/** The catalogue's words in Spanish. */
export const es: Readonly<Record<Codigo, { title: string; detail: string }>> = {
  corpo_invalido: {
    title: 'Algo no llegó como se esperaba',
    detail: 'Una parte de lo que se envió no tiene el formato correcto. Revise los campos indicados y envíe de nuevo.',
  },
  json_malformado: {
    title: 'No pudimos leer lo que se envió',
    detail: 'La solicitud llegó en un formato que no pudimos leer. Recargue la página y envíe de nuevo.',
  },
  campos_invalidos: {
    title: 'Algunos campos necesitan atención',
    detail: 'Revise los campos indicados y envíe de nuevo.',
  },
  versao_desconhecida: {
    title: 'Versión no encontrada',
    detail: 'Esta versión del script nunca existió en este servidor. Revise el número en la dirección.',
  },
  entidade_desconhecida: {
    title: 'Organismo no encontrado',
    detail: 'No hay ningún organismo público con este nombre aquí. Revise la dirección de la página.',
  },
  tipo_desconhecido: {
    title: 'Servicio no encontrado',
    detail: 'Este servicio no existe o cambió de nombre. Vea la lista de servicios y elija otro.',
  },
  tipo_fechado: {
    title: 'Servicio cerrado por ahora',
    detail: 'Este servicio no está recibiendo solicitudes en este momento.',
  },
  tipo_mudou: {
    title: 'El formulario cambió',
    detail: 'El formulario de este servicio se actualizó mientras lo completaba. Revise las respuestas y envíe de nuevo.',
  },
  rascunho_mudou: {
    title: 'El borrador cambió en otro dispositivo',
    detail: 'Este borrador se modificó en otro dispositivo después de abrirse aquí. Elija con cuál de los dos continuar.',
  },
  nao_encontrado: {
    title: 'Página no encontrada',
    detail: 'No hay nada en esta dirección. Revise si está completa.',
  },
  protocolo_nao_encontrado: {
    title: 'Trámite no encontrado',
    detail: 'No encontramos un trámite con estos datos. Revise el número y el código de acceso, como están en el comprobante.',
  },
  numero_incompleto: {
    title: 'Falta una parte del número',
    detail: 'Escriba el número completo, como está en el comprobante, o indique también el organismo y el año.',
  },
  numero_ambiguo: {
    title: 'Más de un trámite tiene este número',
    detail: 'Elija también el organismo y el año para encontrar el trámite correcto.',
  },
  acao_indisponivel: {
    title: 'Esto no se puede hacer ahora',
    detail: 'La situación del trámite cambió y esto ya no se puede hacer. Recargue la página para ver qué cambió.',
  },
  processo_mudou: {
    title: 'El expediente cambió mientras usted trabajaba',
    detail:
      'Alguien hizo otra cosa en este expediente después de que lo abrió. Vea qué cambió e intente de nuevo: lo que escribió sigue aquí.',
  },
  chave_ausente: {
    title: 'No pudimos identificar este envío',
    detail: 'Recargue la página y envíe de nuevo. Así la misma solicitud no se registra dos veces.',
  },
  chave_reutilizada: {
    title: 'Este envío ya se hizo con otro contenido',
    detail: 'En este mismo envío ya se registró una solicitud distinta. Recargue la página y empiece una nueva.',
  },
  pedido_em_curso: {
    title: 'Su solicitud ya se está registrando',
    detail: 'La misma solicitud ya llegó y se está registrando. Espere unos segundos.',
  },
  prova_necessaria: {
    title: 'Falta una verificación automática',
    detail: 'Su navegador tiene que hacer una verificación rápida contra robots. Es automática y lleva pocos segundos.',
  },
  muitas_tentativas: {
    title: 'Muchos intentos seguidos',
    detail: 'Fueron muchos intentos en poco tiempo. Espere unos minutos e intente de nuevo.',
  },
  anexo_desconhecido: {
    title: 'Hay que enviar un archivo de nuevo',
    detail: 'No encontramos uno de los archivos. Los archivos sin solicitud se borran después de un día. Envíe el archivo de nuevo.',
  },
  arquivo_vazio: {
    title: 'El archivo está vacío',
    detail: 'Este archivo no tiene contenido. Revise si se abre en su dispositivo y elíjalo de nuevo.',
  },
  arquivo_grande: {
    title: 'El archivo es demasiado grande',
    detail: 'Este archivo pasa del tamaño permitido. Envíe una versión más pequeña o divídalo en partes.',
  },
  arquivo_incompleto: {
    title: 'El envío del archivo se interrumpió',
    detail: 'El archivo no llegó entero. Revise la conexión a internet y envíe de nuevo.',
  },
  arquivo_nao_aceito: {
    title: 'Este tipo de archivo no se acepta',
    detail: 'El contenido de este archivo no es de un tipo aceptado aquí. Vea los formatos indicados junto al documento.',
  },
  arquivo_infectado: {
    title: 'El archivo no pasó la verificación de seguridad',
    detail: 'El antivirus encontró un problema en este archivo y no se guardó. Envíe otra copia.',
  },
  sem_espaco: {
    title: 'No se pudo guardar ahora',
    detail: 'El servicio no tiene espacio para guardar en este momento. Lo que escribió sigue aquí. Intente de nuevo más tarde.',
  },
  origem_recusada: {
    title: 'Esta página no puede usar este servicio',
    detail: 'El organismo no autorizó el sitio en el que está. Entre al servicio por el sitio oficial.',
  },
  corpo_grande: {
    title: 'El texto enviado es demasiado grande',
    detail: 'Lo que se envió pasa del tamaño permitido. Acorte los textos más largos y envíe de nuevo.',
  },
  sessao_necessaria: {
    title: 'Ingrese a su cuenta',
    detail: 'Para continuar, ingrese a su cuenta.',
  },
  sessao_encerrada: {
    title: 'Su sesión terminó',
    detail: 'Por seguridad, la sesión termina después de un tiempo sin uso. Ingrese de nuevo para continuar. Lo que escribió sigue aquí.',
  },
  procuracao_invalida: {
    title: 'No puede actuar por esta persona ahora',
    detail: 'El poder terminó, se cerró o no permite esto. Vea en Poderes hasta cuándo vale y qué permite.',
  },
  posse_recusada: {
    title: 'No reconocemos este dispositivo',
    detail: 'Su sesión solo vale en el dispositivo en el que ingresó. Ingrese de nuevo para continuar.',
  },
  nonce_necessario: {
    title: 'Falta una confirmación automática',
    detail: 'Su navegador tiene que confirmar la solicitud una vez más. Es automático.',
  },
  entrada_recusada: {
    title: 'No se pudo ingresar',
    detail: 'Revise el usuario y la contraseña. Vale el CPF, el CNPJ, el usuario o el correo.',
  },
  codigo_recusado: {
    title: 'Este código no coincide',
    detail: 'Revise los 6 números del último correo que enviamos. Cada envío tiene un código nuevo.',
  },
  confirmacao_vencida: {
    title: 'Este código o enlace ya no vale',
    detail: 'Ya se usó o pasó su plazo. Pida uno nuevo.',
  },
  sms_indisponivel: {
    title: 'Aquí no se confirma el teléfono',
    detail: 'Este servicio no envía SMS. Puede guardar el teléfono en su cuenta sin confirmarlo.',
  },
  confirmacao_necessaria: {
    title: 'Confirme que es usted',
    detail: 'Para continuar, confirme que es usted, con la contraseña o con una llave de acceso. Vale por 5 minutos, una vez.',
  },
  sem_lotacao: {
    title: 'Esta área es de quien atiende',
    detail: 'Su cuenta no está ligada a ninguna oficina de aquí. Si atiende por el organismo, hable con quien administra el sistema.',
  },
  sem_permissao: {
    title: 'Su función no permite esto',
    detail: 'Esto lo hace quien tiene otra función en el organismo. Hable con quien administra el sistema.',
  },
  arquivo_mudou: {
    title: 'Otra persona cambió esto antes',
    detail: 'La configuración cambió después de que la abrió, y no se guardó nada. Ábrala de nuevo, revise y guarde.',
  },
  chave_recusada: {
    title: 'Esta clave de API no vale aquí',
    detail: 'No existe, se revocó o no permite esta lectura. Pida otra a quien administra el sistema.',
  },
  passkey_necessaria: {
    title: 'Use su llave de acceso',
    detail: 'Quien atiende por el organismo usa una llave de acceso. Confirme con la suya; si todavía no tiene, cree una en su cuenta.',
  },
  passkey_recusada: {
    title: 'No se pudo usar esta llave de acceso',
    detail: 'Esta llave de acceso no vale aquí. Intente otra vez o elija otra manera de continuar.',
  },
  desafio_vencido: {
    title: 'Se acabó el tiempo',
    detail: 'El pedido de llave de acceso vale por 5 minutos y una sola vez. Empiece de nuevo.',
  },
  ultima_entrada: {
    title: 'Esta es su única manera de ingresar',
    detail: 'Sin esta llave de acceso ya no puede ingresar a la cuenta. Antes, cree una contraseña u otra llave de acceso.',
  },
  conta_de_servidor: {
    title: 'Esta cuenta atiende por el organismo',
    detail:
      'Quien trabaja o trabajó en la atención no elimina su propia cuenta: es parte del historial de los expedientes. Hable con el organismo.',
  },
  metodo_nao_aceito: {
    title: 'Esta dirección no acepta este tipo de pedido',
    detail: 'La dirección existe, pero no responde a este tipo de pedido. Vuelva a la página anterior e intente de nuevo.',
  },
  indisponivel: {
    title: 'Servicio fuera de línea por un momento',
    detail: 'El servicio está fuera de línea por un momento. Lo que escribió sigue aquí. Intente de nuevo en unos minutos.',
  },
  erro_interno: {
    title: 'Algo salió mal de nuestro lado',
    detail: 'Tuvimos un problema y ya quedó registrado. Lo que escribió sigue aquí. Intente de nuevo en unos minutos.',
  },
}
