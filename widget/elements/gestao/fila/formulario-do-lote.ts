import { html, nothing, type TemplateResult } from 'lit'
import { descricaoDe, moldura, molduraDeGrupo } from '../../../parts/campos/moldura.js'
import { resumoDeErros } from '../../../parts/erros.js'
import { avisoDeFalha } from '../../../parts/falha.js'
import { aoEnviar, botaoDeEnviar } from '../../../parts/formulario.js'
import { titulo } from '../../../parts/titulo.js'
import { fila as daFila } from '../../../texts/fila.pt-BR.js'
import { lote as textos } from '../../../texts/lote.pt-BR.js'
import { type AcaoEmLote, type Digitado, type Lote, NINGUEM } from './lote.js'

/** Asks what is missing of an act on several, and tells what came of it. */
export function formularioDoLote(lote: Lote, acao: AcaoEmLote): TemplateResult {
  const { host } = lote.fila.lugar
  const { alvos, desfecho } = lote
  return html`<dialog
    class="dialogo dialogo-do-lote"
    aria-labelledby="${host.prefixo}-lote"
    @cancel=${(evento: Event) => lote.fechou(evento)}
  >
    <div class="pilha">
      <div id="${host.prefixo}-lote">${titulo(host.nivel + 1, textos.titulo[acao](alvos.length))}</div>
      ${desfecho ? oQueVeio(lote, acao) : formulario(lote, acao)}
    </div>
  </dialog>`
}

function formulario(lote: Lote, acao: AcaoEmLote): TemplateResult {
  const { alvos, falha, fazendo, fila } = lote
  const { comuns } = fila.lugar.host
  const tentar = () => void (acao === 'atribuir' && !fila.pessoasDe(lote.unidades) ? lote.trazerPessoas() : lote.fazer())
  return html`<p>${textos.explica[acao]}</p>
    ${falha ? avisoDeFalha(falha, { textos: comuns, tentar }) : nothing}
    ${resumoDeErros(
      textos.erros.titulo,
      Object.entries(lote.erros).map(([nome, mensagem]) => ({ id: idDe(lote, nome), mensagem })),
    )}
    <details>
      <summary>${textos.quais(alvos.length)}</summary>
      <ul class="alvos">
        ${alvos.map(({ numero, tipo }) => html`<li><span class="numero" translate="no">${numero}</span> <span class="secundario" lang="pt-BR">${tipo.nome}</span></li>`)}
      </ul>
    </details>
    <form class="pilha" novalidate @submit=${aoEnviar(() => lote.fazer())}>
      ${acao === 'atribuir' ? para(lote) : acao === 'encaminhar' ? encaminhar(lote) : nothing}
      <div class="linha">
        ${botaoDeEnviar(fazendo, textos.titulo[acao](alvos.length), textos.fazendo)}
        <button type="button" class="botao botao-texto" @click=${() => lote.fechar()}>${textos.cancelar}</button>
      </div>
    </form>`
}

function para(lote: Lote): TemplateResult {
  const { posto } = lote.fila.lugar
  const pessoas = lote.fila.pessoasDe(lote.unidades)
  const outras = pessoas?.filter(({ id }) => id !== posto.id)
  return escolha(
    lote,
    'para',
    textos.para,
    html`${opcao(lote, 'para', posto.id, daFila.eu(posto.nome))} ${outras?.map(({ id, nome }) => opcao(lote, 'para', id, nome))}
    ${opcao(lote, 'para', NINGUEM, textos.ninguem)}`,
  )
}

