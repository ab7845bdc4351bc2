import type { Resultado } from '../server/domain/situacao.js'

/** What officials write in the protocolos of a tipo. */
export interface Roteiro {
  /** Codigo of the unidade it goes on to. */
  encaminhar?: string
  despacho: string
  /** For colleagues alone. */
  privado?: string
  exigencia: string
  /** What the citizen wrote, and what the unidade answered. */
  conversa?: { pergunta: string; resposta: string }
  fim: { resultado: Resultado; texto: string }
}

export const roteiros: Readonly<Record<string, Roteiro>> = {
  itbi: {
    despacho: 'Conferimos a inscrição e o valor. A guia está sendo calculada.',
    privado: 'Valor declarado abaixo da média da rua. Conferir a planta genérica antes de calcular.',
    exigencia: 'A matrícula enviada é antiga. Envie uma emitida nos últimos 30 dias.',
    conversa: {
      pergunta: 'Bom dia. A escritura está marcada para o dia 15. A guia fica pronta antes?',
      resposta: 'Bom dia. Com a matrícula atualizada, a guia sai em até 5 dias úteis. Se precisar de prazo, avise por aqui.',
    },
    fim: { resultado: 'deferido', texto: 'Guia do ITBI emitida e enviada.' },
  },
  'isencao-iptu': {
    despacho: 'Documentos conferidos. O pedido está com a equipe que analisa a renda.',
    exigencia: 'O comprovante de renda é de outra pessoa da casa. Envie o de quem pede a isenção.',
    fim: {
      resultado: 'deferido_em_parte',
      texto: 'Desconto de metade do IPTU concedido: a renda da família passa do limite da isenção total.',
    },
  },
  'certidao-negativa': {
    despacho: 'Consulta aos débitos em andamento.',
    exigencia: 'Há uma parcela de IPTU em aberto. Pague ou parcele para receber a certidão negativa.',
    fim: { resultado: 'atendido', texto: 'Certidão emitida. Ela vale por 90 dias.' },
  },
  buraco: {
    despacho: 'A equipe visitou o lugar e incluiu o conserto na programação da semana.',
    privado: 'Falta massa asfáltica até quinta-feira. Sinalizar o lugar.',
    exigencia: 'Não encontramos o buraco. Diga o número da casa em frente ou envie uma foto da rua.',
    conversa: {
      pergunta: 'O buraco aumentou depois da chuva de ontem. Uma moto caiu de manhã.',
      resposta: 'Obrigado por avisar. O lugar foi sinalizado hoje e o conserto está na programação desta semana.',
    },
    fim: { resultado: 'atendido', texto: 'Buraco fechado.' },
  },
  'poda-arvore': {
    encaminhar: 'obras',
    despacho: 'A vistoria mostrou galhos sobre a calçada. O caminhão com cesto foi pedido à Secretaria de Obras.',
    exigencia: 'A árvore fica dentro do terreno? Envie uma foto que mostre a calçada.',
    conversa: {
      pergunta: 'A vistoria pode ser de manhã? À tarde não há ninguém em casa.',
      resposta: 'Pode, sim. Marcamos para as 9h. Não é preciso abrir o portão: a árvore está na calçada.',
    },
    fim: {
      resultado: 'indeferido',
      texto: 'A árvore está sadia e é protegida por lei. A remoção não foi autorizada; a poda pode ser pedida.',
    },
  },
  alvara: {
    despacho: 'Atividade permitida no endereço. Aguardando a vistoria.',
    exigencia: 'Envie o AVCB dos Bombeiros para o endereço informado.',
    fim: { resultado: 'deferido', texto: 'Alvará emitido.' },
  },
  'vista-processo': {
    despacho: 'Processo localizado no arquivo. A cópia digital está sendo feita.',
    exigencia: 'Você não é parte do processo. Envie uma procuração ou explique o seu interesse.',
    fim: { resultado: 'deferido', texto: 'Vista liberada por 10 dias.' },
  },
  denuncia: {
    despacho: 'Denúncia em apuração.',
    exigencia: 'Diga a data aproximada do que aconteceu.',
    fim: { resultado: 'atendido', texto: 'Apuração terminada.' },
  },
  outros: {
    encaminhar: 'administracao',
    despacho: 'Lemos o pedido e enviamos à Secretaria de Administração, que cuida deste assunto.',
    exigencia: 'Conte um pouco mais: de que endereço e de que dia você fala?',
    fim: { resultado: 'atendido', texto: 'Pedido respondido.' },
  },
  'historico-escolar': {
    despacho: 'Histórico localizado. Em conferência de notas.',
    exigencia: 'O documento enviado está cortado. Envie uma foto inteira, frente e verso.',
    fim: { resultado: 'atendido', texto: 'Histórico emitido.' },
  },
  'aposentadoria-servidor': {
    despacho: 'Tempo de contribuição em contagem.',
    privado: 'Confirmar licença sem vencimento de 2009 com o RH.',
    exigencia: 'Envie a certidão de tempo de contribuição do INSS.',
    fim: { resultado: 'deferido', texto: 'Aposentadoria concedida.' },
  },
  'tribuna-livre': {
    despacho: 'Inscrição recebida. A Mesa marca a data na próxima sessão.',
    exigencia: 'Escolha outro dia: a próxima sessão já está completa.',
    fim: { resultado: 'deferido', texto: 'Inscrição confirmada.' },
  },
  vazamento: {
    despacho: 'Equipe programada para amanhã, entre 8h e 12h.',
    exigencia: 'Não encontramos o vazamento. Diga o número da casa em frente.',
    fim: { resultado: 'atendido', texto: 'Vazamento consertado.' },
  },
  'falta-agua': {
    despacho: 'Uma manobra na rede deve devolver a pressão até a noite.',
    exigencia: 'Diga se o registro da casa está aberto.',
    fim: { resultado: 'atendido', texto: 'Abastecimento normal.' },
  },
  'revisao-conta': {
    despacho: 'Leitura conferida no hidrômetro. O valor está sendo refeito.',
    exigencia: 'Envie uma foto do visor do hidrômetro.',
    fim: { resultado: 'deferido', texto: 'Conta refeita com a leitura certa. A nova vence em 10 dias.' },
  },
  'credenciamento-fornecedor': {
    despacho: 'Certidões em conferência.',
    exigencia: 'A certidão do FGTS venceu. Envie uma nova.',
    fim: { resultado: 'deferido', texto: 'Fornecedor credenciado por um ano.' },
  },
  'certidao-matricula': {
    despacho: 'Certidão em preparo.',
    exigencia: 'Não há imóvel com esta matrícula. Confira o número na escritura.',
    fim: { resultado: 'atendido', texto: 'Certidão emitida e enviada.' },
  },
  agendamento: {
    despacho: 'Horário reservado. O endereço do vídeo segue por e-mail uma hora antes.',
    exigencia: 'Este horário já foi tomado. Escolha outro.',
    fim: { resultado: 'atendido', texto: 'Atendimento feito.' },
  },
  'ecpf-a1': {
    despacho: 'Pagamento recebido.',
    exigencia: 'Aguardando validação: escolha dia e hora para a conversa por vídeo.',
    fim: { resultado: 'atendido', texto: 'Entregue.' },
  },
  'ecnpj-a1': {
    despacho: 'Pagamento recebido. Documentos da empresa em conferência.',
    exigencia: 'Aguardando validação: escolha dia e hora para a conversa por vídeo.',
    fim: { resultado: 'atendido', texto: 'Entregue.' },
  },
  renovacao: {
    despacho: 'Renovação liberada para emitir.',
    exigencia: 'O certificado venceu. Peça um novo.',
    fim: { resultado: 'atendido', texto: 'Entregue.' },
  },
}
