import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'

export const acessos: Traducao<Vozes['acessos']> = {
  titulo: 'Who can see this request',
  ajuda: 'People the public body has allowed to read it. Each time they read it shows here.',
  vazio: 'Only you and the public body can see this request',
  vazioAjuda: 'If the public body lets someone else read it, they show here, with each time they read it.',
  semNome: 'No name given',
  estados: { em_vigor: 'Can read', terminada: 'Ended', revogada: 'Stopped' },
  ate: (quando) => `Until ${quando}`,
  terminou: (quando) => `Ended on ${quando}`,
  revogada: (quando) => `Stopped on ${quando}`,
  inteiro: 'The whole request',
  documentos: (nomes) => `Only these documents: ${nomes}`,
  leituras: (quantas) => (quantas === 0 ? 'Has not read it yet.' : quantas === 1 ? 'Read once' : `Read ${quantas} times`),
  processo: 'Read the request',
  arquivo: (nome) => `Downloaded ${nome}`,
  ultimas: (quantas) => `The last ${quantas}.`,
}
