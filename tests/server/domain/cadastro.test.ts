import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { type CadastroInformado, type Exigivel, exigiveis, lerUsuario, validarCadastro } from '../../../server/domain/cadastro.js'
import { lerDocumento } from '../../../server/domain/documento.js'

const hoje = '2026-11-21'
const informado: CadastroInformado = {
  documento: '111.444.777-35',
  nome: '  Helena   Exemplo ',
  email: 'Helena@Exemplo.BR',
  senha: 'cavalo bateria grampo',
}

function erros(mudancas: Partial<CadastroInformado>) {
  const validado = validarCadastro({ ...informado, ...mudancas }, hoje)
  return validado.ok ? [] : validado.erros.map(({ caminho }) => caminho)
}

describe('a sign-up', () => {
  it('asks for documento, nome, e-mail and senha, and keeps them in one form', () => {
    assert.deepEqual(validarCadastro(informado, hoje), {
      ok: true,
      cadastro: { documento: '11144477735', nome: 'Helena Exemplo', email: 'Helena@exemplo.br', dados: {} },
    })
    for (const campo of ['documento', 'nome', 'email', 'senha'] as const) assert.deepEqual(erros({ [campo]: ' ' }), [campo])
  })

  it('is a company’s as well, with an alphanumeric CNPJ', () => {
    assert.deepEqual(erros({ documento: '12.ABC.345/01DE-35', nome: 'Empresa Exemplo Ltda' }), [])
  })

  it('keeps the rest when it is told', () => {
    const endereco = { cep: '13900-000', tipoDeLogradouro: 'Rua', logradouro: 'das Flores', uf: 'sp', numero: ' ' }
    const validado = validarCadastro({ ...informado, sexo: 'feminino', nascimento: '12/11/1980', endereco }, hoje)
    assert.ok(validado.ok)
    assert.deepEqual(validado.cadastro.dados, {
      sexo: 'feminino',
      nascimento: '1980-11-12',
      endereco: { cep: '13900000', tipoDeLogradouro: 'Rua', logradouro: 'das Flores', uf: 'SP' },
    })
  })

  it('says beside which field something is to be corrected', () => {
    for (const [mudanca, caminhos] of [
      [{ nascimento: '2026-11-22' }, ['nascimento']],
      [{ nascimento: hoje }, []],
      [{ nascimento: '31/02/1980' }, ['nascimento']],
      [{ sexo: 'x' }, ['sexo']],
      [{ endereco: { cep: '1', uf: 'XX' } }, ['endereco.cep', 'endereco.uf']],
      [{ senha: 'helena 12345' }, ['senha']],
      [{ senha: '11144477735' }, ['senha']],
      [{ documento: '1', nome: '\u0000', email: 'x' }, ['documento', 'nome', 'email']],
    ] as const) {
      assert.deepEqual(erros(mudanca), caminhos, JSON.stringify(mudanca))
    }
  })

  it('says besides what the entidade asks for and is not told', () => {
    const comExigencia = (mudancas: Partial<CadastroInformado>, exige: readonly Exigivel[]) => {
      const validado = validarCadastro({ ...informado, ...mudancas }, hoje, exige)
      return validado.ok ? [] : validado.erros.map(({ caminho }) => caminho)
    }
    const doEndereco = ['cep', 'logradouro', 'bairro', 'municipio', 'uf'].map((parte) => `endereco.${parte}`)
    const inteiro = { cep: '13900-000', logradouro: 'das Flores', bairro: 'Centro', municipio: 'Exemplo', uf: 'SP' }
    assert.deepEqual(
      comExigencia({}, exigiveis),
      exigiveis.flatMap((campo) => (campo === 'endereco' ? doEndereco : [campo])),
    )
    for (const [mudanca, exige, caminhos] of [
      [{ telefone: ' ' }, ['telefone'], ['telefone']],
      [{ telefone: '12' }, ['telefone'], ['telefone']],
      [{ telefone: '(19) 91234-5678' }, ['telefone'], []],
      [{ endereco: { ...inteiro, bairro: '' } }, ['endereco'], ['endereco.bairro']],
      [{ endereco: { ...inteiro, cep: '1' } }, ['endereco'], ['endereco.cep']],
      [{ endereco: inteiro }, ['endereco'], []],
    ] as const) {
      assert.deepEqual(comExigencia(mudanca, exige), caminhos, JSON.stringify(mudanca))
    }
  })

  it('takes a second e-mail that is another', () => {
    assert.deepEqual(erros({ emailAlternativo: 'HELENA@exemplo.br' }), ['emailAlternativo'])
    assert.deepEqual(erros({ emailAlternativo: 'a@' }), ['emailAlternativo'])
    const validado = validarCadastro({ ...informado, emailAlternativo: 'lena@exemplo.br' }, hoje)
    assert.equal(validado.ok && validado.cadastro.emailAlternativo, 'lena@exemplo.br')
  })

  it('ends in an answer whatever is typed', () => {
    fc.assert(
      fc.property(
        fc.record({ documento: fc.string(), nome: fc.string(), email: fc.string(), senha: fc.string(), usuario: fc.string() }),
        (um) => {
          const validado = validarCadastro(um, hoje)
          assert.ok(validado.ok || validado.erros.length > 0)
        },
      ),
    )
  })
})

describe('a login name', () => {
  for (const [texto, lido] of [
    ['Lena.Ex', 'lena.ex'],
    [' lena_1 ', 'lena_1'],
    ['ab', undefined],
    ['1ena', undefined],
    ['lena@exemplo', undefined],
    ['léna', undefined],
    ['x'.repeat(31), undefined],
  ] as const) {
    it(`${texto} is ${lido ?? 'none'}`, () => assert.equal(lerUsuario(texto), lido))
  }

  it('is never what could be taken for a CPF or CNPJ', () => {
    fc.assert(fc.property(fc.string(), (texto) => !(lerUsuario(texto) && lerDocumento(texto))))
  })
})
