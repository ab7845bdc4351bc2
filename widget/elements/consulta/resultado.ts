import { html, nothing, type TemplateResult } from 'lit'
import type { Anexo, Cartao, ConsultaNivel2 } from '../../client/api.js'
import { listaDeArquivos } from '../../parts/arquivos.js'
import { contato } from '../../parts/contato.js'
import { dizContato, oQueAcontece } from '../../parts/desfecho.js'
import { documentoEmitido } from '../../parts/documento-emitido.js'
import { avisoDeFalha } from '../../parts/falha.js'
import { fatos } from '../../parts/fatos.js'
import { aoEnviar, botaoDeEnviar } from '../../parts/formulario.js'
import { inteiro } from '../../parts/inteiro.js'
import { seloDeSituacao } from '../../parts/selo.js'
import { titulo } from '../../parts/titulo.js'
import { resultado as textos } from '../../texts/resultado.pt-BR.js'
import type { Achado } from './achado.js'
import { tudo } from './tudo.js'

/** A protocolo that was found: what the number shows, then what the code adds. */
export function resultado(achado: Achado, cartao: Cartao): TemplateResult {
  const { consulta, consultado } = achado
  const { estado, host } = consulta
  return html`<div class="linha entre ao-alto">
      <div>
        <p class="secundario" lang="pt-BR">${consultado.tipo}</p>
        ${titulo(host.nivel, html`<span class="numero" translate="no">${inteiro(consultado.numero)}</span>`)}
      </div>
      ${seloDeSituacao(consultado.situacao)}
    </div>
    ${estado.falha ? avisoDeFalha(estado.falha, { textos: host.comuns }) : nothing} ${oQueAcontece(consultado, cartao, { aqui: achado.respostas !== undefined })}
    ${consultado.nivel === 2 ? documento(achado, consultado, cartao) : nothing} ${fatos(cartao, consultado)}
    ${consultado.nivel === 2 ? oQueFoiPedido(achado, consultado, cartao) : nothing}
    ${consultado.nivel === 2 ? tudo(achado, consultado, cartao) : (consulta.presenca?.conta?.propria(achado) ?? verTudo(achado))}
    <div class="linha entre nao-imprime">
      ${dizContato(consultado) ? nothing : contato(cartao, textos.duvidas)}
      <button type="button" class="botao botao-texto rente" @click=${() => consulta.novaConsulta()}>${textos.nova}</button>
    </div>`
}

function documento(achado: Achado, consultado: ConsultaNivel2, { fuso }: Cartao): TemplateResult | typeof nothing {
  const { estado, host } = achado.consulta
  const baixar = ({ id, nome }: Pick<Anexo, 'id' | 'nome'>) => void achado.baixarAnexo(id, nome)
  return documentoEmitido(consultado, { textos: host.comuns, fuso, baixando: estado.ocupado, baixar })
}

/** What waits for an answer, each with its form. */
function oQueFoiPedido(achado: Achado, { pendencias }: ConsultaNivel2, cartao: Cartao): TemplateResult | typeof nothing {
  const { respostas, consulta } = achado
  if (!respostas) return nothing
  const { estado, host } = consulta
  const arquivos = (anexos: readonly Anexo[]) =>
    listaDeArquivos(anexos, { textos: host.comuns, baixando: estado.ocupado, baixar: ({ id, nome }) => void achado.baixarAnexo(id, nome) })
  return html`<section class="pilha">
    ${pendencias.length > 0 ? titulo(host.nivel + 1, textos.pedido, 'subtitulo') : nothing}
    ${respostas.renderizar(pendencias, { cartao, arquivos, nivel: host.nivel + 2 })}
  </section>`
}

/** At level 1: the code, to see the rest. */
function verTudo(achado: Achado): TemplateResult {
  const { consulta } = achado
  const { estado, host } = consulta
  return html`<section class="pilha nao-imprime">
    ${titulo(host.nivel + 1, textos.verMais, 'subtitulo')} ${consulta.resumo()}
    <form class="linha com-codigo estreita" novalidate @submit=${aoEnviar(() => achado.verTudo())}>
      <div class="cresce">
        ${consulta.campo('codigo', consulta.textos.codigo, { ajuda: textos.verMaisAjuda, teclado: 'maiusculas', exigido: true })}
      </div>
      ${botaoDeEnviar(estado.ocupado === 'ver', textos.ver, textos.vendo, 'botao-fraco')}
    </form>
    ${consulta.presenca?.convite('resultado')}
  </section>`
}
