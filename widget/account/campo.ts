import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { descricaoDe, moldura, type Quadro } from '../parts/campos/moldura.js'
import { conta as textos } from '../texts/conta.pt-BR.js'
import type { Conta } from './conta.js'
import type { EstadoDaFicha, Ficha } from './ficha.js'

/** What a field needs from the form that it stands in. */
interface ComCampos extends Pick<Ficha, 'id' | 'ler' | 'erro' | 'digitar'> {
  estado: Pick<EstadoDaFicha, 'mostrar'>
  mudar(mudanca: Pick<EstadoDaFicha, 'mostrar'>): void
}

interface Entrada extends Pick<Quadro, 'rotulo' | 'ajuda' | 'nota' | 'obrigatorio'> {
  type?: 'text' | 'email' | 'tel' | 'date'
  inputmode?: 'numeric' | 'email' | 'tel'
  autocomplete?: string
  autocapitalize?: 'words' | 'characters'
  maxlength?: number
  /** Hears of what is typed. */
  aoMudar?: (texto: string) => void
  /** Stands below the input. */
  depois?: unknown
  desligado?: boolean
  /** How it is written once the person leaves it. */
  formatar?: (texto: string) => string
}

/** One line to type in, bound to what the person typed. `caminho` is the API's own, or a name that no API field has. */
export function campoDaConta(conta: ComCampos, caminho: string, entrada: Entrada): TemplateResult {
  const { formatar } = entrada
  const quadro = { id: conta.id(caminho), erro: conta.erro(caminho), ...entrada }
  const aoSair = formatar && (() => conta.digitar(caminho, formatar(conta.ler(caminho))))
  return moldura(quadro, controle(conta, caminho, quadro, { ...entrada, type: entrada.type ?? 'text' }, aoSair), entrada.depois)
}

interface Senha extends Pick<Quadro, 'rotulo' | 'ajuda'> {
  autocomplete: 'current-password' | 'new-password'
  /** Stands between the label and the input's end; `id` is one more that describes the input. */
  regras?: { id: string; desenho: TemplateResult }
}

/** A password, which can be shown. */
export function campoDaSenha(conta: ComCampos, caminho: string, { rotulo, ajuda, autocomplete, regras }: Senha): TemplateResult {
  const { mostrar } = conta.estado
  const quadro: Quadro = { id: conta.id(caminho), rotulo, ajuda, obrigatorio: true, erro: conta.erro(caminho) }
  const alternar = () => conta.mudar({ mostrar: !mostrar })
  const type = mostrar ? 'text' : 'password'
  return moldura(
    quadro,
    html`<div class="com-senha">
      ${controle(conta, caminho, quadro, { autocomplete, type, maxlength: 200 }, undefined, regras?.id)}
      <button
        type="button"
        class="botao botao-texto"
        aria-controls=${quadro.id}
        aria-label=${mostrar ? textos.ocultarSenha : textos.mostrarSenha}
        @click=${alternar}
      >
        ${mostrar ? textos.ocultar : textos.mostrar}
      </button>
    </div>`,
    regras?.desenho,
  )
}

type Controle = Pick<Entrada, 'inputmode' | 'autocomplete' | 'autocapitalize' | 'maxlength' | 'aoMudar' | 'desligado'> & { type: string }

function controle(
  conta: ComCampos,
  caminho: string,
  quadro: Quadro,
  { type, inputmode, autocomplete, autocapitalize, maxlength = 500, aoMudar, desligado = false }: Controle,
  aoSair?: () => void,
  descricao?: string,
): TemplateResult {
  const ler = (evento: Event) => {
    if (!(evento.target instanceof HTMLInputElement)) return
    conta.digitar(caminho, evento.target.value)
    aoMudar?.(evento.target.value)
  }
  return html`<input
    class="entrada"
    id=${quadro.id}
    name=${caminho}
    type=${type}
    .value=${live(conta.ler(caminho))}
    ?disabled=${desligado}
    maxlength=${maxlength}
    inputmode=${inputmode ?? nothing}
    autocomplete=${autocomplete ?? 'off'}
    autocapitalize=${autocapitalize ?? 'none'}
    spellcheck="false"
    translate="no"
    aria-required=${quadro.obrigatorio ? 'true' : nothing}
    aria-invalid=${quadro.erro ? 'true' : nothing}
    aria-describedby=${descricaoDe(quadro, ...(descricao ? [descricao] : []))}
    @input=${ler}
    @change=${ler}
    @blur=${aoSair}
  />`
}

/** A box to tick, with a line of help. */
export function marca(
  id: string,
  rotulo: string,
  { ajuda, marcado, mudar }: { ajuda?: string; marcado: boolean; mudar: (marcado: boolean) => void },
): TemplateResult {
  const ler = (evento: Event) => evento.target instanceof HTMLInputElement && mudar(evento.target.checked)
  return html`<div class="caixa-de-marcar">
    <input type="checkbox" id=${id} .checked=${live(marcado)} aria-describedby=${ajuda ? `${id}-ajuda` : nothing} @change=${ler} />
    <label for=${id}>${rotulo}</label>${ajuda ? html`<p class="ajuda" id="${id}-ajuda">${ajuda}</p>` : nothing}
  </div>`
}

/** "Lembrar neste aparelho". */
export function lembrarNesteAparelho(conta: Conta): TemplateResult {
  return marca(conta.id('lembrar'), textos.lembrar, {
    ajuda: textos.lembrarAjuda,
    marcado: conta.estado.lembrar,
    mudar: (lembrar) => conta.mudar({ lembrar }),
  })
}
