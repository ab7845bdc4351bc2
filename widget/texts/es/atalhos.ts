import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const atalhos: Traducao<Vozes['atalhos']> = {
  titulo: 'Atajos del teclado',
  explica: 'Valen fuera de los campos de texto. Todo lo que hacen también se hace con botones.',
  usar: 'Usar atajos del teclado',
  guardado: 'La elección vale en este dispositivo.',
  fechar: 'Cerrar',
  tecla: 'Tecla',
  faz: 'Qué hace',
  lista: [
    ['j', 'Expediente siguiente'],
    ['k', 'Expediente anterior'],
    ['Enter', 'Abrir el expediente'],
    ['x', 'Seleccionar el expediente'],
    ['/', 'Buscar'],
    ['r', 'Recibir'],
    ['a', 'Asignármelo'],
    ['e', 'Remitir'],
    ['g u', 'Mi oficina'],
    ['g m', 'Míos'],
    ['g v', 'Vencidos'],
    ['g s', 'Vencen esta semana'],
    ['g p', 'Prioridad por ley'],
    ['g c', 'A la espera del ciudadano'],
    ['g d', 'Detenidos'],
    ['g e', 'Terminados'],
    ['?', 'Ver esta lista'],
  ],
}
