import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import type { PedidoDeCadastro } from '../../server/contract/contas.js'
import { escreverCep, formatarDocumento, lerCep, lerDocumento, partesDoEndereco, sexos, ufs } from '../../server/contract/regras.js'
import { Auxilios, partesAPreencher } from '../parts/campos/auxilios.js'
import { lista } from '../parts/campos/opcoes.js'
import { cep as textosDoCep } from '../texts/cep.pt-BR.js'
import { perfil as textos } from '../texts/perfil.pt-BR.js'
import { campoDaConta } from './campo.js'
import type { Ficha } from './ficha.js'

type Entrada = Parameters<typeof campoDaConta>[2]
type Caminho = keyof typeof textos.campos

const { campos } = textos
/** Of an address that is required; the number may be missing. */
const exigidasDoEndereco: readonly string[] = ['cep', 'logradouro', 'bairro', 'municipio', 'uf']
const auxilios = new WeakMap<Ficha, Auxilios>()

export const rotulos: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(campos).map(([caminho, { rotulo }]) => [caminho, rotulo]),
)
/** What a person tells of themselves beside the name, and how they are reached. */
export const doPerfil = ['nomeSocial', 'usuario', 'nascimento', 'sexo'] as const
export const doContato = ['emailAlternativo', 'telefone'] as const
export const doEndereco = partesDoEndereco.map((parte) => `endereco.${parte}` as const)

export function campoDoDocumento(ficha: Ficha): TemplateResult {
  const formatar = (texto: string) => {
    const lido = lerDocumento(texto)
    return lido ? formatarDocumento(lido.valor) : texto
  }
  return campo(ficha, 'documento', { obrigatorio: true, autocapitalize: 'characters', formatar })
}

export function campoDoNome(ficha: Ficha): TemplateResult {
  return campo(ficha, 'nome', { obrigatorio: true, autocomplete: 'name', autocapitalize: 'words' })
}

export function campoDoEmail(ficha: Ficha, caminho: 'email' | 'emailAlternativo', obrigatorio: boolean): TemplateResult {
  return campo(ficha, caminho, { obrigatorio, type: 'email', inputmode: 'email', autocomplete: 'email' })
}

export function campoDoTelefone(ficha: Ficha, obrigatorio: boolean): TemplateResult {
  return campo(ficha, 'telefone', { obrigatorio, type: 'tel', inputmode: 'tel', autocomplete: 'tel' })
}

/** `exige` names what the entidade requires. */
export function sobreVoce(ficha: Ficha, exige: readonly string[]): TemplateResult {
  const obrigatorio = (caminho: Caminho) => exige.includes(caminho)
  const escolhas = sexos.map((valor) => ({ valor, rotulo: textos.sexos[valor] }))
  return html`${campo(ficha, 'nomeSocial', { autocapitalize: 'words', autocomplete: 'nickname' })}
    ${campo(ficha, 'usuario', { obrigatorio: obrigatorio('usuario'), maxlength: 30 })}
    <div class="grade">
      ${campo(ficha, 'nascimento', { obrigatorio: obrigatorio('nascimento'), type: 'date', autocomplete: 'bday' })}
      ${escolha(ficha, 'sexo', escolhas, obrigatorio('sexo'))}
    </div>`
}

/** The whole address, of which the CEP fills in what it knows where the entidade has it looked up. */
export function endereco(ficha: Ficha, exigido: boolean): TemplateResult {
  const parte = (nome: (typeof partesDoEndereco)[number], entrada: Omit<Entrada, 'rotulo'> = {}) =>
    campo(ficha, `endereco.${nome}`, { ...entrada, obrigatorio: exigido && exigidasDoEndereco.includes(nome) })
  const siglas = ufs.map((sigla) => ({ valor: sigla, rotulo: sigla }))
  return html`<div class="endereco-da-conta">
    ${parte('cep', { inputmode: 'numeric', autocomplete: 'postal-code', formatar: escreverCepLido, ...buscaDoCep(ficha) })}
    ${parte('tipoDeLogradouro')} ${parte('logradouro', { autocomplete: 'address-line1' })} ${numero(ficha)}
    ${parte('complemento', { autocomplete: 'address-line2' })} ${parte('bairro', { autocomplete: 'address-level3' })}
    ${parte('municipio', { autocomplete: 'address-level2' })} ${escolha(ficha, 'endereco.uf', siglas, exigido)}
    ${parte('pais', { autocomplete: 'country-name' })}
  </div>`
}

function numero(ficha: Ficha): TemplateResult {
  const sem = ficha.ler('semNumero') !== ''
  const marcar = (evento: Event) =>
    evento.target instanceof HTMLInputElement && ficha.digitar('semNumero', evento.target.checked ? 'sim' : '')
  return campo(ficha, 'endereco.numero', {
    desligado: sem,
    depois: html`<label class="marcar"
      ><input type="checkbox" name="semNumero" .checked=${live(sem)} @change=${marcar} /><span>${textos.semNumero}</span></label
    >`,
  })
}

function buscaDoCep(ficha: Ficha): Pick<Entrada, 'ajuda' | 'aoMudar' | 'depois'> {
  const { host } = ficha.casa
  if (!host.cartao?.cep) return {}
  const busca = auxilios.get(ficha) ?? new Auxilios(host)
  auxilios.set(ficha, busca)
  const aoMudar = (texto: string) => {
    const cep = lerCep(texto)
    if (!cep) return
    void busca.procurarCep('endereco', cep, (achado, antes) => {
      const partes = partesAPreencher((parte) => ficha.ler(`endereco.${parte}`), achado, antes)
      for (const [parte, valor] of Object.entries(partes)) ficha.digitar(`endereco.${parte}`, valor)
    })
  }
  const dito = busca.dizerDoCep('endereco')
  return { ajuda: textosDoCep.ajuda, aoMudar, depois: dito ? html`<p class="ajuda">${dito}</p>` : nothing }
}

function campo(ficha: Ficha, caminho: Caminho, entrada: Omit<Entrada, 'rotulo'>): TemplateResult {
  return campoDaConta(ficha, caminho, { ...campos[caminho], ...entrada })
}

function escolha(ficha: Ficha, caminho: Caminho, opcoes: Parameters<typeof lista>[1], obrigatorio: boolean): TemplateResult {
  const quadro = { id: ficha.id(caminho), ...campos[caminho], obrigatorio, erro: ficha.erro(caminho) }
  const vazia = caminho === 'sexo' && !obrigatorio ? textos.semEscolha : textos.escolha
  return lista(quadro, opcoes, ficha.ler(caminho), vazia, (valor) => ficha.digitar(caminho, valor))
}

/** Of some fields, those that say something, as typed. */
export function preenchidos<Nome extends string>(ficha: Ficha, nomes: readonly Nome[], prefixo = ''): Partial<Record<Nome, string>> {
  const lidos = nomes.map((nome) => [nome, ficha.ler(prefixo + nome)] as const)
  return Object.fromEntries(lidos.filter(([, texto]) => texto.trim() !== '')) as Partial<Record<Nome, string>>
}

/** The address as typed; undefined when nothing is. */
export function lerEndereco(ficha: Ficha): PedidoDeCadastro['endereco'] | undefined {
  const partes = partesDoEndereco.filter((parte) => parte !== 'numero' || ficha.ler('semNumero') === '')
  const lido = preenchidos(ficha, partes, 'endereco.')
  return Object.keys(lido).length > 0 ? lido : undefined
}

function escreverCepLido(texto: string): string {
  const cep = lerCep(texto)
  return cep ? escreverCep(cep) : texto
}
