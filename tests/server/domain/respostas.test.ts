import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { validarCampo } from '../../../server/domain/campo.js'
import { visivel } from '../../../server/domain/condicao.js'
import { escreverResposta } from '../../../server/domain/escrita-das-respostas.js'
import { modulo11 } from '../../../server/domain/numero.js'
import { validarRespostas } from '../../../server/domain/respostas.js'
import type { Campo, Resposta } from '../../../server/domain/tipo.js'

const hoje = '2026-11-21'
const base = { codigo: 'x', rotulo: 'X' }
const opcoes = [
  { valor: 'poda', rotulo: 'Poda' },
  { valor: 'remocao', rotulo: 'Remoção' },
  { valor: 'replantio', rotulo: 'Replantio' },
]
const endereco = { cep: '13900-000', logradouro: ' Rua das Flores', numero: '10', bairro: 'Centro', municipio: 'Vila Serena', uf: 'sp' }
const enderecoLido = { cep: '13900000', logradouro: 'Rua das Flores', numero: '10', bairro: 'Centro', municipio: 'Vila Serena', uf: 'SP' }
const matricula = `12345678-${modulo11('12345678')}`

type Caso = [campo: Campo, digitado: unknown, lido: Resposta | undefined, escrito?: string]
const aceitos: Caso[] = [
  [{ ...base, especie: 'texto' }, '  Olá ', 'Olá', 'Olá'],
  [{ ...base, especie: 'texto' }, '   ', undefined],
  [{ ...base, especie: 'texto', maximo: 3 }, '👍👍👍', '👍👍👍', '👍👍👍'],
  [{ ...base, especie: 'texto-longo' }, 'um\r\ndois', 'um\ndois', 'um\ndois'],
  [{ ...base, especie: 'numero' }, 12, 12, '12'],
  [{ ...base, especie: 'numero' }, -0, 0, '0'],
  [{ ...base, especie: 'numero', casas: 2, unidade: 'm²' }, '1.234,5', 1234.5, '1.234,5 m²'],
  [{ ...base, especie: 'dinheiro' }, 18000000, 18000000, 'R$ 180.000,00'],
  [{ ...base, especie: 'data', minimo: 'hoje' }, '21/11/2026', '2026-11-21', '21/11/2026'],
  [{ ...base, especie: 'hora' }, '14h32', '14:32', '14h32'],
  [{ ...base, especie: 'escolha', opcoes }, 'remocao', 'remocao', 'Remoção'],
  [{ ...base, especie: 'escolhas', opcoes }, ['remocao', 'poda', 'poda'], ['poda', 'remocao'], 'Poda, Remoção'],
  [{ ...base, especie: 'escolhas', opcoes }, [], undefined],
  [{ ...base, especie: 'sim-nao' }, true, true, 'Sim'],
  [{ ...base, especie: 'sim-nao', obrigatorio: true }, false, false, 'Não'],
  [{ ...base, especie: 'cpf' }, '111.444.777-35', '11144477735', '111.444.777-35'],
  [{ ...base, especie: 'cnpj' }, '12.abc.345/01de-35', '12ABC34501DE35', '12.ABC.345/01DE-35'],
  [{ ...base, especie: 'cpf-ou-cnpj' }, '52998224725', '52998224725', '529.982.247-25'],
  [{ ...base, especie: 'telefone' }, '19 99123-4567', '+5519991234567', '(19) 99123-4567'],
  [{ ...base, especie: 'email' }, 'a@Exemplo.br', 'a@exemplo.br', 'a@exemplo.br'],
  [{ ...base, especie: 'codigo', mascara: '99.99.999.9999.9' }, '010200304560', '01.02.003.0456.0', '01.02.003.0456.0'],
  [{ ...base, especie: 'codigo', mascara: 'UC-A99*' }, 'uc b12c', 'UC-B12C', 'UC-B12C'],
  [{ ...base, especie: 'codigo', mascara: 'UC-A99*' }, 'b12c', 'UC-B12C', 'UC-B12C'],
  [{ ...base, especie: 'codigo', mascara: '99999999-9', digito: 'modulo11' }, matricula.replace('-', ''), matricula, matricula],
  [{ ...base, especie: 'protocolo' }, ' PMVS 2026/500114', 'PMVS 2026/500114', 'PMVS 2026/500114'],
  [{ ...base, especie: 'endereco' }, endereco, enderecoLido, 'Rua das Flores, 10, Centro, Vila Serena/SP, CEP 13900-000'],
  [{ ...base, especie: 'endereco' }, { cep: '', logradouro: ' ' }, undefined],
  [
    { ...base, especie: 'lugar' },
    { posicao: { latitude: -22.70510012345, longitude: -46.985, precisao: 11.2 }, referencia: 'em frente à escola' },
    { posicao: { latitude: -22.7051, longitude: -46.985, precisao: 12 }, referencia: 'em frente à escola' },
    'posição -22.705100, -46.985000 (precisão de 12 m); referência: em frente à escola',
  ],
  [{ ...base, especie: 'lugar' }, { endereco }, { endereco: enderecoLido }, 'Rua das Flores, 10, Centro, Vila Serena/SP, CEP 13900-000'],
  [{ ...base, especie: 'lugar' }, {}, undefined],
]

