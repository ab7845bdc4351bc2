import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

const expedientes = (quantos: number) => (quantos === 1 ? '1 expediente' : `${quantos} expedientes`)

export const lote: Traducao<Vozes['lote']> = {
  barra: 'Qué hacer con los seleccionados',
  selecionados: (quantos) => (quantos === 1 ? '1 seleccionado' : `${quantos} seleccionados`),
  limite: 'Se pueden seleccionar hasta 100 por vez.',
  limpar: 'Quitar la selección',
  abrir: { receber: 'Recibir', atribuir: 'Asignar a…', encaminhar: 'Remitir a…' },
  titulo: {
    receber: (quantos) => `Recibir ${expedientes(quantos)}`,
    atribuir: (quantos) => `Asignar ${expedientes(quantos)}`,
    encaminhar: (quantos) => `Remitir ${expedientes(quantos)}`,
  },
  explica: {
    receber: 'La oficina pasa a encargarse de ellos. El solicitante ve que empezó el análisis.',
    atribuir: 'La persona elegida pasa a ser responsable de ellos.',
    encaminhar: 'Salen de su oficina y van a la elegida. Desde aquí no se puede deshacer.',
  },
  quais: (quantos) => `Ver ${expedientes(quantos)}`,
  para: 'Responsable',
  escolha: 'Elija',
  ninguem: 'Nadie',
  destino: 'Oficina de destino',
  despacho: 'Nota de trámite',
  despachoAjuda: 'El mismo texto va en todos.',
  quemLe: 'Quién puede leer la nota',
  publico: 'El solicitante también la lee',
  privado: 'Solo la lee quien atiende',
  prazo: 'Devolver hasta',
  prazoAjuda: 'Día y hora. Déjelo vacío si no hace falta que vuelva.',
  opcional: '(opcional)',
  cancelar: 'Cancelar',
  fechar: 'Cerrar',
  fazendo: 'Un momento…',
  erros: {
    titulo: 'Revise antes de continuar',
    para: 'Elija quién queda como responsable.',
    destino: 'Elija la oficina de destino.',
    texto: 'Escriba la nota de trámite.',
  },
  feitos: {
    receber: (quantos) => (quantos === 1 ? '1 expediente recibido.' : `${quantos} expedientes recibidos.`),
    atribuir: (quantos) => (quantos === 1 ? '1 expediente asignado.' : `${quantos} expedientes asignados.`),
    encaminhar: (quantos) => (quantos === 1 ? '1 expediente remitido.' : `${quantos} expedientes remitidos.`),
  },
  recusados: (quantos) => (quantos === 1 ? '1 expediente quedó como estaba:' : `${quantos} expedientes quedaron como estaban:`),
}
