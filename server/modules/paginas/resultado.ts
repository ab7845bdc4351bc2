import { html } from 'hono/html'
import type { Consulta, ConsultaNivel2, Tramite } from '../../contract/consulta.js'
import type { Mensagem } from '../../contract/mensagens.js'
import {
  escreverData,
  escreverDataHora,
  escreverDiasRestantes,
  escreverTamanho,
  escreverTramite,
  nomesDeResultado,
  nomesDeSituacao,
  proximoPasso,
} from '../../contract/palavras.js'
import type { Anexo } from '../../contract/protocolos.js'
import { emAberto, type Situacao } from '../../domain/situacao.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Html } from './moldura.js'

const cores: Record<Situacao, string> = {
  nao_analisado: 'neutra',
  em_andamento: '',
  pendente: 'atencao',
  parado: 'pausa',
  encerrado: 'certa',
  cancelado: 'neutra',
}

/** What was found, read to the end without a script. `codigo` is the access code with which it was. */
export function resultado(entidade: EntidadeAberta, consulta: Consulta, codigo = ''): Html {
  const { numero, tipo, situacao, resultado } = consulta
  return html`
    <section class="quadro" aria-labelledby="numero-do-protocolo">
      <div class="linha entre">
        <div><p class="fraco">${tipo}</p><h2 class="numero" id="numero-do-protocolo">${numero}</h2></div>
        <span class="situacao ${cores[situacao]}">${nomesDeSituacao[situacao]}${resultado ? `: ${nomesDeResultado[resultado].toLowerCase()}` : ''}</span>
      </div>
      <p class="${situacao === 'pendente' ? 'aviso' : ''}">${proximoPasso(situacao, consulta.diasRestantes, resultado)}</p>
      ${fatos(entidade, consulta)}
      ${consulta.nivel === 2 ? detalhes(entidade, consulta, codigo) : html`<p class="fraco">Com o código de acesso, que está no comprovante, você vê também o andamento completo e os documentos.</p>`}
    </section>`
}

function fatos({ arquivo }: EntidadeAberta, consulta: Consulta): Html {
  const { abertoEm, encerradoEm, unidade, prazo, diasRestantes, situacao } = consulta
  return html`
      <dl class="fatos">
        <div><dt>Aberto em</dt><dd>${escreverDataHora(abertoEm, arquivo.fuso)}</dd></div>
        <div><dt>Está com</dt><dd>${unidade}</dd></div>
        ${
          encerradoEm
            ? html`<div><dt>Concluído em</dt><dd>${escreverDataHora(encerradoEm, arquivo.fuso)}</dd></div>`
            : emAberto(situacao)
              ? html`<div><dt>Resposta até</dt><dd>${escreverData(prazo)} <span class="fraco">(${escreverDiasRestantes(diasRestantes)})</span></dd></div>`
              : ''
        }
      </dl>`
}

function detalhes(entidade: EntidadeAberta, consulta: ConsultaNivel2, codigo: string): Html {
  const { requerente, respostas, anexos, tramites, mensagens } = consulta
  const baixar = (rotulo: string, caminho: string, id?: string) => html`
        <form method="post" action="/${entidade.codigo}/consulta/${caminho}">
          <input type="hidden" name="numero" value="${consulta.numero}"><input type="hidden" name="orgao" value="${consulta.orgao.sigla}">
          <input type="hidden" name="codigo" value="${codigo}">${id ? html`<input type="hidden" name="id" value="${id}">` : ''}
          <button class="botao-texto">${rotulo}</button>
        </form>`
  const arquivo = (anexo: Anexo, documento?: string) => html`
        <li class="arquivo"><div><b>${documento || anexo.nome}</b><p class="fraco">${documento ? `${anexo.nome} · ` : ''}${escreverTamanho(anexo.tamanho)}</p></div>
          ${baixar('Baixar', 'arquivo', anexo.id)}</li>`
  return html`
      <h3>Andamento</h3>
      <ol class="andamento">${tramites.map((tramite) => passo(entidade, tramite, arquivo))}</ol>
      ${mensagens.length > 0 ? html`<h3>Mensagens</h3><ol class="andamento">${mensagens.map((mensagem) => fala(entidade, mensagem))}</ol>` : ''}
      <h3>O pedido</h3>
      <dl class="respostas">
        ${requerente ? html`<div><dt>Quem pediu</dt><dd>${requerente}</dd></div>` : ''}
        ${respostas.map(({ rotulo, valor }) => html`<div><dt>${rotulo}</dt><dd>${valor}</dd></div>`)}
      </dl>
      ${anexos.length > 0 ? html`<h3>Documentos enviados</h3><ul class="arquivos">${anexos.map((anexo) => arquivo(anexo, anexo.documento))}</ul>` : ''}
      ${baixar('Baixar o comprovante em PDF', 'comprovante')}`
}

function passo({ arquivo: { fuso } }: EntidadeAberta, tramite: Tramite, arquivo: (anexo: Anexo) => Html): Html {
  const { em, unidade, texto, anexos } = tramite
  return html`
        <li><b>${escreverTramite(tramite)}</b>
          <p class="fraco">${escreverDataHora(em, fuso)}${unidade ? ` · ${unidade}` : ''}</p>
          ${texto ? html`<p class="texto">${texto}</p>` : ''}
          ${anexos.length > 0 ? html`<ul class="arquivos">${anexos.map((anexo) => arquivo(anexo))}</ul>` : ''}
        </li>`
}

function fala({ arquivo: { fuso } }: EntidadeAberta, { em, unidade, texto }: Mensagem): Html {
  return html`
        <li><b>${unidade ?? 'Quem pediu'}</b>
          <p class="fraco">${escreverDataHora(em, fuso)}</p>
          <p class="texto">${texto}</p>
        </li>`
}
