import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const indicadores: Traducao<Vozes['indicadores']> = {
  titulo: 'Indicadores',
  filtros: 'Período y filtros',
  de: 'Desde',
  ate: 'Hasta',
  tipo: 'Servicio',
  unidade: 'Oficina',
  todos: { tipo: 'Todos', unidade: 'Todas' },
  mostrar: 'Mostrar',
  limpar: 'Volver a los últimos doce meses',
  contando: 'Contando…',
  contado: (quando) => `Contado el ${quando}.`,
  planilha: 'Descargar planilla (CSV)',
  baixando: 'Descargando…',

  medidas: {
    abertos: 'Abiertos',
    concluidos: 'Concluidos',
    noPrazo: 'Concluidos a tiempo',
    diasMediana: 'Días hasta concluir (mediana)',
    avaliacaoMedia: 'Calificación media',
  },
  explicacoes: {
    noPrazo: 'de los concluidos',
    diasMediana: 'la mitad tardó hasta esto',
    avaliacaoMedia: 'de 1 a 5',
  },
  porCento: (n) => `${n}%`,
  dias: (n, um) => (um ? `${n} día` : `${n} días`),
  semNumero: '—',
  semNumeroDito: 'sin número',

  resumo: (de, ate) => `Del ${de} al ${ate}, `,
  nada: 'no se abrió ni se concluyó nada.',
  abertos: (n, um) => (um ? `se abrió ${n} solicitud` : `se abrieron ${n} solicitudes`),
  concluidos: (n, um) => (um ? ` y se concluyó ${n}` : ` y se concluyeron ${n}`),
  noPrazo: (n) => `, ${n}% a tiempo`,
  metade: (n, um) => (um ? `. La mitad tardó hasta ${n} día.` : `. La mitad tardó hasta ${n} días.`),

  medida: 'Qué muestran los gráficos',
  porMes: 'Mes a mes',
  porTipo: 'Por servicio',
  porUnidade: 'Por oficina',
  mes: 'Mes',
  tabela: 'Ver los números en una tabla',
  tabelaDe: (nome) => `Números: ${nome.toLowerCase()}`,
  maior: (medida, nome, valor) => `${medida}: el número mayor es de ${nome}, ${valor}`,
  menor: (nome, valor) => `; el menor, de ${nome}, ${valor}`,
  um: (medida, nome, valor) => `${medida}: ${nome}, ${valor}.`,
  vazio: 'No hay números de este tipo en el período.',
  semNada: {
    titulo: 'Nada en este período',
    texto: 'Elija otras fechas, otro servicio u otra oficina.',
  },
  falta: (quantos) => (quantos === 1 ? 'Falta corregir 1 punto' : `Falta corregir ${quantos} puntos`),
}
