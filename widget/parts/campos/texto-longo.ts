import { html, nothing, type TemplateResult } from 'lit'
import { classMap } from 'lit/directives/class-map.js'
import { live } from 'lit/directives/live.js'
import { contarCaracteres, maximoDoTexto } from '../../../server/contract/regras.js'
import type { Campo } from '../../../server/contract/tipo.js'
import { daEntidade } from './da-entidade.js'
import { textoDe } from './digitado.js'
import { descricaoDe, type Formulario, idDe, moldura, type Quadro } from './moldura.js'

/** How many characters are few enough to be said aloud: a fifth of the limit, and no more than this. */
const POUCOS = 100

type TextoLongo = Extract<Campo, { especie: 'texto-longo' }>

/** Several lines, and how many characters remain. Going past the limit is told, never cut off. */
export function campoDeTextoLongo(campo: TextoLongo, caminho: string, formulario: Formulario): TemplateResult {
  const { obrigatorio } = campo
  const maximo = maximoDoTexto(campo)
  const quadro: Quadro = {
    id: idDe(formulario.prefixo, caminho),
    ...daEntidade(campo),
    obrigatorio,
    erro: formulario.erro(caminho),
  }
  const valor = textoDe(formulario.ler(caminho))
  const restam = maximo - contarCaracteres(valor.trim())
  const ler = (evento: Event) => {
    if (!(evento.target instanceof HTMLTextAreaElement)) return
    formulario.mudar(caminho, evento.target.value)
    const sobram = maximo - contarCaracteres(evento.target.value.trim())
    formulario.anunciarDepois(sobram <= Math.min(maximo / 5, POUCOS) ? formulario.textos.campo.restam(sobram) : '')
  }
  const controle = html`<textarea
    class="entrada"
    id=${quadro.id}
    name=${quadro.id}
    rows=${maximo > 300 ? 6 : 3}
    .value=${live(valor)}
    autocomplete="off"
    aria-required=${obrigatorio ? 'true' : nothing}
    aria-invalid=${quadro.erro ? 'true' : nothing}
    aria-describedby=${descricaoDe(quadro, `${quadro.id}-restam`)}
    @input=${ler}
    @blur=${() => formulario.sair(caminho)}
  ></textarea>`
  return moldura(
    quadro,
    controle,
    html`<p class=${classMap({ ajuda: true, passou: restam < 0 })} id="${quadro.id}-restam">${formulario.textos.campo.restam(restam)}</p>`,
  )
}
