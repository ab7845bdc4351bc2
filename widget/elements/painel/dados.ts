import { html, nothing, type TemplateResult } from 'lit'
import { escreverData, escreverDataHora } from '../../../server/contract/palavras.js'
import { escreverCep, formatarDocumento } from '../../../server/contract/regras.js'
import type { Cartao } from '../../client/api.js'
import type { Conta, SessaoListada } from '../../client/meus.js'
import { avisoDeFalha } from '../../parts/falha.js'
import { titulo } from '../../parts/titulo.js'
import { painel as textos } from '../../texts/painel.pt-BR.js'
import { daCarga } from './carregando.js'
import type { Dentro } from './dentro.js'

/** The person's own conta, and where it is open. */
export function dados(dentro: Dentro, { fuso }: Cartao): TemplateResult {
  const { host } = dentro.painel
  const deNovo = () => dentro.preparar()
  return html`${titulo(host.nivel, textos.dados)} ${dentro.falha ? avisoDeFalha(dentro.falha, { textos: host.textos }) : nothing}
    <section class="pilha-curta">
      ${titulo(host.nivel + 1, textos.conta, 'subtitulo')} ${daCarga(dentro, dentro.carga('conta'), fichaDaConta, deNovo)}
    </section>
    <section class="pilha-curta">
      ${titulo(host.nivel + 1, textos.acessos, 'subtitulo')}
      <p class="secundario">${textos.acessosAjuda}</p>
      ${daCarga(dentro, dentro.carga('sessoes'), (sessoes) => listaDeAcessos(dentro, sessoes, fuso), deNovo)}
    </section>`
}

function fichaDaConta(conta: Conta): TemplateResult {
  const { campos, sexos } = textos
  const ficha: [string, string | null | undefined][] = [
    [campos.nome, conta.nome],
    [campos.nomeSocial, conta.nomeSocial],
    [campos.documento, formatarDocumento(conta.documento)],
    [campos.usuario, conta.usuario],
    [campos.email, conta.email],
    [campos.telefone, conta.telefone],
    [campos.nascimento, conta.nascimento && escreverData(conta.nascimento)],
    [campos.sexo, conta.sexo && (sexos[conta.sexo] ?? conta.sexo)],
    [campos.endereco, escreverEndereco(conta.endereco)],
  ]
  return html`<dl class="respostas">
    ${ficha.map(([rotulo, valor]) => (valor ? html`<div><dt>${rotulo}</dt><dd>${valor}</dd></div>` : nothing))}
  </dl>`
}

function escreverEndereco(endereco: Conta['endereco']): string | undefined {
  if (!endereco) return undefined
  const { cep, tipoDeLogradouro, logradouro, numero, complemento, bairro, municipio, uf, pais } = endereco
  const rua = [tipoDeLogradouro, logradouro].filter(Boolean).join(' ')
  return [rua, numero, complemento, bairro, municipio, uf, cep && `CEP ${escreverCep(cep)}`, pais].filter(Boolean).join(', ')
}

function listaDeAcessos(dentro: Dentro, sessoes: readonly SessaoListada[], fuso: string): TemplateResult {
  const { host } = dentro.painel
  const encerrar = (ocupado: string, dito: string, que: () => Promise<void>) =>
    dentro.fazer(ocupado, async () => {
      await que()
      await dentro.carregar('sessoes', '', () => dentro.meus.sessoes())
      void host.anunciar(dito)
      void host.focar('.titulo')
    })
  return html`<ul class="arquivos" role="list">
      ${sessoes.map(
        ({ id, aparelho, usadaEm, esta }) => html`<li class="arquivo">
          <div>
            <b>${aparelho}</b>
            <p class="secundario">${esta ? textos.este : textos.usado(escreverDataHora(usadaEm, fuso))}</p>
          </div>
          ${
            esta
              ? nothing
              : html`<button
                  type="button"
                  class="botao botao-texto"
                  aria-label=${textos.encerrarDe(aparelho)}
                  aria-disabled=${dentro.ocupado === id ? 'true' : nothing}
                  @click=${() => void encerrar(id, textos.encerrado, () => dentro.meus.encerrar(id))}
                >
                  ${textos.encerrar}
                </button>`
          }
        </li>`,
      )}
    </ul>
    ${
      sessoes.length > 1
        ? html`<div class="linha">
            <button type="button" class="botao botao-fraco" aria-disabled=${dentro.ocupado === 'outros' ? 'true' : nothing} @click=${() => void encerrar('outros', textos.encerrados, () => dentro.meus.encerrarOutras())}>
              ${textos.encerrarOutros}
            </button>
          </div>`
        : nothing
    }`
}
