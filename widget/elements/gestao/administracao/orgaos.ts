import { html, nothing, type TemplateResult } from 'lit'
import { conferirNumeracao, formatarNumero } from '../../../../server/contract/regras.js'
import type { ArquivoDeEntidade } from '../../../client/administracao.js'
import { titulo } from '../../../parts/titulo.js'
import { administracao } from '../../../texts/gestao-administracao.pt-BR.js'
import type { Administracao } from './administracao.js'
import { codigoDe, linha } from './campos.js'
import { Fichas, trocar } from './fichas.js'

const textos = administracao.orgaos
type Orgao = ArquivoDeEntidade['orgaos'][number]

/** The orgaos, and how each writes the numbers that it issues. */
export class Orgaos extends Fichas {
  constructor(administracao: Administracao) {
    super(administracao, 'orgao')
  }

  renderizar(): TemplateResult {
    const { nivel } = this.administracao.lugar.host
    return html`<div class="linha entre">
        ${titulo(nivel + 1, administracao.partes.orgaos, 'subtitulo assunto-do-grupo')}
        <button type="button" class="botao botao-fraco" @click=${() => this.abrir('', { 'numeracao.mascara': '{sigla} {ano}/{sequencia}' })}>${textos.novo}</button>
      </div>
      <p class="secundario">${textos.explicacao}</p>
      ${this.aberta === '' ? this.#ficha() : nothing}
      <ul class="linhas" role="list">${this.#orgaos.map((orgao) => this.#linha(orgao))}</ul>`
  }

  get #orgaos(): readonly Orgao[] {
    return this.arquivo?.orgaos ?? []
  }

  #linha({ sigla, nome, numeracao, unidades }: Orgao): TemplateResult {
    if (this.aberta === sigla) return html`<li class="aberta">${this.#ficha()}</li>`
    const { mascara, inicio = '', unidade = '' } = numeracao
    const valores = {
      sigla,
      nome,
      'numeracao.mascara': mascara,
      'numeracao.inicio': String(inicio),
      'numeracao.unidade': String(unidade),
    }
    return html`<li>
      <div class="cresce"><b>${nome}</b><p class="secundario">${textos.resumo(sigla, unidades.length)} · ${exemplo({ sigla, ...numeracao })}</p></div>
      <button type="button" class="botao botao-texto" aria-label=${textos.mudarQual(nome)} @click=${() => this.abrir(sigla, valores)}>${textos.mudar}</button>
    </li>`
  }

  #ficha(): TemplateResult {
    const { folha } = this
    const numero = exemplo({ sigla: folha.ler('sigla').trim(), ...this.#numeracao })
    const nova = this.aberta === ''
    return this.ficha(
      html`${linha({ ...folha.campo('nome'), rotulo: textos.nome, obrigatorio: true })}
      ${nova ? linha({ ...folha.campo('sigla'), rotulo: textos.sigla, ajuda: textos.siglaAjuda, curta: true, maximo: 20, obrigatorio: true }) : nothing}
      ${linha({ ...folha.campo('numeracao.mascara'), rotulo: textos.mascara, ajuda: textos.mascaraAjuda, obrigatorio: true })}
      ${numero ? html`<p class="secundario" role="status">${textos.exemplo(numero)}</p>` : nothing}
      <div class="grade-de-campos">
        ${linha({ ...folha.campo('numeracao.inicio'), rotulo: textos.inicio, ajuda: textos.inicioAjuda, type: 'number' })}
        ${linha({ ...folha.campo('numeracao.unidade'), rotulo: textos.unidade, ajuda: textos.unidadeAjuda, type: 'number' })}
      </div>
      ${nova ? linha({ ...folha.campo('primeira'), rotulo: textos.primeira, ajuda: textos.primeiraAjuda, obrigatorio: true }) : nothing}`,
      () => this.#salvar(),
    )
  }

  get #numeracao(): Orgao['numeracao'] {
    const { folha } = this
    const [inicio, unidade] = [folha.ler('numeracao.inicio').trim(), folha.ler('numeracao.unidade').trim()]
    return {
      mascara: folha.ler('numeracao.mascara').trim(),
      ...(inicio && { inicio: Number(inicio) }),
      ...(unidade && { unidade: Number(unidade) }),
    }
  }

  async #salvar(): Promise<void> {
    const { folha } = this
    const sigla = this.aberta || folha.ler('sigla').trim()
    const sempre = ['nome', 'numeracao.mascara'] as const
    const exigidos = this.aberta ? sempre : (['nome', 'sigla', 'numeracao.mascara', 'primeira'] as const)
    const faltam = exigidos.filter((um) => folha.ler(um).trim() === '').map((caminho) => ({ caminho, mensagem: textos.faltam[caminho] }))
    const repetida = !this.aberta && this.#orgaos.some((orgao) => orgao.sigla === sigla)
    const erros = repetida ? [...faltam, { caminho: 'sigla', mensagem: textos.jaExiste }] : faltam
    const nome = folha.ler('nome').trim()
    await this.gravarFicha(erros, `orgaos[${sigla}]`, () => {
      const unidades = this.#orgaos.find((orgao) => orgao.sigla === this.aberta)?.unidades ?? [this.#primeiraUnidade]
      const orgaos = trocar(this.#orgaos, { sigla, nome, numeracao: this.#numeracao, unidades }, (um) => um.sigla === sigla)
      return this.importar({ ...this.arquivo, orgaos }, textos.gravado(nome))
    })
  }

  get #primeiraUnidade(): Orgao['unidades'][number] {
    const nome = this.folha.ler('primeira').trim()
    const usados = this.#orgaos.flatMap(({ unidades }) => unidades.map(({ codigo }) => codigo))
    return { codigo: codigoDe(nome, usados, 'unidade'), nome }
  }
}

/** The first number of a year, once the mask can write one. */
function exemplo(numeracao: { sigla: string } & Orgao['numeracao']): string {
  if (!numeracao.sigla || conferirNumeracao(numeracao)) return ''
  return formatarNumero(numeracao, new Date().getFullYear(), numeracao.inicio ?? 1)
}
