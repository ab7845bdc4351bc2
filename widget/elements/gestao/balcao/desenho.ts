import { html, nothing, type TemplateResult } from 'lit'
import { keyed } from 'lit/directives/keyed.js'
import { aceitos, diaEm, motivosDePrioridade } from '../../../../server/contract/regras.js'
import type { Campo, DocumentoPedido } from '../../../../server/contract/tipo.js'
import type { Cartao } from '../../../client/api.js'
import { aviso } from '../../../parts/aviso.js'
import { campoDoFormulario } from '../../../parts/campos/campo.js'
import { emPortugues, erroComRotulo } from '../../../parts/campos/da-entidade.js'
import { campoDeLinha } from '../../../parts/campos/linha.js'
import { descricaoDe, type Formulario, idDe, moldura } from '../../../parts/campos/moldura.js'
import { cartoes } from '../../../parts/campos/opcoes.js'
import { agrupar } from '../../../parts/campos/respostas.js'
import { linhaDeEnvio } from '../../../parts/envio.js'
import { resumoDeErros } from '../../../parts/erros.js'
import { avisoDeFalha } from '../../../parts/falha.js'
import { aoEnviar, botaoDeEnviar } from '../../../parts/formulario.js'
import { seletor } from '../../../parts/seletor.js'
import { titulo } from '../../../parts/titulo.js'
import { balcao as textos } from '../../../texts/balcao.pt-BR.js'
import { processoDaGestao } from '../../../texts/gestao-processo.pt-BR.js'
import { passos } from '../../../texts/novo-passos.pt-BR.js'
import type { Balcao } from './balcao.js'

/** The whole form on one page; then the receipt to print. */
export function desenharBalcao(balcao: Balcao, cartao: Cartao): TemplateResult {
  if (balcao.recibo) return balcao.recibo.desenhar()
  const { host } = balcao.lugar
  const formulario = formularioDo(balcao, cartao)
  const erros = balcao.erros.map(({ caminho, mensagem }) => ({
    id: idDe(host.prefixo, caminho),
    ...erroComRotulo(mensagem, daEntidade(balcao, caminho), nosso(caminho)),
  }))
  return html`<p class="nao-imprime">${balcao.lugar.voltar()}</p>
    <div>
      ${titulo(host.nivel, textos.titulo)}
      <p class="secundario">${textos.explicacao}</p>
    </div>
    ${balcao.falta ? avisoDeFalha(balcao.falta, { textos: host.comuns, tentar: () => void balcao.trazer() }) : nothing}
    <form class="pilha estreita" novalidate @submit=${aoEnviar(() => balcao.enviar())}>
      ${resumoDeErros(passos.erros.titulo(erros.length), erros)} ${balcao.recado ? aviso({ tom: 'atencao', conteudo: html`<p>${balcao.recado}</p>`, alerta: true }) : nothing}
      ${balcao.falha ? avisoDeFalha(balcao.falha, { textos: host.comuns, mais: passos.revisao.semPerda }) : nothing}
      <p class="secundario">${textos.obrigatorios}</p>
      ${canal(balcao)} ${servico(balcao)} ${quem(balcao, formulario, cartao)} ${balcao.tipo ? doTipo(balcao, formulario, cartao) : nothing}
      <div class="linha">
        ${botaoDeEnviar(balcao.indo, textos.enviar, textos.enviando)}
        <button type="button" class="botao botao-texto" @click=${() => balcao.limpar()}>${textos.limpar}</button>
        <p class="secundario">${textos.guardado}</p>
      </div>
    </form>`
}

function daEntidade({ tipo }: Balcao, caminho: string): string | undefined {
  const [raiz, codigo, parte] = caminho.split('.')
  if (raiz === 'anexos') return tipo?.documentos.find((documento) => documento.codigo === codigo)?.nome
  return raiz === 'respostas' && !parte ? tipo?.campos.find((campo) => campo.codigo === codigo)?.rotulo : undefined
}

function nosso(caminho: string): string | undefined {
  const rotulos = new Map([
    ['canal', textos.canal],
    ['tipo', textos.servico],
    ['requerente.nome', textos.nome],
    ['requerente.documento', textos.documento],
    ['requerente.telefone', textos.telefone],
    ['requerente.email', textos.email],
  ])
  return rotulos.get(caminho)
}

