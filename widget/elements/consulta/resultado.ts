import { html, nothing, type TemplateResult } from 'lit'
import { escreverData, escreverDataHora, escreverDiasRestantes, nomesDeResultado, proximoPasso } from '../../../server/contract/palavras.js'
import type { Cartao, Consulta as Consultado } from '../../client/api.js'
import { aviso } from '../../parts/aviso.js'
import { contato } from '../../parts/contato.js'
import { avisoDeFalha } from '../../parts/falha.js'
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
        <p class="secundario">${consultado.tipo}</p>
        ${titulo(host.nivel, html`<span class="numero" translate="no">${inteiro(consultado.numero)}</span>`)}
      </div>
      ${seloDeSituacao(consultado.situacao)}
    </div>
    ${estado.falha ? avisoDeFalha(estado.falha, { textos: host.textos }) : nothing} ${oQueAcontece(consultado, cartao)} ${fatos(cartao, consultado)}
    ${consultado.nivel === 2 ? tudo(achado, consultado, cartao) : verTudo(achado)}
    <div class="linha entre nao-imprime">
      ${exigencia(consultado) ? nothing : contato(cartao, textos.duvidas)}
      <button type="button" class="botao botao-texto rente" @click=${() => consulta.novaConsulta()}>${textos.nova}</button>
    </div>`
}

/** What happens next in plain words; what is asked of the person stands out. */
function oQueAcontece(achado: Consultado, cartao: Cartao): TemplateResult {
  const frase = proximoPasso(achado.situacao, achado.diasRestantes, achado.resultado)
  if (achado.resultado) {
    const bom = achado.resultado === 'deferido' || achado.resultado === 'atendido'
    return aviso({ tom: bom ? 'ok' : 'info', titulo: nomesDeResultado[achado.resultado], conteudo: html`<p>${frase}</p>` })
  }
  if (achado.situacao !== 'pendente') return html`<p>${frase}</p>`
  const pedido = exigencia(achado)
  const conteudo = pedido ? html`<p class="fala">${pedido}</p>${contato(cartao, textos.comoEntregar)}` : html`<p>${frase}</p>`
  return aviso({ tom: 'atencao', titulo: textos.falta, conteudo })
}

/** What is now asked of the person, where the code shows it. */
function exigencia(achado: Consultado): string | null | undefined {
  if (achado.situacao !== 'pendente' || achado.nivel === 1) return undefined
  return achado.tramites.find(({ especie }) => especie === 'exigencia')?.texto
}

function fatos({ fuso }: Cartao, achado: Consultado): TemplateResult {
  const { situacao, encerradoEm } = achado
  const fim = situacao === 'cancelado' ? textos.canceladoEm : textos.encerradoEm
  const terminou = situacao === 'encerrado' || situacao === 'cancelado'
  return html`<dl class="fatos">
    ${fato(textos.abertoEm, escreverDataHora(achado.abertoEm, fuso))}
    ${fato(terminou ? textos.ficouCom : textos.estaCom, achado.unidade)}
    ${
      terminou
        ? fato(fim, escreverDataHora(encerradoEm ?? achado.atualizadoEm, fuso))
        : fato(
            textos.respostaAte,
            html`${escreverData(achado.prazo)} <span class="${achado.diasRestantes < 0 ? 'atrasado' : 'secundario'}">(${escreverDiasRestantes(achado.diasRestantes)})</span>`,
          )
    }
    ${achado.nivel === 2 && achado.requerente ? fato(textos.requerente, achado.requerente) : nothing}
  </dl>`
}

function fato(nome: string, valor: unknown): TemplateResult {
  return html`<div><dt>${nome}</dt><dd>${valor}</dd></div>`
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
  </section>`
}
