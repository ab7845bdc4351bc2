import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { Campo } from '../../../server/contract/tipo.js'
import { daEntidade } from './da-entidade.js'
import { listaDe, textoDe } from './digitado.js'
import { descricaoDe, type Formulario, idDe, moldura, molduraDeGrupo, type Quadro } from './moldura.js'

interface Opcao {
  valor: string
  rotulo: unknown
  ajuda?: unknown
}

/** Past so many, one choice is a list to open. */
const MUITAS = 7

/** One choice, several choices, or yes and no. */
export function campoDeOpcoes(campo: Campo, caminho: string, formulario: Formulario): TemplateResult {
  const { obrigatorio } = campo
  const quadro: Quadro = {
    id: idDe(formulario.prefixo, caminho),
    ...daEntidade(campo),
    obrigatorio,
    erro: formulario.erro(caminho),
  }
  const valor = formulario.ler(caminho)
  const mudar = (novo: string | boolean | readonly string[]) => {
    formulario.mudar(caminho, novo)
    formulario.sair(caminho)
  }
  const deles = 'opcoes' in campo ? campo.opcoes.map((opcao) => ({ valor: opcao.valor, ...daEntidade(opcao) })) : []
  if (campo.especie === 'escolhas') {
    return varias({ ...quadro, ...(obrigatorio && { rotulo: dizerExigido(quadro.rotulo, formulario) }) }, deles, listaDe(valor), mudar)
  }
  if (campo.especie === 'escolha' && campo.opcoes.length > MUITAS) {
    return lista(quadro, campo.opcoes, textoDe(valor), formulario.textos.campo.escolha, mudar, 'pt-BR')
  }
  if (campo.especie === 'escolha') return cartoes(quadro, deles, textoDe(valor), mudar)
  const { sim, nao } = formulario.textos.campo
  const opcoes = [
    { valor: 'sim', rotulo: sim },
    { valor: 'nao', rotulo: nao },
  ]
  const marcada = typeof valor === 'boolean' ? (valor ? 'sim' : 'nao') : ''
  return cartoes(quadro, opcoes, marcada, (escolhida) => mudar(escolhida === 'sim'), 'lado-a-lado')
}

/** A question answered by cards of which one is chosen. */
export function cartoes(
  quadro: Quadro,
  opcoes: readonly Opcao[],
  marcada: string,
  mudar: (valor: string) => void,
  arranjo?: 'lado-a-lado',
): TemplateResult {
  return molduraDeGrupo(quadro, cartoesSoltos(quadro, opcoes, marcada, mudar, arranjo))
}

/** The cards alone, for a group that holds more than them. */
export function cartoesSoltos(
  quadro: Quadro,
  opcoes: readonly Opcao[],
  marcada: string,
  mudar: (valor: string) => void,
  arranjo: 'pilha-de-opcoes' | 'lado-a-lado' = 'pilha-de-opcoes',
): TemplateResult {
  return html`<div class=${arranjo}>
    ${opcoes.map((opcao) => cartao(quadro, opcao, 'radio', opcao.valor === marcada, () => mudar(opcao.valor)))}
  </div>`
}

/** No checkbox alone is demanded, so the legend says that one of them is, to who does not see the mark. */
function dizerExigido(rotulo: Quadro['rotulo'], { textos }: Formulario): TemplateResult {
  return html`${rotulo}<span class="so-leitor"> (${textos.campo.obrigatorio})</span>`
}

function varias(
  quadro: Quadro,
  opcoes: readonly Opcao[],
  marcadas: readonly string[],
  mudar: (valor: readonly string[]) => void,
): TemplateResult {
  const alternar = (valor: string, marcar: boolean) =>
    mudar(opcoes.map((opcao) => opcao.valor).filter((outro) => (outro === valor ? marcar : marcadas.includes(outro))))
  return molduraDeGrupo(
    quadro,
    html`<div class="pilha-de-opcoes">
      ${opcoes.map((opcao) => cartao(quadro, opcao, 'checkbox', marcadas.includes(opcao.valor), (marcar) => alternar(opcao.valor, marcar)))}
    </div>`,
  )
}

function cartao(
  quadro: Quadro,
  opcao: Opcao,
  type: 'radio' | 'checkbox',
  marcada: boolean,
  mudar: (marcada: boolean) => void,
): TemplateResult {
  const ler = (evento: Event) => evento.target instanceof HTMLInputElement && mudar(evento.target.checked)
  const id = `${quadro.id}-${opcao.valor}`
  return html`<label class="opcao">
    <input
      type=${type}
      name=${quadro.id}
      value=${opcao.valor}
      .checked=${live(marcada)}
      ?required=${type === 'radio' && quadro.obrigatorio}
      aria-invalid=${quadro.erro ? 'true' : nothing}
      aria-labelledby="${id}-rotulo"
      aria-describedby=${opcao.ajuda ? `${id}-ajuda` : nothing}
      @change=${ler}
    /><span class="opcao-texto"><b id="${id}-rotulo">${opcao.rotulo}</b>${opcao.ajuda ? html`<span class="ajuda" id="${id}-ajuda">${opcao.ajuda}</span>` : nothing}</span>
  </label>`
}

/** A native list to open. `vazia` is what stands there before anything is chosen, `lingua` that of the options where it is not the tag's. */
export function lista(
  quadro: Quadro,
  opcoes: readonly Opcao[],
  marcada: string,
  vazia: string,
  mudar: (valor: string) => void,
  lingua?: 'pt-BR',
): TemplateResult {
  const ler = (evento: Event) => evento.target instanceof HTMLSelectElement && mudar(evento.target.value)
  return moldura(
    quadro,
    html`<select
      class="entrada"
      id=${quadro.id}
      name=${quadro.id}
      aria-required=${quadro.obrigatorio ? 'true' : nothing}
      aria-invalid=${quadro.erro ? 'true' : nothing}
      aria-describedby=${descricaoDe(quadro)}
      @change=${ler}
    >
      <option value="" ?selected=${marcada === ''}>${vazia}</option>
      ${opcoes.map((opcao) => html`<option lang=${lingua ?? nothing} value=${opcao.valor} ?selected=${opcao.valor === marcada}>${opcao.rotulo}</option>`)}
    </select>`,
  )
}
