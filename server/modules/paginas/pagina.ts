import { html } from 'hono/html'
import type { Consulta } from '../../contract/consulta.js'
import type { FraseEscrita } from '../../contract/idiomas/paginas-es.js'
import type { TipoResumo } from '../../contract/tipo.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import { listarTipos } from '../entidades/entidades.js'
import type { Fala } from './fala.js'
import { type Formulario, formularioDeConsulta, recusada, vazio } from './formulario.js'
import { type Html, moldura, paginaDeAviso } from './moldura.js'
import { type ComCodigo, resultado } from './resultado.js'

/** Of a number in the page's address: found, or why not. */
export type DoNumero = { consulta: Consulta } | Formulario

/**
 * The page that stands in for the entidade's own: every tag, and inside each what serves without script.
 * With a number the consult comes first. `modulos` is what its tags load. The links of e-mails about contas lead here too.
 */
export function paginaInicial(entidade: EntidadeAberta, fala: Fala, modulos: readonly string[], doNumero?: DoNumero): Html {
  const { dizer } = fala
  const consulta = html`
      <div class="lado" id="consulta">
        <protocolo-consulta entidade="${entidade.codigo}">${doNumero ? semScript(entidade, fala, doNumero) : formularioDeConsulta(entidade, fala, { digitado: vazio })}</protocolo-consulta>
      </div>`
  const novo = html`
      <div class="corpo" id="abrir"><protocolo-novo entidade="${entidade.codigo}">${cartaDeServicos(entidade, fala)}</protocolo-novo></div>`
  return moldura(entidade, fala, {
    titulo: dizer('Protocolo'),
    modulos,
    conteudo: html`
      <div class="abertura">
        <h1>${dizer('Protocolo')}</h1>
        <p>${dizer('Faça um pedido e acompanhe a resposta por aqui. Não precisa de cadastro.')}</p>
        <p class="atalhos"><a href="#abrir">${dizer('Abrir um protocolo')}</a><a href="#consulta">${dizer('Consultar um protocolo')}</a><a href="#entrar">${dizer('Entrar na minha conta')}</a></p>
      </div>
      <div class="colunas ${doNumero ? 'consultando' : ''}">${doNumero ? [consulta, novo] : [novo, consulta]}</div>
      <div id="entrar"><protocolo-painel entidade="${entidade.codigo}"><p class="quadro">${dizer('Para entrar na sua conta, é preciso um navegador com JavaScript.')}</p></protocolo-painel></div>`,
  })
}

/** At the root of the address. It says nothing of which entidades there are. */
export function paginaDoServidor({ idioma, dizer }: Fala): Html {
  return paginaDeAviso(
    idioma,
    dizer('Protocolo'),
    html`
      <p>${dizer('Este servidor recebe os pedidos que as pessoas fazem a prefeituras e outros órgãos, e mostra o andamento de cada um.')}</p>
      <p>${dizer('Para fazer um pedido ou consultar um protocolo, use o site do órgão ou o endereço que está no comprovante.')}</p>
      <p>${dizer('Para quem cuida de um site:')} <a href="/docs">${dizer('documentação da API')}</a>.</p>`,
  )
}

/** What a form sent without script is answered with. */
export function paginaDeConsulta(
  entidade: EntidadeAberta,
  fala: Fala,
  encontrado: ({ consulta: Consulta } & ComCodigo) | Formulario,
): Html {
  const achou = 'consulta' in encontrado
  const { dizer } = fala
  return moldura(entidade, fala, {
    titulo: dizer(achou ? `Protocolo ${encontrado.consulta.numero}` : recusada),
    conteudo: html`
      <div class="abertura"><h1>${dizer(achou ? 'O seu protocolo' : 'Consultar protocolo')}</h1></div>
      <div class="uma-coluna" id="consulta">
        ${achou ? resultado(entidade, fala, encontrado.consulta, encontrado) : formularioDeConsulta(entidade, fala, encontrado)}
        <p><a href="/${entidade.codigo}#consulta">${dizer(achou ? 'Consultar outro protocolo' : 'Voltar')}</a></p>
      </div>`,
  })
}

function semScript(entidade: EntidadeAberta, fala: Fala, doNumero: DoNumero): Html {
  if (!('consulta' in doNumero)) return formularioDeConsulta(entidade, fala, doNumero)
  const digitado = { ...vazio, numero: doNumero.consulta.numero }
  return html`<div class="pilha">${resultado(entidade, fala, doNumero.consulta)}${formularioDeConsulta(entidade, fala, { digitado })}</div>`
}

/** Lei 13.460 art. 7: known to everyone, with or without script. */
function cartaDeServicos(entidade: EntidadeAberta, { dizer }: Fala): Html {
  const tipos = listarTipos(entidade, '')
  const grupos = [...new Set(tipos.map(({ grupo }) => grupo))]
  return html`
        <section class="quadro">
          <div><h2>${dizer('Abrir protocolo')}</h2><p class="fraco">${dizer('Para abrir por aqui, é preciso um navegador com JavaScript. Sem ele, procure o atendimento: os contatos estão no fim da página.')}</p></div>
          <details>
            <summary>${dizer('Ver os serviços e os prazos')}</summary>
            <div class="carta">${grupos.map(
              (grupo) => html`
          <h3 lang="pt-BR">${grupo}</h3>
          <ul class="servicos">${tipos
            .filter((tipo) => tipo.grupo === grupo)
            .map(
              ({ nome, descricao, prazo }) =>
                html`<li><b lang="pt-BR">${nome}</b><p lang="pt-BR">${descricao}</p><p class="fraco">${dizer(escreverPrazo(prazo))}</p></li>`,
            )}</ul>`,
            )}</div>
          </details>
        </section>`
}

function escreverPrazo({ dias, contagem }: TipoResumo['prazo']): FraseEscrita {
  if (contagem === 'uteis') return dias === 1 ? 'Prazo: 1 dia útil' : `Prazo: ${dias} dias úteis`
  return dias === 1 ? 'Prazo: 1 dia' : `Prazo: ${dias} dias`
}
