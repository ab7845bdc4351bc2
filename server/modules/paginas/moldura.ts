import { html } from 'hono/html'
import { escreverCep } from '../../domain/escrita.js'
import type { EntidadeAberta } from '../entidades/entidade-aberta.js'
import type { Fala } from './fala.js'

/** A piece of page, its texts escaped. */
export type Html = ReturnType<typeof html>

interface Moldura {
  titulo: string
  conteudo: Html
  /** Of a page that holds tags, the files beside the script that they cannot draw without. */
  modulos?: readonly string[]
}

/** A page of an entidade: its brand above, how to reach it and what it does with data below. */
export function moldura({ codigo, arquivo }: EntidadeAberta, fala: Fala, { titulo, conteudo, modulos }: Moldura): Html {
  const { nome, municipio, tema } = arquivo
  return documento({
    idioma: fala.idioma,
    titulo: `${titulo} · ${nome}`,
    cabeca: html`${estiloEscuro(tema?.base)}<link rel="stylesheet" href="/${codigo}/tema.css">${modulos ? script(modulos) : ''}`,
    corpo: html`
    <a class="pular" href="#conteudo">${fala.dizer('Ir para o conteúdo')}</a>
    <header class="topo">
      <div class="largura">
        <a class="marca" href="/${codigo}">
          ${tema?.logotipo ? html`<img src="${tema.logotipo}" alt="" height="48">` : ''}
          <span lang="pt-BR"><b>${nome}</b><span class="fraco">${municipio.nome} (${municipio.uf})</span></span>
        </a>
      </div>
    </header>
    <main id="conteudo" class="largura" tabindex="-1">${conteudo}</main>
    ${rodape(arquivo, fala)}`,
  })
}

/** A page without an entidade: the server's own, an address that is wrong, or a server in trouble. */
export function paginaDeAviso(idioma: Fala['idioma'], titulo: string, conteudo: Html): Html {
  return documento({
    idioma,
    titulo,
    cabeca: '',
    corpo: html`
    <main class="largura aviso-so"><section class="quadro"><h1>${titulo}</h1>${conteudo}</section></main>`,
  })
}

interface Documento {
  idioma: Fala['idioma']
  titulo: string
  cabeca: Html | ''
  corpo: Html
}

function documento({ idioma, titulo, cabeca, corpo }: Documento): Html {
  return html`<!doctype html>
<html lang="${idioma}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>${titulo}</title>
    <link rel="icon" href="data:,">
    <link rel="stylesheet" href="/pagina.css">
    ${cabeca}
  </head>
  <body>${corpo}
  </body>
</html>`
}

/**
 * With the code of the tags, which the script would ask for only once it runs. The card is left to the script: a preload names its
 * origin, and what varies by origin then comes a second time for the tags, which need not name it.
 */
function script(modulos: readonly string[]): Html {
  return html`
    <script type="module" async src="/protocolo.js"></script>
    ${modulos.map((nome) => html`<link rel="modulepreload" href="/${nome}">`)}`
}

/** The dark colours, always or where the device asks for them. */
function estiloEscuro(tema: string | undefined): Html | '' {
  if (tema === 'escuro') return html`<link rel="stylesheet" href="/escuro.css">`
  return tema === 'auto' ? html`<link rel="stylesheet" href="/escuro.css" media="(prefers-color-scheme: dark)">` : ''
}

function rodape(arquivo: EntidadeAberta['arquivo'], { dizer }: Fala): Html {
  const { codigo, contato, encarregado, avisoDePrivacidade } = arquivo
  return html`
    <footer class="rodape">
      <div class="largura">
        <section aria-labelledby="contato">
          <h2 id="contato">${dizer('Atendimento')}</h2>
          <address>
            ${linha(contato.horario && deles(contato.horario))}
            ${contato.endereco ? linha(deles(`${contato.endereco}${contato.cep ? ` · CEP ${escreverCep(contato.cep)}` : ''}`)) : ''}
            ${contato.telefone ? linha(html`${dizer('Telefone')}: ${telefone(contato.telefone)}`) : ''}
            ${contato.whatsapp ? linha(html`WhatsApp: ${whatsapp(contato.whatsapp)}`) : ''}
            ${contato.email ? linha(html`${dizer('E-mail')}: ${email(contato.email)}`) : ''}
            ${contato.site ? linha(html`${dizer('Site')}: <a href="${contato.site}">${new URL(contato.site).hostname}</a>`) : ''}
            ${contato.responsavel ? linha(html`${dizer('Responsável')}: ${deles(contato.responsavel)}`) : ''}
            ${contato.cns ? linha(`CNS ${contato.cns}`) : ''}
            ${linha(html`<a href="/${codigo}/transparencia">${dizer('Transparência: pedidos em números')}</a>`)}
          </address>
        </section>
        <section aria-labelledby="privacidade">
          <h2 id="privacidade">${dizer('Seus dados')}</h2>
          <p>${dizer('Pessoa encarregada')}: ${deles(encarregado.nome)}</p>
          <p>${email(encarregado.email)}${encarregado.telefone ? html` · ${telefone(encarregado.telefone)}` : ''}</p>
          <details>
            <summary>${dizer('Aviso de privacidade')}</summary>
            ${avisoDePrivacidade.texto.split(/\n\s*\n/).map((paragrafo) => html`<p lang="pt-BR">${paragrafo}</p>`)}
            ${avisoDePrivacidade.endereco ? html`<p><a href="${avisoDePrivacidade.endereco}">${dizer('Política completa')}</a></p>` : ''}
          </details>
        </section>
      </div>
    </footer>`
}

/** What the entidade wrote, or the name of a person: in Portuguese, whatever the page speaks. */
export function deles(texto: string): Html {
  return html`<span lang="pt-BR">${texto}</span>`
}

function linha(conteudo: Html | string | undefined): Html | '' {
  return conteudo === undefined ? '' : html`<p>${conteudo}</p>`
}

function telefone(numero: string): Html {
  return html`<a class="inteiro" href="tel:${soNumeros(numero)}">${numero}</a>`
}

/** Brazilian unless it says another country. */
function whatsapp(numero: string): Html {
  const comPais = soNumeros(numero).replace(/^(?!\+|55\d{10})/, '55')
  return html`<a class="inteiro" href="https://wa.me/${comPais.replace('+', '')}">${numero}</a>`
}

function soNumeros(texto: string): string {
  return texto.replace(/[^\d+]/g, '')
}

export function email(endereco: string): Html {
  return html`<a href="mailto:${endereco}">${endereco}</a>`
}
