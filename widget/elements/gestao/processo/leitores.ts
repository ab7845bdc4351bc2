import { html, nothing, svg, type TemplateResult } from 'lit'
import { atosDaGestao as textos } from '../../../texts/gestao-atos.pt-BR.js'
import type { Ato } from './ato.js'
import { arquivos, escolha, linhas } from './campos.js'
import { modelos } from './modelos.js'

/** Beside whatever only the team reads. */
export function cadeado(): TemplateResult {
  return html`<svg class="cadeado" aria-hidden="true" viewBox="0 0 16 16">
    ${svg`<path d="M4 7V5a4 4 0 0 1 8 0v2h.5c.8 0 1.5.7 1.5 1.5v5c0 .8-.7 1.5-1.5 1.5h-9C2.7 15 2 14.3 2 13.5v-5C2 7.7 2.7 7 3.5 7H4Zm2 0h4V5a2 2 0 1 0-4 0v2Z"/>`}
  </svg>`
}

/** Who will read what is written: nothing is chosen beforehand, so that nothing leaks by haste. */
export function despachoComLeitores(ato: Ato, obrigatorio: boolean): TemplateResult {
  const quem = ato.ler('visibilidade')
  return html`${escolha(ato, 'visibilidade', {
    rotulo: textos.visibilidade,
    obrigatorio: true,
    opcoes: [
      { valor: 'publico', rotulo: textos.publico, ajuda: textos.publicoAjuda },
      { valor: 'privado', rotulo: html`${cadeado()} ${textos.privado}`, ajuda: textos.privadoAjuda },
    ],
  })}
    <div class=${quem === 'privado' ? 'lacrado' : ''}>
      ${quem === 'privado' ? html`<p class="lacre">${cadeado()} ${textos.lacrado}</p>` : nothing}
      ${linhas(ato, 'texto', { rotulo: textos.despacho, obrigatorio, altas: true, antes: modelos(ato) })}
    </div>
    ${arquivosComLeitores(ato)} ${resumo(ato)}`
}

function arquivosComLeitores(ato: Ato): TemplateResult {
  const quem = ato.ler('visibilidadeAnexos')
  return html`<div class="pilha ${temArquivos(ato) && quem === 'privado' ? 'lacrado' : ''}">
    ${arquivos(ato)}
    ${
      temArquivos(ato)
        ? escolha(ato, 'visibilidadeAnexos', {
            rotulo: textos.visibilidadeArquivos,
            obrigatorio: true,
            opcoes: [
              { valor: 'publico', rotulo: textos.publicoArquivos },
              { valor: 'privado', rotulo: html`${cadeado()} ${textos.privadoArquivos}` },
            ],
          })
        : nothing
    }
  </div>`
}

export function temArquivos({ envios }: Ato): boolean {
  return envios.arquivos.length > 0
}

/** Read before sending. */
function resumo(ato: Ato): TemplateResult | typeof nothing {
  const texto = ato.ler('texto').trim() && ato.ler('visibilidade')
  const anexos = temArquivos(ato) && ato.ler('visibilidadeAnexos')
  if (!texto && !anexos) return nothing
  const quantos = ato.envios.arquivos.length
  const { textoPublico, textoPrivado, arquivosPublicos, arquivosPrivados } = textos.resumo
  return html`<div class="resumo-do-ato" id=${ato.id('resumo')}>
    <p class="secundario">${textos.resumo.titulo}</p>
    <ul>
      ${texto ? html`<li>${texto === 'privado' ? html`${cadeado()} ${textoPrivado}` : textoPublico}</li>` : nothing}
      ${anexos ? html`<li>${anexos === 'privado' ? html`${cadeado()} ${arquivosPrivados(quantos)}` : arquivosPublicos(quantos)}</li>` : nothing}
    </ul>
  </div>`
}
