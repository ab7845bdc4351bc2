import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import type { Campo } from '../../../server/contract/tipo.js'
import { campoDoFormulario } from '../../parts/campos/campo.js'
import { agrupar } from '../../parts/campos/respostas.js'
import { titulo } from '../../parts/titulo.js'
import { acoes, cabecalho } from './cabecalho.js'
import { errosDoPasso } from './erros.js'
import { camposVisiveis } from './estado.js'
import type { Vista } from './vista.js'

/** The tipo's own questions. Neighbours of one group stand under its heading; a form of one group takes it as its title. */
export function passoFormulario(vista: Vista, voltar: () => void): TemplateResult {
  const { textos, nivel } = vista
  const grupos = agrupar(camposVisiveis(vista.estado))
  const unico = grupos.length === 1 ? grupos[0]?.nome : undefined
  return html`${cabecalho(vista, unico ?? textos.formulario.titulo)} ${errosDoPasso(vista)}
    ${grupos.some(({ campos }) => campos.some(({ obrigatorio }) => obrigatorio)) ? html`<p class="secundario">${textos.obrigatorios}</p>` : nothing}
    ${grupos.map(({ nome, campos }) =>
      nome && nome !== unico
        ? html`<section class="pilha">${titulo(nivel + 1, nome, 'subtitulo assunto-do-grupo')}${desenhar(campos, vista)}</section>`
        : desenhar(campos, vista),
    )}
    ${acoes(vista, voltar)}`
}

function desenhar(campos: readonly Campo[], { formulario, cartao }: Vista): unknown {
  return campos.map((campo) => keyed(campo.codigo, campoDoFormulario(campo, `respostas.${campo.codigo}`, formulario, cartao.cep)))
}
