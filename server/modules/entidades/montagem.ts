import * as v from 'valibot'
import { type ArquivoDeEntidade, arquivoDeEntidade, type Cartao } from '../../contract/entidade.js'
import { criarCalendario } from '../../domain/calendario.js'
import { fundoClaro, fundoEscuro, legivel } from '../../domain/cor.js'
import { formatarNumero } from '../../domain/numero.js'
import { diasTocados } from '../../domain/prazo.js'
import { limitesPadrao } from './conferencia.js'
import type { EntidadeAberta, OrgaoAberto, TipoAberto, UnidadeAberta } from './entidade-aberta.js'
import type { LinhasDaEntidade } from './queries.js'

/** The file as it was imported, with its keys in the order of the schema. @throws {Error} when what is stored is no such file: nobody who asks can mend it */
export function montarArquivo({ geral, orgaos, unidades, tipos }: LinhasDaEntidade): ArquivoDeEntidade {
  const lido = v.safeParse(arquivoDeEntidade, {
    ...geral,
    orgaos: orgaos.map(({ id, sigla, nome, numeracao }) => ({
      sigla,
      nome,
      numeracao,
      unidades: unidades
        .filter(({ orgaoId }) => orgaoId === id)
        .map(({ codigo, nome, email }) => ({ codigo, nome, ...(email !== null && { email }) })),
    })),
    tipos: tipos.map(({ definicao }) => definicao),
  })
  if (!lido.success) throw new Error('an entidade is stored in a form that this version does not read', { cause: lido.issues })
  return lido.output
}

/** What the card tells of this server: its public address, whether it looks up CEPs and sends texts, the year now. */
interface Servidor {
  address: string
  cep: boolean
  sms: boolean
  ano: number
}

export function montarEntidade(linhas: LinhasDaEntidade, servidor: Servidor): EntidadeAberta {
  const arquivo = montarArquivo(linhas)
  const orgaos = linhas.orgaos.map(
    ({ id, sigla, nome, numeracao }): OrgaoAberto => ({ id, sigla, nome, numeracao: { sigla, ...numeracao } }),
  )
  const orgaosPorId = new Map(orgaos.map((orgao) => [orgao.id, orgao]))
  const orgaosPorSigla = new Map(orgaos.map((orgao) => [orgao.sigla, orgao]))
  const unidades = linhas.unidades.map(({ id, orgaoId, codigo, nome, email }): UnidadeAberta => {
    return { id, codigo, nome, orgao: achar(orgaosPorId, orgaoId), ...(email !== null && { email }) }
  })
  const unidadesPorCodigo = new Map(unidades.map((unidade) => [unidade.codigo, unidade]))
  const linhasDosTipos = new Map(linhas.tipos.map((linha) => [linha.codigo, linha]))
  const tipos = arquivo.tipos.map((definicao): TipoAberto => {
    const { id, versao, tempoUsual } = achar(linhasDosTipos, definicao.codigo)
    return {
      id,
      versao,
      definicao,
      orgao: achar(orgaosPorSigla, definicao.orgao),
      unidade: achar(unidadesPorCodigo, definicao.unidade),
      tempoUsual,
    }
  })
  const { feriados, facultativos } = arquivo.calendario
  const foraDoAr = linhas.indisponibilidades.flatMap(({ de, ate }) => diasTocados(arquivo.fuso, new Date(de), new Date(ate)))
  return {
    id: linhas.id,
    codigo: arquivo.codigo,
    arquivo,
    cartao: montarCartao(arquivo, servidor),
    orgaos: orgaosPorSigla,
    orgaosPorId,
    unidades: unidadesPorCodigo,
    unidadesPorId: new Map(unidades.map((unidade) => [unidade.id, unidade])),
    tipos: new Map(tipos.map((tipo) => [tipo.definicao.codigo, tipo])),
    calendario: criarCalendario(arquivo.fuso, feriados, facultativos, foraDoAr),
    limites: { ...limitesPadrao, ...arquivo.anexos },
  }
}

function montarCartao(arquivo: ArquivoDeEntidade, { address, cep, sms, ano }: Servidor): Cartao {
  const {
    codigo,
    nome,
    municipio,
    fuso,
    contato,
    encarregado,
    avisoDePrivacidade,
    paginas,
    tema,
    nomes,
    requerente,
    cadastro,
    anexos,
    rpId,
  } = arquivo
  const hospedada = `${address}/${codigo}`
  return {
    codigo,
    nome,
    municipio: { nome: municipio.nome, uf: municipio.uf },
    fuso,
    contato,
    encarregado,
    avisoDePrivacidade,
    orgaos: arquivo.orgaos.map(({ sigla, nome, numeracao }) => {
      return { sigla, nome, exemplo: formatarNumero({ sigla, ...numeracao }, ano, numeracao.inicio ?? 1) }
    }),
    paginas: { consulta: paginas.consulta ?? hospedada, novo: paginas.novo ?? hospedada },
    tema: temaDoCartao(tema ?? {}),
    ...(nomes && { nomes }),
    ...(requerente?.matricula && { matricula: requerente.matricula }),
    anexos: { ...limitesPadrao, ...anexos },
    cadastro: cadastro ?? { exige: [] },
    cep,
    sms,
    rpId: rpId ?? new URL(address).hostname,
  }
}

function achar<T>(mapa: ReadonlyMap<string, T>, chave: string): T {
  const achado = mapa.get(chave)
  if (achado === undefined) throw new Error(`the entidade refers to "${chave}", which it does not have`)
  return achado
}

function temaDoCartao({ corAcao, ...tema }: NonNullable<ArquivoDeEntidade['tema']>): Cartao['tema'] {
  return { ...tema, ...(corAcao && { cores: { noClaro: legivel(corAcao, fundoClaro), noEscuro: legivel(corAcao, fundoEscuro) } }) }
}
