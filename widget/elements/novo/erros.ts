import type { TemplateResult } from 'lit'
import { erroComRotulo } from '../../parts/campos/da-entidade.js'
import { idDe } from '../../parts/campos/moldura.js'
import { resumoDeErros } from '../../parts/erros.js'
import type { Vista } from './vista.js'

/** What is wrong in this step, each line a link to its field. */
export function errosDoPasso(vista: Vista): TemplateResult | symbol {
  const { estado, textos, formulario } = vista
  const erros = estado.erros.map(({ caminho, mensagem }) => ({
    id: idDe(formulario.prefixo, caminho),
    ...erroComRotulo(mensagem, daEntidade(vista, caminho), nosso(vista, caminho)),
  }))
  return resumoDeErros(textos.erros.titulo(erros.length), erros)
}

/** Focuses the input of a field, or the first one of a group, with its label in view. */
export function focarCampo(recipiente: ParentNode, id: string): void {
  const alvo = recipiente.querySelector<HTMLElement>(`#${CSS.escape(id)}`)
  const campo = alvo?.matches('fieldset, .documento') ? (alvo.querySelector<HTMLElement>('input, select, textarea, button') ?? alvo) : alvo
  campo?.focus({ preventScroll: true })
  const quadro = alvo?.closest('.campo') ?? alvo
  quadro?.scrollIntoView({ block: 'center' })
}

/** A question in the words of the entidade. */
function daEntidade({ estado: { tipo }, cartao }: Vista, caminho: string): string | undefined {
  const [raiz, codigo, parte] = caminho.split('.')
  if (raiz === 'anexos') return tipo?.documentos.find((documento) => documento.codigo === codigo)?.nome
  if (raiz === 'respostas' && !parte) return tipo?.campos.find((campo) => campo.codigo === codigo)?.rotulo
  return caminho === 'requerente.matricula' ? cartao.matricula?.rotulo : undefined
}

function nosso({ estado, textos }: Vista, caminho: string): string | undefined {
  const [raiz, codigo = '', ...partes] = caminho.split('.')
  const parte = partes.at(-1)
  if (raiz === 'respostas' && parte) return parteDoEndereco(textos.endereco, parte)
  if (raiz !== 'requerente') return undefined
  const { requerente } = textos
  const empresa = estado.tipo?.quemPode === 'pessoa-juridica'
  const rotulos = new Map([
    ['anonimo', requerente.identificar],
    ['nome', empresa ? requerente.nomeDaEmpresa : requerente.nome],
    ['documento', empresa ? requerente.documentoDaEmpresa : requerente.documento],
    ['email', requerente.email],
    ['telefone', requerente.telefone],
  ])
  return rotulos.get(codigo)
}

function parteDoEndereco(textos: Vista['textos']['endereco'], parte: string): string | undefined {
  const rotulos = new Map<string, unknown>(Object.entries(textos))
  const rotulo = rotulos.get(parte)
  return typeof rotulo === 'string' ? rotulo : undefined
}
