import type { Tramite } from '../../server/contract/consulta.js'
import type { PendenciaDaGestao, ProtocoloDaGestao } from '../../server/contract/gestao.js'
import type { VistaDaGestao } from '../../server/contract/vistas.js'
import { voz } from './voz.js'

type Prioridade = NonNullable<ProtocoloDaGestao['prioridade']>

/** What the officials' page of one processo says. Other languages follow the same keys. */
export const processoDaGestao = voz('gestaoProcesso', {
  processo: 'Processo',
  copiar: 'Copiar',
  copiarNumero: 'Copiar número',
  copiado: 'Número copiado.',
  naoCopiou: 'O navegador não deixou copiar. Selecione o número e copie pelo teclado.',
  abertos: (nomes: readonly string[]) => {
    const ultimo = nomes.at(-1) ?? ''
    if (nomes.length > 3) return `${nomes.slice(0, 2).join(', ')} e mais ${nomes.length - 2} pessoas estão com este processo aberto.`
    return nomes.length === 1
      ? `${ultimo} está com este processo aberto.`
      : `${nomes.slice(0, -1).join(', ')} e ${ultimo} estão com este processo aberto.`
  },
  mudouAgora: 'O processo mudou. O que está na tela já é o mais novo.',

  sigilo: { publico: 'Público', restrito: 'Restrito', sigiloso: 'Sigiloso' } satisfies Record<ProtocoloDaGestao['sigilo'], string>,
  sigiloAjuda: {
    publico: 'Quem tem o número vê a situação e as datas.',
    restrito: 'Só vê quem fez o pedido e quem atende.',
    sigiloso: 'Só vê quem fez o pedido e a unidade responsável.',
  } satisfies Record<ProtocoloDaGestao['sigilo'], string>,
  canal: { site: 'pelo site', balcao: 'no balcão', telefone: 'por telefone' } satisfies Record<ProtocoloDaGestao['canal'], string>,
  prioridadeLegal: (motivo: string) => `Prioridade por lei: ${motivo}`,
  prioridades: {
    idoso_80: '80 anos ou mais',
    idoso_60: '60 anos ou mais',
    deficiencia: 'pessoa com deficiência',
    autismo: 'pessoa autista',
    gestante: 'gestante',
    lactante: 'lactante',
    crianca_de_colo: 'criança de colo',
    obesidade: 'obesidade',
    mobilidade_reduzida: 'mobilidade reduzida',
    doenca_grave: 'doença grave',
  } satisfies Record<Prioridade, string>,
  tramites: {
    abertura: 'Protocolo aberto',
    recebimento: 'Recebido',
    atribuicao: 'Responsável definido',
    encaminhamento: 'Encaminhado',
    despacho: 'Despacho',
    reclassificacao: 'Classificação mudada',
    exigencia: 'Pendência aberta',
    dispensa: 'Pendência dispensada',
    resposta: 'Resposta de quem fez o pedido',
    parada: 'Parado',
    retomada: 'Retomado',
    prorrogacao: 'Prazo prorrogado',
    encerramento: 'Concluído',
    cancelamento: 'Cancelado',
    recurso: 'Recurso de quem fez o pedido',
    reabertura: 'Reaberto',
    arquivamento: 'Arquivado',
  } satisfies Record<Tramite['especie'], string>,
  para: (nome: string, destino: string) => `${nome} para ${destino}`,

  ficha: 'Ficha do processo',
  fatos: {
    interessado: 'Interessado',
    anonimo: 'Não se identificou',
    unidade: 'Está com',
    ficouCom: 'Ficou com',
    responsavel: 'Responsável',
    ninguem: 'Ninguém ainda',
    trocar: 'Trocar',
    trocarResponsavel: 'Trocar responsável',
    prazo: 'Resposta até',
    prorrogado: 'já prorrogado',
    retorno: 'Devolver até',
    aberto: 'Aberto em',
    encerrado: 'Concluído em',
    cancelado: 'Cancelado em',
    arquivado: 'Arquivado em',
    paradoAte: 'Parado até',
    sigilo: 'Sigilo',
    prioridade: 'Prioridade',
    avaliacao: 'Avaliação de quem pediu',
    nota: (nota: number) => `${nota} de 5`,
    porProcuracao: (nome: string) => `por procuração: ${nome}`,
  },
  comprovante: 'Baixar comprovante',
  imprimir: 'Imprimir',

  seguinte: {
    receber: (unidade: string) => `Falta receber em ${unidade}.`,
    chegou: (unidade: string) => `Chegou a ${unidade}. Falta receber.`,
    deOutra: (unidade: string) => `Está com ${unidade}. Você pode consultar, sem mudar nada.`,
    com: (nome: string) => `${nome} está cuidando.`,
    voce: 'Está com você.',
    semDono: 'Ainda não tem responsável.',
    ate: (dia: string, dias: string) => `A resposta sai até ${dia} (${dias}).`,
    venceu: (dia: string, dias: string) => `A resposta devia ter saído até ${dia} (${dias}).`,
    devolver: (quando: string) => `Devolva até ${quando}.`,
    pendente: (quantas: number, dia: string) =>
      quantas === 1
        ? `Espera a resposta de quem fez o pedido até ${dia}.`
        : `Espera ${quantas} respostas de quem fez o pedido; a próxima até ${dia}.`,
    vencida: (dia: string) => `O dia de responder passou em ${dia}. Já dá para encerrar sem resposta ou dispensar o que foi pedido.`,
    parado: (dia: string) => `Parado até ${dia}. Volta a andar nesse dia, sem ninguém pedir.`,
    arquivar: 'Concluído. Falta arquivar.',
    arquivado: 'Já está no arquivo.',
    cancelado: 'Cancelado. Não anda mais.',
  },

  abas: { pedido: 'Pedido', andamento: 'Andamento', pendencias: 'Pendências', mensagens: 'Mensagens', vistas: 'Vistas' },
  partes: 'Partes do processo',
  novas: (n: number) => (n === 1 ? '1 nova' : `${n} novas`),
  emAberto: (n: number) => (n === 1 ? '1 em aberto' : `${n} em aberto`),
  hoje: 'hoje',
  ontem: 'ontem',

  pedido: {
    quem: 'Quem fez o pedido',
    nome: 'Nome',
    documento: 'CPF ou CNPJ',
    email: 'E-mail',
    telefone: 'Telefone',
    matricula: 'Matrícula',
    anonimo: 'Quem fez o pedido não quis se identificar. A resposta fica disponível com o número e o código de acesso.',
    semEmail: 'não informado',
    respostas: 'O que foi respondido',
    semRespostas: 'Este serviço não tem perguntas.',
    documentos: 'Documentos enviados',
    semDocumentos: 'Nenhum documento foi enviado.',
    corrigido: 'Corrigido',
    antes: (valor: string) => `Antes: ${valor}`,
    trocado: (documento: string) => `${documento} (trocado por outro)`,
  },

  andamento: {
    soEquipe: 'Só a equipe vê',
    soEquipeArquivos: 'Arquivos: só a equipe vê',
    todosArquivos: 'Arquivos: quem fez o pedido também vê',
    cidadao: 'Quem fez o pedido',
    tarefa: 'Automático',
    porProcuracao: (nome: string, de: string) => `${nome}, por procuração de ${de}`,
    prazo: (quando: string) => `Devolver até ${quando}`,
  },

  pendencias: {
    especies: {
      informacao: 'Informação',
      documento: 'Documento',
      correcao: 'Correção',
      ciencia: 'Ciência',
    } satisfies Record<PendenciaDaGestao['especie'], string>,
    motivos: { incorreto: 'incorreto', incompleto: 'incompleto', desatualizado: 'desatualizado' },
    estados: {
      aberta: 'Esperando resposta',
      respondida: 'Respondida',
      dispensada: 'Dispensada',
      encerrada: 'Sem resposta',
    } satisfies Record<PendenciaDaGestao['estado'], string>,
    vencida: 'Passou do dia',
    ate: (dia: string) => `responder até ${dia}`,
    pedida: (dia: string) => `Pedida em ${dia}`,
    corrigir: (alvo: string, motivo: string) => `Corrigir “${alvo}”: está ${motivo}`,
    dispensar: 'Dispensar',
    dispensarQual: (texto: string) => `Dispensar: ${texto}`,
    vazio: 'Nada foi pedido a quem fez o pedido.',
    pedir: 'Pedir algo',
  },

  mensagens: {
    vazio: 'Nenhuma mensagem ainda.',
    nova: 'nova',
    lida: (quando: string) => `lida ${quando}`,
    naoLida: 'ainda não lida',
  },

  vistas: {
    ajuda: 'Quem recebe a vista consulta o processo até a data, sem mudar nada. O interessado vê cada consulta.',
    conceder: 'Liberar a consulta',
    vazio: 'Ninguém de fora pode consultar este processo.',
    inteiro: 'o processo inteiro',
    ate: (quando: string) => `até ${quando}`,
    estados: { em_vigor: 'Vale agora', terminada: 'Terminou', revogada: 'Encerrada' } satisfies Record<VistaDaGestao['estado'], string>,
    pode: (oque: string) => `Pode consultar: ${oque}`,
    por: (nome: string) => `Liberada por ${nome}`,
    olhadas: (n: number) => (n === 0 ? 'ainda não consultou' : n === 1 ? 'consultou 1 vez' : `consultou ${n} vezes`),
    carregando: 'Carregando…',
    revogar: 'Encerrar',
    revogarQual: (nome: string) => `Encerrar a liberação de ${nome}`,
    confirmar: (nome: string) => `Encerrar agora a liberação de ${nome}?`,
    sim: 'Encerrar agora',
    nao: 'Manter',
    revogou: 'Liberação encerrada.',
  },
})
