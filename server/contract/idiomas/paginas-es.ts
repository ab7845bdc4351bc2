/** What the pages of this server say, in Spanish: apart from what the rules say, for the widget does not say it. */
export const paginas = {
  // Around every page.
  'Ir para o conteúdo': 'Ir al contenido',
  Atendimento: 'Atención',
  Telefone: 'Teléfono',
  'E-mail': 'Correo electrónico',
  Site: 'Sitio web',
  Responsável: 'Responsable',
  'Transparência: pedidos em números': 'Transparencia: solicitudes en números',
  'Seus dados': 'Sus datos',
  'Pessoa encarregada': 'Persona encargada',
  'Aviso de privacidade': 'Aviso de privacidad',
  'Política completa': 'Política completa',

  // The server and the entidade.
  Protocolo: 'Trámites',
  'Este servidor recebe os pedidos que as pessoas fazem a prefeituras e outros órgãos, e mostra o andamento de cada um.':
    'Este servidor recibe las solicitudes que las personas hacen a municipalidades y otros organismos, y muestra cómo va cada una.',
  'Para fazer um pedido ou consultar um protocolo, use o site do órgão ou o endereço que está no comprovante.':
    'Para hacer una solicitud o consultar un trámite, use el sitio del organismo o la dirección que está en el comprobante.',
  'Para quem cuida de um site:': 'Para quien administra un sitio:',
  'documentação da API': 'documentación de la API',
  'Faça um pedido e acompanhe a resposta por aqui. Não precisa de cadastro.':
    'Haga una solicitud y siga la respuesta por aquí. No necesita registrarse.',
  'Abrir um protocolo': 'Abrir un trámite',
  'Abrir protocolo': 'Abrir un trámite',
  'Consultar um protocolo': 'Consultar un trámite',
  'Entrar na minha conta': 'Ingresar a mi cuenta',
  'Para entrar na sua conta, é preciso um navegador com JavaScript.': 'Para ingresar a su cuenta hace falta un navegador con JavaScript.',
  'Para abrir por aqui, é preciso um navegador com JavaScript. Sem ele, procure o atendimento: os contatos estão no fim da página.':
    'Para abrirlo por aquí hace falta un navegador con JavaScript. Sin él, acuda a la atención: los contactos están al final de la página.',
  'Ver os serviços e os prazos': 'Ver los servicios y los plazos',
  'Prazo: 1 dia': 'Plazo: 1 día',
  'Prazo: {} dias': 'Plazo: {} días',
  'Prazo: 1 dia útil': 'Plazo: 1 día hábil',
  'Prazo: {} dias úteis': 'Plazo: {} días hábiles',
  'O seu protocolo': 'Su trámite',
  'Protocolo {}': 'Trámite {}',
  'Consultar outro protocolo': 'Consultar otro trámite',
  Voltar: 'Volver',

  // The form.
  'Não deu para consultar': 'No se pudo consultar',
  'Consultar protocolo': 'Consultar un trámite',
  'Veja em que pé está o seu pedido.': 'Vea cómo va su solicitud.',
  'Número do protocolo': 'Número de trámite',
  'Está no comprovante. Ex.: {}': 'Está en el comprobante. Ej.: {}',
  'Só tenho uma parte do número': 'Solo tengo una parte del número',
  Órgão: 'Organismo',
  Escolha: 'Elija',
  Ano: 'Año',
  'Código de acesso': 'Código de acceso',
  '(opcional)': '(opcional)',
  'Mostra também o andamento completo e os documentos.': 'Muestra también el seguimiento completo y los documentos.',
  Consultar: 'Consultar',

  // What was found.
  'Falta a sua resposta. Veja abaixo o que o setor pediu.': 'Falta su respuesta. Vea abajo lo que pidió la oficina.',
  'Com o código de acesso, que está no comprovante, você vê também o andamento completo e os documentos.':
    'Con el código de acceso, que está en el comprobante, usted ve también el seguimiento completo y los documentos.',
  'Aberto em': 'Abierto el',
  'Está com': 'Está en',
  'Concluído em': 'Concluido el',
  'Resposta até': 'Respuesta hasta el',
  Baixar: 'Descargar',
  'Baixar o comprovante em PDF': 'Descargar el comprobante en PDF',
  'Documento emitido': 'Documento emitido',
  'O que o setor pediu': 'Lo que pidió la oficina',
  Andamento: 'Seguimiento',
  Mensagens: 'Mensajes',
  'O pedido': 'La solicitud',
  'Quem pediu': 'Solicitante',
  'Documentos enviados': 'Documentos enviados',
  Correção: 'Corrección',
  'Responder até': 'Responder hasta el',
  'Sua resposta ainda é aceita.': 'Su respuesta todavía se acepta.',
  'Para responder por aqui, é preciso um navegador com JavaScript: consulte de novo com o número e o código de acesso. Sem ele, fale com o setor e diga o número: os contatos estão no fim da página.':
    'Para responder por aquí hace falta un navegador con JavaScript: consulte de nuevo con el número y el código de acceso. Sin él, hable con la oficina y diga el número: los contactos están al final de la página.',
  'Por procuração': 'Por poder',

  // Transparency.
  Transparência: 'Transparencia',
  'Pedidos recebidos e respondidos de {} a {}.': 'Solicitudes recibidas y respondidas del {} al {}.',
  Resumo: 'Resumen',
  'Pedidos abertos': 'Solicitudes abiertas',
  'Pedidos concluídos': 'Solicitudes concluidas',
  'Concluídos no prazo': 'Concluidas a tiempo',
  'Metade concluída em até': 'La mitad concluida en hasta',
  'Avaliação de quem pediu': 'Calificación de los solicitantes',
  'Por mês': 'Por mes',
  Mês: 'Mes',
  'Por serviço': 'Por servicio',
  Serviço: 'Servicio',
  'Por setor': 'Por oficina',
  Setor: 'Oficina',
  Abertos: 'Abiertas',
  Concluídos: 'Concluidas',
  'No prazo': 'A tiempo',
  '{}, em tabela': '{}, en tabla',
  'Nenhum pedido neste período.': 'Ninguna solicitud en este período.',
  'Sobre estes números': 'Sobre estos números',
  'Para que ninguém seja identificado, não mostramos quantidades de 1 a {}. Às vezes outra também fica de fora, para que a primeira não possa ser calculada.':
    'Para que nadie sea identificado, no mostramos cantidades de 1 a {}. A veces otra también queda fuera, para que la primera no se pueda calcular.',
  'Os dias contam da abertura à conclusão.': 'Los días cuentan desde la apertura hasta la conclusión.',
  'O setor é o que está com o pedido, ou estava no fim.': 'La oficina es la que tiene la solicitud, o la tenía al final.',
  'Baixar em planilha (CSV)': 'Descargar en planilla (CSV)',
  'Contado em {}.': 'Contado el {}.',
  'Voltar ao protocolo': 'Volver a los trámites',
  'não mostrado': 'no se muestra',
  'mesmo dia': 'el mismo día',
  '1 dia': '1 día',
  '{} dias': '{} días',
  '{} de 5': '{} de 5',
}

export type FraseDaPagina = keyof typeof paginas

/** One of them as it is written, something in the place of each `{}`. */
export type FraseEscrita<Frase extends string = FraseDaPagina> = Frase extends `${infer Antes}{}${infer Depois}`
  ? `${Antes}${string}${FraseEscrita<Depois>}`
  : Frase
