import { html, nothing, type TemplateResult } from 'lit'
import { type Cartao, ProblemaDaApi } from '../../client/api.js'
import type { Pagina, Processo } from '../../client/meus.js'
import { descricaoDe, moldura } from '../../parts/campos/moldura.js'
import { titulo } from '../../parts/titulo.js'
import { atividade } from '../../texts/atividade.pt-BR.js'
import { painel as textos } from '../../texts/painel.pt-BR.js'
import { daCarga } from './carregando.js'
import { contadores, ordem } from './contadores.js'
import { type Dentro, partesDoFiltro, soFiltro } from './dentro.js'
import { listaDeProcessos, nadaAinda, verMais } from './lista.js'
import type { Rota } from './rota.js'

/** Everything the person has, narrowed by situacao and by filters. */
export function processos(dentro: Dentro, { partes }: Rota, cartao: Cartao): TemplateResult {
  const { host } = dentro.painel
  const resumo = dentro.carga('resumo')
  return html`${titulo(host.nivel, textos.meus)}
    ${daCarga(dentro, resumo, (valor) => contadores(dentro, valor, partes.situacao ?? ''))} ${filtros(dentro, partes, cartao)}
    ${daCarga(dentro, dentro.carga('lista'), (valor) => pagina(dentro, valor, cartao, resumo?.valor?.total === 0))}`
}

function pagina(dentro: Dentro, { itens }: Pagina<Processo>, cartao: Cartao, nenhum: boolean): TemplateResult {
  if (nenhum) return nadaAinda(cartao)
  if (itens.length === 0) {
    return html`<div class="vazio">
      <p>${textos.nenhum}</p>
      <p>${dentro.ligacao('processos', {}, textos.verTodos)}</p>
    </div>`
  }
  return html`${listaDeProcessos(dentro, itens, cartao)}
    ${verMais(dentro, 'lista', (depois) => dentro.meus.protocolos({ ...dentro.filtro, depois }))}`
}

function filtros(dentro: Dentro, partes: Rota['partes'], cartao: Cartao): TemplateResult {
  const { situacao: _, busca, ...emUso } = soFiltro(partes)
  const quantos = Object.keys(emUso).length
  const filtrar = (evento: SubmitEvent) => {
    evento.preventDefault()
    if (!(evento.target instanceof HTMLFormElement)) return
    const lidos = new FormData(evento.target)
    void dentro.painel.ir('processos', Object.fromEntries(partesDoFiltro.map((nome) => [nome, String(lidos.get(nome) ?? '').trim()])))
  }
  const { texto, escolha } = camposDoFiltro(dentro, partes)
  const porSituacao = dentro.carga('resumo')?.valor?.porSituacao
  return html`<form class="pilha" role="search" aria-label=${textos.filtros} novalidate @submit=${filtrar}>
    ${texto('busca', 'search', textos.buscaAjuda, (campo) => html`<div class="linha sem-quebra">${campo}<button class="botao botao-fraco">${atividade.buscar}</button></div>`)}
    <details ?open=${quantos > 0}>
      <summary>${quantos > 0 ? textos.filtrosEmUso(quantos) : textos.filtros}</summary>
      <div class="pilha recuada">
        <div class="grade estreitas">
          ${escolha(
            'situacao',
            ordem.map((uma) => ({ valor: uma, rotulo: atividade.escolhaDeSituacao(textos.plurais[uma], porSituacao?.[uma] ?? 0) })),
          )}
          ${escolha(
            'tipo',
            (dentro.carga('tipos')?.valor ?? []).map(({ codigo, nome }) => ({ valor: codigo, rotulo: nome })),
          )}
          ${
            cartao.orgaos.length > 1
              ? escolha(
                  'orgao',
                  cartao.orgaos.map(({ sigla, nome }) => ({ valor: sigla, rotulo: nome })),
                )
              : nothing
          }
        </div>
        <div class="grade">${texto('de', 'date')} ${texto('ate', 'date')}</div>
        <div class="linha"><button class="botao botao-fraco">${textos.filtrar}</button></div>
      </div>
    </details>
    ${quantos > 0 || busca ? html`<p>${dentro.ligacao('processos', { situacao: partes.situacao }, textos.limpar)}</p>` : nothing}
  </form>`
}

function camposDoFiltro(dentro: Dentro, partes: Rota['partes']) {
  const { falha } = dentro.carga('lista') ?? {}
  const erros = new Map(falha instanceof ProblemaDaApi ? falha.problema.campos?.map(({ caminho, mensagem }) => [caminho, mensagem]) : [])
  const quadroDe = (nome: (typeof partesDoFiltro)[number], ajuda?: string) => ({
    id: `${dentro.painel.host.prefixo}-filtro-${nome}`,
    rotulo: textos[nome],
    ajuda,
    erro: erros.get(nome),
  })
  return {
    texto(nome: 'busca' | 'de' | 'ate', type: 'search' | 'date', ajuda?: string, em = (campo: TemplateResult) => campo): TemplateResult {
      const quadro = quadroDe(nome, ajuda)
      return moldura(
        quadro,
        em(
          html`<input class="entrada cresce" id=${quadro.id} name=${nome} type=${type} .value=${partes[nome] ?? ''} maxlength="100" autocomplete="off" aria-invalid=${quadro.erro ? 'true' : nothing} aria-describedby=${descricaoDe(quadro)} />`,
        ),
      )
    },
    escolha(nome: 'situacao' | 'tipo' | 'orgao', opcoes: readonly { valor: string; rotulo: string }[]): TemplateResult {
      const quadro = quadroDe(nome)
      return moldura(
        quadro,
        html`<select class="entrada" id=${quadro.id} name=${nome}>
          <option value="">${textos.qualquer}</option>
          ${opcoes.map(({ valor, rotulo }) => html`<option value=${valor} .selected=${partes[nome] === valor}>${rotulo}</option>`)}
        </select>`,
      )
    },
  }
}