const recusados: [campo: Campo, digitado: unknown, mensagem: string][] = [
  [{ ...base, especie: 'texto', obrigatorio: true }, ' ', 'Preencha este campo.'],
  [{ ...base, especie: 'texto', obrigatorio: true }, '\u202e', 'Preencha este campo.'],
  [{ ...base, especie: 'texto' }, 'a\0', 'Há um caractere que não conseguimos guardar. Apague e escreva de novo.'],
  [{ ...base, especie: 'texto', maximo: 3 }, 'abcde', 'Use no máximo 3 caracteres. Há 2 a mais.'],
  [{ ...base, especie: 'texto', minimo: 3 }, 'ab', 'Escreva ao menos 3 caracteres.'],
  [{ ...base, especie: 'numero' }, 1.5, 'Escreva um número inteiro, como 12.'],
  [{ ...base, especie: 'numero' }, 'doze', 'Escreva um número inteiro, como 12.'],
  [{ ...base, especie: 'numero', casas: 1 }, 1.25, 'Use até 1 casa depois da vírgula.'],
  [{ ...base, especie: 'numero', minimo: 2, unidade: 'm²' }, 1, 'O menor valor aceito é 2 m².'],
  [{ ...base, especie: 'numero' }, Number.NaN, 'Escreva um número inteiro, como 12.'],
  [{ ...base, especie: 'dinheiro' }, 'R$ 10,00', 'Escreva o valor em reais, como 180.000,00.'],
  [{ ...base, especie: 'dinheiro' }, 10.5, 'Escreva o valor em reais, como 180.000,00.'],
  [{ ...base, especie: 'dinheiro' }, -1, 'Escreva o valor em reais, como 180.000,00.'],
  [{ ...base, especie: 'dinheiro', maximo: 100 }, 101, 'O maior valor aceito é R$ 1,00.'],
  [{ ...base, especie: 'data' }, '31/02/2026', 'Escreva a data com dia, mês e ano, como 12/11/2026.'],
  [{ ...base, especie: 'data', maximo: 'hoje' }, '2026-11-22', 'Escolha uma data até hoje.'],
  [{ ...base, especie: 'data', minimo: '2026-12-01' }, '2026-11-22', 'Escolha uma data a partir de 01/12/2026.'],
  [{ ...base, especie: 'hora', minimo: '08:00' }, '07:59', 'Escolha uma hora a partir de 8h00.'],
  [{ ...base, especie: 'escolha', opcoes }, 'outra', 'Escolha uma opção.'],
  [{ ...base, especie: 'escolha', opcoes, obrigatorio: true }, undefined, 'Escolha uma opção.'],
  [{ ...base, especie: 'escolhas', opcoes, obrigatorio: true }, [], 'Escolha ao menos uma opção.'],
  [{ ...base, especie: 'escolhas', opcoes, maximo: 1 }, ['poda', 'remocao'], 'Escolha no máximo 1 opção.'],
  [{ ...base, especie: 'escolhas', opcoes }, ['poda', 7], 'Escolha ao menos uma opção.'],
  [{ ...base, especie: 'sim-nao' }, 'sim', 'Escolha uma opção.'],
  [{ ...base, especie: 'cpf' }, '111.444.777-36', 'Este CPF não confere. Veja se algum número foi trocado.'],
  [{ ...base, especie: 'cpf' }, '111.444.777', 'Faltam 2 números. O CPF tem 11.'],
  [{ ...base, especie: 'cnpj' }, '12.ABC.345/01DE-36', 'Este CNPJ não confere. Veja se algum caractere foi trocado.'],
  [{ ...base, especie: 'cpf-ou-cnpj' }, '123', 'Escreva o CPF, com 11 números, ou o CNPJ, com 14 caracteres.'],
  [{ ...base, especie: 'telefone' }, '99123-4567', 'Escreva o telefone com DDD, como (19) 91234-5678.'],
  [{ ...base, especie: 'email' }, 'a@b', 'Escreva o e-mail inteiro, como nome@exemplo.com.br.'],
  [{ ...base, especie: 'codigo', mascara: '99.99.999.9999.9' }, '01.02.003.045', 'Faltam 2 números. São 12 ao todo.'],
  [{ ...base, especie: 'codigo', mascara: '999' }, '1234', 'Há 1 número a mais. São 3 ao todo.'],
  [{ ...base, especie: 'codigo', mascara: 'A-99' }, '123', 'Escreva como A-00.'],
  [
    { ...base, especie: 'codigo', mascara: '99999999-9', digito: 'modulo11' },
    matricula.replace(/.$/, (d) => String((Number(d) + 1) % 10)),
    'O último dígito não confere. Veja se algum número foi trocado.',
  ],
  [{ ...base, especie: 'protocolo' }, 'o meu', 'Escreva o número como está no comprovante.'],
  [{ ...base, especie: 'endereco', obrigatorio: true }, {}, 'Escreva o endereço.'],
  [{ ...base, especie: 'lugar', obrigatorio: true }, {}, 'Escreva o endereço ou use a posição do aparelho.'],
  [{ ...base, especie: 'lugar' }, { referencia: 'perto da praça' }, 'Escreva o endereço ou use a posição do aparelho.'],
]

