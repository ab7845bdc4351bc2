import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { formatos } from '../../../../../server/contract/regras.js'
import type { Campo, Condicao, DocumentoPedido, EspecieDeCampo, Formato } from '../../../../../server/contract/tipo.js'
import { emPortugues } from '../../../../parts/campos/da-entidade.js'
import { titulo } from '../../../../parts/titulo.js'
import { administracao } from '../../../../texts/gestao-administracao.pt-BR.js'
import { area, deMegabytes, emMegabytes, escolha, linha, marca, marcas } from '../campos.js'
import type { Construtor } from './construtor.js'
import { caminhoDe, campoNovo, type Lista, lerOpcoes, nomeDe } from './edicao.js'

const textos = administracao.construtor
const especies = Object.keys(textos.especies) as EspecieDeCampo[]

/** The questions, or the documents, in their order; one of them open. */
export function itens(construtor: Construtor, lista: Lista): TemplateResult {
  const { tipo, folha } = construtor
  const { nivel } = construtor.administracao.lugar.host
  const todos: readonly (Campo | DocumentoPedido)[] = tipo[lista] as readonly (Campo | DocumentoPedido)[]
  return html`<section class="pilha-curta">
    ${titulo(nivel + 2, textos[lista], 'subtitulo')}
    ${todos.length === 0 ? html`<p class="secundario">${lista === 'campos' ? textos.semPerguntas : textos.semDocumentos}</p>` : nothing}
    <ol class="linhas" role="list">
      ${todos.map((item, n) => item_(construtor, lista, item, { primeiro: n === 0, ultimo: n === todos.length - 1 }))}
    </ol>
    <div class="linha">
      <button type="button" class="botao botao-fraco" id=${folha.id(`${lista}-nova`)} @click=${() => construtor.acrescentar(lista)}>
        ${lista === 'campos' ? textos.novaPergunta : textos.novoDocumento}
      </button>
    </div>
  </section>`
}

function item_(
  construtor: Construtor,
  lista: Lista,
  item: Campo | DocumentoPedido,
  { primeiro, ultimo }: { primeiro: boolean; ultimo: boolean },
): TemplateResult {
  const { folha } = construtor
  const caminho = caminhoDe(lista, item.codigo)
  const nome = nomeDe(item)
  const aberto = construtor.aberto === caminho
  const erros = folha.erros.filter((erro) => erro.caminho.startsWith(caminho)).length
  const mover = (passo: 1 | -1) => construtor.mover(lista, item.codigo, passo)
  return html`<li class="item ${aberto ? 'aberto' : ''} ${erros ? 'com-erro' : ''}" id=${folha.id(caminho)} tabindex="-1">
    <div class="cabeca-do-item">
      <div class="cresce">
        <b>${emPortugues(nome)}${item.obrigatorio ? html`<span class="exigido" aria-hidden="true"> *</span><span class="so-leitor"> (${textos.obrigatorio})</span>` : nothing}</b>
        <p class="secundario">${'especie' in item ? textos.especies[item.especie] : textos.documento}${item.quando ? ` · ${textos.comCondicao}` : nothing}</p>
      </div>
      <div class="linha botoes-do-item">
        <button type="button" class="botao botao-texto" id=${folha.id(`${caminho}.subir`)} ?disabled=${primeiro} aria-label=${textos.subirQual(nome)} @click=${() => mover(-1)}><span aria-hidden="true">↑</span></button>
        <button type="button" class="botao botao-texto" id=${folha.id(`${caminho}.descer`)} ?disabled=${ultimo} aria-label=${textos.descerQual(nome)} @click=${() => mover(1)}><span aria-hidden="true">↓</span></button>
        <button type="button" class="botao botao-texto" id=${folha.id(`${caminho}.abrir`)} aria-expanded=${aberto ? 'true' : 'false'} aria-label=${aberto ? textos.fecharQual(nome) : textos.mudarQual(nome)} @click=${() => (aberto ? construtor.fechar() : construtor.abrir(lista, item.codigo))}>${aberto ? textos.fechar : textos.mudar}</button>
        <button type="button" class="botao botao-texto" aria-label=${textos.tirarQual(nome)} @click=${() => construtor.tirar(lista, item.codigo)}>${textos.tirar}</button>
      </div>
    </div>
    ${aberto ? keyed(caminho.split('[')[0], html`<div class="pilha-curta dentro-do-item">${'especie' in item ? pergunta(construtor, item) : documento(construtor, item)}</div>`) : nothing}
  </li>`
}

