import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { modulo11 } from '../../../server/domain/numero.js'
import { type MatriculaPedida, type RequerenteInformado, validarRequerente } from '../../../server/domain/requerente.js'

const pessoa = { nome: '  Pessoa   Exemplo ', documento: '111.444.777-35' }
const matricula: MatriculaPedida = { mascara: '99999999-9', digito: 'modulo11', obrigatoria: true }

function erros(pedido: RequerenteInformado, tipo = {}, pedida?: MatriculaPedida) {
  const lido = validarRequerente(tipo, pedida, pedido)
  return lido.ok ? {} : Object.fromEntries(lido.erros.map((erro) => [erro.caminho, erro.mensagem]))
}

describe('validarRequerente', () => {
  it('needs a name and a CPF, and nothing else (Lei 13.460 art. 10-A)', () => {
    assert.deepEqual(validarRequerente({}, undefined, { ...pessoa, email: '', telefone: ' ' }), {
      ok: true,
      requerente: { nome: 'Pessoa Exemplo', documento: '11144477735' },
    })
  })
  it('keeps e-mail, telephone and matrícula in one form', () => {
    const digito = modulo11('12345678')
    const pedido = { ...pessoa, email: 'P@Exemplo.BR', telefone: '(19) 99123-4567', matricula: `12345678${digito}` }
    assert.deepEqual(validarRequerente({}, matricula, pedido), {
      ok: true,
      requerente: {
        nome: 'Pessoa Exemplo',
        documento: '11144477735',
        email: 'P@exemplo.br',
        telefone: '+5519991234567',
        matricula: `12345678-${digito}`,
      },
    })
  })
  it('says beside each field what to correct', () => {
    assert.deepEqual(erros({ nome: '', documento: '111.444.777-36', email: 'p', telefone: '1', matricula: '12345678' }, {}, matricula), {
      'requerente.nome': 'Preencha este campo.',
      'requerente.documento': 'Este CPF não confere. Veja se algum número foi trocado.',
      'requerente.email': 'Escreva o e-mail inteiro, como nome@exemplo.com.br.',
      'requerente.telefone': 'Escreva o telefone com DDD, como (19) 91234-5678.',
      'requerente.matricula': 'Falta 1 número. São 9 ao todo.',
    })
    assert.deepEqual(erros(pessoa, {}, matricula), { 'requerente.matricula': 'Preencha este campo.' })
    assert.deepEqual(erros({ ...pessoa, nome: '123' }), { 'requerente.nome': 'Escreva o nome com letras.' })
    assert.deepEqual(Object.keys(erros({ ...pessoa, nome: 'a\0' })), ['requerente.nome'])
    assert.deepEqual(Object.keys(erros({ ...pessoa, nome: 'a'.repeat(201) })), ['requerente.nome'])
  })
  it('takes only a company where the tipo is for companies', () => {
    const tipo = { quemPode: 'pessoa-juridica' as const }
    assert.deepEqual(erros(pessoa, tipo), { 'requerente.documento': 'Este serviço é para empresas: escreva o CNPJ.' })
    assert.equal(validarRequerente(tipo, undefined, { nome: 'Empresa Exemplo', documento: '12.abc.345/01de-35' }).ok, true)
  })
  it('lets nobody be named where the tipo allows it, and there only', () => {
    assert.deepEqual(validarRequerente({ anonimo: true }, matricula, { anonimo: true }), { ok: true, requerente: {} })
    assert.deepEqual(erros({ anonimo: true }), { requerente: 'Este pedido não pode ser anônimo. Diga quem está pedindo.' })
  })
})
