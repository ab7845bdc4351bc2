import { html, nothing, type TemplateResult } from 'lit'
import type { Cartao } from '../../client/api.js'
import type { Resumo } from '../../client/meus.js'
import { aviso } from '../../parts/aviso.js'
import { avisoDeFalha } from '../../parts/falha.js'
import { botaoDeEnviar } from '../../parts/formulario.js'
import { titulo } from '../../parts/titulo.js'
import { painel as textos } from '../../texts/painel.pt-BR.js'
import { daCarga } from './carregando.js'
import { contadores } from './contadores.js'
import type { Dentro } from './dentro.js'
import { listaDeProcessos, nadaAinda } from './lista.js'

/** What waits for the person, the ways on, and what moved last. */
export function inicio(dentro: Dentro, cartao: Cartao): TemplateResult {
  const { host, sessao } = dentro.painel
  const resumo = dentro.carga('resumo')
  const primeiro = sessao.quem?.nome.trim().split(/\s+/)[0] ?? ''
  const deNovo = () => dentro.preparar()
  return html`<div>${titulo(host.nivel, textos.ola(primeiro))}
      ${resumo?.valor ? html`<p class="secundario">${textos.esperam(resumo.valor.porSituacao.pendente)}</p>` : nothing}
    </div>
    ${dentro.falha ? avisoDeFalha(dentro.falha, { textos: host.textos }) : nothing}
    ${resumo?.valor?.anteriores ? anteriores(dentro, resumo.valor.anteriores) : nothing}
    <div class="cartoes-do-painel">
      <a class="cartaozinho" href=${cartao.paginas.novo}><b>${textos.novo}</b><span class="secundario">${textos.novoAjuda}</span></a>
      ${dentro.ligacao('processos', {}, html`<b>${textos.meus}</b><span class="secundario">${textos.meusAjuda}</span>`, { classe: 'cartaozinho' })}
    </div>
    ${procura(dentro, cartao)}
    ${daCarga(dentro, resumo, (valor) => (valor.total > 0 ? contadores(dentro, valor, undefined) : nothing), deNovo)}
    ${resumo?.falha ? nothing : ultimos(dentro, cartao, resumo?.valor, deNovo)}`
}

function ultimos(dentro: Dentro, cartao: Cartao, resumo: Resumo | undefined, deNovo: () => void): TemplateResult {
  if (resumo?.total === 0) return nadaAinda(cartao)
  return html`<section class="pilha-curta">
    <div class="linha entre">
      ${titulo(dentro.painel.host.nivel + 1, textos.ultimos, 'subtitulo')} ${dentro.ligacao('processos', {}, textos.verTodas)}
    </div>
    ${daCarga(dentro, dentro.carga('lista'), ({ protocolos }) => listaDeProcessos(dentro, protocolos, cartao), deNovo)}
  </section>`
}

/** Any number, by the entidade's own page to consult. */
function procura({ painel: { host } }: Dentro, { paginas, orgaos }: Cartao): TemplateResult {
  const id = `${host.prefixo}-procura`
  const ir = (evento: SubmitEvent) => {
    evento.preventDefault()
    const campo = host.recipiente.querySelector<HTMLInputElement>(`#${id}`)
    const numero = campo?.value.trim()
    if (!numero) return campo?.focus()
    const destino = new URL(paginas.consulta, location.href)
    destino.searchParams.set('protocolo', numero)
    location.assign(destino)
  }
  const exemplo = orgaos[0]?.exemplo
  return html`<form class="pilha-curta" role="search" aria-label=${textos.procurar} novalidate @submit=${ir}>
    <div class="campo">
      <label class="rotulo" for=${id}>${textos.procurar}</label>
      <p class="ajuda" id="${id}-ajuda">${textos.procurarAjuda}${exemplo ? ` Ex.: ${exemplo}` : nothing}</p>
      <div class="linha sem-quebra">
        <input class="entrada cresce" id=${id} name="protocolo" maxlength="100" autocomplete="off" spellcheck="false" aria-describedby="${id}-ajuda" />
        ${botaoDeEnviar(false, textos.procurarBotao, '', 'botao-fraco')}
      </div>
    </div>
  </form>`
}

function anteriores(dentro: Dentro, quantos: number): TemplateResult {
  const juntar = () =>
    dentro.fazer('juntar', async () => {
      await dentro.meus.juntarAnteriores()
      dentro.preparar()
      void dentro.painel.host.focar('.titulo')
    })
  const juntando = dentro.ocupado === 'juntar'
  return aviso({
    tom: 'info',
    titulo: textos.anteriores(quantos),
    conteudo: html`<p>${textos.anterioresAjuda}</p>
      <div class="linha">
        <button type="button" class="botao botao-fraco ${juntando ? 'girando' : ''}" aria-disabled=${juntando ? 'true' : nothing} @click=${juntar}>
          ${juntando ? textos.juntando : textos.juntar}
        </button>
      </div>`,
  })
}
