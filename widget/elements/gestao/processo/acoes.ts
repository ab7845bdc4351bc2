import { html, nothing, type TemplateResult } from 'lit'
import type { ProtocoloDaGestao } from '../../../client/gestao.js'
import { type AcaoDaMesa, atosDaGestao as textos } from '../../../texts/gestao-atos.pt-BR.js'
import type { Processo } from './processo.js'

/** What is most likely to be done next comes first: the first that may be done is the one main button. */
const principais: readonly AcaoDaMesa[] = [
  'receber',
  'concluir',
  'encaminhar',
  'retomar',
  'encerrar_sem_resposta',
  'despachar',
  'arquivar',
  'reabrir',
]
/** Beside it, in sight. */
const avista: readonly AcaoDaMesa[] = ['encaminhar', 'despachar', 'exigir']
/** All others, by what they are about. */
const grupos: readonly (readonly [keyof typeof textos.grupos, readonly AcaoDaMesa[]])[] = [
  ['andar', ['retomar', 'parar']],
  ['prazo', ['prorrogar']],
  ['cadastro', ['reclassificar', 'mudar_sigilo']],
  ['fim', ['concluir', 'encerrar_sem_resposta', 'reabrir', 'arquivar', 'cancelar']],
]

/** Just what the server says that may be done now. */
export function acoesDoProcesso(processo: Processo, { acoes }: ProtocoloDaGestao): TemplateResult | typeof nothing {
  const ha = (acao: AcaoDaMesa) => acoes.includes(acao)
  const principal = principais.find(ha)
  const visiveis = avista.filter((acao) => acao !== principal && ha(acao))
  const resto = grupos.flatMap(([nome, dele]) => {
    const suas = dele.filter((acao) => acao !== principal && ha(acao))
    return suas.length > 0 ? [{ nome, suas }] : []
  })
  if (!principal && visiveis.length === 0 && resto.length === 0) return nothing
  return html`<div class="linha acoes-do-processo nao-imprime" role="group" aria-label=${textos.acoes}>
    ${principal ? botao(processo, principal, 'botao') : nothing} ${visiveis.map((acao) => botao(processo, acao, 'botao botao-fraco'))}
    ${resto.length > 0 ? mais(processo, resto) : nothing}
  </div>`
}

function botao(processo: Processo, acao: AcaoDaMesa, classe: string): TemplateResult {
  const indo = processo.ocupado === acao
  return html`<button
    type="button"
    class="${classe} ${indo ? 'girando' : ''}"
    data-acao=${acao}
    aria-disabled=${indo ? 'true' : nothing}
    @click=${() => void processo.comecar(acao)}
  >
    ${textos.atos[acao].nome}
  </button>`
}

function mais(processo: Processo, resto: readonly { nome: keyof typeof textos.grupos; suas: readonly AcaoDaMesa[] }[]): TemplateResult {
  const aoTeclar = (evento: KeyboardEvent) => {
    if (evento.key !== 'Escape' || !(evento.currentTarget instanceof HTMLDetailsElement) || !evento.currentTarget.open) return
    evento.stopPropagation()
    fecharMais(processo)
    void processo.lugar.host.focar('.mais-acoes > summary')
  }
  const aoSair = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!(currentTarget instanceof HTMLDetailsElement) || !(relatedTarget instanceof Node)) return
    if (!currentTarget.contains(relatedTarget)) currentTarget.open = false
  }
  return html`<details class="mais-acoes" @keydown=${aoTeclar} @focusout=${aoSair}>
    <summary class="botao botao-texto">${textos.mais}</summary>
    <div class="menu-de-acoes">
      ${resto.map(
        ({ nome, suas }) => html`<div role="group" aria-label=${textos.grupos[nome]}>
          <p class="secundario" aria-hidden="true">${textos.grupos[nome]}</p>
          ${suas.map((acao) => botao(processo, acao, 'item-do-menu'))}
        </div>`,
      )}
    </div>
  </details>`
}

export function fecharMais({ lugar }: Processo): void {
  lugar.host.recipiente.querySelector('.mais-acoes')?.removeAttribute('open')
}
