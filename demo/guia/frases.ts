import type { Especie } from './manifesto.js'

/** Sentences for what every tag has, under `todas`, and for what only one has. */
type Frases = Record<Especie, Record<string, Record<string, string>>>

/**
 * What each thing of the tags' public face is for, as webmasters read it. The tags' own descriptions are for developers;
 * a test holds that nothing of the manifest lacks a sentence and that no sentence is left over.
 */
export const frases: Frases = {
  atributos: {
    todas: {
      entidade: 'Código da prefeitura, companhia ou cartório. É o único obrigatório.',
      api: 'Endereço do servidor do Protocolo, quando não é o mesmo de onde vem o script.',
      tema: 'Aparência: claro, escuro, auto (segue o aparelho da pessoa) ou govbr. Sem ele, vale a que a entidade escolheu.',
      nivel: 'Nível do primeiro título do componente, de 1 a 5. Use o que vem depois do título da página.',
      idioma: 'Idioma dos textos: pt-BR, es ou en. Vale para todos os componentes da página.',
    },
    'protocolo-novo': {
      tipo: 'Código de um serviço, para abrir direto nele. Sem ele, a pessoa escolhe em uma lista.',
      orgao: 'Sigla de um órgão, para listar só os serviços dele.',
    },
    'protocolo-consulta': {
      numero: 'Número de um protocolo, para mostrar de uma vez. O endereço da página com ?protocolo= faz o mesmo.',
    },
  },
  propriedades: {
    todas: {
      textos: 'Palavras do seu site no lugar das nossas, dadas por JavaScript. Valem para todos os componentes da página.',
    },
  },
  eventos: {
    'protocolo-novo': {
      'protocolo-iniciado': 'A pessoa começou a preencher um pedido, ou voltou a um rascunho.',
      'protocolo-passo': 'Outro passo do formulário está na tela.',
      'protocolo-aberto': 'O pedido foi aberto e o comprovante está na tela. Não leva o número nem dados da pessoa.',
    },
    'protocolo-consulta': {
      'protocolo-consultado': 'Um protocolo foi encontrado e está na tela. Não leva dados da pessoa.',
    },
    'protocolo-painel': {
      'protocolo-sessao': 'Alguém entrou ou saiu da conta, nesta ou em outra aba. Não diz quem.',
    },
    'protocolo-gestao': {
      'protocolo-sessao': 'Alguém entrou ou saiu da conta, nesta ou em outra aba. Não diz quem.',
    },
  },
  metodos: {},
  slots: {
    todas: {
      '': 'O que fica escrito dentro do componente: aparece enquanto ele não carrega e para quem não tem JavaScript.',
    },
  },
  tokens: {
    todas: {
      '--protocolo-cor-acao': 'Cor dos botões, dos links e do foco. Sem ela, vale a da entidade.',
      '--protocolo-cor-texto': 'Cor do texto.',
      '--protocolo-cor-fundo': 'Fundo do componente e dos campos.',
      '--protocolo-fonte': 'Família da letra. Sem ela, vale a do seu site.',
      '--protocolo-tamanho': 'Tamanho da letra, do qual saem todas as outras medidas.',
      '--protocolo-raio': 'Quanto os cantos são arredondados. Use 0 para cantos retos.',
      '--protocolo-recuo': 'Espaço entre a borda do componente e o que há dentro.',
      '--protocolo-borda': 'Borda em volta do componente. Use 0 para tirar.',
    },
  },
}

/** The sentence of one thing of a tag. */
export function frase(tag: string, especie: Especie, nome: string): string {
  return frases[especie][tag]?.[nome] ?? frases[especie].todas?.[nome] ?? ''
}

/** Who each tag is for and what it does. */
export const sobreAsTags: Record<string, { nome: string; texto: string }> = {
  'protocolo-novo': { nome: 'Abrir um pedido', texto: 'A pessoa escolhe o serviço, preenche, manda os documentos e recebe o número.' },
  'protocolo-consulta': { nome: 'Consultar um pedido', texto: 'Mostra em que pé está um pedido, pelo número.' },
  'protocolo-painel': { nome: 'Área da pessoa', texto: 'A conta e todos os pedidos feitos com ela.' },
  'protocolo-gestao': { nome: 'Mesa de atendimento', texto: 'Para quem responde aos pedidos. Dê a ela a largura da página.' },
}
