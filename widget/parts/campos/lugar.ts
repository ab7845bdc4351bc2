import { html, nothing, type TemplateResult } from 'lit'
import type { Campo } from '../../../server/contract/tipo.js'
import { daEntidade } from './da-entidade.js'
import { type LugarDigitado, lugarDe } from './digitado.js'
import { campoDeEndereco } from './endereco.js'
import { entrada } from './linha.js'
import { type Formulario, idDe, moldura, molduraDeGrupo, type Quadro } from './moldura.js'
import { cartoesSoltos } from './opcoes.js'

/** Metres; past it, a landmark is suggested. */
const IMPRECISA = 100

/** Where something is: an address that is typed, or where the device is now. */
export function campoDeLugar(campo: Campo, caminho: string, formulario: Formulario, busca: boolean): TemplateResult {
  const { textos, prefixo } = formulario
  const { obrigatorio } = campo
  const quadro: Quadro = { id: idDe(prefixo, caminho), ...daEntidade(campo), obrigatorio, erro: formulario.erro(caminho) }
  const ler = () => lugarDe(formulario.ler(caminho))
  const mudar = (parte: Partial<LugarDigitado>) => formulario.mudar(caminho, { ...ler(), ...parte })
  const { modo } = ler()
  const opcoes = [
    { valor: 'endereco', rotulo: textos.lugar.porEndereco },
    { valor: 'posicao', rotulo: textos.lugar.porPosicao, ajuda: textos.lugar.porPosicaoAjuda },
  ]
  const escolher = (valor: string) => mudar({ modo: valor === 'posicao' ? 'posicao' : 'endereco' })
  return molduraDeGrupo(
    quadro,
    html`<div class="pilha">
      ${cartoesSoltos(quadro, opcoes, modo ?? '', escolher)}
      ${
        modo === 'endereco'
          ? campoDeEndereco({
              caminho: `${caminho}.endereco`,
              ler: () => ler().endereco,
              mudar: (endereco) => mudar({ endereco }),
              proprio: false,
              formulario,
              busca,
            })
          : nothing
      }
      ${modo === 'posicao' ? posicao(caminho, ler(), mudar, formulario) : nothing}
      ${modo ? referencia(caminho, ler().referencia, (texto) => mudar({ referencia: texto }), formulario) : nothing}
    </div>`,
  )
}

function posicao(
  caminho: string,
  lugar: LugarDigitado,
  mudar: (parte: Partial<LugarDigitado>) => void,
  formulario: Formulario,
): TemplateResult {
  const { lugar: textos } = formulario.textos
  const auxilio = formulario.auxilios.de(caminho)
  const medindo = auxilio === 'medindo'
  const medir = () =>
    medindo ||
    formulario.auxilios.medirPosicao(caminho, (medida) => {
      mudar({ posicao: medida })
      formulario.sair(caminho)
    })
  const falhou = auxilio === 'negada' ? textos.negada : auxilio === 'indisponivel' ? textos.indisponivel : undefined
  return html`<div class="posicao">
    <p class="ajuda">${textos.explicacao}</p>
    <div role="status">
      ${medindo ? html`<p>${textos.medindo}</p>` : nothing}${falhou ? html`<p class="erro">${falhou}</p>` : nothing}
      ${lugar.posicao && !auxilio ? medida(lugar.posicao.precisao, formulario) : nothing}
    </div>
    <div class="linha">
      <button type="button" class="botao botao-fraco ${medindo ? 'girando' : ''}" aria-disabled=${medindo ? 'true' : nothing} @click=${medir}>
        ${lugar.posicao ? textos.atualizar : textos.usar}
      </button>
    </div>
  </div>`
}

function medida(precisao: number, { textos }: Formulario): TemplateResult {
  const escrita = precisao < 1000 ? `${Math.max(1, Math.round(precisao))} m` : `${(precisao / 1000).toFixed(1).replace('.', ',')} km`
  return html`<p class="medida">${textos.lugar.medida(escrita)}</p>
    ${precisao > IMPRECISA ? html`<p class="ajuda">${textos.lugar.imprecisa}</p>` : nothing}`
}

function referencia(caminho: string, valor: string, mudar: (texto: string) => void, formulario: Formulario): TemplateResult {
  const { textos, prefixo } = formulario
  const inteiro = `${caminho}.referencia`
  const { referencia: rotulo, referenciaAjuda: ajuda } = textos.lugar
  const quadro = { id: idDe(prefixo, inteiro), rotulo, ajuda, erro: formulario.erro(inteiro) }
  return moldura(
    quadro,
    entrada(quadro, {}, valor, mudar, () => formulario.sair(caminho)),
  )
}
