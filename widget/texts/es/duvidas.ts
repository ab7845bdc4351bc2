import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const duvidas: Traducao<Vozes['duvidas']> = [
  {
    pergunta: 'El código no llegó. ¿Y ahora?',
    respostas: [
      'Espere unos minutos y revise la carpeta de spam.',
      'Vea si el correo está bien escrito. Si no llegó, pida otro: solo vale el código más reciente.',
    ],
  },
  {
    pergunta: 'Ya no uso el correo del registro. ¿Cómo lo cambio?',
    respostas: [
      'En Contacto, elija Cambiar en el correo electrónico. El cambio pide un código del correo anterior y otro del nuevo.',
      'Si ya no puede abrir el correo anterior, hable con el equipo de atención, con un documento suyo a mano.',
    ],
  },
  {
    pergunta: 'Dice que mi CPF ya se usó, pero no creé una cuenta.',
    respostas: [
      'Tal vez la creó hace más tiempo. Al ingresar, elija “Olvidé la contraseña” para recibir un enlace.',
      'Si no fue usted, hable con el equipo de atención. Lo verificamos con sus documentos.',
    ],
  },
  {
    pergunta: 'Cambié de celular. ¿Qué hago?',
    respostas: [
      'Si solo cambió el aparato, ingrese con la contraseña y cree otra llave de acceso, en Ingreso a la cuenta.',
      'Cierre el acceso del aparato anterior. Si el número también cambió, cámbielo en Contacto.',
    ],
  },
  {
    pergunta: '¿Cómo uso mi nombre social?',
    respostas: [
      'En Quién es usted, escriba el nombre social. Es el nombre que usaremos con usted, aquí y en los avisos.',
      'El nombre del documento queda guardado, porque algunas solicitudes lo necesitan.',
    ],
  },
  {
    pergunta: 'Mi CPF está mal. ¿Puedo cambiarlo?',
    respostas: [
      'El CPF o CNPJ no cambia, porque la cuenta está ligada a él. Elimine esta cuenta y cree otra, o hable con el equipo de atención.',
    ],
  },
  {
    pergunta: '¿Tengo que completar todo?',
    respostas: ['No. Solo lo que tiene * es obligatorio; el resto ayuda a no pedirlo de nuevo en cada solicitud.'],
  },
  {
    pergunta: '¿Cómo elimino mi cuenta?',
    respostas: ['En Sus datos y la ley, elija Eliminar mi cuenta. Antes le contamos qué se borra y qué manda guardar la ley.'],
  },
]
