import { html } from 'lit'
import type { CampoComErro } from '../../../../../server/contract/regras.js'
import { atosDaGestao as textos } from '../../../../texts/gestao-atos.pt-BR.js'
import type { Ato, Forma } from '../ato.js'
import { linha, selecao } from '../campos.js'
import { agora } from '../dias.js'
import { despachoComLeitores, temArquivos } from '../leitores.js'
import { unidades } from '../unidades.js'

/** What makes a despacho: its text, its files, and who may read each. */
function despachoDe(ato: Ato) {
  return {
    texto: textoDe(ato),
    visibilidade: textoDe(ato) ? leitor(ato.ler('visibilidade')) : 'publico',
    ...(ato.anexos.length > 0 && { anexos: ato.anexos, visibilidadeAnexos: leitor(ato.ler('visibilidadeAnexos')) }),
  }
}

function textoDe(ato: Ato): string {
  return ato.ler('texto').trim()
}

/** Whatever is not said to be public is not. */
function leitor(valor: string): 'publico' | 'privado' {
  return valor === 'publico' ? 'publico' : 'privado'
}

function conferirDespacho(ato: Ato, obrigatorio: boolean): CampoComErro[] {
  const escrito = textoDe(ato) !== ''
  return [
    ...((escrito || obrigatorio) && !ato.ler('visibilidade') ? [{ caminho: 'visibilidade', mensagem: textos.escolhaQuem }] : []),
    ...(escrito || !obrigatorio ? [] : [{ caminho: 'texto', mensagem: textos.escreva }]),
    ...(temArquivos(ato) && !ato.ler('visibilidadeAnexos')
      ? [{ caminho: 'visibilidadeAnexos', mensagem: textos.escolhaQuemArquivos }]
      : []),
  ]
}

export const despachar: Forma = {
  campos: (ato) => despachoComLeitores(ato, true),
  conferir: (ato) => conferirDespacho(ato, true),
  montar: (ato) => ({ acao: 'despachar', ...despachoDe(ato) }),
}

export const encaminhar: Forma = {
  campos: (ato) => html`${unidades(ato)}
    ${linha(ato, 'prazo', { rotulo: textos.destino.prazo, ajuda: textos.destino.prazoAjuda, type: 'datetime-local', min: agora(ato) })}
    ${despachoComLeitores(ato, false)}`,
  conferir: (ato) => [
    ...(ato.ler('destino') ? [] : [{ caminho: 'destino', mensagem: textos.destino.escolha }]),
    ...(ato.ler('prazo') && ato.ler('prazo') <= agora(ato) ? [{ caminho: 'prazo', mensagem: textos.destino.prazoFuturo }] : []),
    ...conferirDespacho(ato, false),
  ],
  montar: (ato) => ({
    acao: 'encaminhar',
    destino: ato.ler('destino'),
    ...despachoDe(ato),
    ...(ato.ler('prazo') && { prazo: ato.ler('prazo') }),
  }),
}

const NINGUEM = 'ninguem'

export const atribuir: Forma = {
  campos(ato) {
    const { pessoas, lugar } = ato.processo
    if (!pessoas) return html`<p class="secundario" role="status">${textos.pessoa.carregando}</p>`
    const opcoes = pessoas.map(({ id, nome, papel }) => ({
      valor: id,
      rotulo: `${id === lugar.posto.id ? textos.pessoa.voce(nome) : nome}, ${textos.pessoa.papeis[papel]}`,
    }))
    return selecao(ato, 'para', {
      rotulo: textos.pessoa.rotulo,
      obrigatorio: true,
      vazia: textos.exigir.alvoEscolha,
      grupos: [{ opcoes: [...opcoes, { valor: NINGUEM, rotulo: textos.pessoa.ninguem }] }],
    })
  },
  conferir: (ato) => (ato.ler('para') ? [] : [{ caminho: 'para', mensagem: textos.pessoa.escolha }]),
  montar: (ato) => ({ acao: 'atribuir', para: ato.ler('para') === NINGUEM ? null : ato.ler('para') }),
}