function encaminhar(lote: Lote): TemplateResult {
  const { posto } = lote.fila.lugar
  const origens = lote.unidades
  const orgaos = new Map<string, typeof posto.unidades>()
  for (const unidade of posto.unidades) {
    if (origens.length === 1 && origens[0] === unidade.codigo) continue
    orgaos.set(unidade.orgao, [...(orgaos.get(unidade.orgao) ?? []), unidade])
  }
  const quadro = { id: idDe(lote, 'texto'), rotulo: textos.despacho, ajuda: textos.despachoAjuda, erro: lote.erros.texto }
  return html`${escolha(
    lote,
    'destino',
    textos.destino,
    [...orgaos].map(
      ([orgao, unidades]) =>
        html`<optgroup label=${orgao}>${unidades.map(({ codigo, nome }) => opcao(lote, 'destino', codigo, nome))}</optgroup>`,
    ),
  )}
  ${moldura(
    quadro,
    html`<textarea
      class="entrada"
      rows="4"
      id=${quadro.id}
      maxlength="20000"
      .value=${lote.digitado.texto}
      aria-required="true"
      aria-invalid=${quadro.erro ? 'true' : nothing}
      aria-describedby=${descricaoDe(quadro)}
      @input=${digitar(lote, 'texto')}
    ></textarea>`,
  )}
  ${molduraDeGrupo(
    { id: idDe(lote, 'visibilidade'), rotulo: textos.quemLe, erro: lote.erros.visibilidade },
    html`<div class="lado-a-lado">${(['privado', 'publico'] as const).map(
      (uma) => html`<label class="opcao">
        <input type="radio" name="visibilidade" value=${uma} .checked=${lote.digitado.visibilidade === uma} @change=${() => lote.digitar({ visibilidade: uma })} />
        <span class="opcao-texto">${textos[uma]}</span>
      </label>`,
    )}</div>`,
  )}
  ${prazo(lote)}`
}

function prazo(lote: Lote): TemplateResult {
  const quadro = { id: idDe(lote, 'prazo'), rotulo: textos.prazo, nota: textos.opcional, ajuda: textos.prazoAjuda, erro: lote.erros.prazo }
  return moldura(
    quadro,
    html`<input
      class="entrada"
      type="datetime-local"
      id=${quadro.id}
      .value=${lote.digitado.prazo}
      aria-invalid=${quadro.erro ? 'true' : nothing}
      aria-describedby=${descricaoDe(quadro)}
      @input=${digitar(lote, 'prazo')}
    />`,
  )
}

function oQueVeio(lote: Lote, acao: AcaoEmLote): TemplateResult {
  const { feitos = [], recusados = [] } = lote.desfecho ?? {}
  const numeros = new Map(lote.alvos.map(({ id, numero }) => [id, numero]))
  return html`${feitos.length > 0 ? html`<p>${textos.feitos[acao](feitos.length)}</p>` : nothing}
    <div class="aviso pilha-curta">
      <p class="aviso-titulo">${textos.recusados(recusados.length)}</p>
      <ul class="recusados">
        ${recusados.map(({ id, numero, detalhe }) => html`<li><b translate="no">${numero ?? numeros.get(id)}</b><br />${detalhe}</li>`)}
      </ul>
    </div>
    <div class="linha"><button type="button" class="botao" @click=${() => lote.fechar()}>${textos.fechar}</button></div>`
}

function escolha(lote: Lote, nome: 'para' | 'destino', rotulo: string, opcoes: unknown): TemplateResult {
  const quadro = { id: idDe(lote, nome), rotulo, erro: lote.erros[nome] }
  return moldura(
    quadro,
    html`<select
      class="entrada"
      id=${quadro.id}
      aria-required="true"
      aria-invalid=${quadro.erro ? 'true' : nothing}
      aria-describedby=${descricaoDe(quadro)}
      @change=${digitar(lote, nome)}
    >
      <option value="" .selected=${!lote.digitado[nome]}>${textos.escolha}</option>
      ${opcoes}
    </select>`,
  )
}

function opcao(lote: Lote, nome: 'para' | 'destino', valor: string, rotulo: string): TemplateResult {
  return html`<option value=${valor} .selected=${lote.digitado[nome] === valor}>${rotulo}</option>`
}

function digitar(lote: Lote, nome: keyof Digitado): (evento: Event) => void {
  return ({ target }) => {
    if (target instanceof HTMLInputElement || target instanceof HTMLSelectElement || target instanceof HTMLTextAreaElement) {
      lote.digitar({ [nome]: target.value })
    }
  }
}

function idDe(lote: Lote, nome: string): string {
  return `${lote.fila.lugar.host.prefixo}-lote-${nome}`
}
