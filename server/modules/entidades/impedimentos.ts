import type { ArquivoDeEntidade } from '../../contract/entidade.js'
import type { CampoComErro } from '../../contract/problema.js'
import type { LinhasDaEntidade, Uso } from './queries.js'

/** What the new file would take from under protocolos, numbers or people, and what to do instead. */
export function impedimentos(antes: LinhasDaEntidade, depois: ArquivoDeEntidade, uso: Uso): CampoComErro[] {
  return [...dosOrgaos(antes, depois, uso), ...dasUnidades(antes, depois, uso), ...dosTipos(antes, depois, uso)]
}

function dosOrgaos(antes: LinhasDaEntidade, depois: ArquivoDeEntidade, uso: Uso): CampoComErro[] {
  return antes.orgaos.flatMap(({ id, sigla, numeracao }) => {
    const caminho = `orgaos[${sigla}]`
    const novo = depois.orgaos.find((orgao) => orgao.sigla === sigla)
    if (!novo) {
      return uso.orgaos.has(id) ? [{ caminho, mensagem: 'este órgão já emitiu números de protocolo e não pode sair do arquivo' }] : []
    }
    if (!uso.orgaosNoAno.has(id)) return []
    return (['mascara', 'inicio', 'unidade'] as const)
      .filter((nome) => numeracao[nome] !== novo.numeracao[nome])
      .map((nome) => ({
        caminho: `${caminho}.numeracao.${nome}`,
        mensagem: 'já há números emitidos neste ano; mude antes do primeiro número do ano que vem',
      }))
  })
}

function dasUnidades(antes: LinhasDaEntidade, depois: ArquivoDeEntidade, uso: Uso): CampoComErro[] {
  const ficam = new Set(depois.orgaos.flatMap(({ unidades }) => unidades.map(({ codigo }) => codigo)))
  return antes.unidades
    .filter(({ id, codigo }) => !ficam.has(codigo) && uso.unidades.has(id))
    .map(({ codigo }) => ({
      caminho: `unidades[${codigo}]`,
      mensagem: 'há protocolos, andamentos ou pessoas nesta unidade; ela não pode sair do arquivo',
    }))
}

function dosTipos(antes: LinhasDaEntidade, depois: ArquivoDeEntidade, uso: Uso): CampoComErro[] {
  const ficam = new Set(depois.tipos.map(({ codigo }) => codigo))
  return antes.tipos
    .filter(({ id, codigo }) => !ficam.has(codigo) && uso.tipos.has(id))
    .map(({ codigo }) => ({
      caminho: `tipos[${codigo}]`,
      mensagem: 'há protocolos deste tipo; para não receber mais nenhum, deixe-o no arquivo com "fechado": true',
    }))
}
