import { novo } from './novo.pt-BR.js'
import { voz } from './voz.js'

/** What `<protocolo-novo>` says from the form to the receipt. Other languages follow the same keys. */
export const passos = voz('novoPassos', {
  ...novo,

  formulario: {
    titulo: 'Sobre o pedido',
  },

  campo: {
    escolha: 'Escolha uma opção',
    obrigatorio: 'obrigatório',
    sim: 'Sim',
    nao: 'Não',
    restam: (n: number) =>
      n === 1
        ? 'Resta 1 caractere'
        : n >= 0
          ? `Restam ${n} caracteres`
          : n === -1
            ? 'Passou 1 caractere do limite'
            : `Passaram ${-n} caracteres do limite`,
    formato: (exemplo: string) => `Escreva neste formato: ${exemplo}`,
    incompleto: 'Complete este campo ou apague o que escreveu.',
  },

  endereco: {
    cep: 'CEP',
    logradouro: 'Rua, avenida ou praça',
    numero: 'Número',
    semNumero: 'Sem número',
    complemento: 'Complemento',
    bairro: 'Bairro',
    municipio: 'Cidade',
    uf: 'Estado',
    ufVazia: 'Escolha',
  },

  lugar: {
    porEndereco: 'Escrever o endereço',
    porPosicao: 'Usar onde estou agora',
    porPosicaoAjuda: 'Bom para quem está no local.',
    explicacao: 'O navegador vai pedir a sua permissão. A posição só é usada neste pedido, para a equipe achar o local.',
    usar: 'Usar minha posição',
    atualizar: 'Medir de novo',
    medindo: 'Medindo a sua posição…',
    medida: (precisao: string) => `Posição anotada, com precisão de cerca de ${precisao}.`,
    imprecisa: 'A precisão está baixa. Um ponto de referência ajuda a achar o local.',
    negada: 'O navegador não deu permissão. Você pode permitir nas configurações dele ou escrever o endereço.',
    falta: 'Use o botão “Usar minha posição” ou escolha escrever o endereço.',
    indisponivel: 'Não deu para medir a posição agora. Tente de novo ou escreva o endereço.',
    remover: 'Remover posição',
    referencia: 'Ponto de referência',
    referenciaAjuda: 'Ex.: em frente à padaria',
  },

  requerente: {
    titulo: 'Quem está pedindo',
    identificar: 'Você quer se identificar?',
    comNome: 'Sim, quero me identificar',
    comNomeAjuda: 'Seus dados ficam protegidos e só quem cuida do pedido os vê.',
    anonimo: 'Não, prefiro não me identificar',
    anonimoAjuda: 'Não pedimos nenhum dado seu. Para acompanhar, guarde o número e o código do comprovante.',
    nome: 'Nome completo',
    nomeDaEmpresa: 'Nome da empresa ou entidade',
    documento: 'CPF ou CNPJ',
    documentoDaEmpresa: 'CNPJ',
    email: 'E-mail',
    recomendado: '(recomendado)',
    emailAjuda: 'Mandamos o número, o prazo e o endereço para acompanhar o pedido.',
    telefone: 'Telefone',
    telefoneAjuda: 'Com DDD. Só ligamos para falar deste pedido.',
    prioridade: 'Atendimento prioritário',
    prioridadeAjuda: 'Se você está em uma destas situações, seu pedido tem preferência (Lei 10.048/2000).',
    semPrioridade: 'Nenhuma destas situações',
    aparelho: 'Quem usa este aparelho?',
    aparelhoAjuda: 'Assim sabemos se o seu rascunho pode ficar guardado aqui.',
    aparelhoMeu: 'Só eu ou gente de confiança',
    aparelhoMeuAjuda: 'O rascunho fica aqui, com os seus dados, por até 30 dias.',
    aparelhoDeOutros: 'Outras pessoas também',
    aparelhoDeOutrosAjuda: 'Nada fica guardado aqui. Se você fechar a página, começa de novo.',
    cienciaAnonima: 'Li como os dados do pedido são usados',
  },

  documentos: {
    titulo: 'Documentos',
    obrigatorios: 'Os documentos com * são obrigatórios.',
    arraste: 'Arraste os arquivos para cá',
    ou: 'ou',
    solte: 'Solte os arquivos aqui',
    escolherVarios: 'Escolher arquivos',
    foto: 'Tirar foto',
    aceitos: (formatos: string, tamanho: string) => `${formatos}, até ${tamanho} cada`,
    escolher: 'Escolher',
    escolherPara: (documento: string) => `Escolher arquivo: ${documento}`,
    adicionar: 'Adicionar',
    adicionarA: (documento: string) => `Adicionar arquivo: ${documento}`,
    naoEnviado: 'ainda não enviado',
    ateQuantos: (n: number) => `até ${n} arquivos`,
    naFila: 'na fila',
    enviando: (porcento: number) => `enviando ${porcento}%`,
    conferindo: 'conferindo',
    recebido: 'recebido',
    falhou: 'não foi enviado',
    remover: 'Remover',
    removerQual: (nome: string) => `Remover ${nome}`,
    cancelar: 'Cancelar',
    cancelarQual: (nome: string) => `Cancelar o envio de ${nome}`,
    tentar: 'Tentar de novo',
    tentarQual: (nome: string) => `Tentar de novo: ${nome}`,
    progressoDe: (nome: string) => `Envio de ${nome}`,
    esteArquivoE: 'Este arquivo é',
    recebidoAnuncio: (nome: string) => `${nome} recebido.`,
    falhouAnuncio: (nome: string, motivo: string) => `${nome}: ${motivo}`,
    semLugar: (n: number) =>
      n === 1
        ? 'Este documento já tem um arquivo. Remova o que está lá para trocar.'
        : `Este documento já tem ${n} arquivos, o máximo. Remova um para trocar.`,
    pararam: 'A conexão caiu. Tente de novo.',
    enviarDeNovo: 'Este arquivo não está mais guardado. Envie de novo.',
    esperando: 'Espere os arquivos terminarem de chegar, ou cancele o que não quiser enviar.',
    comErro: 'Resolva os arquivos que não foram enviados: tente de novo ou remova.',
    revisar: 'Revisar',
  },

  revisao: {
    titulo: 'Confira e envie',
    explicacao: 'Depois de enviar, você recebe o número e o comprovante.',
    alterar: 'Alterar',
    alterarQual: (rotulo: string) => `Alterar: ${rotulo}`,
    assunto: 'Assunto',
    semResposta: 'não informado',
    semArquivo: 'nenhum arquivo',
    anonimo: 'Pedido sem identificação',
    identificacao: 'Identificação',
    enviar: 'Enviar pedido',
    enviando: 'Enviando…',
    semPerda: 'Seu pedido continua aqui. O registro não se repete.',
  },

  erros: {
    titulo: (n: number) => (n === 1 ? 'Falta acertar 1 ponto' : `Falta acertar ${n} pontos`),
    tipoMudou: 'Este formulário mudou enquanto você preenchia. Suas respostas continuam aqui: confira e complete o que mudou.',
    respostasGuardadas: 'Suas respostas continuam aqui.',
    anexoSumiu: 'Arquivos sem pedido ficam guardados só por um dia. Alguns dos seus precisam ser enviados de novo.',
  },

  comprovante: {
    recebemos: 'Recebemos o seu pedido',
    numero: 'Número do protocolo',
    codigo: 'Código de acesso',
    codigoUmaVez: 'Guarde este código: ele só aparece aqui e no PDF. Com ele você vê documentos e mensagens sem precisar de senha.',
    qr: 'Código QR que abre a página de acompanhamento deste protocolo',
    respostaAte: 'Resposta até',
    avisaremos: (email: string) => `Avisaremos em ${email}.`,
    semEmail: 'Você não informou e-mail: anote o número ou baixe o PDF.',
    assunto: 'Assunto',
    abertoEm: 'Data da abertura',
    recebidoPor: 'Setor que recebeu',
    prioridade: 'Prioridade',
    respostas: 'Respostas',
    arquivos: 'Arquivos recebidos',
    conferencia: 'SHA-256',
    baixar: 'Baixar PDF',
    baixando: 'Baixando…',
    naoBaixou: 'Não deu para baixar agora. Tente de novo ou imprima esta página.',
    copiar: 'Copiar número',
    copiado: 'Número copiado',
    naoCopiou: 'O número está selecionado: copie pelo seu aparelho.',
    imprimir: 'Imprimir',
    acompanhar: 'Acompanhar este protocolo',
    acompanheEm: 'Acompanhe em',
    duvidas: 'Dúvidas?',
    outro: 'Abrir outro pedido',
  },
})

export type TextosDosPassos = typeof passos
