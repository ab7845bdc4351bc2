import { type CampoComErro, mensagens, validarRespostas } from '../../../server/contract/regras.js'
import type { Campo } from '../../../server/contract/tipo.js'
import type { TextosDosPassos } from '../../texts/novo-passos.pt-BR.js'
import { type Digitados, type EnderecoDigitado, enderecoDe, lugarDe } from './digitado.js'
import { respostasDigitadas } from './respostas.js'

const partesExigidas = ['logradouro', 'bairro', 'municipio', 'uf'] as const

/** What a form lacks, with the same rules that the server keeps. @param hoje `AAAA-MM-DD` in the entidade's time zone */
export function errosDasRespostas(campos: readonly Campo[], digitados: Digitados, hoje: string, textos: TextosDosPassos): CampoComErro[] {
  const conferidas = validarRespostas(campos, respostasDigitadas(campos, digitados), hoje)
  return conferidas.ok ? [] : conferidas.erros.flatMap((erro) => noLugarVazio(campos, digitados, erro, textos))
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
