import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { escreverCep, lerCep, ufs } from '../../../server/contract/regras.js'
import { cep as textosDoCep } from '../../texts/cep.pt-BR.js'
import { partesAPreencher, partesDoCep } from './auxilios.js'
import type { EnderecoDigitado } from './digitado.js'
import { type Entrada, entrada } from './linha.js'
import { type Formulario, idDe, moldura, molduraDeGrupo, type Quadro } from './moldura.js'
import { lista } from './opcoes.js'

interface UsoDoEndereco {
  caminho: string
  /** Of the question, when the address is all of it. */
  quadro?: Omit<Quadro, 'id'>
  ler: () => EnderecoDigitado
  mudar: (endereco: EnderecoDigitado) => void
  /** The person's own address, which the browser may fill in (WCAG 1.3.5). */
  proprio: boolean
  formulario: Formulario
  /** Whether a CEP can be looked up here. */
  busca: boolean
}

type ParteDeTexto = Exclude<keyof EnderecoDigitado, 'semNumero' | 'ibge' | 'uf'>

/** An address of which the CEP fills what it knows. All of it can be typed. */
export function campoDeEndereco(uso: UsoDoEndereco): TemplateResult {
  const partes = html`<div class="endereco">
    ${cep(uso)} ${parte(uso, 'logradouro', { autocomplete: 'address-line1' }, 'largo')} ${numero(uso)}
    ${parte(uso, 'complemento', { autocomplete: 'address-line2' })} ${parte(uso, 'bairro', { autocomplete: 'address-level3' })}
    ${parte(uso, 'municipio', { autocomplete: 'address-level2' })} ${uf(uso)}
  </div>`
  return uso.quadro ? molduraDeGrupo({ ...uso.quadro, id: idDe(uso.formulario.prefixo, uso.caminho) }, partes) : partes
}

function cep(uso: UsoDoEndereco): TemplateResult {
  const { formulario, caminho, busca } = uso
  const procurar = (texto: string) => {
    const inteiro = busca ? lerCep(texto) : undefined
    if (!inteiro) return
    void formulario.auxilios.procurarCep(caminho, inteiro, (achado, antes) => {
      const digitado = uso.ler()
      uso.mudar({ ...digitado, ibge: achado.ibge, ...partesAPreencher((parte) => digitado[parte], achado, antes) })
    })
  }
  const mudar = (texto: string) => {
    uso.mudar({ ...uso.ler(), cep: texto })
    procurar(texto)
  }
  const sair = () => {
    const inteiro = lerCep(uso.ler().cep)
    if (inteiro) uso.mudar({ ...uso.ler(), cep: escreverCep(inteiro) })
    formulario.sair(caminho)
  }
  const quadro = quadroDaParte(uso, 'cep', busca ? textosDoCep.ajuda : undefined)
  const como = comoEntrada(uso, { inputmode: 'numeric', autocomplete: 'postal-code', tamanho: 10 })
  return moldura(quadro, entrada(quadro, como, uso.ler().cep, mudar, sair), andamentoDaBusca(uso))
}

function andamentoDaBusca({ formulario, caminho }: UsoDoEndereco): TemplateResult | typeof nothing {
  const texto = formulario.auxilios.dizerDoCep(caminho)
  return texto ? html`<p class="ajuda">${texto}</p>` : nothing
}

function numero(uso: UsoDoEndereco): TemplateResult {
  const { textos, prefixo } = uso.formulario
  const digitado = uso.ler()
  const quadro = quadroDaParte(uso, 'numero')
  const como = comoEntrada(uso, { inputmode: 'numeric', tamanho: 8 })
  const marcar = (evento: Event) => {
    if (evento.target instanceof HTMLInputElement) uso.mudar({ ...uso.ler(), semNumero: evento.target.checked })
  }
  return moldura(
    quadro,
    digitado.semNumero
      ? html`<input class="entrada" id=${quadro.id} disabled value="S/N" size="8" />`
      : entradaDaParte(uso, 'numero', quadro, como),
    html`<label class="marcar"
      ><input type="checkbox" id="${idDe(prefixo, uso.caminho)}-sem-numero" .checked=${live(digitado.semNumero)} @change=${marcar} /><span
        >${textos.endereco.semNumero}</span
      ></label
    >`,
  )
}

function uf(uso: UsoDoEndereco): TemplateResult {
  const opcoes = ufs.map((sigla) => ({ valor: sigla, rotulo: sigla }))
  return lista(quadroDaParte(uso, 'uf'), opcoes, uso.ler().uf, uso.formulario.textos.endereco.ufVazia, (valor) => {
    uso.mudar({ ...uso.ler(), uf: valor, ibge: '' })
    uso.formulario.sair(uso.caminho)
  })
}

function parte(uso: UsoDoEndereco, qual: ParteDeTexto, como: Entrada, classe = ''): TemplateResult {
  const quadro = quadroDaParte(uso, qual)
  return html`<div class=${classe || nothing}>${moldura(quadro, entradaDaParte(uso, qual, quadro, comoEntrada(uso, como)))}</div>`
}

function entradaDaParte(uso: UsoDoEndereco, qual: ParteDeTexto, quadro: Quadro, como: Entrada): TemplateResult {
  const mudar = (texto: string) => uso.mudar({ ...uso.ler(), [qual]: texto, ...(qual === 'municipio' && { ibge: '' }) })
  return entrada(quadro, como, uso.ler()[qual], mudar, () => uso.formulario.sair(uso.caminho))
}

function quadroDaParte(uso: UsoDoEndereco, qual: Exclude<keyof EnderecoDigitado, 'semNumero' | 'ibge'>, ajuda?: string): Quadro {
  const { prefixo, textos, erro } = uso.formulario
  const caminho = `${uso.caminho}.${qual}`
  const exigida = partesDoCep.some((exigida) => exigida === qual) && (uso.quadro?.obrigatorio ?? true)
  return { id: idDe(prefixo, caminho), rotulo: textos.endereco[qual], obrigatorio: exigida, ajuda, erro: erro(caminho) }
}

function comoEntrada(uso: UsoDoEndereco, { autocomplete, ...como }: Entrada): Entrada {
  return uso.proprio && autocomplete ? { ...como, autocomplete } : como
}
