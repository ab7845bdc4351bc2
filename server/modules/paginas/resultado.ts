import { html } from 'hono/html'
import { escreverAdiamento } from '../../contract/adiamento.js'
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
import type { PendenciaParaLer } from '../../contract/pendencias.js'
import type { Anexo } from '../../contract/protocolos.js'
import { escreverValidade } from '../../contract/validade.js'
import type { Dia } from '../../domain/prazo.js'
import { emAberto, type Situacao } from '../../domain/situacao.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { chamar } from '../entidades/nomes.js'
import type { Html } from './moldura.js'

const cores: Record<Situacao, string> = {
  nao_analisado: 'neutra',
  em_andamento: '',
  pendente: 'atencao',
  parado: 'pausa',
  encerrado: 'certa',
  cancelado: 'neutra',
}

/** With which all of it was found, and the day in the entidade's time zone. */
export interface ComCodigo {
  codigo: string
  hoje: Dia
}

/** What was found, read to the end without a script. */
export function resultado(entidade: EntidadeAberta, consulta: Consulta, comCodigo?: ComCodigo): Html {
  const { numero, tipo, situacao, resultado } = consulta
  const dizer = chamar(entidade)
  return html`
    <section class="quadro" aria-labelledby="numero-do-protocolo">
      <div class="linha entre">
        <div><p class="fraco">${tipo}</p><h2 class="numero" id="numero-do-protocolo">${numero}</h2></div>
        <span class="situacao ${cores[situacao]}">${dizer(nomesDeSituacao[situacao])}${resultado ? `: ${dizer(nomesDeResultado[resultado]).toLowerCase()}` : ''}</span>
      </div>
      <p class="${situacao === 'pendente' ? 'aviso' : ''}">${consulta.nivel === 2 && consulta.pendencias.length > 0 ? 'Falta a sua resposta. Veja abaixo o que o setor pediu.' : dizer(proximoPasso(situacao, consulta.diasRestantes, resultado))}</p>
      ${fatos(entidade, consulta)}
      ${consulta.nivel === 2 && comCodigo ? detalhes(entidade, consulta, comCodigo) : html`<p class="fraco">Com o código de acesso, que está no comprovante, você vê também o andamento completo e os documentos.</p>`}
    </section>`
}

function fatos(entidade: EntidadeAberta, consulta: Consulta): Html {
  const { arquivo } = entidade
  const dizer = chamar(entidade)
  const { abertoEm, encerradoEm, unidade, prazo, diasRestantes, situacao } = consulta
  return html`
      <dl class="fatos">
        <div><dt>${dizer('Aberto em')}</dt><dd>${escreverDataHora(abertoEm, arquivo.fuso)}</dd></div>
        <div><dt>Está com</dt><dd>${unidade}</dd></div>
        ${
          encerradoEm
            ? html`<div><dt>${dizer('Concluído em')}</dt><dd>${escreverDataHora(encerradoEm, arquivo.fuso)}</dd></div>`
            : emAberto(situacao)
              ? html`<div><dt>Resposta até</dt><dd>${escreverData(prazo)} <span class="fraco">(${escreverDiasRestantes(diasRestantes)})</span></dd></div>`
              : ''
        }
      </dl>
      ${consulta.nivel === 2 && consulta.prazoAdiado ? html`<p class="fraco">${escreverAdiamento(consulta.prazoAdiado, prazo, arquivo.fuso)}</p>` : ''}`
}

function detalhes(entidade: EntidadeAberta, consulta: ConsultaNivel2, { codigo, hoje }: ComCodigo): Html {
  const { requerente, respostas, anexos, tramites, mensagens, pendencias, documentoEmitido } = consulta
  const emitido = tramites.flatMap((tramite) => tramite.anexos).find(({ id }) => id === documentoEmitido?.anexo)
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
      ${emitido && documentoEmitido ? html`<h3>Documento emitido</h3><p class="fraco">${escreverValidade(documentoEmitido.validade, hoje)}.</p><ul class="arquivos">${arquivo(emitido, documentoEmitido.nome)}</ul>` : ''}
      ${pendencias.length > 0 ? html`<h3>O que o setor pediu</h3><ol class="andamento">${pendencias.map(pedida)}</ol>${comoResponder}` : ''}
      <h3>Andamento</h3>
      <ol class="andamento">${tramites.map((tramite) => passo(entidade, tramite, arquivo))}</ol>
      ${mensagens.length > 0 ? html`<h3>Mensagens</h3><ol class="andamento">${mensagens.map((mensagem) => fala(entidade, mensagem))}</ol>` : ''}
      <h3>${chamar(entidade)('O pedido')}</h3>
      <dl class="respostas">
        ${requerente ? html`<div><dt>Quem pediu</dt><dd>${requerente}</dd></div>` : ''}
        ${respostas.map(({ rotulo, valor }) => html`<div><dt>${rotulo}</dt><dd>${valor}</dd></div>`)}
      </dl>
      ${anexos.length > 0 ? html`<h3>Documentos enviados</h3><ul class="arquivos">${anexos.map((anexo) => arquivo(anexo, anexo.documento))}</ul>` : ''}
      ${baixar('Baixar o comprovante em PDF', 'comprovante')}`
}

function pedida({ texto, prazo, diasRestantes, correcao }: PendenciaParaLer): Html {
  const oque = correcao && ('campo' in correcao ? correcao.campo.rotulo : (correcao.documento ?? correcao.anexo.nome))
  return html`
        <li>${oque ? html`<b>Correção: ${oque}</b>` : ''}
          <p class="texto">${texto}</p>
          <p class="fraco">Responder até <b>${escreverData(prazo)}</b> (${escreverDiasRestantes(diasRestantes)})${diasRestantes < 0 ? '. Sua resposta ainda é aceita.' : ''}</p>
        </li>`
}

const comoResponder = html`<p>Para responder por aqui, é preciso um navegador com JavaScript: consulte de novo com o número e o código de acesso. Sem ele, fale com o setor e diga o número: os contatos estão no fim da página.</p>`

function passo(entidade: EntidadeAberta, tramite: Tramite, arquivo: (anexo: Anexo) => Html): Html {
  const { em, unidade, texto, anexos, porProcuracao } = tramite
  return html`
        <li><b>${chamar(entidade)(escreverTramite(tramite))}</b>
          <p class="fraco">${escreverDataHora(em, entidade.arquivo.fuso)}${unidade ? ` · ${unidade}` : ''}${porProcuracao ? ` · Por procuração: ${porProcuracao}` : ''}</p>
          ${texto ? html`<p class="texto">${texto}</p>` : ''}
          ${anexos.length > 0 ? html`<ul class="arquivos">${anexos.map((anexo) => arquivo(anexo))}</ul>` : ''}
        </li>`
}

function fala({ arquivo: { fuso } }: EntidadeAberta, { em, unidade, texto, porProcuracao }: Mensagem): Html {
  return html`
        <li><b>${unidade ?? (porProcuracao ? `Por procuração: ${porProcuracao}` : 'Quem pediu')}</b>
          <p class="fraco">${escreverDataHora(em, fuso)}</p>
          <p class="texto">${texto}</p>
        </li>`
}
