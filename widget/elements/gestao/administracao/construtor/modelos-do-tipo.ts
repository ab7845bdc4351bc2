import { html, type TemplateResult } from 'lit'
import { administracao } from '../../../../texts/gestao-administracao.pt-BR.js'
import { area, codigoDe, linha } from '../campos.js'
import type { Construtor } from './construtor.js'
import type { Tipo } from './edicao.js'

const textos = administracao.construtor
const { modelos: dosModelos } = administracao
type Modelo = NonNullable<Tipo['modelos']>[number]

/** The despachos of this tipo alone, folded until they are asked for. */
export function modelosDoTipo(construtor: Construtor): TemplateResult {
  const { folha } = construtor
  const agora = (): readonly Modelo[] => construtor.tipo.modelos ?? []
  const gravar = (novos: readonly Modelo[]) => construtor.mudar({ modelos: novos.length > 0 ? [...novos] : undefined })
  const acrescentar = () => {
    const codigo = codigoDe('', codigosDe(agora()), 'modelo')
    gravar([...agora(), { codigo, nome: '', texto: '' }])
    void construtor.administracao.lugar.host.focar(`#${folha.id(`modelos[${codigo}].nome`)}`)
  }
  const mudar = (codigo: string, mudanca: Partial<Modelo>) =>
    gravar(agora().map((um) => (um.codigo === codigo ? { ...um, ...mudanca } : um)))
  const tirar = (codigo: string) => {
    gravar(agora().filter((um) => um.codigo !== codigo))
    void construtor.administracao.lugar.host.focar(`#${folha.id('modelos-novo')}`)
  }
  return html`<details ?open=${folha.erros.some(({ caminho }) => caminho.startsWith('modelos'))}>
    <summary>${textos.modelos(agora().length)}</summary>
    <div class="pilha recuada">
      <p class="secundario">${textos.modelosExplica}</p>
      <ul class="linhas" role="list">${agora().map((modelo) => um(construtor, modelo, mudar, tirar))}</ul>
      <div class="linha"><button type="button" class="botao botao-fraco" id=${folha.id('modelos-novo')} @click=${acrescentar}>${dosModelos.novo}</button></div>
    </div>
  </details>`
}

function um(
  { folha }: Construtor,
  { codigo, nome, texto }: Modelo,
  mudar: (codigo: string, mudanca: Partial<Modelo>) => void,
  tirar: (codigo: string) => void,
): TemplateResult {
  const de = (campo: string) => ({ id: folha.id(`modelos[${codigo}].${campo}`), erro: folha.erro(`modelos[${codigo}].${campo}`) })
  return html`<li class="item pilha-curta">
    ${linha({ ...de('nome'), rotulo: dosModelos.nome, valor: nome, obrigatorio: true, mudar: (novo) => mudar(codigo, { nome: novo }) })}
    ${area({ ...de('texto'), rotulo: dosModelos.texto, ajuda: dosModelos.lugares, valor: texto, linhas: 4, obrigatorio: true, mudar: (novo) => mudar(codigo, { texto: novo }) })}
    <div class="linha">
      <button type="button" class="botao botao-texto rente" aria-label=${dosModelos.tirarQual(nome || textos.semNome)} @click=${() => tirar(codigo)}>${dosModelos.tirar}</button>
    </div>
  </li>`
}

function codigosDe(modelos: readonly Modelo[]): string[] {
  return modelos.map(({ codigo }) => codigo)
}
