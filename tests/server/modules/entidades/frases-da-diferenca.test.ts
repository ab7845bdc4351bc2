import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { esquemaDaEntidade } from '../../../../server/modules/descricao/esquema.js'
import { comparar } from '../../../../server/modules/entidades/diferenca.js'
import { nomesDasPropriedades } from '../../../../server/modules/entidades/frases-da-diferenca.js'
import { arquivoDeExemplo } from './arquivo-de-exemplo.js'

type Arquivo = ReturnType<typeof arquivoDeExemplo>

/** Sentences for what `mudar` does to the example. */
function frases(mudar: (arquivo: Arquivo) => void): string[] {
  const depois = arquivoDeExemplo()
  mudar(depois)
  return comparar(arquivoDeExemplo(), depois)
}

function buraco({ tipos: [tipo] }: Arquivo) {
  assert.ok(tipo)
  return tipo
}

describe('what changed in an entidade, in sentences', () => {
  const casos: [string, (arquivo: Arquivo) => void, string[]][] = [
    ['nothing', (a) => a, []],
    ['a property that had none', (a) => (buraco(a).taxa = 'R$ 50,00'), ['Serviço Tapa-buraco (buraco), taxa: passa a ser “R$ 50,00”.']],
    ['yes and no', (a) => (buraco(a).fechado = true), ['Serviço Tapa-buraco (buraco), fechado para novos pedidos: passa a ser sim.']],
    ['a part of the entidade that came', (a) => (a.tema = { corAcao: '#00697d' }), ['Entidade: entra aparência.']],
    ['the order of the services', (a) => void a.tipos.reverse(), ['Muda a ordem dos serviços.']],
    [
      'a field, by what people call it',
      (a) => {
        const [campo] = buraco(a).campos
        assert.ok(campo)
        campo.rotulo = 'Alguém corre risco?'
      },
      ['Serviço Tapa-buraco (buraco), campo “Há risco?”, rótulo: de “Há risco?” para “Alguém corre risco?”.'],
    ],
    ['a long text, cut', (a) => (a.nome = 'N'.repeat(100)), [`Entidade, nome: de “Prefeitura de Exemplo” para “${'N'.repeat(59)}…”.`]],
    [
      'a list without names',
      (a) => (a.origens = ['https://www.exemplo.sp.gov.br']),
      ['Entidade, sites que podem usar os componentes: mudou.'],
    ],
  ]
  for (const [nome, mudar, esperadas] of casos) it(`tells ${nome}`, () => assert.deepEqual(frases(mudar), esperadas))

  it('has a word for every property that a file may have', () => {
    const chaves = new Set<string>()
    const andar = (valor: unknown) => {
      if (typeof valor !== 'object' || valor === null) return
      const { properties } = valor as { properties?: object }
      for (const chave of Object.keys(properties ?? {})) chaves.add(chave)
      for (const parte of Object.values(valor)) andar(parte)
    }
    andar(esquemaDaEntidade('http://localhost'))
    assert.ok(chaves.size > 50)
    assert.deepEqual(
      [...chaves].filter((chave) => !Object.hasOwn(nomesDasPropriedades, chave)),
      [],
    )
    assert.deepEqual(
      Object.keys(nomesDasPropriedades).filter((chave) => !chaves.has(chave)),
      [],
    )
  })
})