function formularioDo(balcao: Balcao, { fuso }: Cartao): Formulario {
  return {
    prefixo: balcao.lugar.host.prefixo,
    hoje: diaEm(fuso, new Date()),
    textos: passos,
    auxilios: balcao.auxilios,
    ler: (caminho) => balcao.ler(caminho),
    erro: (caminho) => balcao.erro(caminho),
    mudar: (caminho, valor) => balcao.mudar(caminho, valor),
    sair: () => balcao.lugar.desenhar(),
    anunciarDepois: (texto) => balcao.anunciarDepois(texto),
  }
}

function canal(balcao: Balcao): TemplateResult {
  const quadro = { id: idDe(balcao.lugar.host.prefixo, 'canal'), rotulo: textos.canal, obrigatorio: true, erro: balcao.erro('canal') }
  const opcoes = (['balcao', 'telefone'] as const).map((valor) => ({ valor, rotulo: textos.canais[valor] }))
  return cartoes(quadro, opcoes, balcao.valor('canal'), (valor) => balcao.mudar('canal', valor))
}

/** The Carta de Serviços in its own groups. */
function servico(balcao: Balcao): TemplateResult {
  const quadro = { id: idDe(balcao.lugar.host.prefixo, 'tipo'), rotulo: textos.servico, obrigatorio: true, erro: balcao.erro('tipo') }
  const escolhido = balcao.valor('tipo')
  const mudar = ({ target }: Event) => target instanceof HTMLSelectElement && void balcao.escolher(target.value)
  const grupos = [...new Set(balcao.tipos.map(({ grupo }) => grupo))]
  return moldura(
    quadro,
    html`<select
      class="entrada"
      id=${quadro.id}
      name="tipo"
      aria-required="true"
      aria-invalid=${quadro.erro ? 'true' : nothing}
      aria-describedby=${descricaoDe(quadro)}
      @change=${mudar}
    >
      <option value="" ?selected=${!escolhido}>${textos.escolhaServico}</option>
      ${grupos.map(
        (grupo) =>
          html`<optgroup lang="pt-BR" label=${grupo}>
            ${balcao.tipos
              .filter((tipo) => tipo.grupo === grupo)
              .map(({ codigo, nome }) => html`<option value=${codigo} ?selected=${codigo === escolhido}>${nome}</option>`)}
          </optgroup>`,
      )}
    </select>`,
    escolhido && !balcao.tipo && !balcao.falta ? html`<p class="secundario" role="status">${textos.carregando}</p>` : nothing,
  )
}

function quem(balcao: Balcao, formulario: Formulario, { matricula }: Cartao): TemplateResult {
  const linha = (campo: Campo) =>
    campoDeLinha(campo, `requerente.${campo.codigo}`, formulario, {
      autocomplete: 'off',
      ...(!campo.obrigatorio && { nota: '(se tiver)' }),
    })
  return html`<section class="pilha">
    ${titulo(balcao.lugar.host.nivel + 1, textos.quem, 'subtitulo assunto-do-grupo')}
    ${linha({ codigo: 'nome', especie: 'texto', rotulo: textos.nome, obrigatorio: true })}
    ${linha({ codigo: 'documento', especie: 'cpf-ou-cnpj', rotulo: textos.documento, obrigatorio: true })}
    ${
      matricula
        ? linha({
            codigo: 'matricula',
            especie: 'codigo',
            rotulo: matricula.rotulo,
            mascara: matricula.mascara,
            obrigatorio: matricula.obrigatoria ?? false,
          })
        : nothing
    }
    ${linha({ codigo: 'telefone', especie: 'telefone', rotulo: textos.telefone })}
    ${linha({ codigo: 'email', especie: 'email', rotulo: textos.email, ajuda: textos.emailAjuda })}
    ${balcao.tipo?.prioridade ? prioridade(balcao) : nothing}
  </section>`
}

