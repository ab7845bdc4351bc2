import { voz } from './voz.js'

/** What people read in every tag, in plain pt-BR. */
export const ptBR = voz('comuns', {
  carregando: 'Carregando…',
  demora: 'Está demorando. Espere mais um pouco.',
  tentarDeNovo: 'Tentar de novo',
  semConexaoTitulo: 'Você está sem internet',
  semConexao: 'Confira a conexão do aparelho. Nada do que você escreveu se perdeu.',
  voltouTitulo: 'A internet voltou',
  servicoForaTitulo: 'O serviço não respondeu',
  servicoFora: 'Espere um pouco e tente de novo.',
  naoConfiguradoTitulo: 'Este serviço ainda não está disponível nesta página',
  naoConfigurado: 'A página precisa de um ajuste. Avise quem cuida do site.',
  baixar: 'Baixar',
  baixando: 'Baixando…',
})