function pergunta(construtor: Construtor, campo: Campo): TemplateResult {
  const { folha } = construtor
  const em = (nome: string) => `${caminhoDe('campos', campo.codigo)}.${nome}`
  const quadro = (nome: string) => ({ id: folha.id(em(nome)), erro: folha.erro(em(nome)) })
  const mudar = (mudanca: object) => construtor.mudarItem('campos', campo.codigo, mudanca)
  const trocar = (especie: string) => {
    const nova = especies.find((uma) => uma === especie)
    if (!nova) return
    const limpos = {
      opcoes: undefined,
      mascara: undefined,
      digito: undefined,
      minimo: undefined,
      maximo: undefined,
      casas: undefined,
      unidade: undefined,
    }
    mudar({ ...limpos, ...campoNovo(campo.codigo, nova, campo), rotulo: campo.rotulo })
  }
  return html`${linha({ ...quadro('rotulo'), rotulo: textos.rotulo, valor: campo.rotulo, obrigatorio: true, mudar: (rotulo) => mudar({ rotulo }) })}
    ${escolha({ ...quadro('especie'), rotulo: textos.especie, valor: campo.especie, opcoes: especies.map((valor) => ({ valor, rotulo: textos.especies[valor] })), mudar: trocar })}
    ${
      'opcoes' in campo
        ? area({
            ...quadro('opcoes'),
            rotulo: textos.opcoes,
            ajuda: textos.opcoesAjuda,
            valor: campo.opcoes.map(({ rotulo }) => rotulo).join('\n'),
            linhas: Math.min(12, campo.opcoes.length + 1),
            obrigatorio: true,
            mudar: (escritas) => mudar({ opcoes: lerOpcoes(campo.opcoes, escritas) }),
          })
        : nothing
    }
    ${campo.especie === 'codigo' ? linha({ ...quadro('mascara'), rotulo: textos.mascara, ajuda: textos.mascaraAjuda, valor: campo.mascara, curta: true, obrigatorio: true, mudar: (mascara) => mudar({ mascara }) }) : nothing}
    ${linha({ ...quadro('ajuda'), rotulo: textos.ajuda, ajuda: textos.ajudaAjuda, valor: campo.ajuda ?? '', maximo: 4000, mudar: (ajuda) => mudar({ ajuda }) })}
    ${linha({ ...quadro('grupo'), rotulo: textos.titulo, ajuda: textos.tituloAjuda, valor: campo.grupo ?? '', mudar: (grupo) => mudar({ grupo }) })}
    ${marca(folha.id(em('obrigatorio')), textos.eObrigatoria, campo.obrigatorio ?? false, (obrigatorio) => mudar({ obrigatorio }))}
    ${limites(construtor, em, campo, mudar)}
    ${condicao(construtor, em('quando'), antesDe(construtor, campo.codigo), campo.quando, (quando) => mudar({ quando }))}`
}

type Limite = 'minimo' | 'maximo' | 'casas' | 'unidade'

/** What an answer may be at least and at most; which of them there are depends on the kind of the question. */
function limites(
  { folha }: Construtor,
  em: (nome: string) => string,
  campo: Campo,
  mudar: (mudanca: object) => void,
): TemplateResult | typeof nothing {
  const rotulos: Partial<Record<Limite, string>> = textos.limites[campo.especie as keyof typeof textos.limites] ?? {}
  const nomes = Object.keys(rotulos) as Limite[]
  const temDigito = campo.especie === 'codigo'
  if (nomes.length === 0 && !temDigito) return nothing
  const emTexto = campo.especie === 'data' || campo.especie === 'hora'
  const fator = campo.especie === 'dinheiro' ? 100 : 1
  const ler = (nome: Limite): string => {
    const valor: unknown = Object(campo)[nome]
    return typeof valor === 'number' ? String(valor / fator) : String(valor ?? '')
  }
  const escrever = (nome: Limite, texto: string) => {
    const limpo = texto.trim()
    mudar({ [nome]: limpo === '' ? undefined : emTexto || nome === 'unidade' ? limpo : Math.round(Number(limpo) * fator * 1e6) / 1e6 })
  }
  return html`<details ?open=${nomes.some((nome) => folha.erro(em(nome)))}>
    <summary>${temDigito ? textos.digito : textos.limitesDaResposta}</summary>
    <div class="grade-de-campos recuada">
      ${nomes.map((nome) => linha({ id: folha.id(em(nome)), erro: folha.erro(em(nome)), rotulo: rotulos[nome] ?? '', ajuda: campo.especie === 'data' ? textos.limiteDeData : undefined, type: emTexto || nome === 'unidade' ? 'text' : 'number', valor: ler(nome), mudar: (texto) => escrever(nome, texto) }))}
      ${temDigito ? marca(folha.id(em('digito')), textos.digitoConfere, campo.digito !== undefined, (sim) => mudar({ digito: sim ? 'modulo11' : undefined })) : nothing}
    </div>
  </details>`
}

