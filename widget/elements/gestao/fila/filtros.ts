import { html, nothing, type TemplateResult } from 'lit'
import { escreverData, nomesDeSituacao } from '../../../../server/contract/palavras.js'
import { ProblemaDaApi } from '../../../client/api.js'
import { descricaoDe, moldura } from '../../../parts/campos/moldura.js'
import { fila as textos } from '../../../texts/fila.pt-BR.js'
import type { Fila } from './fila.js'
import { emUso, partesDoFiltro } from './filtro.js'

type Nome = (typeof partesDoFiltro)[number]

/** What narrows a queue: words to look for, and beside them the filters; those in use can be taken off one by one. */
export function filtros(fila: Fila): TemplateResult {
  const usados = emUso(fila.partes).filter((nome) => nome !== 'busca')
  const filtrar = (evento: SubmitEvent) => {
    evento.preventDefault()
    if (!(evento.target instanceof HTMLFormElement)) return
    const lidos = new FormData(evento.target)
    fila.irPara(Object.fromEntries(partesDoFiltro.map((nome) => [nome, String(lidos.get(nome) ?? '').trim()])))
  }
  const abriu = ({ target }: Event) => target instanceof HTMLDetailsElement && target.open && void fila.trazerPessoas()
  return html`<form class="filtros nao-imprime" role="search" aria-label=${textos.busca} novalidate @submit=${filtrar}>
    ${busca(fila)}
    <details ?open=${erros(fila).size > 0} @toggle=${abriu}>
      <summary>${usados.length > 0 ? textos.filtrosEmUso(usados.length) : textos.filtros}</summary>
      <div class="pilha recuada">
        <div class="grade">
          ${escolha(fila, 'tipo', opcoesDe(fila, 'tipo'))} ${escolha(fila, 'situacao', opcoesDe(fila, 'situacao'))}
          ${escolha(fila, 'responsavel', opcoesDe(fila, 'responsavel'))} ${data(fila, 'de')} ${data(fila, 'ate')}
        </div>
        <div class="linha"><button class="botao botao-fraco">${textos.filtrar}</button></div>
      </div>
    </details>
    ${emUso(fila.partes).length > 0 ? emUsoAgora(fila) : nothing}
  </form>`
}

function busca(fila: Fila): TemplateResult {
  const id = idDe(fila, 'busca')
  return html`<div class="linha sem-quebra">
    <input
      class="entrada cresce"
      type="search"
      id=${id}
      name="busca"
      aria-label=${textos.busca}
      placeholder=${textos.buscaAjuda}
      .value=${fila.partes.busca ?? ''}
      maxlength="100"
      autocomplete="off"
      spellcheck="false"
    />
    <button class="botao botao-fraco">${textos.buscar}</button>
  </div>`
}

function emUsoAgora(fila: Fila): TemplateResult {
  return html`<ul class="em-uso" role="list">
    ${emUso(fila.partes).map((nome) => {
      const dito = escrever(fila, nome)
      return html`<li>
        ${fila.lugar.ligacao(
          'fila',
          { ...fila.partes, [nome]: undefined },
          html`<span class="so-leitor">${textos.tirar(dito)}</span><span aria-hidden="true">${dito} ✕</span>`,
          { classe: 'filtro' },
        )}
      </li>`
    })}
    <li>${fila.lugar.ligacao('fila', { fila: fila.partes.fila, unidade: fila.partes.unidade }, textos.limpar)}</li>
  </ul>`
}

/** A filter in words: `Serviço: Emissão de ITBI`. */
function escrever(fila: Fila, nome: Nome): string {
  const valor = fila.partes[nome] ?? ''
  if (nome === 'busca') return textos.buscou(valor)
  if (nome === 'de' || nome === 'ate') return `${textos[nome]} ${/^\d{4}-\d\d-\d\d$/.test(valor) ? escreverData(valor) : valor}`
  const rotulo = opcoesDe(fila, nome).find((opcao) => opcao.valor === valor)?.rotulo
  return `${textos[nome]}: ${rotulo ?? valor}`
}

interface Opcao {
  valor: string
  rotulo: string
}

function opcoesDe(fila: Fila, nome: 'tipo' | 'situacao' | 'responsavel'): Opcao[] {
  const { posto } = fila.lugar
  if (nome === 'tipo') return posto.tipos.map(({ codigo, nome: rotulo }) => ({ valor: codigo, rotulo }))
  if (nome === 'situacao') return Object.entries(nomesDeSituacao).map(([valor, rotulo]) => ({ valor, rotulo }))
  const outras = fila.pessoasDe(fila.unidades)?.filter(({ id }) => id !== posto.id) ?? []
  return [
    { valor: posto.id, rotulo: textos.eu(posto.nome) },
    { valor: 'ninguem', rotulo: textos.ninguem },
    ...outras.map(({ id, nome: rotulo }) => ({ valor: id, rotulo })),
  ]
}

function escolha(fila: Fila, nome: 'tipo' | 'situacao' | 'responsavel', opcoes: readonly Opcao[]): TemplateResult {
  const quadro = quadroDe(fila, nome)
  const atual = fila.partes[nome] ?? ''
  const falta = atual && !opcoes.some(({ valor }) => valor === atual)
  return moldura(
    quadro,
    html`<select class="entrada" id=${quadro.id} name=${nome} aria-invalid=${quadro.erro ? 'true' : nothing} aria-describedby=${descricaoDe(quadro)}>
      <option value="" .selected=${!atual}>${textos.qualquer}</option>
      ${falta ? html`<option value=${atual} .selected=${true}>${atual}</option>` : nothing}
      ${opcoes.map(({ valor, rotulo }) => html`<option lang=${nome === 'tipo' ? 'pt-BR' : nothing} value=${valor} .selected=${atual === valor}>${rotulo}</option>`)}
    </select>`,
  )
}

function data(fila: Fila, nome: 'de' | 'ate'): TemplateResult {
  const quadro = quadroDe(fila, nome)
  return moldura(
    quadro,
    html`<input
      class="entrada"
      type="date"
      id=${quadro.id}
      name=${nome}
      .value=${fila.partes[nome] ?? ''}
      aria-invalid=${quadro.erro ? 'true' : nothing}
      aria-describedby=${descricaoDe(quadro)}
    />`,
  )
}

function quadroDe(fila: Fila, nome: Exclude<Nome, 'busca'>) {
  return { id: idDe(fila, nome), rotulo: textos[nome], erro: erros(fila).get(nome) }
}

function idDe(fila: Fila, nome: Nome): string {
  return `${fila.lugar.host.prefixo}-fila-${nome}`
}

function erros({ lista: { falha } }: Fila): Map<string, string> {
  return new Map(falha instanceof ProblemaDaApi ? falha.problema.campos?.map(({ caminho, mensagem }) => [caminho, mensagem]) : [])
}
