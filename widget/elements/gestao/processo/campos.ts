import { html, nothing, type TemplateResult } from 'lit'
import { live } from 'lit/directives/live.js'
import { aceitos } from '../../../../server/contract/regras.js'
import { descricaoDe, moldura, molduraDeGrupo, type Quadro } from '../../../parts/campos/moldura.js'
import { linhaDeEnvio } from '../../../parts/envio.js'
import { seletor } from '../../../parts/seletor.js'
import { atosDaGestao as textos } from '../../../texts/gestao-atos.pt-BR.js'
import { passos } from '../../../texts/novo-passos.pt-BR.js'
import { type Ato, pedidoDeArquivos } from './ato.js'

interface Pergunta {
  rotulo: string
  ajuda?: string
  obrigatorio?: boolean
  /** Stands after the label; `(se quiser)` where an answer is not demanded, unless it is told. */
  nota?: string
}

export interface Opcao {
  valor: string
  rotulo: unknown
  ajuda?: string | undefined
}

function quadroDe(ato: Ato, nome: string, { rotulo, ajuda, obrigatorio, nota }: Pergunta): Quadro {
  return { id: ato.id(nome), rotulo, ajuda, obrigatorio, nota: nota ?? (obrigatorio ? undefined : textos.opcional), erro: ato.erro(nome) }
}

/** One line, or a day, or a day and an hour. */
export function linha(
  ato: Ato,
  nome: string,
  pergunta: Pergunta & { type?: 'date' | 'datetime-local'; min?: string; curta?: boolean },
): TemplateResult {
  const quadro = quadroDe(ato, nome, pergunta)
  const ler = ({ target }: Event) => target instanceof HTMLInputElement && ato.por([nome, target.value])
  return moldura(
    quadro,
    html`<input
      class="entrada ${pergunta.type || pergunta.curta ? 'curta' : ''}"
      id=${quadro.id}
      name=${nome}
      type=${pergunta.type ?? 'text'}
      min=${pergunta.min ?? nothing}
      autocomplete="off"
      .value=${live(ato.ler(nome))}
      aria-required=${pergunta.obrigatorio ? 'true' : nothing}
      aria-invalid=${quadro.erro ? 'true' : nothing}
      aria-describedby=${descricaoDe(quadro)}
      @input=${ler}
    />`,
  )
}

/** Several lines. `antes` stands over them: what can be put in. */
export function linhas(ato: Ato, nome: string, pergunta: Pergunta & { altas?: boolean; antes?: unknown }): TemplateResult {
  const quadro = quadroDe(ato, nome, pergunta)
  const ler = ({ target }: Event) => target instanceof HTMLTextAreaElement && ato.por([nome, target.value])
  return moldura(
    quadro,
    html`${pergunta.antes ?? nothing}<textarea
        class="entrada"
        id=${quadro.id}
        name=${nome}
        rows=${pergunta.altas ? 8 : 3}
        autocomplete="off"
        .value=${live(ato.ler(nome))}
        aria-required=${pergunta.obrigatorio ? 'true' : nothing}
        aria-invalid=${quadro.erro ? 'true' : nothing}
        aria-describedby=${descricaoDe(quadro)}
        @input=${ler}
      ></textarea>`,
  )
}

/** One of a few, each with its words. */
export function escolha(ato: Ato, nome: string, pergunta: Pergunta & { opcoes: readonly Opcao[]; ladoALado?: boolean }): TemplateResult {
  return molduraDeGrupo(
    quadroDe(ato, nome, pergunta),
    html`<div class=${pergunta.ladoALado ? 'lado-a-lado' : 'pilha-de-opcoes'}>${pergunta.opcoes.map((opcao) => umaOpcao(ato, nome, opcao))}</div>`,
  )
}

export function umaOpcao(ato: Ato, nome: string, { valor, rotulo, ajuda }: Opcao): TemplateResult {
  return html`<label class="opcao">
    <input type="radio" name=${ato.id(nome)} value=${valor} .checked=${live(ato.ler(nome) === valor)} @change=${() => ato.por([nome, valor])} />
    <span class="opcao-texto"><b>${rotulo}</b>${ajuda ? html`<span class="secundario">${ajuda}</span>` : nothing}</span>
  </label>`
}

