import { html, nothing, type TemplateResult } from 'lit'
import { escreverValidade } from '../../server/contract/validade.js'
import type { ConsultaNivel2 } from '../client/api.js'
import { resultado } from '../texts/resultado.pt-BR.js'
import type { Textos } from '../texts/textos.js'
import { dizer } from '../texts/voz.js'
import { aviso } from './aviso.js'

interface Meio {
  textos: Textos
  /** IANA time zone of the entidade. */
  fuso: string
  /** Id of the file on its way, if one is. */
  baixando: string | undefined
  baixar: (anexo: { id: string; nome: string }) => void
}

/** The certidão or alvará that the conclusion issued, to take along. */
export function documentoEmitido(
  { documentoEmitido: emitido, tramites }: Pick<ConsultaNivel2, 'documentoEmitido' | 'tramites'>,
  { textos, fuso, baixando, baixar }: Meio,
): TemplateResult | typeof nothing {
  const anexo = emitido && tramites.flatMap(({ anexos }) => anexos).find(({ id }) => id === emitido.anexo)
  if (!anexo) return nothing
  const indo = baixando === anexo.id
  return aviso({
    tom: 'info',
    titulo: resultado.documentoEmitido,
    conteudo: html`<div class="linha entre">
      <div>
        <b lang="pt-BR">${emitido.nome}</b>
        <p class="secundario">${dizer(escreverValidade(emitido.validade, diaDeHoje(fuso)))}</p>
      </div>
      <button
        type="button"
        class="botao botao-fraco ${indo ? 'girando' : ''}"
        aria-label="${textos.baixar} ${emitido.nome}"
        aria-disabled=${indo ? 'true' : nothing}
        @click=${() => baixando ?? baixar(anexo)}
      >
        ${indo ? textos.baixando : textos.baixar}
      </button>
    </div>`,
  })
}

function diaDeHoje(fuso: string): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: fuso }).format(new Date())
}
