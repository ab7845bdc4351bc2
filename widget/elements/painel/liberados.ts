import { html, type TemplateResult } from 'lit'
import type { Cartao } from '../../client/api.js'
import { titulo } from '../../parts/titulo.js'
import { atividade as textos } from '../../texts/atividade.pt-BR.js'
import { daCarga } from './carregando.js'
import type { Dentro } from './dentro.js'
import { listaDeProcessos, nada, verMais } from './lista.js'

/** What others let the person see, for as long as that lasts. */
export function liberados(dentro: Dentro, cartao: Cartao): TemplateResult {
  return html`<div>${titulo(dentro.painel.host.nivel, textos.liberados)}<p class="secundario">${textos.liberadosAjuda}</p></div>
    ${daCarga(dentro, dentro.carga('liberados'), ({ itens }) =>
      itens.length === 0
        ? nada(textos.nadaLiberado, textos.nadaLiberadoAjuda)
        : html`${listaDeProcessos(dentro, itens, cartao)} ${verMais(dentro, 'liberados', (depois) => dentro.meus.liberados(depois))}`,
    )}`
}
