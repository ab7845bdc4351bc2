import { html, nothing, type TemplateResult } from 'lit'
import { emPortugues } from '../../../parts/campos/da-entidade.js'
import { molduraDeGrupo } from '../../../parts/campos/moldura.js'
import { atosDaGestao as textos } from '../../../texts/gestao-atos.pt-BR.js'
import type { Ato } from './ato.js'
import { umaOpcao } from './campos.js'

/** How many can be taken in at a glance: past that there is a search. */
const POUCAS = 8

/** To which unidade: those of each orgao together, the search over them. What was chosen stays in sight. */
export function unidades(ato: Ato): TemplateResult {
  const { posto, host } = ato.processo.lugar
  const outras = posto.unidades.filter(({ codigo }) => codigo !== ato.valor.unidade.codigo)
  const busca = simples(ato.ler('busca'))
  const escolhida = ato.ler('destino')
  const achadas = outras.filter(({ nome, orgao }) => simples(`${nome} ${orgao}`).includes(busca))
  const visiveis = outras.filter((uma) => uma.codigo === escolhida || achadas.includes(uma))
  const orgaos = [...new Set(visiveis.map(({ orgao }) => orgao))]
  const procurar = ({ target }: Event) => {
    if (!(target instanceof HTMLInputElement)) return
    ato.por(['busca', target.value])
    void host.anunciar(textos.destino.achadas(achadas.length))
  }
  const id = ato.id('busca')
  return molduraDeGrupo(
    { id: ato.id('destino'), rotulo: textos.destino.rotulo, obrigatorio: true, erro: ato.erro('destino') },
    html`${
      outras.length > POUCAS
        ? html`<label class="so-leitor" for=${id}>${textos.destino.procurar}</label>
              <input
                class="entrada"
                type="search"
                id=${id}
                autocomplete="off"
                placeholder=${textos.destino.procurar}
                .value=${ato.ler('busca')}
                @input=${procurar}
                @keydown=${semEnviar}
              />`
        : nothing
    }
      <div class="unidades">
        ${orgaos.map(
          (orgao) => html`<div role="group" aria-label=${orgao}>
            <p class="secundario" aria-hidden="true">${orgao}</p>
            ${visiveis.filter((uma) => uma.orgao === orgao).map(({ codigo, nome }) => umaOpcao(ato, 'destino', { valor: codigo, rotulo: emPortugues(nome) }))}
          </div>`,
        )}
        ${visiveis.length === 0 ? html`<p class="secundario">${textos.destino.achadas(0)}</p>` : nothing}
      </div>`,
  )
}

/** Enter in the search does not send the form. */
function semEnviar(evento: KeyboardEvent): void {
  if (evento.key === 'Enter') evento.preventDefault()
}

function simples(texto: string): string {
  return texto.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}
