import type { ContentfulStatusCode } from 'hono/utils/http-status'

interface Entry {
  status: ContentfulStatusCode
  title: string
  detail: string
}

/** Every refusal this API knows. `title` and `detail` are read by citizens. */
export const problemas = {
  corpo_invalido: {
    status: 400,
    title: 'Algo não veio como esperado',
    detail: 'Uma parte do que foi enviado não está no formato certo. Confira os campos indicados e envie de novo.',
  },
  json_malformado: {
    status: 400,
    title: 'Não conseguimos ler o que foi enviado',
    detail: 'O pedido chegou em um formato que não conseguimos ler. Recarregue a página e envie de novo.',
  },
  campos_invalidos: {
    status: 422,
    title: 'Alguns campos precisam de atenção',
    detail: 'Confira os campos indicados e envie de novo.',
  },
  entidade_desconhecida: {
    status: 404,
    title: 'Órgão não encontrado',
    detail: 'Não há nenhum órgão público com este nome aqui. Confira o endereço da página.',
  },
  tipo_desconhecido: {
    status: 404,
    title: 'Serviço não encontrado',
    detail: 'Este serviço não existe ou mudou de nome. Veja a lista de serviços e escolha outro.',
  },
  tipo_fechado: {
    status: 409,
    title: 'Serviço fechado por enquanto',
    detail: 'Este serviço não está recebendo pedidos no momento.',
  },
  tipo_mudou: {
    status: 409,
    title: 'O formulário mudou',
    detail: 'O formulário deste serviço foi atualizado enquanto você preenchia. Confira as respostas e envie de novo.',
  },
  rascunho_mudou: {
    status: 409,
    title: 'O rascunho mudou em outro aparelho',
    detail: 'Este rascunho foi alterado em outro aparelho depois de aberto aqui. Escolha qual dos dois continuar.',
  },
  nao_encontrado: {
    status: 404,
    title: 'Página não encontrada',
    detail: 'Não há nada neste endereço. Confira se ele está completo.',
  },
  versao_desconhecida: {
    status: 404,
    title: 'Versão não encontrada',
    detail: 'Este servidor não tem essa versão dos componentes. Confira o número no endereço do script.',
  },
  protocolo_nao_encontrado: {
    status: 404,
    title: 'Protocolo não encontrado',
    detail: 'Não encontramos um protocolo com estes dados. Confira o número e o código de acesso, como estão no comprovante.',
  },
  numero_incompleto: {
    status: 422,
    title: 'Falta uma parte do número',
    detail: 'Escreva o número completo, como está no comprovante, ou informe também o órgão e o ano.',
  },
  numero_ambiguo: {
    status: 409,
    title: 'Mais de um protocolo tem este número',
    detail: 'Escolha também o órgão e o ano para encontrarmos o protocolo certo.',
  },
  acao_indisponivel: {
    status: 409,
    title: 'Isto não pode ser feito agora',
    detail: 'A situação do processo mudou e isto não pode mais ser feito. Recarregue a página para ver o que mudou.',
  },
  processo_mudou: {
    status: 409,
    title: 'O processo mudou enquanto você trabalhava',
    detail:
      'Alguém fez outra coisa neste processo depois que você abriu. Veja o que mudou e tente de novo: o que você escreveu continua aqui.',
  },
  chave_ausente: {
    status: 400,
    title: 'Não conseguimos identificar este envio',
    detail: 'Recarregue a página e envie de novo. Isso evita que o mesmo pedido seja registrado duas vezes.',
  },
  chave_reutilizada: {
    status: 422,
    title: 'Este envio já foi feito com outro conteúdo',
    detail: 'Um pedido diferente já foi registrado neste mesmo envio. Recarregue a página e comece um novo pedido.',
  },
  pedido_em_curso: {
    status: 409,
    title: 'Seu pedido já está sendo registrado',
    detail: 'O mesmo pedido já chegou e está sendo registrado. Aguarde alguns segundos.',
  },
  prova_necessaria: {
    status: 428,
    title: 'Falta uma verificação automática',
    detail: 'Seu navegador precisa fazer uma verificação rápida contra robôs. Ela é automática e leva poucos segundos.',
  },
  muitas_tentativas: {
    status: 429,
    title: 'Muitas tentativas seguidas',
    detail: 'Foram muitas tentativas em pouco tempo. Aguarde alguns minutos e tente de novo.',
  },
  anexo_desconhecido: {
    status: 422,
    title: 'Um arquivo precisa ser enviado de novo',
    detail: 'Não encontramos um dos arquivos. Arquivos sem pedido são apagados depois de um dia. Envie o arquivo de novo.',
  },
  arquivo_vazio: {
    status: 422,
    title: 'O arquivo está vazio',
    detail: 'Este arquivo não tem conteúdo. Confira se ele abre no seu aparelho e escolha de novo.',
  },
  arquivo_grande: {
    status: 413,
    title: 'O arquivo é grande demais',
    detail: 'Este arquivo passa do tamanho permitido. Envie uma versão menor ou divida em partes.',
  },
  arquivo_incompleto: {
    status: 400,
    title: 'O envio do arquivo foi interrompido',
    detail: 'O arquivo não chegou inteiro. Confira a conexão com a internet e envie de novo.',
  },
  arquivo_nao_aceito: {
    status: 415,
    title: 'Este tipo de arquivo não é aceito',
    detail: 'O conteúdo deste arquivo não é de um tipo aceito aqui. Veja os formatos indicados ao lado do documento.',
  },
  arquivo_infectado: {
    status: 422,
    title: 'O arquivo não passou na verificação de segurança',
    detail: 'O antivírus encontrou um problema neste arquivo e ele não foi guardado. Envie outra cópia.',
  },
  sem_espaco: {
    status: 507,
    title: 'Não foi possível guardar agora',
    detail: 'O serviço está sem espaço para guardar no momento. O que você escreveu continua aqui. Tente de novo mais tarde.',
  },
  origem_recusada: {
    status: 403,
    title: 'Esta página não pode usar este serviço',
    detail: 'O site em que você está não foi autorizado pelo órgão. Acesse o serviço pelo site oficial.',
  },
  corpo_grande: {
    status: 413,
    title: 'O texto enviado é grande demais',
    detail: 'O que foi enviado passa do tamanho permitido. Encurte os textos mais longos e envie de novo.',
  },
  sessao_necessaria: {
    status: 401,
    title: 'Entre na sua conta',
    detail: 'Para continuar, entre na sua conta.',
  },
  sessao_encerrada: {
    status: 401,
    title: 'Sua sessão terminou',
    detail: 'Por segurança, a sessão termina depois de um tempo sem uso. Entre de novo para continuar. O que você escreveu continua aqui.',
  },
  procuracao_invalida: {
    status: 403,
    title: 'Você não pode agir por esta pessoa agora',
    detail: 'A procuração terminou, foi encerrada ou não permite isto. Veja em Procurações até quando ela vale e o que ela permite.',
  },
  posse_recusada: {
    status: 401,
    title: 'Não reconhecemos este aparelho',
    detail: 'A sua sessão só vale no aparelho em que você entrou. Entre de novo para continuar.',
  },
  nonce_necessario: {
    status: 401,
    title: 'Falta uma confirmação automática',
    detail: 'Seu navegador precisa confirmar o pedido mais uma vez. Isso é automático.',
  },
  entrada_recusada: {
    status: 401,
    title: 'Não foi possível entrar',
    detail: 'Confira o login e a senha. Vale o CPF, o CNPJ, o usuário ou o e-mail.',
  },
  codigo_recusado: {
    status: 422,
    title: 'Este código não confere',
    detail: 'Confira os 6 números do último e-mail que enviamos. Cada envio tem um código novo.',
  },
  confirmacao_vencida: {
    status: 410,
    title: 'Este código ou link não vale mais',
    detail: 'Ele já foi usado ou passou do prazo. Peça um novo.',
  },
  sms_indisponivel: {
    status: 409,
    title: 'Aqui não se confirma telefone',
    detail: 'Este serviço não envia SMS. Você pode guardar o telefone na sua conta sem confirmar.',
  },
  confirmacao_necessaria: {
    status: 403,
    title: 'Confirme que é você',
    detail: 'Para continuar, confirme que é você, com a senha ou com uma chave de acesso. Isso vale por 5 minutos, uma vez.',
  },
  sem_lotacao: {
    status: 403,
    title: 'Esta área é de quem atende',
    detail: 'A sua conta não está ligada a nenhum setor daqui. Se você atende pelo órgão, fale com quem administra o sistema.',
  },
  sem_permissao: {
    status: 403,
    title: 'Sua função não permite isto',
    detail: 'Isto é feito por quem tem outra função no órgão. Fale com quem administra o sistema.',
  },
  arquivo_mudou: {
    status: 412,
    title: 'Outra pessoa mudou isto antes',
    detail: 'As configurações mudaram depois que você as abriu, e nada foi gravado. Abra de novo, confira e grave.',
  },
  chave_recusada: {
    status: 401,
    title: 'Esta chave de API não vale aqui',
    detail: 'Ela não existe, foi revogada ou não permite esta leitura. Peça outra a quem administra o sistema.',
  },
  passkey_necessaria: {
    status: 403,
    title: 'Use a sua chave de acesso',
    detail: 'Quem atende pelo órgão usa uma chave de acesso. Confirme com a sua; se ainda não tem, crie uma na sua conta.',
  },
  passkey_recusada: {
    status: 422,
    title: 'Não foi possível usar esta chave de acesso',
    detail: 'Esta chave de acesso não vale aqui. Tente outra vez ou escolha outro jeito de continuar.',
  },
  desafio_vencido: {
    status: 410,
    title: 'O tempo acabou',
    detail: 'O pedido de chave de acesso vale por 5 minutos e só uma vez. Comece de novo.',
  },
  ultima_entrada: {
    status: 409,
    title: 'Este é o seu único jeito de entrar',
    detail: 'Sem esta chave de acesso você não consegue mais entrar na conta. Antes, crie uma senha ou outra chave de acesso.',
  },
  conta_de_servidor: {
    status: 409,
    title: 'Esta conta atende pelo órgão',
    detail:
      'Quem trabalha ou trabalhou no atendimento não exclui a própria conta: ela faz parte do histórico dos processos. Fale com o órgão.',
  },
  metodo_nao_aceito: {
    status: 405,
    title: 'Este endereço não aceita este tipo de pedido',
    detail: 'O endereço existe, mas não responde a este tipo de pedido. Volte à página anterior e tente de novo.',
  },
  indisponivel: {
    status: 503,
    title: 'Serviço fora do ar por um momento',
    detail: 'O serviço está fora do ar por um momento. O que você escreveu continua aqui. Tente de novo em alguns minutos.',
  },
  erro_interno: {
    status: 500,
    title: 'Algo deu errado do nosso lado',
    detail: 'Tivemos um problema e ele já foi registrado. O que você escreveu continua aqui. Tente de novo em alguns minutos.',
  },
} as const satisfies Record<string, Entry>

export type Codigo = keyof typeof problemas
