import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const fila: Traducao<Vozes['fila']> = {
  filas: 'Bandejas',
  filaAtual: 'Bandeja',
  unidade: 'Oficina',
  todas: 'Todas las mías',
  quantos: (quantos) => (quantos === 1 ? '1 expediente' : `${quantos >= 1000 ? 'Más de 999' : quantos} expedientes`),
  atalhos: 'Atajos del teclado',

  busca: 'Buscar en la bandeja',
  buscaAjuda: 'Número, nombre, CPF, CNPJ o palabra',
  buscar: 'Buscar',
  filtros: 'Filtros',
  filtrosEmUso: (quantos) => `Filtros (${quantos} en uso)`,
  tipo: 'Servicio',
  situacao: 'Situación',
  responsavel: 'Responsable',
  ninguem: 'Nadie',
  eu: (nome) => `Yo (${nome})`,
  de: 'Abiertos desde',
  ate: 'Abiertos hasta',
  qualquer: 'Cualquiera',
  filtrar: 'Filtrar',
  limpar: 'Quitar filtros',
  tirar: (filtro) => `Quitar el filtro ${filtro}`,
  buscou: (texto) => `“${texto}”`,

  colunas: { processo: 'Expediente', assunto: 'Servicio e interesado', prazo: 'Plazo', situacao: 'Situación', responsavel: 'A cargo de' },
  selecionar: (numero) => `Seleccionar ${numero}`,
  selecionarTodos: 'Seleccionar todos los de la página',
  anonimo: 'Solicitud anónima',
  restrito: 'Restringido',
  sigiloso: 'Confidencial',
  aReceber: 'Por recibir',
  voce: 'usted',
  semResponsavel: 'nadie',
  retorno: (quando) => `Devolver hasta el ${quando}`,
  retornoPassou: (quando) => `Debía devolverse a más tardar el ${quando}`,
  terminou: (quando) => `Terminó ${/^\d/.test(quando) ? 'el ' : ''}${quando}`,
  mensagens: (quantas) => (quantas === 1 ? '1 mensaje nuevo' : `${quantas} mensajes nuevos`),
  comAlguem: (nomes) => {
    const [um = '', outro] = nomes
    if (nomes.length > 2) return `Abierto ahora por ${um} y ${nomes.length - 1} personas más`
    if (outro === undefined) return `Abierto ahora por ${um}`
    return `Abierto ahora por ${um} ${/^h?i(?![aeou])/i.test(outro) ? 'e' : 'y'} ${outro}`
  },
  prioridade: 'Prioridad',
  motivos: {
    idoso_80: '80 años o más',
    idoso_60: '60 años o más',
    deficiencia: 'persona con discapacidad',
    autismo: 'autismo',
    gestante: 'embarazada',
    lactante: 'amamanta',
    crianca_de_colo: 'niño en brazos',
    obesidade: 'obesidad',
    mobilidade_reduzida: 'movilidad reducida',
    doenca_grave: 'enfermedad grave',
  },
  saiu: 'Salió de esta bandeja',

  mais: 'Cargar más',
  carregando: 'Cargando…',
  naLista: (quantos) => (quantos === 1 ? '1 expediente en la lista.' : `${quantos} expedientes en la lista.`),
  novos: (quantos) => (quantos === 1 ? '1 nuevo en la bandeja.' : `${quantos} nuevos en la bandeja.`),
  mostrar: 'Mostrar',
  mudou: (numero, situacao) => `${numero}: ${situacao}.`,
  mudaram: (quantos) => `${quantos} expedientes de la lista cambiaron.`,

  vazias: {
    unidade: 'Ningún expediente abierto. Todo al día por aquí.',
    minha: 'Nada está a su cargo ahora.',
    vencidos: 'Nada venció. Buen trabajo.',
    semana: 'Nada vence en los próximos siete días.',
    prioridade: 'Ningún expediente con prioridad por ley en espera.',
    pendentes: 'Ningún expediente espera al ciudadano.',
    parados: 'Nada está detenido.',
    encerrados: 'Todavía no terminó nada por aquí.',
  },
  verUnidade: 'Ver los de la oficina',
  nenhum: 'Ningún expediente con estos filtros.',
}
