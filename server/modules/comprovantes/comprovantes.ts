import type { Readable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { escreverData, escreverDataHora, escreverTamanho } from '../../contract/palavras.js'
import { nomesDePrioridade } from '../../contract/prioridade.js'
import type { Comprovante } from '../../contract/protocolos.js'
import type { Platform } from '../../platform/platform.js'
import { qrPath } from '../../platform/qr.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { chamar } from '../entidades/nomes.js'
import { Folha } from './folha.js'

/** A comprovante whose code may be unknown: only the holder has it. */
export type DadosDoComprovante = Omit<Comprovante, 'codigoAcesso'> & { codigoAcesso?: string }

/** Who issues it: of the entidade, its file. */
export type ComprovanteDe = Pick<EntidadeAberta, 'arquivo'>

const corPadrao = '#0b5cab'
/** Points. */
const ladoDoQr = 130

/**
 * The receipt on paper (Lei 13.460 art. 12, sole §, II): a tagged PDF with number, code, moment, deadline, what was answered
 * and the fingerprint of each file. Nothing personal beyond what the citizen wrote in the form. Laying it out is work: other requests
 * get their turn between its parts.
 */
export async function gerarComprovantePdf(
  platform: Pick<Platform, 'clock'>,
  entidade: ComprovanteDe,
  dados: DadosDoComprovante,
): Promise<Readable> {
  const { arquivo } = entidade
  const dizer = chamar(entidade)
  const folha = new Folha({
    titulo: dizer(`Comprovante do protocolo ${dados.numero}`),
    autor: arquivo.nome,
    assunto: dados.tipo.nome,
    cor: arquivo.tema?.corAcao ?? corPadrao,
    criadaEm: platform.clock.now(),
  })
  folha.faixa(arquivo.nome)
  const alto = folha.y
  folha.titulo('H1', dizer('Recebemos o seu pedido'))
  escreverNumero(folha, dizer, dados)
  folha.figura(qrPath(dados.consulta), `Código QR que leva a ${dados.consulta}`, ladoDoQr, alto)
  folha.descerAte(alto + ladoDoQr)
  folha.espaco(10)
  folha.pares(resumo(entidade, dizer, dados), 'forte')
  await setImmediate()
  escreverRespostas(folha, dados)
  await setImmediate()
  escreverArquivos(folha, dados)
  await setImmediate()
  escreverAcompanhamento(folha, dados)
  escreverPrivacidade(folha, dizer, entidade)
  folha.fechar(`${arquivo.nome} · ${dizer(`protocolo ${dados.numero}`)}`)
  return folha.pdf
}

/** What the file is saved as. */
export function nomeDoPdf({ numero }: Pick<Comprovante, 'numero'>): string {
  return `comprovante ${numero.replaceAll('/', '-')}.pdf`
}

type Dizer = ReturnType<typeof chamar>

function escreverNumero(folha: Folha, dizer: Dizer, { numero, codigoAcesso }: DadosDoComprovante) {
  const largura = 340
  folha.paragrafo(dizer('Número do protocolo'), { cor: '#4d545c', largura })
  folha.paragrafo(numero, { fonte: 'forte', corpo: 24, largura })
  folha.espaco(6)
  if (codigoAcesso === undefined) {
    folha.paragrafo(dizer('Por segurança, o código de acesso não aparece aqui: ele só é mostrado quando o pedido é aberto.'), {
      corpo: 9,
      largura,
    })
    return
  }
  folha.paragrafo('Código de acesso', { cor: '#4d545c', largura })
  folha.paragrafo(codigoAcesso, { fonte: 'letras-fortes', corpo: 16, largura })
  folha.paragrafo(dizer('Com o número e o código você vê tudo sobre o pedido. Não mostre o código a quem não precisa dele.'), {
    corpo: 9,
    largura,
  })
}

function resumo({ arquivo }: ComprovanteDe, dizer: Dizer, dados: DadosDoComprovante) {
  const { tipo, orgao, unidade, prioridade, email } = dados
  return [
    { rotulo: dizer('Pedido'), valor: tipo.nome },
    { rotulo: 'Órgão', valor: orgao.nome === arquivo.nome ? orgao.sigla : `${orgao.sigla} – ${orgao.nome}` },
    { rotulo: 'Setor', valor: unidade.nome },
    {
      rotulo: dizer('Aberto em'),
      valor: `${escreverDataHora(dados.abertoEm, arquivo.fuso)} (${nomeDoFuso(arquivo.fuso, dados.abertoEm)})`,
    },
    { rotulo: 'Resposta até', valor: escreverData(dados.prazo) },
    ...(prioridade ? [{ rotulo: 'Prioridade', valor: nomesDePrioridade[prioridade] }] : []),
    ...(email ? [{ rotulo: 'Avisos por e-mail', valor: email }] : []),
  ]
}

function escreverRespostas(folha: Folha, { respostas }: DadosDoComprovante) {
  if (respostas.length === 0) return
  folha.titulo('H2', 'O que você escreveu')
  folha.pares(respostas, 'texto')
}

function escreverArquivos(folha: Folha, { anexos }: DadosDoComprovante) {
  if (anexos.length === 0) return
  folha.titulo('H2', anexos.length === 1 ? 'Arquivo recebido' : `Arquivos recebidos (${anexos.length})`)
  folha.itens(
    anexos.map(({ nome, documento, tamanho, sha256 }) => ({
      nome,
      linhas: [
        { texto: `${documento} · ${escreverTamanho(tamanho)}`, corpo: 9 },
        { texto: `SHA-256 ${sha256}`, fonte: 'letras' as const, corpo: 8 },
      ],
    })),
  )
  folha.paragrafo('O SHA-256 é a impressão digital do arquivo: se uma letra dele mudar, ela muda.', { corpo: 9, cor: '#4d545c' })
}

function escreverAcompanhamento(folha: Folha, { consulta }: DadosDoComprovante) {
  folha.titulo('H2', 'Como acompanhar')
  folha.paragrafo('Aponte a câmera do celular para o código QR ou abra o endereço:')
  folha.endereco(consulta, consulta)
}

function escreverPrivacidade(folha: Folha, dizer: Dizer, { arquivo }: ComprovanteDe) {
  const { nome, email, telefone } = arquivo.encarregado
  folha.titulo('H2', 'Seus dados')
  folha.paragrafo(
    `${dizer('Usamos os seus dados para analisar e responder o pedido (Lei nº 13.709/2018, art. 23).')} Quem cuida deles: ${nome}, ${email}${telefone ? `, ${telefone}` : ''}.`,
    { corpo: 9 },
  )
}

/** `Horário de Brasília, GMT-3`. */
export function nomeDoFuso(fuso: string, iso: string): string {
  const nomes = (['longGeneric', 'shortOffset'] as const).map((timeZoneName) => {
    const partes = new Intl.DateTimeFormat('pt-BR', { timeZone: fuso, timeZoneName }).formatToParts(new Date(iso))
    return partes.find(({ type }) => type === 'timeZoneName')?.value ?? fuso
  })
  return [...new Set(nomes)].join(', ')
}
