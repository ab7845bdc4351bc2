import { html, nothing, type TemplateResult } from 'lit'
import { escreverDataHora, nomesDeResultado } from '../../../server/contract/palavras.js'
import { type Anexo, type Cartao, SemConexao } from '../../client/api.js'
import type { ProtocoloDaConta } from '../../client/meus.js'
import { andamento } from '../../parts/andamento.js'
import { listaDeArquivos } from '../../parts/arquivos.js'
import { aviso } from '../../parts/aviso.js'
import { contato } from '../../parts/contato.js'
import { dizContato, exigencia, oQueAcontece } from '../../parts/desfecho.js'
import { documentoEmitido } from '../../parts/documento-emitido.js'
import { arquivosEnviados, respostasDadas } from '../../parts/enviado.js'
import { avisoDeFalha } from '../../parts/falha.js'
import { fatos } from '../../parts/fatos.js'
import type { Fim } from '../../parts/fim/fim.js'
import { seloDeSituacao } from '../../parts/selo.js'
import { titulo } from '../../parts/titulo.js'
import { atividade } from '../../texts/atividade.pt-BR.js'
import { painel as textos } from '../../texts/painel.pt-BR.js'
import { resultado as tempos } from '../../texts/resultado.pt-BR.js'
import { umProcesso } from '../../texts/um-processo.pt-BR.js'
import { Acoes } from './acoes.js'
import { daCarga } from './carregando.js'
import type { Dentro } from './dentro.js'
import { Mensagens } from './mensagens.js'
import { marca } from './menu.js'
import type { Rota } from './rota.js'

const abas = ['resumo', 'andamento', 'documentos', 'mensagens', 'acessos'] as const
type Aba = (typeof abas)[number]

/** One process: what happens next, its history, its files, its messages, and who may see it. */
export class TelaDoProcesso {
  readonly #acoes: Acoes
  readonly #mensagens: Mensagens
  #fim: Fim | undefined
  /** What kept its code away. */
  #semFim: SemConexao | undefined
  #acessos: typeof import('./acessos/acessos.js').acessos | undefined

  constructor(readonly dentro: Dentro) {
    this.#acoes = new Acoes(dentro)
    this.#mensagens = new Mensagens(dentro)
  }

  /** Brings what only one of the parts shows. @throws when its code does not come */
  async preparar({ partes: { id, aba } }: Rota): Promise<void> {
    this.#semFim = undefined
    if (aba === 'mensagens') await this.#mensagens.preparar()
    if (!id || aba !== 'acessos') return
    void this.dentro.carregar('vistas', id, () => this.dentro.meus.vistas(id))
    this.#acessos ??= (await import('./acessos/acessos.js')).acessos
  }

  /** The person left the process. */
  esquecer(): void {
    this.#acoes.esquecer()
  }

