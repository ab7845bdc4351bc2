import { html, type TemplateResult } from 'lit'
import { escreverTelefone, formatarDocumento } from '../../../server/contract/regras.js'
import type { Agindo } from '../../client/agindo.js'
import type { Conta, Meus } from '../../client/meus.js'
import type { Quem } from '../../client/sessao.js'
import { novoConta as textos } from '../../texts/novo-conta.pt-BR.js'
import type { Novo } from './novo.js'

type Parte = 'nome' | 'documento' | 'email' | 'telefone'
type Partes = Partial<Record<Parte, string>>

interface Meio {
  meus: Meus
  quem: Quem
  /** For whom they ask, by procuracao. */
  agindo: Agindo | undefined
  sair(): void
}

/** Who is signed in as who asks, until they ask for another. */
export class Titular {
  readonly #novo: Novo
  readonly #meio: Meio
  #conta: Promise<Conta> | undefined
  /** What came from the conta and stands in the form. */
  #daConta: Partes = {}
  #outraPessoa = false

  constructor(novo: Novo, meio: Meio) {
    this.#novo = novo
    this.#meio = meio
  }

  /** Fills in, of who asks, what is still empty, and what the conta filled in before. */
  async preencher(): Promise<void> {
    this.#conta ??= this.#meio.meus.conta()
    const pedida = this.#conta
    const conta = await pedida.catch((erro: unknown) => console.debug('protocolo: who asks is not filled in', erro))
    if (this.#conta !== pedida) return
    if (!conta) this.#conta = undefined
    const { tipo, requerente } = this.#novo.estado
    if (!conta || !tipo) return
    const antes = this.#daConta
    this.#daConta = partesDe(conta, tipo.quemPode, this.#meio.agindo)
    const { nome } = requerente
    const outraPessoa = nome !== '' && nome !== antes.nome && nome !== this.#daConta.nome
    const nossas = preenchidas(this.#daConta).filter(
      ([parte]) => (!requerente[parte] || requerente[parte] === antes[parte]) && !(outraPessoa && parte === 'documento'),
    )
    this.#novo.fazer({ que: 'identificar', dados: Object.fromEntries(nossas) })
  }

  /** They go by another name, and ask by it. */
  renomear(quem: Quem): void {
    this.#meio.quem = quem
    this.#conta = undefined
    if (this.#novo.escrevendo() && !this.#outraPessoa) void this.preencher()
  }

  /** They are signed in no more: what the conta filled in goes with them, and nothing more comes. */
  esvaziar(): void {
    const { requerente } = this.#novo.estado
    const nossas = preenchidas(this.#daConta).filter(([parte, valor]) => requerente[parte] === valor)
    this.#conta = undefined
    this.#daConta = {}
    if (nossas.length > 0) this.#novo.fazer({ que: 'identificar', dados: Object.fromEntries(nossas.map(([parte]) => [parte, ''])) })
  }

  /** Whether who asks is who is signed in, whose name and document need no fields. */
  get pedePorSi(): boolean {
    const { requerente, erros } = this.#novo.estado
    const { nome, documento } = this.#daConta
    const comErro = erros.some(({ caminho }) => caminho === 'requerente.nome' || caminho === 'requerente.documento')
    return nome !== undefined && !this.#outraPessoa && !comErro && requerente.nome === nome && requerente.documento === documento
  }

  /** Above who asks. */
  renderizar(): TemplateResult {
    const { quem, sair, agindo } = this.#meio
    const naoE = html`<button type="button" class="botao-texto alterar" @click=${sair}>${textos.naoE}</button>`
    if (!this.pedePorSi) return html`<p class="linha entre secundario"><span>${textos.entrou(quem.nome)}</span> ${naoE}</p>`
    const { nome, documento } = this.#daConta
    return html`<div class="aviso aviso-info titular">
      <p class="secundario">${textos.pedindoComo}</p>
      <p><b>${nome}</b></p>
      <p class="secundario">${documento?.includes('/') ? 'CNPJ' : 'CPF'} ${documento}</p>
      <div class="linha">
        ${agindo ? html`<span class="secundario">${textos.porProcuracao(quem.nome)}</span>` : html`<button type="button" class="botao-texto alterar" @click=${() => void this.#pedirPorOutra()}>${textos.outraPessoa}</button>`} ${naoE}
      </div>
    </div>`
  }

  async #pedirPorOutra(): Promise<void> {
    this.#outraPessoa = true
    this.#novo.fazer({ que: 'identificar', dados: { nome: '', documento: '' } })
    await this.#novo.host.focar('[autocomplete=name], [autocomplete=organization]')
  }
}

/** A person does not stand where a company is asked for. */
function partesDe(conta: Conta, quemPode: string, agindo: Agindo | undefined): Partes {
  const { email, telefone } = conta
  const { nome, documento } = agindo ?? { nome: conta.nomeSocial ?? conta.nome, documento: conta.documento }
  const serve = quemPode !== 'pessoa-juridica' || documento.length > 11
  return {
    ...(serve && { nome, documento: formatarDocumento(documento) }),
    ...(email && { email }),
    ...(telefone && { telefone: escreverTelefone(telefone) }),
  }
}

function preenchidas(valores: Partes): [Parte, string][] {
  return (['nome', 'documento', 'email', 'telefone'] as const).flatMap((parte) => {
    const valor = valores[parte]
    return valor ? [[parte, valor]] : []
  })
}