function prioridade(balcao: Balcao): TemplateResult {
  const id = idDe(balcao.lugar.host.prefixo, 'prioridade')
  const mudar = ({ target }: Event) => target instanceof HTMLSelectElement && balcao.mudar('requerente.prioridade', target.value)
  const atual = balcao.valor('requerente.prioridade')
  return moldura(
    { id, rotulo: textos.prioridade },
    html`<select class="entrada" id=${id} @change=${mudar}>
      <option value="" ?selected=${!atual}>${textos.semPrioridade}</option>
      ${motivosDePrioridade.map((motivo) => html`<option value=${motivo} ?selected=${motivo === atual}>${processoDaGestao.prioridades[motivo]}</option>`)}
    </select>`,
  )
}

/** The tipo's own questions and documents. */
function doTipo(balcao: Balcao, formulario: Formulario, cartao: Cartao): TemplateResult {
  const nivel = balcao.lugar.host.nivel + 1
  const { campos, documentos } = balcao
  return html`${
    campos.length > 0
      ? html`<section class="pilha">
          ${titulo(nivel, textos.pedido, 'subtitulo assunto-do-grupo')}
          ${agrupar(campos).map(
            (grupo) => html`${grupo.nome ? titulo(nivel + 1, emPortugues(grupo.nome), 'subtitulo') : nothing}
            ${grupo.campos.map((campo) => keyed(campo.codigo, campoDoFormulario(campo, `respostas.${campo.codigo}`, formulario, cartao.cep)))}`,
          )}
        </section>`
      : nothing
  }
  ${
    documentos.length > 0
      ? html`<section class="pilha">
          ${titulo(nivel, textos.documentos, 'subtitulo assunto-do-grupo')}
          ${balcao.erro('anexos') ? html`<p class="erro" id=${idDe(formulario.prefixo, 'anexos')} tabindex="-1">${balcao.erro('anexos')}</p>` : nothing}
          <ul class="arquivos" role="list">${documentos.map((pedido) => documento(balcao, pedido, cartao))}</ul>
        </section>`
      : nothing
  }`
}

function documento(balcao: Balcao, pedido: DocumentoPedido, cartao: Cartao): TemplateResult {
  const { envios, lugar } = balcao
  const id = idDe(lugar.host.prefixo, `anexos.${pedido.codigo}`)
  const erro = balcao.erro(`anexos.${pedido.codigo}`)
  const arquivos = envios.de(pedido.codigo)
  const bons = arquivos.filter(({ situacao }) => situacao !== 'recusado').length
  const focar = () => void lugar.host.focar(`#${CSS.escape(id)}`)
  const tirar = (chave: number) => {
    envios.remover(chave)
    focar()
  }
  const tentar = (chave: number) => {
    envios.tentar(chave)
    focar()
  }
  return html`<li id=${id} tabindex="-1" class="documento ${erro ? 'com-erro' : ''}">
    <div class="linha entre ao-alto sem-quebra">
      <div class="cresce">
        <b>${emPortugues(pedido.nome)}${pedido.obrigatorio ? html`<span class="exigido" aria-hidden="true"> *</span><span class="so-leitor"> (${passos.campo.obrigatorio})</span>` : nothing}</b>
        ${pedido.ajuda ? html`<p class="ajuda" lang="pt-BR">${pedido.ajuda}</p>` : nothing} ${erro ? html`<p class="erro" id="${id}-erro">${erro}</p>` : nothing}
      </div>
      ${
        bons < (pedido.quantos ?? 1)
          ? seletor({
              id: `${id}-escolher`,
              texto: passos.documentos.escolher,
              nome: passos.documentos.escolherPara(pedido.nome),
              classe: 'botao botao-texto',
              aceita: aceitos(pedido),
              varios: (pedido.quantos ?? 1) > 1,
              ...(erro && { descricao: `${id}-erro`, errado: true }),
              aoEscolher: (novos) => envios.adicionar(novos, balcao.documentos, cartao.anexos, pedido.codigo),
            })
          : nothing
      }
    </div>
    ${arquivos.map((arquivo) =>
      linhaDeEnvio(arquivo, { textos: passos.documentos, tirar: () => tirar(arquivo.chave), tentar: () => tentar(arquivo.chave) }),
    )}
  </li>`
}
