import { html, nothing, type TemplateResult } from 'lit'
import { regrasQuebradas, type Titular } from '../../server/contract/regras.js'
import { perfil as textos } from '../texts/perfil.pt-BR.js'
import { campoDaSenha } from './campo.js'
import type { Ficha } from './ficha.js'

/** A new password, and its rules, which tick off as they hold. Without `titular` the one about the person is only said. */
export function campoDaSenhaNova(conta: Ficha, rotulo: string, titular?: Titular): TemplateResult {
  const id = `${conta.id('senha')}-regras`
  const senha = conta.ler('senha')
  const quebradas = senha ? regrasQuebradas(senha, titular ?? {}) : (['tamanho', 'pessoal'] as const)
  const regra = (nome: 'tamanho' | 'pessoal') => {
    const sabida = nome === 'tamanho' || titular !== undefined
    const vale = sabida && !quebradas.some((quebrada) => quebrada === nome)
    return html`<li class=${vale ? 'vale' : ''}>
      ${textos.regras[nome]}${sabida ? html`<span class="so-leitor"> (${vale ? textos.regras.atendida : textos.regras.falta})</span>` : nothing}
    </li>`
  }
  const desenho = html`<div class="regras-da-senha" id=${id}>
    <p>${textos.regras.rotulo}</p>
    <ul role="list">${regra('tamanho')}${regra('pessoal')}</ul>
  </div>`
  return campoDaSenha(conta, 'senha', { rotulo, ajuda: textos.campos.senha.ajuda, autocomplete: 'new-password', regras: { id, desenho } })
}
