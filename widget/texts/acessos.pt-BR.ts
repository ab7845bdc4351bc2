import { voz } from './voz.js'

/** What the panel says of who may see a process of one's own. Other languages follow the same keys. */
export const acessos = voz('acessos', {
  titulo: 'Quem pode ver este processo',
  ajuda: 'Pessoas a quem o órgão liberou a leitura. Cada leitura aparece aqui.',
  vazio: 'Só você e o órgão veem este processo',
  vazioAjuda: 'Se o órgão liberar a leitura a outra pessoa, ela aparece aqui, com cada leitura.',
  semNome: 'Sem nome informado',
  estados: { em_vigor: 'Pode ler', terminada: 'Terminou', revogada: 'Encerrada' },
  ate: (quando: string) => `Até ${quando}`,
  terminou: (quando: string) => `Terminou em ${quando}`,
  revogada: (quando: string) => `Encerrada em ${quando}`,
  inteiro: 'O processo inteiro',
  documentos: (nomes: string) => `Só estes documentos: ${nomes}`,
  leituras: (quantas: number) => (quantas === 0 ? 'Ainda não leu.' : quantas === 1 ? '1 leitura' : `${quantas} leituras`),
  processo: 'Leu o processo',
  arquivo: (nome: string) => `Baixou ${nome}`,
  ultimas: (quantas: number) => `As ${quantas} últimas.`,
})
