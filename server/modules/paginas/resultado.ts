import { html } from 'hono/html'
import { escreverAdiamento } from '../../contract/adiamento.js'
import type { Consulta, ConsultaNivel2, Tramite } from '../../contract/consulta.js'
import type { FraseDaPagina } from '../../contract/idiomas/paginas-es.js'
import type { Mensagem } from '../../contract/mensagens.js'
import { escreverData, escreverDataHora, escreverTamanho, escreverTramite, proximoPasso } from '../../contract/palavras.js'
import type { PendenciaParaLer } from '../../contract/pendencias.js'
import type { Anexo } from '../../contract/protocolos.js'
import { escreverValidade } from '../../contract/validade.js'
import type { Dia } from '../../domain/prazo.js'
import { emAberto, type Situacao } from '../../domain/situacao.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Fala } from './fala.js'
import { deles, type Html } from './moldura.js'

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
export function resultado(entidade: EntidadeAberta, fala: Fala, consulta: Consulta, comCodigo?: ComCodigo): Html {
  const { numero, tipo, situacao, resultado } = consulta
  const { dizer, palavras } = fala
  return html`
    <section class="quadro" aria-labelledby="numero-do-protocolo">
      <div class="linha entre">
        <div><p class="fraco" lang="pt-BR">${tipo}</p><h2 class="numero" id="numero-do-protocolo">${numero}</h2></div>
        <span class="situacao ${cores[situacao]}">${dizer(palavras.situacao[situacao])}${resultado ? `: ${dizer(palavras.resultado[resultado]).toLowerCase()}` : ''}</span>
      </div>
      <p class="${situacao === 'pendente' ? 'aviso' : ''}">${consulta.nivel === 2 && consulta.pendencias.length > 0 ? dizer('Falta a sua resposta. Veja abaixo o que o setor pediu.') : dizer(proximoPasso(situacao, consulta.diasRestantes, resultado, palavras))}</p>
      ${fatos(entidade, fala, consulta)}
      ${consulta.nivel === 2 && comCodigo ? detalhes(entidade, fala, consulta, comCodigo) : html`<p class="fraco">${dizer('Com o código de acesso, que está no comprovante, você vê também o andamento completo e os documentos.')}</p>`}
    </section>`
}

function fatos(entidade: EntidadeAberta, { dizer, palavras }: Fala, consulta: Consulta): Html {
  const { arquivo } = entidade
  const { abertoEm, encerradoEm, unidade, prazo, diasRestantes, situacao } = consulta
  return html`
      <dl class="fatos">
        <div><dt>${dizer('Aberto em')}</dt><dd>${dizer(escreverDataHora(abertoEm, arquivo.fuso))}</dd></div>
        <div><dt>${dizer('Está com')}</dt><dd lang="pt-BR">${unidade}</dd></div>
        ${
          encerradoEm
            ? html`<div><dt>${dizer('Concluído em')}</dt><dd>${dizer(escreverDataHora(encerradoEm, arquivo.fuso))}</dd></div>`
            : emAberto(situacao)
              ? html`<div><dt>${dizer('Resposta até')}</dt><dd>${dizer(escreverData(prazo))} <span class="fraco">(${palavras.dias(diasRestantes)})</span></dd></div>`
              : ''
        }
      </dl>
      ${consulta.nivel === 2 && consulta.prazoAdiado ? html`<p class="fraco">${dizer(escreverAdiamento(consulta.prazoAdiado, prazo, arquivo.fuso))}</p>` : ''}`
}

