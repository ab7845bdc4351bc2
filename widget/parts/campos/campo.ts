import type { TemplateResult } from 'lit'
import type { Campo } from '../../../server/contract/tipo.js'
import { daEntidade } from './da-entidade.js'
import { enderecoDe } from './digitado.js'
import { campoDeEndereco } from './endereco.js'
import { campoDeLinha } from './linha.js'
import { campoDeLugar } from './lugar.js'
import type { Formulario } from './moldura.js'
import { campoDeOpcoes } from './opcoes.js'
import { campoDeTextoLongo } from './texto-longo.js'

/** One question of a form, whatever its kind. `busca` says whether a CEP can be looked up here. */
export function campoDoFormulario(campo: Campo, caminho: string, formulario: Formulario, busca: boolean): TemplateResult {
  switch (campo.especie) {
    case 'texto-longo':
      return campoDeTextoLongo(campo, caminho, formulario)
    case 'escolha':
    case 'escolhas':
    case 'sim-nao':
      return campoDeOpcoes(campo, caminho, formulario)
    case 'endereco': {
      return campoDeEndereco({
        caminho,
        quadro: { ...daEntidade(campo), obrigatorio: campo.obrigatorio, erro: formulario.erro(caminho) },
        ler: () => enderecoDe(formulario.ler(caminho)),
        mudar: (endereco) => formulario.mudar(caminho, endereco),
        proprio: true,
        formulario,
        busca,
      })
    }
    case 'lugar':
      return campoDeLugar(campo, caminho, formulario, busca)
    default:
      return campoDeLinha(campo, caminho, formulario, daEntidade(campo))
  }
}
