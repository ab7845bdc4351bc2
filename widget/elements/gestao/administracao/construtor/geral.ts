import { html, type TemplateResult } from 'lit'
import { titulo } from '../../../../parts/titulo.js'
import { administracao } from '../../../../texts/gestao-administracao.pt-BR.js'
import { area, escolha, linha, marca } from '../campos.js'
import type { Construtor } from './construtor.js'

const textos = administracao.construtor

/** All of a tipo but its lists, in sections; what few change stands folded. */
export function geral(construtor: Construtor): TemplateResult {
  return html`${oServico(construtor)} ${prazos(construtor)} ${quemPede(construtor)}`
}

/** Folded, unless something in it is wrong. */
function raros({ folha }: Construtor, resumo: string, caminhos: readonly string[], campos: unknown): TemplateResult {
  return html`<details ?open=${caminhos.some((caminho) => folha.erro(caminho))}>
    <summary>${resumo}</summary>
    <div class="pilha recuada">${campos}</div>
  </details>`
}

function secao({ administracao: { lugar } }: Construtor, nome: string, campos: unknown): TemplateResult {
  return html`<section class="pilha">${titulo(lugar.host.nivel + 2, nome, 'subtitulo')} ${campos}</section>`
}

function quadro({ folha }: Construtor, nome: string) {
  return { id: folha.id(nome), erro: folha.erro(nome) }
}

function oServico(construtor: Construtor): TemplateResult {
  const {
    tipo,
    administracao: { lugar },
  } = construtor
  const de = (nome: string) => quadro(construtor, nome)
  const unidades = lugar.posto.unidades.map(({ codigo, nome, orgao }) => ({ valor: codigo, rotulo: `${nome} (${orgao})` }))
  return secao(
    construtor,
    textos.oServico,
    html`${linha({ ...de('nome'), rotulo: textos.nome, valor: tipo.nome, obrigatorio: true, mudar: (nome) => construtor.mudar({ nome }) })}
    ${area({ ...de('descricao'), rotulo: textos.descricao, ajuda: textos.descricaoAjuda, valor: tipo.descricao, obrigatorio: true, mudar: (descricao) => construtor.mudar({ descricao }) })}
    <div class="grade">
      ${linha({ ...de('grupo'), rotulo: textos.grupo, valor: tipo.grupo, obrigatorio: true, mudar: (grupo) => construtor.mudar({ grupo }) })}
      ${escolha({
        ...de('unidade'),
        rotulo: textos.unidade,
        valor: tipo.unidade,
        obrigatorio: true,
        opcoes: [...(tipo.unidade ? [] : [{ valor: '', rotulo: textos.escolha }]), ...unidades],
        mudar: (unidade) => construtor.escolherUnidade(unidade),
      })}
    </div>
    ${raros(
      construtor,
      textos.buscaECusto,
      ['palavras', 'taxa'],
      html`${area({ ...de('palavras'), rotulo: textos.palavras, ajuda: textos.palavrasAjuda, valor: (tipo.palavras ?? []).join('\n'), mudar: (escritas) => construtor.mudar({ palavras: escritas ? escritas.split('\n') : undefined }) })}
      ${linha({ ...de('taxa'), rotulo: textos.taxa, ajuda: textos.taxaAjuda, valor: tipo.taxa ?? '', mudar: (taxa) => construtor.mudar({ taxa }) })}`,
    )}`,
  )
}

function prazos(construtor: Construtor): TemplateResult {
  const { prazo, recurso } = construtor.tipo
  const { prorrogacao, ...semProrrogacao } = prazo
  const de = (nome: string) => quadro(construtor, nome)
  return secao(
    construtor,
    textos.prazos,
    html`<div class="grade">
        ${linha({ ...de('prazo.dias'), rotulo: textos.dias, type: 'number', valor: String(prazo.dias || ''), obrigatorio: true, mudar: (dias) => construtor.mudar({ prazo: { ...prazo, dias: Number(dias) } }) })}
        ${escolha({ ...de('prazo.contagem'), rotulo: textos.contagem, valor: prazo.contagem, opcoes: textos.contagens, mudar: (contagem) => construtor.mudar({ prazo: { ...prazo, contagem: contagem === 'uteis' ? 'uteis' : 'corridos' } }) })}
      </div>
      ${raros(
        construtor,
        textos.prorrogacaoERecurso,
        ['prazo.prorrogacao', 'recurso.dias'],
        html`${linha({ ...de('prazo.prorrogacao'), rotulo: textos.prorrogacao, ajuda: textos.prorrogacaoAjuda, type: 'number', curta: true, valor: String(prorrogacao ?? ''), mudar: (n) => construtor.mudar({ prazo: n ? { ...prazo, prorrogacao: Number(n) } : semProrrogacao }) })}
        ${linha({ ...de('recurso.dias'), rotulo: textos.recurso, ajuda: textos.recursoAjuda, type: 'number', curta: true, valor: String(recurso?.dias ?? ''), mudar: (dias) => construtor.mudar({ recurso: dias ? { dias: Number(dias) } : undefined }) })}`,
      )}`,
  )
}

function quemPede(construtor: Construtor): TemplateResult {
  const { tipo, folha } = construtor
  const de = (nome: string) => quadro(construtor, nome)
  // The first of each is what stands where the file tells nothing.
  const escolher = (nome: 'quemPode' | 'sigilo', valor: string) => construtor.mudar({ [nome]: valor || undefined })
  return secao(
    construtor,
    textos.quemPede,
    html`${escolha({ ...de('quemPode'), rotulo: textos.quemPode, valor: tipo.quemPode === 'pessoa-juridica' ? tipo.quemPode : '', opcoes: textos.quemPodeOpcoes, mudar: (quem) => escolher('quemPode', quem) })}
    ${marca(folha.id('anonimo'), textos.anonimo, tipo.anonimo ?? false, (anonimo) => construtor.mudar({ anonimo }))}
    ${folha.erro('anonimo') ? html`<p class="erro">${folha.erro('anonimo')}</p>` : ''}
    ${marca(folha.id('prioridade'), textos.prioridade, tipo.prioridade ?? false, (prioridade) => construtor.mudar({ prioridade }))}
    ${raros(
      construtor,
      textos.sigilo,
      ['sigilo'],
      escolha({
        ...de('sigilo'),
        rotulo: textos.sigilo,
        ajuda: textos.sigiloAjuda,
        valor: tipo.sigilo === 'publico' ? '' : (tipo.sigilo ?? ''),
        opcoes: textos.sigilos,
        mudar: (sigilo) => escolher('sigilo', sigilo),
      }),
    )}`,
  )
}
