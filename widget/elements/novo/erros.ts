import type { TemplateResult } from 'lit'
import type { CampoComErro } from '../../../server/contract/problema.js'
import { idDe } from '../../parts/campos/moldura.js'
import { resumoDeErros } from '../../parts/erros.js'
import { dizer } from '../../texts/voz.js'
import type { Vista } from './vista.js'

/** What is wrong in this step, each line a link to its field. */
export function errosDoPasso(vista: Vista): TemplateResult | symbol {
  const { estado, textos, formulario } = vista
  const erros = estado.erros.map((erro) => ({ id: idDe(formulario.prefixo, erro.caminho), mensagem: escrever(vista, erro) }))
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

function escrever(vista: Vista, { caminho, mensagem: frase }: CampoComErro): string {
  const mensagem = dizer(frase)
  const rotulo = rotuloDe(vista, caminho)
  if (!rotulo) return mensagem
  return rotulo.endsWith('?') ? `${rotulo} ${mensagem}` : `${rotulo}: ${mensagem.charAt(0).toLowerCase()}${mensagem.slice(1)}`
}

function rotuloDe({ estado, textos, cartao }: Vista, caminho: string): string | undefined {
  const [raiz, codigo = '', ...partes] = caminho.split('.')
  if (raiz === 'anexos') return estado.tipo?.documentos.find((documento) => documento.codigo === codigo)?.nome
  if (raiz === 'respostas') {
    const parte = partes.at(-1)
    return parte ? parteDoEndereco(textos.endereco, parte) : estado.tipo?.campos.find((campo) => campo.codigo === codigo)?.rotulo
  }
  if (raiz !== 'requerente') return undefined
  const { requerente } = textos
  const empresa = estado.tipo?.quemPode === 'pessoa-juridica'
  const rotulos = new Map([
    ['anonimo', requerente.identificar],
    ['nome', empresa ? requerente.nomeDaEmpresa : requerente.nome],
    ['documento', empresa ? requerente.documentoDaEmpresa : requerente.documento],
    ['email', requerente.email],
    ['telefone', requerente.telefone],
    ['matricula', cartao.matricula?.rotulo ?? ''],
  ])
  return rotulos.get(codigo)
}

function parteDoEndereco(textos: Vista['textos']['endereco'], parte: string): string | undefined {
  const rotulos = new Map<string, unknown>(Object.entries(textos))
  const rotulo = rotulos.get(parte)
  return typeof rotulo === 'string' ? rotulo : undefined
}
