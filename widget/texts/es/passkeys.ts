import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const passkeys: Traducao<Vozes['passkeys']> = {
  titulo: 'Llaves de acceso (passkeys)',
  ajuda: 'Con una llave de acceso usted ingresa con la huella, el rostro o el bloqueo de pantalla del dispositivo.',
  nenhuma: 'Todavía no tiene ninguna.',
  criada: 'Llave de acceso creada.',
  outroLugar: (rpId) => `Para crear una llave de acceso, abra su cuenta en ${rpId}, en un navegador actualizado.`,
  criadaEm: (dia) => `Creada el ${dia}`,
  usadaEm: (quando) => `Último uso: ${quando}`,
  semUso: 'Nunca usada',
  sincronizada: 'Vale en más de un dispositivo suyo',
  deUmAparelho: 'Vale solo en el dispositivo en que se creó',
  serveEm: (rpId) => `Sirve en ${rpId}`,

  nome: 'Nombre de la llave de acceso',
  semNome: 'Escriba un nombre.',
  mudarNome: 'Cambiar nombre',
  mudarNomeDe: (nome) => `Cambiar nombre de ${nome}`,
  guardar: 'Guardar',
  guardando: 'Guardando…',
  cancelar: 'Cancelar',
  renomeada: 'Nombre cambiado.',
  remover: 'Quitar',
  removerDe: (nome) => `Quitar ${nome}`,
  paraRemover: (nome) => `Es para quitar la llave de acceso “${nome}”. Después, ya no abrirá su cuenta.`,
  removida: 'Llave de acceso quitada.',
}
