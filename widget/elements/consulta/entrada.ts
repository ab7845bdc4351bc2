import { html, nothing, type TemplateResult } from 'lit'
import type { Cartao } from '../../../server/contract/entidade.js'
import { descricaoDe, moldura } from '../../parts/campos/moldura.js'
import { avisoDeFalha } from '../../parts/falha.js'
import { aoEnviar, botaoDeEnviar } from '../../parts/formulario.js'
import { inteiro } from '../../parts/inteiro.js'
import { titulo } from '../../parts/titulo.js'
import type { Consulta } from './consulta.js'

/** The form: number, code, and orgao and year for those who know only a short number. */
export function entrada(consulta: Consulta, cartao: Cartao): TemplateResult {
  const { estado, host, textos } = consulta
  const enviar = () => consulta.consultar()
  return html`<div class="nao-imprime">${titulo(host.nivel, textos.titulo)}
      <p class="secundario">${textos.subtitulo}</p>
    </div>
    ${consulta.resumo()}
    ${estado.falha ? avisoDeFalha(estado.falha, { textos: host.comuns, tentar: () => void consulta.enviarDeNovo(enviar) }) : nothing}
    <form class="pilha estreita nao-imprime" novalidate @submit=${aoEnviar(enviar)}>
      ${consulta.campo('numero', textos.numero, { ajuda: textos.numeroAjuda(inteiro(cartao.orgaos[0]?.exemplo ?? '')), exigido: true })}
      ${numeroCurto(consulta, cartao)}
      ${consulta.campo('codigo', textos.codigo, { nota: textos.opcional, ajuda: textos.codigoAjuda, teclado: 'maiusculas' })}
      <div class="pilha-curta">
        ${botaoDeEnviar(estado.ocupado === 'consultar', textos.consultar, textos.consultando)}
        <div class="linha entre">
          <button type="button" class="botao botao-texto rente" @click=${() => void consulta.naoSeiONumero()}>${textos.naoSei}</button>
          ${consulta.presenca?.convite()}
        </div>
      </div>
    </form>`
}

/** Opens by itself when the number was not enough. */
function numeroCurto(consulta: Consulta, { orgaos }: Cartao): TemplateResult {
  const { estado, textos } = consulta
  const varios = consulta.variosOrgaos
  const { erros, digitado } = estado
  const aberto = Boolean(erros.orgao !== undefined || erros.ano || digitado.orgao || digitado.ano)
  return html`<details ?open=${aberto}>
    <summary>${varios ? textos.curto : textos.curtoSemOrgao}</summary>
    <div class="grade recuada">
      ${varios ? escolhaDeOrgao(consulta, orgaos) : nothing}
      ${consulta.campo('ano', textos.ano, { teclado: 'numeros', curta: true })}
    </div>
  </details>`
}

function escolhaDeOrgao(consulta: Consulta, orgaos: Cartao['orgaos']): TemplateResult {
  const { estado, textos } = consulta
  const quadro = { id: consulta.id('orgao'), rotulo: textos.orgao, erro: estado.erros.orgao }
  const ler = (evento: Event) => evento.target instanceof HTMLSelectElement && consulta.digitar('orgao', evento.target.value)
  return moldura(
    quadro,
    html`<select
      class="entrada"
      id=${quadro.id}
      name="orgao"
      aria-invalid=${quadro.erro ? 'true' : nothing}
      aria-describedby=${descricaoDe(quadro)}
      @change=${ler}
    >
      <option value="" ?selected=${!estado.digitado.orgao}>${textos.orgaoVazio}</option>
      ${orgaos.map(({ sigla, nome }) => html`<option value=${sigla} ?selected=${estado.digitado.orgao === sigla}>${nome}</option>`)}
    </select>`,
  )
}
