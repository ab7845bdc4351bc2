import { html, nothing, type TemplateResult } from 'lit'
import type { CampoComErro } from '../../../../../server/contract/regras.js'
import type { AtoDaGestao } from '../../../../client/gestao.js'
import { atosDaGestao } from '../../../../texts/gestao-atos.pt-BR.js'
import type { Ato, Forma } from '../ato.js'
import { escolha, linha, linhas, selecao } from '../campos.js'
import { dia } from '../dias.js'

const textos = atosDaGestao.exigir
const especies = ['informacao', 'documento', 'correcao', 'ciencia'] as const
const motivos = ['incorreto', 'incompleto', 'desatualizado'] as const
const partes = ['especie', 'texto', 'prazo', 'alvo', 'motivo'] as const
type Pedida = Extract<AtoDaGestao, { acao: 'exigir' }>['pendencias'][number]
const MAXIMO = 20

/** Several things asked at once, each with its day. */
export const exigir: Forma = {
  campos: (ato) => html`${numeros(ato).map((i) => umaPendencia(ato, i))}
    ${
      quantas(ato) < MAXIMO
        ? html`<div class="linha"><button type="button" class="botao botao-fraco" id=${ato.id('outra')} @click=${() => outra(ato)}>${textos.outra}</button></div>`
        : nothing
    }`,
  conferir: (ato) => numeros(ato).flatMap((i) => conferir(ato, i)),
  dizer: (ato, caminho, mensagem) => (quantas(ato) > 1 ? `${textos.qual(Number(caminho.split('.')[1]) + 1)}: ${mensagem}` : mensagem),
  montar: (ato) => ({ acao: 'exigir', pendencias: numeros(ato).map((i) => montar(ato, i)) }),
}

function quantas(ato: Ato): number {
  return Math.max(1, Number(ato.ler('quantas')) || 1)
}

function numeros(ato: Ato): number[] {
  return Array.from({ length: quantas(ato) }, (_, i) => i)
}

function nomeDe(i: number, parte: (typeof partes)[number]): string {
  return `pendencias.${i}.${parte}`
}

function umaPendencia(ato: Ato, i: number): TemplateResult {
  const varias = quantas(ato) > 1
  const de = (parte: (typeof partes)[number]) => nomeDe(i, parte)
  return html`<fieldset class="pilha pendencia-nova" id=${ato.id(`pendencias.${i}`)} aria-label=${textos.qual(i + 1)}>
    ${
      varias
        ? html`<div class="linha entre">
            <b>${textos.qual(i + 1)}</b>
            <button type="button" class="botao botao-texto rente" aria-label=${textos.tirarQual(i + 1)} @click=${() => tirar(ato, i)}>${textos.tirar}</button>
          </div>`
        : nothing
    }
    ${escolha(ato, de('especie'), {
      rotulo: textos.especie,
      obrigatorio: true,
      ladoALado: true,
      opcoes: especies.map((valor) => ({ valor, rotulo: textos.especies[valor][0], ajuda: textos.especies[valor][1] })),
    })}
    ${ato.ler(de('especie')) === 'correcao' ? alvo(ato, i) : nothing}
    ${linhas(ato, de('texto'), { rotulo: textos.texto, ajuda: textos.textoAjuda, obrigatorio: true })}
    ${linha(ato, de('prazo'), { rotulo: textos.prazo, obrigatorio: true, type: 'date', min: dia(ato, 1) })}
  </fieldset>`
}

/** An answer or a file that came with the request, and what is wrong with it. */
function alvo(ato: Ato, i: number): TemplateResult {
  const { respostas, anexos } = ato.valor
  const lang = 'pt-BR' as const
  const grupos = [
    { nome: textos.respostas, opcoes: respostas.map(({ campo, rotulo }) => ({ valor: `campo:${campo}`, rotulo, lang })) },
    {
      nome: textos.arquivos,
      opcoes: anexos.map(({ id, nome, documento }) => ({ valor: `anexo:${id}`, rotulo: `${documento}: ${nome}`, lang })),
    },
  ]
  return html`${selecao(ato, nomeDe(i, 'alvo'), {
    rotulo: textos.alvo,
    obrigatorio: true,
    vazia: textos.alvoEscolha,
    grupos: grupos.filter(({ opcoes }) => opcoes.length > 0),
  })}
    ${escolha(ato, nomeDe(i, 'motivo'), {
      rotulo: textos.motivo,
      obrigatorio: true,
      opcoes: motivos.map((valor) => ({ valor, rotulo: textos.motivos[valor] })),
    })}`
}

function outra(ato: Ato): void {
  const nova = quantas(ato)
  ato.por(['quantas', String(nova + 1)])
  void ato.processo.lugar.host.focar(`#${CSS.escape(ato.id(`pendencias.${nova}`))} input`)
}

/** Those after it move one place up. */
function tirar(ato: Ato, qual: number): void {
  const ultima = quantas(ato) - 1
  const movidas = numeros(ato)
    .filter((i) => i >= qual)
    .flatMap((i) => partes.map((parte) => [nomeDe(i, parte), i < ultima ? ato.ler(nomeDe(i + 1, parte)) : ''] as const))
  ato.por(...movidas, ['quantas', String(ultima)])
  void ato.processo.lugar.host.focar(`#${CSS.escape(ato.id('outra'))}`)
}

function conferir(ato: Ato, i: number): CampoComErro[] {
  const vale = (parte: (typeof partes)[number]) => ato.ler(nomeDe(i, parte)).trim()
  const correcao = vale('especie') === 'correcao'
  const faltas: [(typeof partes)[number], boolean, string][] = [
    ['especie', !vale('especie'), textos.especieFalta],
    ['alvo', correcao && !vale('alvo'), textos.alvoFalta],
    ['motivo', correcao && !vale('motivo'), textos.motivoFalta],
    ['texto', !vale('texto'), textos.textoFalta],
    ['prazo', vale('prazo') <= dia(ato), textos.prazoFalta],
  ]
  return faltas.flatMap(([parte, falta, mensagem]) => (falta ? [{ caminho: nomeDe(i, parte), mensagem }] : []))
}

function montar(ato: Ato, i: number): Pedida {
  const vale = (parte: (typeof partes)[number]) => ato.ler(nomeDe(i, parte)).trim()
  const especie = especies.find((uma) => uma === vale('especie')) ?? 'informacao'
  const motivo = motivos.find((um) => um === vale('motivo')) ?? 'incorreto'
  const [oque, ...id] = vale('alvo').split(':')
  const apontado = oque === 'anexo' ? { anexo: id.join(':'), motivo } : { campo: id.join(':'), motivo }
  return { especie, texto: vale('texto'), prazo: vale('prazo'), ...(especie === 'correcao' && { alvo: apontado }) }
}