describe('validarCampo', () => {
  for (const [campo, digitado, lido, escrito] of aceitos) {
    it(`${campo.especie}: ${JSON.stringify(digitado)} is kept as ${JSON.stringify(lido)}`, () => {
      assert.deepEqual(validarCampo(campo, digitado, hoje), { valor: lido })
      assert.deepEqual(validarCampo(campo, lido, hoje), { valor: lido }, 'reads what is kept as itself')
      if (lido !== undefined) assert.equal(escreverResposta(campo, lido), escrito)
    })
  }
  for (const [campo, digitado, mensagem] of recusados) {
    it(`${campo.especie}: ${JSON.stringify(digitado)} gets “${mensagem}”`, () => {
      assert.deepEqual(validarCampo(campo, digitado, hoje), { mensagem })
    })
  }
})

describe('visivel', () => {
  const condicao = { campo: 'servico', em: ['poda', true] }
  it('follows one choice, several and yes or no', () => {
    assert.equal(visivel(undefined, {}), true)
    assert.equal(visivel(condicao, { servico: 'poda' }), true)
    assert.equal(visivel(condicao, { servico: ['remocao', 'poda'] }), true)
    assert.equal(visivel(condicao, { servico: true }), true)
    assert.equal(visivel(condicao, { servico: 'remocao' }), false)
    assert.equal(visivel(condicao, {}), false)
    assert.equal(visivel({ campo: 'constructor', em: ['x'] }, {}), false)
  })
})

const formulario: Campo[] = [
  { codigo: 'valor', rotulo: 'Valor', especie: 'dinheiro', obrigatorio: true },
  { codigo: 'financiado', rotulo: 'Parte do valor é financiada?', especie: 'sim-nao', obrigatorio: true },
  {
    codigo: 'valor-financiado',
    rotulo: 'Valor financiado',
    especie: 'dinheiro',
    obrigatorio: true,
    quando: { campo: 'financiado', em: [true] },
  },
  { codigo: 'quitado', rotulo: 'Quitado?', especie: 'sim-nao', quando: { campo: 'financiado', em: [true] } },
  { codigo: 'quando-quitou', rotulo: 'Quando quitou?', especie: 'data', obrigatorio: true, quando: { campo: 'quitado', em: [true] } },
  { codigo: 'imovel', rotulo: 'Imóvel', especie: 'endereco' },
  { codigo: 'local', rotulo: 'Local', especie: 'lugar' },
]

