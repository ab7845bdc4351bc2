import { type CampoComErro, mensagens, validarRespostas, visivel } from '../../../server/contract/regras.js'
import type { Campo, Respostas } from '../../../server/contract/tipo.js'
import type { TextosDosPassos } from '../../texts/novo-passos.pt-BR.js'
import { type Digitados, type EnderecoDigitado, enderecoDe, lerDigitado, lerDigitados, lugarDe } from './digitado.js'

const partesExigidas = ['logradouro', 'bairro', 'municipio', 'uf'] as const

/** The campos on screen: those whose condition holds by what is answered on screen. */
export function camposVisiveis(campos: readonly Campo[], digitados: Digitados): Campo[] {
  const dadas: Respostas = {}
  return campos.filter((campo) => {
    if (!visivel(campo.quando, dadas)) return false
    const resposta = lerDigitado(campo, digitados[campo.codigo])
    if (resposta !== undefined) dadas[campo.codigo] = resposta
    return true
  })
}

/** Answers as they would be sent. Those to questions that went away are kept, but not sent. */
export function respostasDigitadas(campos: readonly Campo[], digitados: Digitados): Respostas {
  return lerDigitados(camposVisiveis(campos, digitados), digitados)
}

/** What a form lacks, with the same rules that the server keeps. @param hoje `AAAA-MM-DD` in the entidade's time zone */
export function errosDasRespostas(campos: readonly Campo[], digitados: Digitados, hoje: string, textos: TextosDosPassos): CampoComErro[] {
  const conferidas = validarRespostas(campos, respostasDigitadas(campos, digitados), hoje)
  return conferidas.ok ? [] : conferidas.erros.flatMap((erro) => noLugarVazio(campos, digitados, erro, textos))
}

/** Neighbours of one group, together. */
export function agrupar(campos: readonly Campo[]): { nome?: string; campos: Campo[] }[] {
  const grupos: { nome?: string; campos: Campo[] }[] = []
  for (const campo of campos) {
    const ultimo = grupos.at(-1)
    if (ultimo && ultimo.nome === campo.grupo) ultimo.campos.push(campo)
    else grupos.push({ campos: [campo], ...(campo.grupo && { nome: campo.grupo }) })
  }
  return grupos
}

/** An address that is missing is told at each input to fill, not at the group; a place, by the way that was chosen to tell it. */
function noLugarVazio(campos: readonly Campo[], digitados: Digitados, erro: CampoComErro, { lugar }: TextosDosPassos): CampoComErro[] {
  const campo = campos.find(({ codigo }) => erro.caminho === `respostas.${codigo}`)
  if (campo?.especie === 'endereco') return partesVazias(erro.caminho, enderecoDe(digitados[campo.codigo]))
  if (campo?.especie !== 'lugar') return [erro]
  const { modo, endereco } = lugarDe(digitados[campo.codigo])
  if (modo === 'endereco') return partesVazias(`${erro.caminho}.endereco`, endereco)
  return [{ ...erro, mensagem: modo ? lugar.falta : mensagens.escolha }]
}

function partesVazias(caminho: string, endereco: EnderecoDigitado): CampoComErro[] {
  return partesExigidas
    .filter((parte) => endereco[parte].trim() === '')
    .map((parte) => ({ caminho: `${caminho}.${parte}`, mensagem: mensagens.endereco[parte] }))
}
