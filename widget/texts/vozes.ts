import type { Parcial } from './voz.js'

/** Every text of the tags by the name of its part, as {@link voz} has it. */
export interface Vozes {
  acessos: typeof import('./acessos.pt-BR.js').acessos
  agindo: typeof import('./agindo.pt-BR.js').agindo
  anteriores: typeof import('./anteriores.pt-BR.js').anteriores
  aoVivo: typeof import('./ao-vivo.pt-BR.js').aoVivo
  atalhos: typeof import('./atalhos.pt-BR.js').atalhos
  atividade: typeof import('./atividade.pt-BR.js').atividade
  balcao: typeof import('./balcao.pt-BR.js').balcao
  cadastro: typeof import('./cadastro.pt-BR.js').cadastro
  cep: typeof import('./cep.pt-BR.js').cep
  ciencia: typeof import('./ciencia.pt-BR.js').ciencia
  consultaConta: typeof import('./consulta-conta.pt-BR.js').consultaConta
  consultaConvite: typeof import('./consulta-convite.pt-BR.js').convite
  consulta: typeof import('./consulta.pt-BR.js').consulta
  conta: typeof import('./conta.pt-BR.js').conta
  contatosAConfirmar: typeof import('./contatos-a-confirmar.pt-BR.js').contatosAConfirmar
  dados: typeof import('./dados.pt-BR.js').dados
  duvidas: typeof import('./duvidas.pt-BR.js').duvidas
  entradaComPasskey: typeof import('./entrada-com-passkey.pt-BR.js').entradaComPasskey
  fila: typeof import('./fila.pt-BR.js').fila
  fim: typeof import('./fim.pt-BR.js').fim
  gestaoAdministracao: typeof import('./gestao-administracao.pt-BR.js').administracao
  gestaoAtos: typeof import('./gestao-atos.pt-BR.js').atosDaGestao
  gestaoProcesso: typeof import('./gestao-processo.pt-BR.js').processoDaGestao
  gestao: typeof import('./gestao.pt-BR.js').gestao
  indicadores: typeof import('./indicadores.pt-BR.js').indicadores
  lote: typeof import('./lote.pt-BR.js').lote
  mensagens: typeof import('./mensagens.pt-BR.js').mensagens
  novoConta: typeof import('./novo-conta.pt-BR.js').novoConta
  novoConvite: typeof import('./novo-convite.pt-BR.js').convite
  novoPassos: typeof import('./novo-passos.pt-BR.js').passos
  novo: typeof import('./novo.pt-BR.js').novo
  painel: typeof import('./painel.pt-BR.js').painel
  palavras: typeof import('./palavras.pt-BR.js').palavras
  passkeyNova: typeof import('./passkey-nova.pt-BR.js').passkeyNova
  passkeys: typeof import('./passkeys.pt-BR.js').passkeys
  pendencias: typeof import('./pendencias.pt-BR.js').pendencias
  perfil: typeof import('./perfil.pt-BR.js').perfil
  porta: typeof import('./porta.pt-BR.js').porta
  prioridade: typeof import('./prioridade.pt-BR.js').prioridade
  procuracoes: typeof import('./procuracoes.pt-BR.js').procuracoes
  rascunhos: typeof import('./rascunhos.pt-BR.js').rascunhos
  reautenticacao: typeof import('./reautenticacao.pt-BR.js').reautenticacao
  recadosDaPasskey: typeof import('./recados-da-passkey.pt-BR.js').recadosDaPasskey
  resultado: typeof import('./resultado.pt-BR.js').resultado
  umProcesso: typeof import('./um-processo.pt-BR.js').umProcesso
  comuns: typeof import('./pt-BR.js').ptBR
}

/** Words of the page's own, as many of them as it likes, over those of the tags. */
export type TextosDoProtocolo = Parcial<Vozes>
