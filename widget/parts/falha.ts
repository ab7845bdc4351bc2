import { html, nothing, type TemplateResult } from 'lit'
import { ProblemaDaApi, SemConexao } from '../client/api.js'
import type { Textos } from '../texts/textos.js'
import { dizer } from '../texts/voz.js'
import { aviso } from './aviso.js'

/** The tag does not say whose it is. */
export class SemEntidade extends Error {}

/** Neither the tag nor the page says where the API is, or what they say is no address. */
export class SemApi extends SemEntidade {}

/** What a page asks of a tag by a method, and does not fit there now. */
export class Engano extends Error {
  constructor(
    readonly codigo: 'ocupada' | 'campo_invalido' | 'tela_desconhecida',
    /** What fits, in words. */
    readonly mais = '',
  ) {
    super(codigo)
  }
}

/** For programs: the API's own, or one of the tags'. */
export function codigoDaFalha(erro: unknown): string {
  if (erro instanceof ProblemaDaApi) return erro.problema.codigo
  if (erro instanceof Engano) return erro.codigo
  return erro instanceof SemConexao ? 'sem_conexao' : erro instanceof SemEntidade ? 'sem_entidade' : 'inesperada'
}

/** Whether only who keeps the page can help. */
export function eDaPagina(erro: unknown): boolean {
  return erro instanceof SemEntidade || (erro instanceof ProblemaDaApi && erro.problema.codigo === 'entidade_desconhecida')
}

/** Words for anything that a call may throw. */
export function palavrasDaFalha(erro: unknown, textos: Textos): { titulo: string; texto: string } {
  if (eDaPagina(erro)) return { titulo: textos.naoConfiguradoTitulo, texto: textos.naoConfigurado }
  if (erro instanceof ProblemaDaApi) return { titulo: dizer(erro.problema.title), texto: dizer(erro.problema.detail) }
  if (!navigator.onLine) return { titulo: textos.semConexaoTitulo, texto: textos.semConexao }
  const voltou = erro instanceof SemConexao && erro.semInternet
  return { titulo: voltou ? textos.voltouTitulo : textos.servicoForaTitulo, texto: textos.servicoFora }
}

interface Saida {
  textos: Textos
  tentar?: () => void
  /** One more sentence. */
  mais?: string | undefined
}

/** A failed call, announced, with a way to try again where trying may help. */
export function avisoDeFalha(erro: unknown, { textos, tentar, mais }: Saida): TemplateResult {
  const { titulo, texto } = palavrasDaFalha(erro, textos)
  const adianta = !eDaPagina(erro) && !(erro instanceof ProblemaDaApi && erro.problema.status < 500 && erro.problema.status !== 429)
  return aviso({
    tom: 'erro',
    titulo,
    alerta: true,
    falha: codigoDaFalha(erro),
    conteudo: html`<p>${texto}${mais ? ` ${mais}` : nothing}</p>
      ${tentar && adianta ? html`<div class="linha"><button type="button" class="botao botao-fraco tentar" @click=${tentar}>${textos.tentarDeNovo}</button></div>` : nothing}`,
  })
}
