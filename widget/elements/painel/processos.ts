import { html, nothing, type TemplateResult } from 'lit'
import type { Cartao } from '../../client/api.js'
import type { PaginaDosMeus } from '../../client/meus.js'
import { moldura } from '../../parts/campos/moldura.js'
import { titulo } from '../../parts/titulo.js'
import { painel as textos } from '../../texts/painel.pt-BR.js'
import { daCarga } from './carregando.js'
import { contadores } from './contadores.js'
import { type Dentro, partesDoFiltro, soFiltro } from './dentro.js'
import { listaDeProcessos, nadaAinda } from './lista.js'
import type { Rota } from './rota.js'

/** Everything the person has, narrowed by situacao and by filters. */
export function processos(dentro: Dentro, { partes }: Rota, cartao: Cartao): TemplateResult {
  const { host } = dentro.painel
  const resumo = dentro.carga('resumo')
  const deNovo = () => dentro.preparar()
  return html`${titulo(host.nivel, textos.meus)}
    ${daCarga(dentro, resumo, (valor) => contadores(dentro, valor, partes.situacao ?? ''), deNovo)} ${filtros(dentro, partes, cartao)}
    ${resumo?.falha ? nothing : daCarga(dentro, dentro.carga('lista'), (valor) => pagina(dentro, valor, cartao, resumo?.valor?.total === 0), deNovo)}`
}

function pagina(dentro: Dentro, { protocolos, proximo }: PaginaDosMeus, cartao: Cartao, nada: boolean): TemplateResult {
  if (nada) return nadaAinda(cartao)
  if (protocolos.length === 0) {
    return html`<div class="vazio">
      <p>${textos.nenhum}</p>
      <p>${dentro.ligacao('processos', {}, textos.limpar)}</p>
    </div>`
  }
  const indo = dentro.carga('lista')?.indo
  return html`${listaDeProcessos(dentro, protocolos, cartao)}${
    proximo
      ? html`<div class="linha">
          <button type="button" class="botao botao-fraco ${indo ? 'girando' : ''}" aria-disabled=${indo ? 'true' : nothing} @click=${() => void dentro.mostrarMais()}>
            ${indo ? textos.carregando : textos.mais}
          </button>
        </div>`
      : nothing
  }`
}

function filtros(dentro: Dentro, partes: Rota['partes'], cartao: Cartao): TemplateResult {
  const { host } = dentro.painel
  const { situacao, ...emUso } = soFiltro(partes)
  const quantos = Object.keys(emUso).length
  const tipos = dentro.carga('tipos')?.valor ?? []
  const id = (nome: string) => `${host.prefixo}-filtro-${nome}`
  const filtrar = (evento: SubmitEvent) => {
    evento.preventDefault()
    if (!(evento.target instanceof HTMLFormElement)) return
    const lidos = new FormData(evento.target)
    const novas = Object.fromEntries(partesDoFiltro.map((nome) => [nome, String(lidos.get(nome) ?? '').trim()]))
    void dentro.painel.ir('processos', { ...novas, situacao })
  }
  const texto = (nome: 'busca' | 'de' | 'ate', type: 'search' | 'date', ajuda?: string) =>
    moldura(
      { id: id(nome), rotulo: textos[nome], ajuda },
      html`<input class="entrada" id=${id(nome)} name=${nome} type=${type} .value=${partes[nome] ?? ''} maxlength="100" autocomplete="off" aria-describedby=${ajuda ? `${id(nome)}-ajuda` : nothing} />`,
    )
  const escolha = (nome: 'tipo' | 'orgao', opcoes: readonly { valor: string; rotulo: string }[]) =>
    moldura(
      { id: id(nome), rotulo: textos[nome] },
      html`<select class="entrada" id=${id(nome)} name=${nome}>
        <option value="">${textos.qualquer}</option>
        ${opcoes.map(({ valor, rotulo }) => html`<option value=${valor} ?selected=${partes[nome] === valor}>${rotulo}</option>`)}
      </select>`,
    )
  return html`<details ?open=${quantos > 0}>
    <summary>${quantos > 0 ? textos.filtrosEmUso(quantos) : textos.filtros}</summary>
    <form class="pilha recuada" novalidate @submit=${filtrar}>
      ${texto('busca', 'search', textos.buscaAjuda)}
      <div class="grade">
        ${escolha(
          'tipo',
          tipos.map(({ codigo, nome }) => ({ valor: codigo, rotulo: nome })),
        )}
        ${
          cartao.orgaos.length > 1
            ? escolha(
                'orgao',
                cartao.orgaos.map(({ sigla, nome }) => ({ valor: sigla, rotulo: nome })),
              )
            : nothing
        }
        ${texto('de', 'date')} ${texto('ate', 'date')}
      </div>
      <div class="linha">
        <button class="botao botao-fraco">${textos.filtrar}</button>
        ${quantos > 0 ? dentro.ligacao('processos', { situacao }, textos.limpar) : nothing}
      </div>
    </form>
  </details>`
}