/** Several of a list; what is kept are their values, one a line. */
export function escolhas(ato: Ato, nome: string, pergunta: Pergunta & { opcoes: readonly Opcao[] }): TemplateResult {
  const marcadas = lista(ato.ler(nome))
  const mudar = (valor: string) => {
    const outras = marcadas.filter((uma) => uma !== valor)
    ato.por([nome, (outras.length < marcadas.length ? outras : [...marcadas, valor]).join('\n')])
  }
  return molduraDeGrupo(
    quadroDe(ato, nome, pergunta),
    html`<div class="pilha-de-opcoes">
      ${pergunta.opcoes.map(
        ({ valor, rotulo }) =>
          html`<label class="opcao"
            ><input type="checkbox" .checked=${live(marcadas.includes(valor))} @change=${() => mudar(valor)} /><span class="opcao-texto">${rotulo}</span></label
          >`,
      )}
    </div>`,
  )
}

export function lista(valor: string): string[] {
  return valor ? valor.split('\n') : []
}

/** A single thing to say yes to. */
export function marca(ato: Ato, nome: string, rotulo: string, ajuda?: string): TemplateResult {
  const mudar = ({ target }: Event) => target instanceof HTMLInputElement && ato.por([nome, target.checked ? 'sim' : ''])
  return html`<label class="opcao"
    ><input type="checkbox" id=${ato.id(nome)} .checked=${live(ato.ler(nome) === 'sim')} @change=${mudar} /><span class="opcao-texto"
      ><b>${rotulo}</b>${ajuda ? html`<span class="secundario">${ajuda}</span>` : nothing}</span
    ></label
  >`
}

/** Of a long list. `lang` is that of the words where it is not the tag's: those of the entidade are in Portuguese. */
interface DaLista {
  valor: string
  rotulo: string
  lang?: 'pt-BR'
}

/** One of a long list, perhaps in groups, named by us. */
export function selecao(
  ato: Ato,
  nome: string,
  pergunta: Pergunta & { vazia: string; grupos: readonly { nome?: string; opcoes: readonly DaLista[] }[] },
): TemplateResult {
  const quadro = quadroDe(ato, nome, pergunta)
  const agora = ato.ler(nome)
  const ler = ({ target }: Event) => target instanceof HTMLSelectElement && ato.por([nome, target.value])
  const opcao = ({ valor, rotulo, lang }: DaLista) =>
    html`<option lang=${lang ?? nothing} value=${valor} ?selected=${valor === agora}>${rotulo}</option>`
  return moldura(
    quadro,
    html`<select
      class="entrada"
      id=${quadro.id}
      name=${nome}
      aria-required=${pergunta.obrigatorio ? 'true' : nothing}
      aria-invalid=${quadro.erro ? 'true' : nothing}
      aria-describedby=${descricaoDe(quadro)}
      @change=${ler}
    >
      <option value="" ?selected=${agora === ''}>${pergunta.vazia}</option>
      ${pergunta.grupos.map((grupo) =>
        grupo.nome ? html`<optgroup label=${grupo.nome}>${grupo.opcoes.map(opcao)}</optgroup>` : grupo.opcoes.map(opcao),
      )}
    </select>`,
  )
}

/** Files that go with the act, of any kind that is taken. */
export function arquivos(ato: Ato): TemplateResult {
  const { envios } = ato
  const { cartao } = ato.processo.lugar.host
  const id = ato.id('anexos')
  const erro = ato.erro('anexos')
  const focar = () => void ato.processo.lugar.host.focar(`#${CSS.escape(id)}`)
  const tirar = (chave: number) => {
    envios.remover(chave)
    ato.por()
    focar()
  }
  const tentar = (chave: number) => {
    envios.tentar(chave)
    focar()
  }
  return html`<div class="campo ${erro ? 'com-erro' : ''}">
    <span class="rotulo">${textos.arquivos.rotulo} <span class="nota">${textos.opcional}</span></span>
    ${erro ? html`<p class="erro" id="${id}-erro">${erro}</p>` : nothing}
    ${envios.arquivos.map((arquivo) =>
      linhaDeEnvio(arquivo, { textos: passos.documentos, tirar: () => tirar(arquivo.chave), tentar: () => tentar(arquivo.chave) }),
    )}
    <div class="linha">
      ${seletor({
        id,
        texto: textos.arquivos.escolher,
        classe: 'botao botao-fraco',
        aceita: aceitos(pedidoDeArquivos),
        varios: true,
        ...(erro && { descricao: `${id}-erro`, errado: true }),
        aoEscolher: (novos) => cartao && envios.adicionar(novos, [pedidoDeArquivos], cartao.anexos, pedidoDeArquivos.codigo),
      })}
    </div>
  </div>`
}