function detalhes(entidade: EntidadeAberta, fala: Fala, consulta: ConsultaNivel2, { codigo, hoje }: ComCodigo): Html {
  const { dizer } = fala
  const { requerente, respostas, anexos, tramites, mensagens, pendencias, documentoEmitido } = consulta
  const emitido = tramites.flatMap((tramite) => tramite.anexos).find(({ id }) => id === documentoEmitido?.anexo)
  const baixar = (rotulo: FraseDaPagina, caminho: string, id?: string) => html`
        <form method="post" action="/${entidade.codigo}/consulta/${caminho}">
          <input type="hidden" name="numero" value="${consulta.numero}"><input type="hidden" name="orgao" value="${consulta.orgao.sigla}">
          <input type="hidden" name="codigo" value="${codigo}">${id ? html`<input type="hidden" name="id" value="${id}">` : ''}
          <button class="botao-texto">${dizer(rotulo)}</button>
        </form>`
  const arquivo = (anexo: Anexo, documento?: string) => html`
        <li class="arquivo"><div><b lang="pt-BR">${documento || anexo.nome}</b><p class="fraco">${documento ? `${anexo.nome} · ` : ''}${dizer(escreverTamanho(anexo.tamanho))}</p></div>
          ${baixar('Baixar', 'arquivo', anexo.id)}</li>`
  return html`
      ${emitido && documentoEmitido ? html`<h3>${dizer('Documento emitido')}</h3><p class="fraco">${dizer(escreverValidade(documentoEmitido.validade, hoje))}.</p><ul class="arquivos">${arquivo(emitido, documentoEmitido.nome)}</ul>` : ''}
      ${pendencias.length > 0 ? html`<h3>${dizer('O que o setor pediu')}</h3><ol class="andamento">${pendencias.map((pendencia) => pedida(fala, pendencia))}</ol><p>${dizer(comoResponder)}</p>` : ''}
      <h3>${dizer('Andamento')}</h3>
      <ol class="andamento">${tramites.map((tramite) => passo(entidade, fala, tramite, arquivo))}</ol>
      ${mensagens.length > 0 ? html`<h3>${dizer('Mensagens')}</h3><ol class="andamento">${mensagens.map((mensagem) => escrita(entidade, fala, mensagem))}</ol>` : ''}
      <h3>${dizer('O pedido')}</h3>
      <dl class="respostas">
        ${requerente ? html`<div><dt>${dizer('Quem pediu')}</dt><dd>${requerente}</dd></div>` : ''}
        ${respostas.map(({ rotulo, valor }) => html`<div lang="pt-BR"><dt>${rotulo}</dt><dd>${valor}</dd></div>`)}
      </dl>
      ${anexos.length > 0 ? html`<h3>${dizer('Documentos enviados')}</h3><ul class="arquivos">${anexos.map((anexo) => arquivo(anexo, anexo.documento))}</ul>` : ''}
      ${baixar('Baixar o comprovante em PDF', 'comprovante')}`
}

function pedida({ dizer, palavras }: Fala, { texto, prazo, diasRestantes, correcao }: PendenciaParaLer): Html {
  const oque = correcao && ('campo' in correcao ? correcao.campo.rotulo : (correcao.documento ?? correcao.anexo.nome))
  return html`
        <li>${oque ? html`<b>${dizer('Correção')}: ${deles(oque)}</b>` : ''}
          <p class="texto" lang="pt-BR">${texto}</p>
          <p class="fraco">${dizer('Responder até')} <b>${dizer(escreverData(prazo))}</b> (${palavras.dias(diasRestantes)})${diasRestantes < 0 ? `. ${dizer('Sua resposta ainda é aceita.')}` : ''}</p>
        </li>`
}

const comoResponder: FraseDaPagina =
  'Para responder por aqui, é preciso um navegador com JavaScript: consulte de novo com o número e o código de acesso. Sem ele, fale com o setor e diga o número: os contatos estão no fim da página.'

function passo(entidade: EntidadeAberta, { dizer, palavras }: Fala, tramite: Tramite, arquivo: (anexo: Anexo) => Html): Html {
  const { em, unidade, texto, anexos, porProcuracao } = tramite
  return html`
        <li><b>${dizer(escreverTramite(tramite, palavras))}</b>
          <p class="fraco">${dizer(escreverDataHora(em, entidade.arquivo.fuso))}${unidade ? html` · ${deles(unidade)}` : ''}${porProcuracao ? html` · ${procurador(dizer, porProcuracao)}` : ''}</p>
          ${texto ? html`<p class="texto" lang="pt-BR">${texto}</p>` : ''}
          ${anexos.length > 0 ? html`<ul class="arquivos">${anexos.map((anexo) => arquivo(anexo))}</ul>` : ''}
        </li>`
}

function escrita({ arquivo: { fuso } }: EntidadeAberta, { dizer }: Fala, { em, unidade, texto, porProcuracao }: Mensagem): Html {
  return html`
        <li><b>${unidade ? deles(unidade) : porProcuracao ? procurador(dizer, porProcuracao) : dizer('Quem pediu')}</b>
          <p class="fraco">${dizer(escreverDataHora(em, fuso))}</p>
          <p class="texto" lang="pt-BR">${texto}</p>
        </li>`
}

/** The name is nobody's words to change. */
function procurador(dizer: Fala['dizer'], nome: string): Html {
  return html`${dizer('Por procuração')}: ${deles(nome)}`
}