  renderizar({ partes }: Rota, cartao: Cartao): TemplateResult {
    const { dentro } = this
    const { host } = dentro.painel
    const aba = abas.find((uma) => uma === partes.aba) ?? 'resumo'
    const carga = dentro.carga('processo')
    const deste = carga?.chave === partes.id ? carga : undefined
    return html`<p class="nao-imprime">${voltar(dentro)}</p>
      ${deste?.valor ? nothing : titulo(host.nivel, textos.processo)}
      ${daCarga(
        dentro,
        deste,
        (valor) => html`${cabeca(dentro, valor, cartao)}
          <nav class="abas nao-imprime" aria-label=${umProcesso.abas}>
            ${abasDe(valor).map((uma) => dentro.ligacao('processo', { id: valor.id, ...(uma !== 'resumo' && { aba: uma }) }, html`${nomeDe(uma)}${uma === 'mensagens' ? novas(valor) : nothing}`, { classe: 'aba', atual: uma === aba }))}
          </nav>
          ${this.#parte(aba, valor, cartao)}`,
      )}`
  }

  #parte(aba: Aba, valor: ProtocoloDaConta, cartao: Cartao): unknown {
    const { dentro } = this
    const { id, tramites } = valor
    const doProcesso = (anexos: readonly Anexo[]) => arquivos(dentro, id, anexos)
    if (aba === 'andamento') return andamento(tramites, { fuso: cartao.fuso, agora: new Date(), textos: tempos, arquivos: doProcesso })
    if (aba === 'documentos') return documentos(dentro, valor)
    if (aba === 'mensagens') return this.#mensagens.renderizar(valor, cartao, doProcesso)
    if (aba === 'acessos') return this.#acessos?.(dentro, id, cartao) ?? dentro.painel.espera()
    return this.#resumo(valor, cartao)
  }

  #resumo(valor: ProtocoloDaConta, cartao: Cartao): TemplateResult {
    const { dentro } = this
    const meu = !valor.vistaAte
    const fim = meu ? this.#desenharFim(valor, cartao) : nothing
    const desiste = valor.acoes.includes('desistir')
    return html`${meu ? oQueAcontece(valor, cartao, { responder: responder(dentro, valor) }) : deOutro(valor)} ${documento(dentro, valor, cartao)}
      ${fatos(cartao, valor)} ${desiste ? nothing : fim} ${meu ? this.#acoes.renderizar(valor) : nothing} ${desiste ? fim : nothing}
      ${meu && dizContato(valor) ? nothing : contato(cartao, tempos.duvidas)}`
  }

  /** What ends the process or follows its end, once its code is here. */
  #desenharFim(valor: ProtocoloDaConta, cartao: Cartao): TemplateResult | typeof nothing {
    const { id, acoes, avaliacao } = valor
    if (this.#fim?.id === id) return this.#fim.renderizar(valor, cartao)
    if (!avaliacao && !acoes.some((acao) => acao === 'avaliar' || acao === 'recorrer' || acao === 'desistir')) return nothing
    if (this.#semFim) return this.dentro.painel.falta(this.#semFim)
    void this.#prepararFim(id)
    return nothing
  }

  async #prepararFim(id: string): Promise<void> {
    const { dentro } = this
    const trazido = await import('../../parts/fim/fim.js').catch((erro: unknown) => {
      this.#semFim = new SemConexao('import', { cause: erro })
      dentro.desenhar()
    })
    if (!trazido) return
    const { Fim } = trazido
    if (this.#fim?.id === id || dentro.carga('processo')?.valor?.id !== id) return
    const feito = () => {
      dentro.mexido = id
      return dentro.carregar('processo', id, () => dentro.meus.protocolo(id))
    }
    this.#fim = new Fim({ host: dentro.painel.host, enviar: (rota, corpo) => dentro.meus.terminar(id, rota, corpo), feito }, id)
    dentro.desenhar()
  }
}

/** Which process it is, where it stands, and what went wrong or is only read. */
function cabeca(dentro: Dentro, valor: ProtocoloDaConta, { fuso }: Cartao): TemplateResult {
  const { host } = dentro.painel
  const { tipo, numero, situacao, vistaAte } = valor
  return html`<div class="linha entre ao-alto">
      <div>
        <p class="secundario" lang="pt-BR">${tipo}</p>
        ${titulo(host.nivel, html`<span class="numero" translate="no">${numero}</span>`)}
      </div>
      ${seloDeSituacao(situacao)}
    </div>
    ${dentro.falha ? avisoDeFalha(dentro.falha, { textos: host.comuns }) : nothing}
    ${vistaAte ? aviso({ tom: 'info', titulo: atividade.ate(escreverDataHora(vistaAte, fuso)), conteudo: html`<p>${umProcesso.soLeitura}</p>` }) : nothing}`
}

function voltar(dentro: Dentro): TemplateResult {
  return dentro.carga('processo')?.valor?.vistaAte
    ? dentro.ligacao('liberados', {}, umProcesso.voltarAosLiberados)
    : dentro.ligacao('processos', {}, textos.voltar)
}

/** Who else may see it is told to whose it is; of chosen files there is nothing but those. */
function abasDe({ vistaAte, soDocumentos }: ProtocoloDaConta): readonly Aba[] {
  if (soDocumentos) return ['resumo', 'documentos']
  return vistaAte ? abas.filter((aba) => aba !== 'acessos') : abas
}

const nomeDe = (aba: Aba): string => (aba === 'mensagens' ? atividade.mensagens : umProcesso[aba])

/** The way to answer what is asked. */
function responder(dentro: Dentro, { id, acoes }: ProtocoloDaConta): TemplateResult | typeof nothing {
  if (!acoes.includes('responder')) return nothing
  return html`<p class="nao-imprime">${dentro.ligacao('responder', { id }, tempos.responder, { classe: 'botao botao-fraco' })}</p>`
}

/** How many messages of the unidade were not read yet. */
function novas({ mensagens, vistaAte }: ProtocoloDaConta): TemplateResult | typeof nothing {
  const quantas = vistaAte ? 0 : mensagens.filter(({ de, lidaEm }) => de === 'orgao' && lidaEm === null).length
  return quantas > 0 ? marca(quantas, atividade.novas(quantas)) : nothing
}

/** Where another's process stands: what is asked, is asked of them. */
function deOutro(valor: ProtocoloDaConta): TemplateResult | typeof nothing {
  const pedido = exigencia(valor)
  if (valor.resultado) return aviso({ tom: 'ok', titulo: nomesDeResultado[valor.resultado] })
  return pedido
    ? aviso({ tom: 'atencao', titulo: umProcesso.esperaOutro, conteudo: html`<p class="fala" lang="pt-BR">${pedido}</p>` })
    : nothing
}

function documento(dentro: Dentro, valor: ProtocoloDaConta, { fuso }: Cartao): TemplateResult | typeof nothing {
  return documentoEmitido(valor, {
    textos: dentro.painel.host.comuns,
    fuso,
    baixando: dentro.ocupado,
    baixar: ({ id, nome }) => dentro.baixar(id, nome, () => dentro.meus.anexo(valor.id, id)),
  })
}

function documentos(dentro: Dentro, { id, respostas, anexos, tramites }: ProtocoloDaConta): TemplateResult {
  const nivel = dentro.painel.host.nivel + 1
  const doAndamento = tramites.flatMap((tramite) => tramite.anexos)
  if (respostas.length + anexos.length + doAndamento.length === 0) return html`<p>${umProcesso.semDocumentos}</p>`
  return html`${
    respostas.length + anexos.length > 0
      ? html`<section class="pilha-curta">
          ${titulo(nivel, textos.enviado, 'subtitulo')}
          ${anexos.length > 0 ? arquivos(dentro, id, arquivosEnviados({ anexos, tramites })) : nothing}
          ${respostas.length > 0 ? respostasDadas(respostas) : nothing}
        </section>`
      : nothing
  }${
    doAndamento.length > 0
      ? html`<section class="pilha-curta">${titulo(nivel, umProcesso.doAndamento, 'subtitulo')} ${arquivos(dentro, id, doAndamento)}</section>`
      : nothing
  }`
}

function arquivos(dentro: Dentro, id: string, anexos: readonly (Anexo & { titulo?: string })[]): TemplateResult {
  return listaDeArquivos(anexos, {
    textos: dentro.painel.host.comuns,
    baixando: dentro.ocupado,
    baixar: (anexo) => dentro.baixar(anexo.id, anexo.nome, () => dentro.meus.anexo(id, anexo.id)),
  })
}
