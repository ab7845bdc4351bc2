import { html, nothing, type TemplateResult } from 'lit'
import { descricaoDe, moldura, type Quadro } from '../../../parts/campos/moldura.js'
import { indicadores as textos } from '../../../texts/indicadores.pt-BR.js'
import type { Partes } from '../rota.js'
import type { PainelDeIndicadores } from './indicadores.js'

export const partesDoFiltro = ['de', 'ate', 'tipo', 'unidade'] as const
type Nome = (typeof partesDoFiltro)[number]

export function idDoFiltro(prefixo: string, nome: string): string {
  return `${prefixo}-indicadores-${nome}`
}

/** Of when, of which tipo and of which unidade. What is chosen goes in the page's address. */
export function filtros(painel: PainelDeIndicadores, partes: Partes): TemplateResult {
  const { lugar } = painel
  const { posto } = lugar
  const quadro = (nome: Nome): Quadro => ({
    id: idDoFiltro(lugar.host.prefixo, nome),
    rotulo: textos[nome],
    erro: painel.erros.find(({ caminho }) => caminho === nome)?.mensagem,
  })
  const filtrar = (evento: SubmitEvent) => {
    evento.preventDefault()
    if (!(evento.target instanceof HTMLFormElement)) return
    const lidos = new FormData(evento.target)
    lugar.ir('indicadores', Object.fromEntries(partesDoFiltro.map((nome) => [nome, String(lidos.get(nome) ?? '') || undefined])))
  }
  const todas = posto.lotacoes.some(({ papel }) => papel === 'administrador')
  const minhas = posto.lotacoes.filter(({ papel }) => papel === 'gestor').map(({ unidade }) => unidade)
  return html`<form class="filtros-dos-indicadores nao-imprime" role="search" aria-label=${textos.filtros} novalidate @submit=${filtrar}>
    <div class="grade">
      ${data(quadro('de'), 'de', partes)} ${data(quadro('ate'), 'ate', partes)} ${escolha(quadro('tipo'), 'tipo', partes, posto.tipos)}
      ${escolha(quadro('unidade'), 'unidade', partes, todas ? posto.unidades : minhas)}
    </div>
    <div class="linha">
      <button class="botao botao-fraco">${textos.mostrar}</button>
      ${partesDoFiltro.some((nome) => partes[nome]) ? lugar.ligacao('indicadores', {}, textos.limpar) : nothing}
    </div>
  </form>`
}

function data(quadro: Quadro, nome: Nome, partes: Partes): TemplateResult {
  return moldura(
    quadro,
    html`<input class="entrada" type="date" id=${quadro.id} name=${nome} .value=${partes[nome] ?? ''} aria-invalid=${quadro.erro ? 'true' : nothing} aria-describedby=${descricaoDe(quadro)} />`,
  )
}

function escolha(
  quadro: Quadro,
  nome: 'tipo' | 'unidade',
  partes: Partes,
  opcoes: readonly { codigo: string; nome: string }[],
): TemplateResult {
  const atual = partes[nome] ?? ''
  return moldura(
    quadro,
    html`<select class="entrada" id=${quadro.id} name=${nome} aria-invalid=${quadro.erro ? 'true' : nothing} aria-describedby=${descricaoDe(quadro)}>
      <option value="" .selected=${!atual}>${textos.todos[nome]}</option>
      ${opcoes.map(({ codigo, nome: rotulo }) => html`<option lang="pt-BR" value=${codigo} .selected=${codigo === atual}>${rotulo}</option>`)}
    </select>`,
  )
}
