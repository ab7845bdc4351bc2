import { html, nothing, type TemplateResult } from 'lit'
import { escreverDataHora, nomesDeResultado } from '../../../server/contract/palavras.js'
import type { Anexo, Cartao } from '../../client/api.js'
import type { ProtocoloDaConta } from '../../client/meus.js'
import { andamento } from '../../parts/andamento.js'
import { listaDeArquivos } from '../../parts/arquivos.js'
import { aviso } from '../../parts/aviso.js'
import { contato } from '../../parts/contato.js'
import { dizContato, exigencia, fatos, oQueAcontece } from '../../parts/desfecho.js'
import { arquivosEnviados, respostasDadas } from '../../parts/enviado.js'
import { avisoDeFalha } from '../../parts/falha.js'
import { seloDeSituacao } from '../../parts/selo.js'
import { titulo } from '../../parts/titulo.js'
import { atividade } from '../../texts/atividade.pt-BR.js'
import { painel as textos } from '../../texts/painel.pt-BR.js'
import { resultado as tempos } from '../../texts/resultado.pt-BR.js'
import { daCarga } from './carregando.js'
import type { Dentro } from './dentro.js'
import { marca } from './menu.js'
import type { Rota } from './rota.js'

const abas = ['resumo', 'andamento', 'documentos', 'mensagens', 'acessos'] as const
type Aba = (typeof abas)[number]

/** One process: what happens next, its history, its files. */
export function processo(dentro: Dentro, { partes }: Rota, cartao: Cartao): TemplateResult {
  const { host } = dentro.painel
  const aba = abas.find((uma) => uma === partes.aba) ?? 'resumo'
  const carga = dentro.carga('processo')
  const deste = carga?.chave === partes.id ? carga : undefined
  return html`<p class="nao-imprime">${voltar(dentro)}</p>
    ${deste?.valor ? nothing : titulo(host.nivel, textos.processo)}
    ${daCarga(
      dentro,
      deste,
      (valor) => html`<div class="linha entre ao-alto">
          <div>
            <p class="secundario">${valor.tipo}</p>
            ${titulo(host.nivel, html`<span class="numero" translate="no">${valor.numero}</span>`)}
          </div>
          ${seloDeSituacao(valor.situacao)}
        </div>
        ${dentro.falha ? avisoDeFalha(dentro.falha, { textos: host.textos }) : nothing}
        ${valor.vistaAte ? aviso({ tom: 'info', titulo: atividade.ate(escreverDataHora(valor.vistaAte, cartao.fuso)), conteudo: html`<p>${atividade.soLeitura}</p>` }) : nothing}
        <nav class="abas" aria-label=${textos.abas}>
          ${abasDe(valor).map((uma) => dentro.ligacao('processo', { id: valor.id, ...(uma !== 'resumo' && { aba: uma }) }, html`${nomes[uma]}${uma === 'mensagens' ? novas(valor) : nothing}`, { classe: 'aba', atual: uma === aba }))}
        </nav>
        ${vistas[aba](dentro, valor, cartao)}`,
      () => dentro.preparar(),
    )}`
}

function voltar(dentro: Dentro): TemplateResult {
  return dentro.carga('processo')?.valor?.vistaAte
    ? dentro.ligacao('liberados', {}, atividade.voltarAosLiberados)
    : dentro.ligacao('processos', {}, textos.voltar)
}

/** Who else may see it is told to whose it is; of chosen files there is nothing but those. */
function abasDe({ vistaAte, soDocumentos }: ProtocoloDaConta): readonly Aba[] {
  if (soDocumentos) return ['resumo', 'documentos']
  return vistaAte ? abas.filter((aba) => aba !== 'acessos') : abas
}

const nomes: Record<Aba, string> = { ...textos, mensagens: atividade.mensagens, acessos: atividade.acessos }

const vistas: Record<Aba, (dentro: Dentro, valor: ProtocoloDaConta, cartao: Cartao) => unknown> = {
  resumo: (
    dentro,
    valor,
    cartao,
  ) => html`${valor.vistaAte ? deOutro(valor) : oQueAcontece(valor, cartao, responder(dentro, valor))} ${fatos(cartao, valor)}
    ${valor.vistaAte ? nothing : html`${dentro.fim(valor)?.renderizar(valor, cartao) ?? nothing} ${dentro.acoes.renderizar(valor)}`} ${dizContato(valor) && !valor.vistaAte ? nothing : contato(cartao, tempos.duvidas)}`,
  andamento: (dentro, valor, { fuso }) =>
    andamento(valor.tramites, { fuso, agora: new Date(), textos: tempos, arquivos: (anexos) => arquivos(dentro, valor.id, anexos) }),
  documentos: (dentro, valor) => documentos(dentro, valor),
  mensagens: (dentro, valor, cartao) => dentro.mensagens.renderizar(valor, cartao, (anexos) => arquivos(dentro, valor.id, anexos)),
  acessos: (dentro, { id }, cartao) => dentro.acessos(id, cartao),
}

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
  return pedido ? aviso({ tom: 'atencao', titulo: atividade.esperaOutro, conteudo: html`<p class="fala">${pedido}</p>` }) : nothing
}

function documentos(dentro: Dentro, { id, respostas, anexos, tramites }: ProtocoloDaConta): TemplateResult {
  const nivel = dentro.painel.host.nivel + 1
  const doAndamento = tramites.flatMap((tramite) => tramite.anexos)
  if (respostas.length + anexos.length + doAndamento.length === 0) return html`<p>${textos.semDocumentos}</p>`
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
      ? html`<section class="pilha-curta">${titulo(nivel, textos.doAndamento, 'subtitulo')} ${arquivos(dentro, id, doAndamento)}</section>`
      : nothing
  }`
}

function arquivos(dentro: Dentro, id: string, anexos: readonly (Anexo & { titulo?: string })[]): TemplateResult {
  return listaDeArquivos(anexos, {
    textos: dentro.painel.host.textos,
    baixando: dentro.ocupado,
    baixar: (anexo) => dentro.baixar(anexo.id, anexo.nome, () => dentro.meus.anexo(id, anexo.id)),
  })
}
