import { tokens } from '../tokens.js'
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
      idioma: 'Idioma dos textos: pt-BR, es ou en. Vale para todos os componentes da página. Sem ele, vale o da página.',
    },
    'protocolo-novo': {
      tipo: 'Código de um serviço, para abrir direto nele. Sem ele, a pessoa escolhe em uma lista.',
      orgao: 'Sigla de um órgão, para listar só os serviços dele.',
    },
    'protocolo-consulta': {
      numero: 'Número de um protocolo, para já abrir mostrando esse protocolo. O endereço da página com ?protocolo= faz o mesmo.',
    },
  },
  propriedades: {
    todas: {
      textos:
        "Palavras do seu site no lugar das nossas, dadas por JavaScript, como em { consulta: { titulo: 'Acompanhe o seu pedido' } }. Valem para todos os componentes da página.",
    },
  },
  eventos: {
    todas: {
      'protocolo-pronto': 'O componente já pode ser usado. Repete-se quando ele passa a mostrar outra entidade ou muda de lugar na página.',
      'protocolo-falha':
        'O que a pessoa pediu não deu certo, e o componente diz a ela por quê. O codigo serve para contar, não para mostrar.',
      'protocolo-sessao':
        'Alguém entrou ou saiu da conta, nesta ou em outra aba. Não diz quem, e vem uma vez de cada componente da página.',
    },
    'protocolo-novo': {
      'protocolo-iniciado': 'A pessoa começou a preencher um pedido, ou voltou a um rascunho.',
      'protocolo-passo': 'Outro passo do formulário está na tela.',
      'protocolo-recusado': 'Um passo não foi aceito: há coisas nele a corrigir.',
      'protocolo-rascunho': 'A partir de agora o pedido é guardado como rascunho enquanto se escreve.',
      'protocolo-aberto': 'O pedido foi aberto e o comprovante está na tela. Não leva o número nem dados da pessoa.',
    },
    'protocolo-consulta': {
      'protocolo-consultado': 'Um protocolo foi encontrado e está na tela. Diz o código do serviço e não leva dados da pessoa.',
      'protocolo-tela': 'Outra tela do componente apareceu.',
      'protocolo-ato': 'A pessoa respondeu, escreveu, avaliou, recorreu ou desistiu, e isso foi recebido.',
    },
    'protocolo-painel': {
      'protocolo-tela': 'Outra tela do componente apareceu, ou a mesma com outro protocolo.',
      'protocolo-ato': 'A pessoa respondeu, escreveu, avaliou, recorreu ou desistiu, e isso foi recebido.',
    },
    'protocolo-gestao': {
      'protocolo-tela': 'Outra tela do componente apareceu, ou a mesma com outro protocolo.',
      'protocolo-ato': 'Quem atende agiu em um protocolo, ou em vários de uma vez.',
      'protocolo-aberto': 'Quem atende abriu um pedido no balcão e o comprovante está na tela. Não leva o número nem dados da pessoa.',
    },
  },
  metodos: {
    todas: { sair: 'Sai da conta, em todos os componentes da página e nas outras abas.' },
    'protocolo-novo': {
      abrir: 'Mostra a lista de serviços, ou a apresentação de um, pelo código dele.',
    },
    'protocolo-consulta': {
      consultar: 'Mostra um protocolo pelo número, como se a pessoa tivesse pedido.',
    },
    'protocolo-painel': {
      abrir: 'Mostra uma tela, pelo nome dela: estão em “Telas do painel”. Quem não entrou na conta vê antes a entrada.',
    },
    'protocolo-gestao': {
      abrir: 'Mostra uma tela, pelo nome dela: estão em “Telas da mesa”. Quem não entrou na conta vê antes a entrada.',
    },
  },
  slots: {
    todas: {
      '': 'O que fica escrito dentro do componente: aparece enquanto ele não carrega e para quem não tem JavaScript.',
      cabecalho: 'Palavras do seu site acima do componente. Aparecem com o estilo do site.',
      ajuda: 'Ajuda do seu site, abaixo do componente.',
      rodape: 'As últimas palavras do seu site, abaixo da ajuda.',
    },
  },
  // The page of colours and themes says the same of each.
  tokens: { todas: Object.fromEntries(tokens.map(({ nome, para }) => [nome, para])) },
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
