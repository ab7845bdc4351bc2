import { en } from '../../../server/contract/idiomas/en.js'
import { palavras as daRegra } from '../../../server/contract/idiomas/palavras-en.js'
import { dadosEm, tradutor } from '../../../server/contract/idiomas/traduzir.js'
import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'
import { acessos } from './acessos.js'
import { agindo } from './agindo.js'
import { anteriores } from './anteriores.js'
import { aoVivo } from './ao-vivo.js'
import { atividade } from './atividade.js'
import { cadastro } from './cadastro.js'
import { cep } from './cep.js'
import { ciencia } from './ciencia.js'
import { comuns } from './comuns.js'
import { consulta } from './consulta.js'
import { consultaConta } from './consulta-conta.js'
import { convite as consultaConvite } from './consulta-convite.js'
import { conta } from './conta.js'
import { contatosAConfirmar } from './contatos-a-confirmar.js'
import { dados } from './dados.js'
import { duvidas } from './duvidas.js'
import { entradaComPasskey } from './entrada-com-passkey.js'
import { fim } from './fim.js'
import { mensagens } from './mensagens.js'
import { novo } from './novo.js'
import { novoConta } from './novo-conta.js'
import { convite as novoConvite } from './novo-convite.js'
import { passos as novoPassos } from './novo-passos.js'
import { painel } from './painel.js'
import { passkeyNova } from './passkey-nova.js'
import { passkeys } from './passkeys.js'
import { pendencias } from './pendencias.js'
import { perfil } from './perfil.js'
import { porta } from './porta.js'
import { prioridade } from './prioridade.js'
import { procuracoes } from './procuracoes.js'
import { rascunhos } from './rascunhos.js'
import { reautenticacao } from './reautenticacao.js'
import { recadosDaPasskey } from './recados-da-passkey.js'
import { resultado } from './resultado.js'
import { umProcesso } from './um-processo.js'

/** Says in this language a sentence of the rules that the server shares. */
export const dizer = tradutor(en, dadosEm('en'))

export const palavras = {
  acessos,
  agindo,
  anteriores,
  aoVivo,
  atividade,
  cadastro,
  cep,
  ciencia,
  consultaConta,
  consultaConvite,
  consulta,
  conta,
  contatosAConfirmar,
  dados,
  duvidas,
  entradaComPasskey,
  fim,
  mensagens,
  novoConta,
  novoConvite,
  novoPassos,
  novo,
  painel,
  palavras: daRegra,
  passkeyNova,
  passkeys,
  pendencias,
  perfil,
  porta,
  prioridade,
  procuracoes,
  rascunhos,
  reautenticacao,
  recadosDaPasskey,
  resultado,
  comuns,
  umProcesso,
} satisfies { readonly [nome in keyof Vozes]?: Traducao<Vozes[nome]> }
