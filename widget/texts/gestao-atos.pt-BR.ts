import type { ProtocoloDaGestao } from '../../server/contract/gestao.js'
import { voz } from './voz.js'

type Acao = ProtocoloDaGestao['acoes'][number]
type Resultado = NonNullable<ProtocoloDaGestao['resultado']>
export type AcaoDaMesa = Exclude<Acao, 'comprovante' | 'trocar_codigo' | 'mensagem' | 'responder' | 'desistir' | 'recorrer' | 'avaliar'>

interface TextosDoAto {
  /** On the button that opens it, and as its heading. */
  nome: string
  /** On the button that does it. */
  fazer: string
  /** Said once it is done. */
  feito: string
  /** What comes of it, in one sentence. */
  explica?: string
}

const atos: Record<AcaoDaMesa, TextosDoAto> = {
  receber: { nome: 'Receber', fazer: 'Receber', feito: 'Processo recebido.' },
  atribuir: { nome: 'Atribuir', fazer: 'Atribuir', feito: 'Responsável definido.', explica: 'O responsável cuida do processo na unidade.' },
  encaminhar: { nome: 'Encaminhar', fazer: 'Encaminhar', feito: 'Processo encaminhado.' },
  despachar: {
    nome: 'Despachar',
    fazer: 'Registrar despacho',
    feito: 'Despacho registrado.',
    explica: 'O processo continua nesta unidade.',
  },
  exigir: {
    nome: 'Pedir ao cidadão',
    fazer: 'Enviar o pedido',
    feito: 'Pendência aberta.',
    explica: 'O processo espera a resposta. Quem fez o pedido é avisado.',
  },
  dispensar: { nome: 'Dispensar a pendência', fazer: 'Dispensar', feito: 'Pendência dispensada.' },
  parar: {
    nome: 'Parar',
    fazer: 'Parar o processo',
    feito: 'Processo parado.',
    explica: 'Volta a andar no dia marcado, sem ninguém pedir.',
  },
  retomar: { nome: 'Retomar', fazer: 'Retomar', feito: 'Processo retomado.' },
  prorrogar: { nome: 'Prorrogar o prazo', fazer: 'Prorrogar', feito: 'Prazo prorrogado.' },
  reclassificar: { nome: 'Mudar serviço ou interessado', fazer: 'Guardar a mudança', feito: 'Classificação mudada.' },
  mudar_sigilo: { nome: 'Mudar o sigilo', fazer: 'Mudar o sigilo', feito: 'Sigilo mudado.' },
  concluir: {
    nome: 'Concluir',
    fazer: 'Concluir o processo',
    feito: 'Processo concluído.',
    explica: 'Quem fez o pedido recebe a decisão por e-mail, se informou um.',
  },
  encerrar_sem_resposta: {
    nome: 'Encerrar sem resposta',
    fazer: 'Encerrar o processo',
    feito: 'Processo encerrado.',
    explica: 'O dia de responder passou. O processo termina sem análise do mérito.',
  },
  cancelar: {
    nome: 'Cancelar',
    fazer: 'Cancelar o processo',
    feito: 'Processo cancelado.',
    explica: 'O processo termina e não volta a andar.',
  },
  reabrir: { nome: 'Reabrir', fazer: 'Reabrir', feito: 'Processo reaberto.', explica: 'O processo volta a andar nesta unidade.' },
  arquivar: { nome: 'Arquivar', fazer: 'Arquivar', feito: 'Processo arquivado.' },
  escrever: {
    nome: 'Escrever mensagem',
    fazer: 'Enviar mensagem',
    feito: 'Mensagem enviada.',
    explica: 'Para tirar dúvidas e avisar. O que decide o pedido vai em despacho.',
  },
  conceder_vista: { nome: 'Liberar a consulta', fazer: 'Liberar', feito: 'Consulta liberada.' },
}

