import './comum.js'
import '../client/comum-sessao.js'
import { ProblemaDaApi } from '../client/api.js'
import { sessaoDe } from '../client/sessao.js'
import { codigoDaFalha, Engano, eDaPagina, palavrasDaFalha, SemApi } from '../parts/falha.js'
import { textos } from '../texts/textos.js'
import { avisar } from './avisos.js'
import { enderecoDaApi } from './endereco.js'

/** Why something that a page asked of a tag by a method did not come about. `codigo` is as in `protocolo-falha`, or one that only a page can cause. */
export interface ErroDoProtocolo extends Error {
  readonly name: 'ErroDoProtocolo'
  readonly codigo: string
}

const enganos: Record<Engano['codigo'], string> = {
  ocupada: 'O componente está no meio de um envio ou de uma consulta, ou mostra um comprovante.',
  campo_invalido: 'O que foi pedido não cabe no campo.',
  tela_desconhecida: 'Este componente não tem essa tela. Ele tem:',
}

/** Does what a page asks of a tag. @param falha what the tag could not load for @throws {ErroDoProtocolo} */
export async function aPedido(falha: unknown, fazer: () => unknown): Promise<void> {
  try {
    if (falha) throw falha
    await fazer()
  } catch (erro) {
    throw erroPara(erro)
  }
}

/** Of anything that was thrown: in the words that the tag has for people, or in its own for what only a page does wrong. */
function erroPara(erro: unknown): ErroDoProtocolo {
  const { titulo, texto } = palavrasDaFalha(erro, textos)
  const mensagem = erro instanceof Engano ? `${enganos[erro.codigo]} ${erro.mais}`.trim() : `${titulo}. ${texto}`
  return Object.assign(new Error(mensagem, { cause: erro }), { name: 'ErroDoProtocolo', codigo: codigoDaFalha(erro) } as const)
}

/** Signs out who is signed in to the entidade of a tag. */
export async function sair({ api, entidade }: { api: string; entidade: string }): Promise<void> {
  const sessao = sessaoDe(api || enderecoDaApi(), entidade)
  await sessao.pronta()
  await sessao.sair()
}

/** Says in the browser's console what only who keeps the site can put right, when it is that which a tag could not load for. */
export function avisarDoSite(erro: unknown, { localName, entidade }: { localName: string; entidade: string }): void {
  const recusada = erro instanceof ProblemaDaApi && erro.problema.codigo === 'origem_recusada'
  if (erro instanceof SemApi) avisar('P08', `<${localName}>: falta api="https://…"`)
  else if (eDaPagina(erro)) avisar('P02', `<${localName}>: não há entidade="${entidade}"`)
  else if (recusada) avisar('P03', `<${localName}>: ${oQueFalta(location)}`)
}

function oQueFalta({ protocol, origin }: Location): string {
  if (protocol === 'file:') return 'a página foi aberta do disco, e só funciona por um servidor, como http://localhost'
  return `falta "${origin}" em "origens" no arquivo da entidade`
}
