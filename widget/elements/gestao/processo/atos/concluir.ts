import { html, nothing, type TemplateResult } from 'lit'
import { atosDaGestao } from '../../../../texts/gestao-atos.pt-BR.js'
import type { Ato, Forma } from '../ato.js'
import { arquivos, escolha, linha, linhas, marca } from '../campos.js'
import { modelos } from '../modelos.js'

const textos = atosDaGestao.concluir
const resultados = ['deferido', 'deferido_em_parte', 'indeferido', 'atendido', 'sem_merito'] as const

/** How it ended and why, perhaps with the certidão or alvará that is issued. All of it is read by who asked. */
export const concluir: Forma = {
  campos: (ato) => html`${escolha(ato, 'resultado', {
    rotulo: textos.resultado,
    obrigatorio: true,
    opcoes: resultados.map((valor) => ({ valor, rotulo: textos.resultados[valor][0], ajuda: textos.resultados[valor][1] })),
  })}
    ${linhas(ato, 'texto', {
      rotulo: atosDaGestao.fundamentado,
      ajuda: atosDaGestao.fundamentadoAjuda,
      obrigatorio: true,
      altas: true,
      antes: modelos(ato),
    })}
    ${arquivos(ato)} ${ato.anexos.length > 0 ? documentoEmitido(ato) : nothing}`,
  conferir: (ato) => [
    ...(ato.ler('resultado') ? [] : [{ caminho: 'resultado', mensagem: textos.escolha }]),
    ...(ato.ler('texto').trim() ? [] : [{ caminho: 'texto', mensagem: atosDaGestao.escreva }]),
    ...(emite(ato) && !qualDe(ato) ? [{ caminho: 'documento.anexo', mensagem: textos.qualFalta }] : []),
    ...(emite(ato) && !ato.ler('documento.nome').trim() ? [{ caminho: 'documento.nome', mensagem: textos.nomeFalta }] : []),
  ],
  montar: (ato) => ({
    acao: 'concluir',
    resultado: resultados.find((um) => um === ato.ler('resultado')) ?? 'sem_merito',
    texto: ato.ler('texto').trim(),
    ...(ato.anexos.length > 0 && { anexos: ato.anexos }),
    ...(emite(ato) && {
      documento: { anexo: qualDe(ato), nome: ato.ler('documento.nome').trim(), validade: ato.ler('documento.validade') || null },
    }),
  }),
}

function emite(ato: Ato): boolean {
  return ato.anexos.length > 0 && ato.ler('emite') === 'sim'
}

/** The one file there is, or the one of several that is said to be. */
function qualDe(ato: Ato): string {
  const [unico, ...outros] = ato.anexos
  if (unico && outros.length === 0) return unico.id
  return ato.anexos.find(({ id }) => id === ato.ler('documento.anexo'))?.id ?? ''
}

function documentoEmitido(ato: Ato): TemplateResult {
  return html`${marca(ato, 'emite', textos.emite, textos.emiteAjuda)}
    ${
      emite(ato)
        ? html`<div class="pilha recuo">
            ${
              ato.anexos.length > 1
                ? escolha(ato, 'documento.anexo', {
                    rotulo: textos.qual,
                    obrigatorio: true,
                    opcoes: ato.envios.recebidos.map(({ id, nome }) => ({ valor: id, rotulo: nome })),
                  })
                : nothing
            }
            ${linha(ato, 'documento.nome', { rotulo: textos.nome, ajuda: textos.nomeAjuda, obrigatorio: true })}
            ${linha(ato, 'documento.validade', { rotulo: textos.validade, type: 'date' })}
          </div>`
        : nothing
    }`
}
