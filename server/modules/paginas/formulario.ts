import { html } from 'hono/html'
import type { FraseDaPagina } from '../../contract/idiomas/paginas-es.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Fala } from './fala.js'
import type { Html } from './moldura.js'

export type Nome = 'numero' | 'codigo' | 'orgao' | 'ano'

/** What was typed, kept as it was. */
export type Digitado = Record<Nome, string>

export interface Formulario {
  digitado: Digitado
  /** By field; each stands beside it. */
  erros?: Partial<Record<Nome, string>>
  /** What no field explains. */
  aviso?: string
}

export const vazio: Digitado = { numero: '', codigo: '', orgao: '', ano: '' }

/** Heading of a consult that was refused. */
export const recusada: FraseDaPagina = 'Não deu para consultar'

/** The consult form that needs no script. */
export function formularioDeConsulta(entidade: EntidadeAberta, fala: Fala, { digitado, erros = {}, aviso }: Formulario): Html {
  const { codigo, cartao } = entidade
  const { dizer } = fala
  const exemplo = cartao.orgaos[0]?.exemplo ?? ''
  const detalhar = Boolean(digitado.orgao || digitado.ano || erros.orgao || erros.ano || erros.numero)
  return html`
    <form class="quadro" method="post" action="/${codigo}/consulta#consulta" novalidate>
      <div><h2>${aviso || Object.keys(erros).length > 0 ? dizer(recusada) : dizer('Consultar protocolo')}</h2><p class="fraco">${dizer('Veja em que pé está o seu pedido.')}</p></div>
      ${aviso ? html`<p class="aviso" role="alert">${dizer(aviso)}</p>` : ''}
      ${campo(
        { nome: 'numero', rotulo: dizer('Número do protocolo'), ajuda: dizer(`Está no comprovante. Ex.: ${exemplo}`), erro: erros.numero },
        (liga) => html`<input ${liga} value="${digitado.numero}" autocomplete="off" spellcheck="false" required>`,
      )}
      <details ${detalhar ? 'open' : ''}>
        <summary>${dizer('Só tenho uma parte do número')}</summary>
        <div class="par">
          ${campo(
            { nome: 'orgao', rotulo: dizer('Órgão'), erro: erros.orgao },
            (liga) => html`<select ${liga}>
              <option value="">${dizer('Escolha')}</option>
              ${cartao.orgaos.map(({ sigla, nome }) => html`<option lang="pt-BR" value="${sigla}" ${sigla === digitado.orgao ? 'selected' : ''}>${nome}</option>`)}
            </select>`,
          )}
          ${campo(
            { nome: 'ano', rotulo: dizer('Ano'), erro: erros.ano },
            (liga) => html`<input ${liga} value="${digitado.ano}" inputmode="numeric" maxlength="4" autocomplete="off">`,
          )}
        </div>
      </details>
      ${campo(
        {
          nome: 'codigo',
          rotulo: dizer('Código de acesso'),
          opcional: dizer('(opcional)'),
          ajuda: dizer('Mostra também o andamento completo e os documentos.'),
          erro: erros.codigo,
        },
        (liga) => html`<input ${liga} value="${digitado.codigo}" autocomplete="off" autocapitalize="characters" spellcheck="false">`,
      )}
      <button class="botao">${dizer('Consultar')}</button>
    </form>`
}

interface Campo {
  nome: Nome
  rotulo: string
  ajuda?: string
  erro?: string | undefined
  opcional?: string
}

/** Label, help, error and control, tied together. */
function campo({ nome, rotulo, ajuda, erro, opcional }: Campo, controle: (liga: Html) => Html): Html {
  const descricoes = [ajuda && `${nome}-ajuda`, erro && `${nome}-erro`].filter(Boolean).join(' ')
  const liga = html`id="${nome}" name="${nome}"${descricoes ? html` aria-describedby="${descricoes}"` : ''}${erro ? html` aria-invalid="true"` : ''}`
  return html`
    <div class="campo ${erro ? 'com-erro' : ''}">
      <label for="${nome}">${rotulo}${opcional ? html` <span class="fraco">${opcional}</span>` : ''}</label>
      ${ajuda ? html`<p class="fraco" id="${nome}-ajuda">${ajuda}</p>` : ''}
      ${erro ? html`<p class="erro" id="${nome}-erro">${erro}</p>` : ''}
      ${controle(liga)}
    </div>`
}
