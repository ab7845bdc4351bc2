import { html, type TemplateResult } from 'lit'
import type { EscolhaDeAviso } from '../../../../server/contract/titular.js'
import { marca } from '../../../account/campo.js'
import { dados as todos } from '../../../texts/dados.pt-BR.js'
import type { VistaDosDados } from './dados.js'
import { botaoDeMudar, ficha, formulario, secao } from './secao.js'

const { avisos: textos } = todos
const escolhas: readonly EscolhaDeAviso[] = ['abertura', 'andamento', 'pendencia', 'mensagem', 'prazo', 'conclusao', 'copia']

/** Which notices go by e-mail; those of safety always do. */
export function avisos({ dados, conta }: VistaDosDados): TemplateResult {
  const { ficha: digitada } = dados
  const digitado = Object.fromEntries(escolhas.map((qual) => [qual, conta.avisos[qual] ? 'sim' : '']))
  const salvar = () =>
    dados.salvar(textos.salvo, () =>
      dados.api.mudar({ avisos: Object.fromEntries(escolhas.map((qual) => [qual, digitada.ler(qual) !== ''])) }),
    )
  return secao(dados, 'avisos', {
    titulo: textos.secao,
    botao: botaoDeMudar(() => dados.abrir('avisos', digitado), textos.secao),
    vista: html`${ficha(escolhas.map((qual) => [textos[qual], conta.avisos[qual] ? textos.sim : textos.nao]))}
      <p class="secundario">${textos.sempre}</p>`,
    formulario: () =>
      formulario(dados, {
        rotulos: {},
        campos: html`${escolhas.map((qual) =>
          marca(digitada.id(qual), textos[qual], {
            ajuda: textos[`${qual}Ajuda`],
            marcado: digitada.ler(qual) !== '',
            mudar: (marcado) => digitada.digitar(qual, marcado ? 'sim' : ''),
          }),
        )}
          <p class="secundario">${textos.sempre}</p>`,
        enviar: salvar,
      }),
  })
}
