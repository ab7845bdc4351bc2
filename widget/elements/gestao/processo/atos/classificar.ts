import { html, nothing } from 'lit'
import { lerDocumento } from '../../../../../server/contract/regras.js'
import { atosDaGestao as textos } from '../../../../texts/gestao-atos.pt-BR.js'
import { processoDaGestao } from '../../../../texts/gestao-processo.pt-BR.js'
import type { Ato, Forma } from '../ato.js'
import { escolha, linha, linhas, marca, selecao } from '../campos.js'

const sigilos = ['publico', 'restrito', 'sigiloso'] as const

const semMotivo = (ato: Ato) => (ato.ler('texto').trim() ? [] : [{ caminho: 'texto', mensagem: textos.escrevaMotivo }])
const motivo = (ato: Ato) => linhas(ato, 'texto', { rotulo: textos.motivo, ajuda: textos.motivoPublico, obrigatorio: true })
/** A request that nobody signed keeps nobody. */
const outroInteressado = (ato: Ato) => ato.valor.requerente !== null && ato.ler('outro') === 'sim'

/** Another service, another interessado, or both. */
export const reclassificar: Forma = {
  campos: (ato) => html`${selecao(ato, 'tipo', {
    rotulo: textos.classe.tipo,
    nota: '',
    vazia: textos.classe.manter(ato.valor.tipo.nome),
    grupos: [
      {
        opcoes: ato.processo.lugar.posto.tipos
          .filter(({ codigo }) => codigo !== ato.valor.tipo.codigo)
          .map(({ codigo, nome }) => ({ valor: codigo, rotulo: nome, lang: 'pt-BR' as const })),
      },
    ],
  })}
    ${ato.valor.requerente ? marca(ato, 'outro', textos.classe.interessado) : nothing}
    ${
      outroInteressado(ato)
        ? html`<div class="pilha recuo">
            ${linha(ato, 'interessado.nome', { rotulo: textos.classe.nome, obrigatorio: true })}
            ${linha(ato, 'interessado.documento', { rotulo: textos.classe.documento, obrigatorio: true, curta: true })}
          </div>`
        : nothing
    }
    ${motivo(ato)}`,
  conferir(ato) {
    const outro = outroInteressado(ato)
    return [
      ...(ato.ler('tipo') || outro ? [] : [{ caminho: 'tipo', mensagem: textos.classe.nada }]),
      ...(outro && !ato.ler('interessado.nome').trim() ? [{ caminho: 'interessado.nome', mensagem: textos.classe.nomeFalta }] : []),
      ...(outro && !lerDocumento(ato.ler('interessado.documento'))
        ? [{ caminho: 'interessado.documento', mensagem: textos.classe.documentoErrado }]
        : []),
      ...semMotivo(ato),
    ]
  },
  montar: (ato) => ({
    acao: 'reclassificar',
    texto: ato.ler('texto').trim(),
    ...(ato.ler('tipo') && { tipo: ato.ler('tipo') }),
    ...(outroInteressado(ato) && {
      interessado: { nome: ato.ler('interessado.nome').trim(), documento: ato.ler('interessado.documento').trim() },
    }),
  }),
}

export const mudarSigilo: Forma = {
  campos: (ato) => html`${escolha(ato, 'sigilo', {
    rotulo: textos.sigilo.rotulo,
    obrigatorio: true,
    opcoes: sigilos.map((valor) => ({
      valor,
      rotulo: processoDaGestao.sigilo[valor] + (valor === ato.valor.sigilo ? ` (${textos.sigilo.agora})` : ''),
      ajuda: processoDaGestao.sigiloAjuda[valor],
    })),
  })}
    ${motivo(ato)}`,
  conferir: (ato) => [
    ...(!ato.ler('sigilo') || ato.ler('sigilo') === ato.valor.sigilo ? [{ caminho: 'sigilo', mensagem: textos.sigilo.escolha }] : []),
    ...semMotivo(ato),
  ],
  montar: (ato) => ({
    acao: 'mudar_sigilo',
    texto: ato.ler('texto').trim(),
    sigilo: sigilos.find((um) => um === ato.ler('sigilo')) ?? ato.valor.sigilo,
  }),
}
