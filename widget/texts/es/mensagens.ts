import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const mensagens: Traducao<Vozes['mensagens']> = {
  escrever: 'Escribir a la oficina',
  escreverAjuda: 'La oficina recibe un aviso y responde aquí.',
  escreva: 'Escriba el mensaje.',
  restam: (quantos) =>
    quantos === 1
      ? 'Queda 1 carácter'
      : quantos >= 0
        ? `Quedan ${quantos} caracteres`
        : quantos === -1
          ? 'Sobra 1 carácter'
          : `Sobran ${-quantos} caracteres`,
  arquivos: 'Archivos',
  opcional: '(opcional)',
  arquivosAjuda: (quantos, tamanho) => `Hasta ${quantos} archivos, de hasta ${tamanho} cada uno.`,
  escolher: 'Elegir archivos para el mensaje',
  enviar: 'Enviar mensaje',
  enviando: 'Enviando…',
  enviada: 'Mensaje enviado.',
}
