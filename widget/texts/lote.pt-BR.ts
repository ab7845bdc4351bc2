import { voz } from './voz.js'

/** What is said of doing the same to several protocolos. Other languages follow the same keys. */
const processos = (quantos: number) => (quantos === 1 ? '1 processo' : `${quantos} processos`)

export const lote = voz('lote', {
  barra: 'O que fazer com a seleção',
  selecionados: (quantos: number) => `Na seleção: ${quantos}`,
  limite: 'Dá para selecionar até 100 de cada vez.',
  limpar: 'Limpar seleção',
  abrir: { receber: 'Receber', atribuir: 'Atribuir a…', encaminhar: 'Encaminhar a…' },
  titulo: {
    receber: (quantos: number) => `Receber ${processos(quantos)}`,
    atribuir: (quantos: number) => `Atribuir ${processos(quantos)}`,
    encaminhar: (quantos: number) => `Encaminhar ${processos(quantos)}`,
  },
  explica: {
    receber: 'A unidade passa a cuidar de tudo o que está na seleção. Quem pediu vê que a análise começou.',
    atribuir: 'A pessoa escolhida passa a responder por tudo o que está na seleção.',
    encaminhar: 'A seleção sai da sua unidade e vai para a escolhida. Não dá para desfazer daqui.',
  },
  quais: (quantos: number) => `Ver ${processos(quantos)}`,
  para: 'Responsável',
  escolha: 'Escolha',
  ninguem: 'Ninguém',
  destino: 'Unidade de destino',
  despacho: 'Despacho',
  despachoAjuda: 'O mesmo texto vai em cada processo.',
  quemLe: 'Quem pode ler o despacho',
  publico: 'Quem pediu também lê',
  privado: 'Só quem atende lê',
  prazo: 'Devolver até',
  prazoAjuda: 'Dia e hora. Deixe vazio se não precisa voltar.',
  opcional: '(opcional)',
  cancelar: 'Cancelar',
  fechar: 'Fechar',
  fazendo: 'Fazendo…',
  erros: {
    titulo: 'Confira antes de continuar',
    para: 'Escolha quem fica responsável.',
    destino: 'Escolha a unidade de destino.',
    texto: 'Escreva o despacho.',
  },
  feitos: {
    receber: (quantos: number) => (quantos === 1 ? '1 processo recebido.' : `${quantos} processos recebidos.`),
    atribuir: (quantos: number) => (quantos === 1 ? '1 processo atribuído.' : `${quantos} processos atribuídos.`),
    encaminhar: (quantos: number) => (quantos === 1 ? '1 processo encaminhado.' : `${quantos} processos encaminhados.`),
  },
  recusados: (quantos: number) => (quantos === 1 ? '1 processo ficou como estava:' : `${quantos} processos ficaram como estavam:`),
})