/** What is read in the forms in which officials act. Other languages follow the same keys. */
export const atosDaGestao = voz('gestaoAtos', {
  atos,
  acoes: 'O que fazer',
  mais: 'Mais ações',
  grupos: { andar: 'Andamento', prazo: 'Prazo', cadastro: 'Cadastro', fim: 'Encerramento' },
  fazendo: 'Enviando…',
  fechar: 'Fechar',
  fecharQual: (nome: string) => `Fechar: ${nome}`,
  guardado: 'O que você escreve fica guardado nesta aba até enviar.',
  obrigatorios: 'Preencha os campos com *.',
  opcional: '(opcional)',
  falta: (n: number) => (n === 1 ? 'Falta acertar 1 ponto' : `Falta acertar ${n} pontos`),
  semPerda: 'O que você escreveu continua aqui.',
  indisponivel: 'Isto não pode mais ser feito com o processo como está agora. O que você escreveu continua aqui para copiar.',

  mudou: {
    titulo: 'O processo mudou enquanto você escrevia',
    texto: 'O que você escreveu continua aqui.',
    alguem: 'Quem fez o pedido',
    ver: 'Ver o que mudou',
    mesmoAssim: 'Enviar mesmo assim',
    naoDa: 'Com essa mudança, isto não pode mais ser feito. O que você escreveu continua aqui para copiar.',
  },

  despacho: 'Despacho',
  fundamentado: 'Despacho com os motivos',
  fundamentadoAjuda: 'Diga o que foi decidido e por quê, em frases curtas. Quem fez o pedido lê este texto.',
  motivo: 'Motivo',
  motivoPublico: 'Quem fez o pedido lê este texto.',
  motivoInterno: 'Fica no andamento do processo.',
  recado: 'Observação',
  escreva: 'Escreva o texto.',
  escrevaMotivo: 'Escreva o motivo.',
  modelos: 'Usar um modelo',
  inserido: (nome: string) => `Modelo “${nome}” inserido.`,

  visibilidade: 'Quem pode ler o texto?',
  visibilidadeArquivos: 'Quem pode abrir os arquivos?',
  publico: 'Quem fez o pedido pode ler',
  publicoAjuda: 'Aparece no andamento e nos avisos.',
  privado: 'Só a equipe lê',
  privadoAjuda: 'Fica entre as unidades. Não aparece para mais ninguém.',
  publicoArquivos: 'Quem fez o pedido pode abrir',
  privadoArquivos: 'Só a equipe abre',
  escolhaQuem: 'Escolha quem pode ler.',
  escolhaQuemArquivos: 'Escolha quem pode abrir os arquivos.',
  lacrado: 'Texto só da equipe',
  resumo: {
    titulo: 'Antes de enviar',
    textoPublico: 'O texto será lido por quem fez o pedido e pela equipe.',
    textoPrivado: 'O texto será lido só pela equipe.',
    arquivosPublicos: (n: number) =>
      n === 1 ? 'O arquivo poderá ser aberto por quem fez o pedido.' : `Os ${n} arquivos poderão ser abertos por quem fez o pedido.`,
    arquivosPrivados: (n: number) => (n === 1 ? 'O arquivo ficará só com a equipe.' : `Os ${n} arquivos ficarão só com a equipe.`),
  },

  arquivos: {
    rotulo: 'Arquivos',
    escolher: 'Escolher arquivos',
    esperando: 'Espere os arquivos terminarem de chegar, ou cancele o que não quiser enviar.',
    comErro: 'Resolva os arquivos que não foram enviados: tente de novo ou remova.',
  },

  destino: {
    rotulo: 'Para qual unidade?',
    procurar: 'Procurar unidade',
    escolha: 'Escolha a unidade.',
    achadas: (n: number) => (n === 0 ? 'Nenhuma unidade com esse nome.' : n === 1 ? '1 unidade' : `${n} unidades`),
    prazo: 'Devolver até',
    prazoAjuda: 'Dia e hora em que o processo deve voltar.',
    prazoFuturo: 'Escolha um dia e uma hora que ainda não passaram.',
  },

  pessoa: {
    rotulo: 'Quem fica responsável?',
    ninguem: 'Ninguém por enquanto',
    voce: (nome: string) => `${nome} (você)`,
    escolha: 'Escolha uma pessoa, ou ninguém.',
    carregando: 'Carregando as pessoas da unidade…',
    papeis: { atendente: 'atendimento', gestor: 'gestão', administrador: 'administração' },
  },

  classe: {
    tipo: 'Serviço',
    manter: (nome: string) => `Manter: ${nome}`,
    interessado: 'Mudar o interessado',
    nome: 'Nome do interessado',
    documento: 'CPF ou CNPJ do interessado',
    nada: 'Escolha outro serviço ou escreva outro interessado.',
    nomeFalta: 'Escreva o nome do interessado.',
    documentoErrado: 'Este CPF ou CNPJ não confere. Veja se falta ou sobra algum número.',
  },

  sigilo: { rotulo: 'Novo sigilo', agora: 'como está', escolha: 'Escolha um sigilo diferente do atual.' },

  parar: { ate: 'Voltar a andar em', ateErro: 'Escolha um dia a partir de amanhã.' },

  prorrogar: {
    uma: 'O prazo só pode ser prorrogado uma vez.',
    dias: (dias: number, contagem: 'corridos' | 'uteis') => `Ganha mais ${dias} dias ${contagem === 'uteis' ? 'úteis' : 'corridos'}.`,
    de: (dia: string) => `O prazo de hoje é ${dia}.`,
    para: (dia: string) => `Passa para ${dia}, ou o primeiro dia útil depois.`,
  },

  exigir: {
    qual: (n: number) => `Pendência ${n}`,
    especie: 'O que você precisa?',
    especies: {
      informacao: ['Informação', 'Uma resposta por escrito.'],
      documento: ['Documento', 'Um ou mais arquivos.'],
      correcao: ['Correção', 'De uma resposta ou de um arquivo que já veio.'],
      ciencia: ['Ciência', 'Só a confirmação de que leu.'],
    } satisfies Record<string, [string, string]>,
    texto: 'Explique o que falta',
    textoAjuda: 'Em poucas palavras, como você diria pessoalmente.',
    prazo: 'Responder até',
    alvo: 'O que precisa ser corrigido?',
    alvoEscolha: 'Escolha',
    respostas: 'Respostas',
    arquivos: 'Arquivos',
    motivo: 'O que há de errado?',
    motivos: { incorreto: 'Está incorreto', incompleto: 'Está incompleto', desatualizado: 'Está desatualizado' },
    outra: 'Pedir mais uma coisa',
    tirar: 'Tirar',
    tirarQual: (n: number) => `Tirar a pendência ${n}`,
    especieFalta: 'Escolha o que você precisa.',
    textoFalta: 'Explique o que falta.',
    prazoFalta: 'Escolha um dia a partir de amanhã.',
    alvoFalta: 'Escolha o que precisa ser corrigido.',
    motivoFalta: 'Escolha o que há de errado.',
  },

  concluir: {
    resultado: 'Como terminou?',
    resultados: {
      deferido: ['Deferido', 'O pedido foi aceito.'],
      deferido_em_parte: ['Deferido em parte', 'Uma parte foi aceita, outra não.'],
      indeferido: ['Indeferido', 'O pedido não foi aceito.'],
      atendido: ['Atendido', 'O serviço foi feito.'],
      sem_merito: ['Sem análise do mérito', 'Terminou sem decidir o pedido.'],
    } satisfies Record<Resultado, [string, string]>,
    escolha: 'Escolha como terminou.',
    emite: 'Um dos arquivos é o documento emitido',
    emiteAjuda: 'Certidão, alvará, licença: fica em destaque para quem fez o pedido.',
    qual: 'Qual arquivo?',
    nome: 'Nome do documento',
    nomeAjuda: 'Ex.: Alvará de funcionamento',
    validade: 'Válido até',
    nomeFalta: 'Escreva o nome do documento.',
    qualFalta: 'Escolha o arquivo.',
  },

  mensagem: {
    rotulo: 'Mensagem',
    ajuda: 'Quem fez o pedido lê e recebe um aviso.',
    falta: 'Escreva a mensagem.',
    longa: (n: number) => `Encurte a mensagem: passou ${n} ${n === 1 ? 'caractere' : 'caracteres'}.`,
  },

  vista: {
    quem: 'CPF, CNPJ ou e-mail de quem vai consultar',
    quemFalta: 'Escreva um CPF, um CNPJ ou um e-mail válido.',
    nome: 'Nome da pessoa',
    oque: 'O que pode consultar?',
    oqueFalta: 'Escolha o que pode ser consultado.',
    tudo: 'O processo inteiro',
    tudoAjuda: 'Menos o que é só da equipe.',
    alguns: 'Só alguns documentos',
    documentos: 'Quais documentos?',
    escolhaDocumentos: 'Escolha ao menos um documento.',
    ate: 'Até que dia?',
    ateErro: 'Escolha um dia a partir de hoje.',
  },
})