function documento(construtor: Construtor, pedido: DocumentoPedido): TemplateResult {
  const { folha } = construtor
  const em = (nome: string) => `${caminhoDe('documentos', pedido.codigo)}.${nome}`
  const quadro = (nome: string) => ({ id: folha.id(em(nome)), erro: folha.erro(em(nome)) })
  const mudar = (mudanca: object) => construtor.mudarItem('documentos', pedido.codigo, mudanca)
  return html`${linha({ ...quadro('nome'), rotulo: textos.nomeDoDocumento, valor: pedido.nome, obrigatorio: true, mudar: (nome) => mudar({ nome }) })}
    ${linha({ ...quadro('ajuda'), rotulo: textos.ajuda, valor: pedido.ajuda ?? '', maximo: 4000, mudar: (ajuda) => mudar({ ajuda }) })}
    ${marcas({
      ...quadro('formatos'),
      rotulo: textos.formatos,
      ajuda: textos.formatosAjuda,
      opcoes: formatos.map((valor) => ({ valor, rotulo: valor.toUpperCase() })),
      marcadas: pedido.formatos ?? [],
      mudar: (marcados) => mudar({ formatos: marcados.length > 0 ? (marcados as Formato[]) : undefined }),
    })}
    ${linha({ ...quadro('quantos'), rotulo: textos.quantos, valor: String(pedido.quantos ?? 1), type: 'number', curta: true, mudar: (n) => mudar({ quantos: Number(n) > 1 ? Number(n) : undefined }) })}
    ${linha({ ...quadro('tamanho'), rotulo: textos.tamanho, ajuda: textos.tamanhoAjuda, valor: emMegabytes(pedido.tamanho), type: 'number', curta: true, mudar: (mega) => mudar({ tamanho: deMegabytes(mega) }) })}
    ${marca(folha.id(em('obrigatorio')), textos.documentoObrigatorio, pedido.obrigatorio ?? false, (obrigatorio) => mudar({ obrigatorio }))}
    ${condicao(construtor, em('quando'), construtor.tipo.campos as Campo[], pedido.quando, (quando) => mudar({ quando }))}`
}

function antesDe({ tipo }: Construtor, codigo: string): Campo[] {
  const campos = tipo.campos as Campo[]
  return campos.slice(
    0,
    campos.findIndex((campo) => campo.codigo === codigo),
  )
}

/** Whether it shows always, or by what was answered to a question that comes before. */
function condicao(
  { folha }: Construtor,
  caminho: string,
  antes: readonly Campo[],
  atual: Condicao | undefined,
  mudar: (quando: Condicao | undefined) => void,
): TemplateResult | typeof nothing {
  const possiveis = antes.filter(({ especie }) => especie === 'escolha' || especie === 'escolhas' || especie === 'sim-nao')
  const dela = antes.find(({ codigo }) => codigo === atual?.campo)
  const erro = folha.erros.find((um) => um.caminho.startsWith(caminho))?.mensagem
  if (possiveis.length === 0 && !atual) return nothing
  const respostas = dela && 'opcoes' in dela ? dela.opcoes : textos.simNao
  const ler = (valor: string) => (dela?.especie === 'sim-nao' ? valor === 'sim' : valor)
  const escrever = (valor: string | boolean) => (typeof valor === 'boolean' ? (valor ? 'sim' : 'nao') : valor)
  const primeira = (codigo: string) => {
    const campo = possiveis.find((um) => um.codigo === codigo)
    if (campo) mudar({ campo: codigo, em: ['opcoes' in campo ? (campo.opcoes[0]?.valor ?? '') : true] })
    else mudar(undefined)
  }
  return html`${escolha({
    id: folha.id(caminho),
    rotulo: textos.quando,
    valor: atual?.campo ?? '',
    ...(erro && { erro }),
    opcoes: [
      { valor: '', rotulo: textos.sempre },
      ...(atual && !dela ? [{ valor: atual.campo, rotulo: atual.campo }] : []),
      ...possiveis.map(({ codigo, rotulo }) => ({ valor: codigo, rotulo: textos.quandoA(rotulo) })),
    ],
    mudar: primeira,
  })}
  ${
    atual && dela
      ? marcas({
          id: folha.id(`${caminho}.em`),
          rotulo: textos.quandoFor,
          opcoes: respostas,
          marcadas: atual.em.map(escrever),
          mudar: (marcadas) => mudar({ ...atual, em: marcadas.map(ler) }),
        })
      : nothing
  }`
}
