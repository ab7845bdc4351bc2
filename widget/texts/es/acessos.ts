import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const acessos: Traducao<Vozes['acessos']> = {
  titulo: 'Quién puede ver este trámite',
  ajuda: 'Personas a quienes el organismo autorizó a leerlo. Cada lectura aparece aquí.',
  vazio: 'Solo usted y el organismo ven este trámite',
  vazioAjuda: 'Si el organismo autoriza a otra persona a leerlo, esa persona aparece aquí, con cada lectura.',
  semNome: 'Sin nombre informado',
  estados: { em_vigor: 'Puede leer', terminada: 'Terminó', revogada: 'Anulado' },
  ate: (quando) => `Hasta el ${quando}`,
  terminou: (quando) => `Terminó el ${quando}`,
  revogada: (quando) => `Anulado el ${quando}`,
  inteiro: 'El trámite completo',
  documentos: (nomes) => `Solo estos documentos: ${nomes}`,
  leituras: (quantas) => (quantas === 0 ? 'Todavía no lo leyó.' : quantas === 1 ? '1 lectura' : `${quantas} lecturas`),
  processo: 'Leyó el trámite',
  arquivo: (nome) => `Descargó ${nome}`,
  ultimas: (quantas) => `Las últimas ${quantas}.`,
}
