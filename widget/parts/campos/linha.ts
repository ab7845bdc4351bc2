import { html, noChange, nothing, type TemplateResult } from 'lit'
import { ifDefined } from 'lit/directives/if-defined.js'
import { live } from 'lit/directives/live.js'
import type { Campo } from '../../../server/contract/tipo.js'
import { INCOMPLETO, textoDe } from './digitado.js'
import { formatar } from './formatar.js'
import { descricaoDe, type Formulario, idDe, moldura, type Quadro } from './moldura.js'

/** How the browser is told about a one-line input. */
export interface Entrada {
  type?: 'text' | 'email' | 'tel' | 'date' | 'time'
  inputmode?: 'text' | 'numeric' | 'decimal' | 'email' | 'tel'
  autocomplete?: string
  autocapitalize?: 'characters' | 'words' | 'off'
  min?: string
  max?: string
  /** Characters that an answer usually has; the input is about as wide. */
  tamanho?: number
  /** Written right after the input. */
  unidade?: string
}

/** A question answered on one line: text, number, money, date, time, document, phone, e-mail or code. */
export function campoDeLinha(campo: Campo, caminho: string, formulario: Formulario, extra: Partial<Entrada & Quadro> = {}): TemplateResult {
  const id = idDe(formulario.prefixo, caminho)
  const { rotulo, obrigatorio, ajuda } = { ...campo, ...extra }
  const quadro: Quadro = {
    id,
    rotulo,
    obrigatorio,
    ajuda,
    erro: formulario.erro(caminho),
    ...(extra.nota && { nota: extra.nota }),
  }
  const como = { ...entradaDe(campo, formulario.hoje), ...extra }
  const valor = textoDe(formulario.ler(caminho))
  const aoSair = () => {
    const escrito = formatar(campo, textoDe(formulario.ler(caminho)), formulario.hoje)
    if (escrito !== formulario.ler(caminho) && escrito !== '') formulario.mudar(caminho, escrito)
    formulario.sair(caminho)
  }
  const controle = entrada(quadro, como, valor, (novo) => formulario.mudar(caminho, novo), aoSair)
  return moldura(
    quadro,
    como.unidade ? html`<div class="com-unidade">${controle}<span id="${id}-unidade">${como.unidade}</span></div>` : controle,
  )
}

/** The input alone. A date or time that is half filled in keeps what it shows. */
export function entrada(quadro: Quadro, como: Entrada, valor: string, mudar: (valor: string) => void, sair: () => void): TemplateResult {
  const ler = (evento: Event) => {
    if (evento.target instanceof HTMLInputElement) mudar(evento.target.validity.badInput ? INCOMPLETO : evento.target.value)
  }
  return html`<input
    class="entrada"
    id=${quadro.id}
    type=${como.type ?? 'text'}
    name=${quadro.id}
    .value=${valor === INCOMPLETO ? noChange : live(valor)}
    inputmode=${ifDefined(como.inputmode)}
    autocomplete=${como.autocomplete ?? 'off'}
    autocapitalize=${ifDefined(como.autocapitalize)}
    min=${ifDefined(como.min)}
    max=${ifDefined(como.max)}
    size=${ifDefined(como.tamanho)}
    spellcheck=${como.autocapitalize === 'characters' || como.inputmode ? 'false' : nothing}
    aria-required=${quadro.obrigatorio ? 'true' : nothing}
    aria-invalid=${quadro.erro ? 'true' : nothing}
    aria-describedby=${descricaoDe(quadro, ...(como.unidade ? [`${quadro.id}-unidade`] : []))}
    @input=${ler}
    @change=${sair}
    @blur=${sair}
  />`
}

function entradaDe(campo: Campo, hoje: string): Entrada {
  const dia = (limite: string | undefined) => (limite === 'hoje' ? hoje : limite)
  switch (campo.especie) {
    case 'numero':
      return { inputmode: campo.casas ? 'decimal' : 'numeric', tamanho: 12, ...(campo.unidade && { unidade: campo.unidade }) }
    case 'dinheiro':
      return { inputmode: 'decimal', tamanho: 18 }
    case 'data':
      return { type: 'date', tamanho: 12, ...limites(dia(campo.minimo), dia(campo.maximo)) }
    case 'hora':
      return { type: 'time', tamanho: 8, ...limites(campo.minimo, campo.maximo) }
    case 'cpf':
      return { inputmode: 'numeric', tamanho: 16 }
    case 'cnpj':
    case 'cpf-ou-cnpj':
      return { autocapitalize: 'characters', tamanho: 20 }
    case 'telefone':
      return { type: 'tel', inputmode: 'tel', autocomplete: 'tel', tamanho: 18 }
    case 'email':
      return { type: 'email', inputmode: 'email', autocomplete: 'email', autocapitalize: 'off' }
    case 'codigo':
      return {
        autocapitalize: 'characters',
        tamanho: campo.mascara.length + 2,
        ...(!/[A*]/.test(campo.mascara) && { inputmode: 'numeric' }),
      }
    case 'protocolo':
      return { autocapitalize: 'characters', tamanho: 24 }
    case 'texto':
      return campo.maximo && campo.maximo <= 40 ? { tamanho: campo.maximo } : {}
    default:
      return {}
  }
}

function limites(min: string | undefined, max: string | undefined): Pick<Entrada, 'min' | 'max'> {
  return { ...(min && { min }), ...(max && { max }) }
}