describe('validarRespostas', () => {
  it('asks what is shown and drops what is hidden, to the last link of a chain', () => {
    const escondidas = { 'valor-financiado': 5, quitado: true, 'quando-quitou': 'não lembro' }
    assert.deepEqual(validarRespostas(formulario, { valor: 100, financiado: false, ...escondidas }, hoje), {
      ok: true,
      respostas: { valor: 100, financiado: false },
    })
    assert.deepEqual(validarRespostas(formulario, { valor: 100, financiado: true, quitado: true }, hoje), {
      ok: false,
      erros: [
        { caminho: 'respostas.valor-financiado', mensagem: 'Preencha este campo.' },
        { caminho: 'respostas.quando-quitou', mensagem: 'Preencha este campo.' },
      ],
    })
  })

  it('says where in an address', () => {
    const imovel = { cep: '1390', logradouro: 'Rua A', bairro: 7, municipio: 'V'.repeat(101), uf: 'XX' }
    const erros = (caminho: string) => [
      { caminho: `${caminho}.cep`, mensagem: 'O CEP tem 8 números, como 13900-000.' },
      { caminho: `${caminho}.bairro`, mensagem: 'Há um caractere que não conseguimos guardar. Apague e escreva de novo.' },
      { caminho: `${caminho}.municipio`, mensagem: 'Use no máximo 100 caracteres.' },
      { caminho: `${caminho}.uf`, mensagem: 'Escolha o estado.' },
    ]
    assert.deepEqual(validarRespostas(formulario, { valor: 1, financiado: false, imovel, local: { endereco: imovel } }, hoje), {
      ok: false,
      erros: [...erros('respostas.imovel'), ...erros('respostas.local.endereco')],
    })
    const faltam = validarRespostas(formulario, { valor: 1, financiado: false, imovel: { logradouro: 'Rua A' } }, hoje)
    assert.deepEqual(faltam.ok ? [] : faltam.erros.map((erro) => erro.caminho), [
      'respostas.imovel.bairro',
      'respostas.imovel.municipio',
      'respostas.imovel.uf',
    ])
  })

  for (const chave of ['outra', '__proto__', 'constructor']) {
    it(`refuses an answer to ${chave}, which nobody asked, without repeating it`, () => {
      const respostas = JSON.parse(`{"valor":1,"financiado":false,"${chave}":{"valor":2}}`)
      const lidas = validarRespostas(formulario, respostas, hoje)
      assert.deepEqual(lidas.ok ? [] : lidas.erros.map((erro) => erro.caminho), ['respostas'])
      assert.doesNotMatch(JSON.stringify(lidas), new RegExp(chave))
    })
  }

  it('reads its own output as itself, and never fails, whatever is sent', () => {
    const campos = [...aceitos.map(([campo]) => campo), ...recusados.map(([campo]) => campo)].map((campo, i) => ({
      ...campo,
      codigo: `c${i}`,
      obrigatorio: false,
    }))
    const digitado = fc.oneof(
      fc.constantFrom(...aceitos.map(([, valor]) => valor), ...recusados.map(([, valor]) => valor)),
      fc.jsonValue(),
      fc.string({ unit: 'binary' }),
      fc.double(),
    )
    fc.assert(
      fc.property(fc.array(digitado, { minLength: campos.length, maxLength: campos.length }), (valores) => {
        const respostas = Object.fromEntries(campos.map((campo, i) => [campo.codigo, valores[i]]))
        const lidas = campos.map((campo) => validarRespostas([campo], { [campo.codigo]: respostas[campo.codigo] }, hoje))
        for (const [i, campo] of campos.entries()) {
          const lida = lidas[i]
          if (!lida?.ok) continue
          assert.deepEqual(validarRespostas([campo], lida.respostas, hoje), lida)
          assert.deepEqual(JSON.parse(JSON.stringify(lida.respostas)), lida.respostas, 'goes over the wire unchanged')
          const resposta = lida.respostas[campo.codigo]
          if (resposta !== undefined) assert.equal(typeof escreverResposta(campo, resposta), 'string')
        }
      }),
    )
  })
})
