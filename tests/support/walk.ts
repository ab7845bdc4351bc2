import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Download, Locator, Page } from 'playwright-core'
import { choose, pick, press, type } from './keyboard.js'
import { openPdf, qrOf, textOf } from './pdf.js'
import { sampleJpeg, samplePdf, samplePng } from './sample-files.js'
import { type Abertura, abertura, focusedHeading, plain, type Recibo, textIn } from './steps.js'
import type { Visit } from './visit.js'

/** What {@link preencherBuraco} writes, as it is read afterwards. */
export const respostasDoBuraco = ['Rua das Acácias, 120', 'em frente à padaria', 'Fundo, no meio da rua.']

/** "Tapa-buraco" with two photos, from the list to the receipt, by keyboard. */
export async function abrirTapaBuraco(visita: Visit): Promise<Recibo> {
  const novo = abertura(visita)
  const fotos = [sampleJpeg('buraco de perto.jpg'), samplePng('rua inteira.png')]

  await novo.escolher('asfalto', 'Tapa-buraco')
  await novo.comecar()
  await preencherBuraco(novo)
  await novo.continuar('Quem está pedindo')
  await novo.identificar()
  await novo.continuar('Documentos')
  await novo.enviarArquivos('Escolher arquivos', fotos)
  await novo.revisar()
  return novo.enviar('Tapa-buraco', respostasDoBuraco, fotos)
}

/** The form of "Tapa-buraco". */
export async function preencherBuraco(novo: Abertura): Promise<void> {
  await choose(novo.opcao('Escrever o endereço'))
  await type(novo.texto('Rua, avenida ou praça'), 'Rua das Acácias')
  await type(novo.texto('Número'), '120')
  await type(novo.texto('Bairro'), 'Centro')
  await type(novo.texto('Cidade'), 'Vila Serena')
  await pick(novo.lista('Estado'), 'SP')
  await type(novo.texto('Ponto de referência'), 'em frente à padaria')
  await type(novo.texto('Como é o buraco?'), 'Fundo, no meio da rua.')
}

/** "Emissão de ITBI" with what is asked only of who financed, from the list to the receipt, by keyboard. */
export async function abrirItbi(visita: Visit): Promise<Recibo> {
  const novo = abertura(visita)
  const contrato = samplePdf('contrato assinado.pdf')
  const identidade = [samplePdf('identidade frente.pdf'), samplePdf('identidade verso.pdf')]

  await novo.escolher('imposto imovel', 'Emissão de ITBI')
  await novo.comecar()
  await type(novo.texto('Inscrição imobiliária'), '010200300045')
  await type(novo.texto('Valor da transação'), '180000,00')
  await choose(novo.opcao('Compra e venda'))
  assert.equal(await novo.texto('Valor financiado').count(), 0, 'asked only of who financed')
  await choose(novo.opcao('Sim'))
  await type(novo.texto('Valor financiado'), '120000,00')
  await type(novo.texto('Banco do financiamento'), 'Banco Exemplo')
  await novo.continuar('Quem está pedindo')
  await novo.identificar()
  await novo.continuar('Documentos')
  await novo.enviarArquivos('Escolher arquivo: Contrato ou escritura', [contrato])
  await novo.enviarArquivos('Escolher arquivo: Documento de quem compra', identidade)
  await novo.revisar()
  const respostas = ['01.02.003.0004-5', 'R$ 180.000,00', 'Compra e venda', 'Sim', 'R$ 120.000,00', 'Banco Exemplo']
  return novo.enviar('Emissão de ITBI', respostas, [contrato, ...identidade])
}

/** Downloads the receipt on screen and reads it: everything on it, and a QR code that leads to `consulta`. */
export async function conferirComprovante(visita: Visit, recibo: Recibo, consulta: string): Promise<void> {
  const novo = visita.page.locator('protocolo-novo')
  const arquivo = await baixar(visita.page, () => press(novo.getByRole('button', { name: 'Baixar PDF' })))
  const pdf = await openPdf(arquivo.bytes)
  const texto = plain(await textOf(pdf))
  for (const parte of [recibo.numero, recibo.codigo, recibo.tipo, ...recibo.respostas]) assert.ok(texto.includes(parte), parte)
  for (const { name, buffer } of recibo.arquivos) {
    assert.ok(texto.includes(name), name)
    assert.ok(texto.includes(createHash('sha256').update(buffer).digest('hex')), `SHA-256 of ${name}`)
  }
  assert.equal(await qrOf(pdf), consulta)
}

/** From the receipt to the list again. */
export async function abrirOutro(visita: Visit): Promise<void> {
  const novo = visita.page.locator('protocolo-novo')
  await press(novo.getByRole('button', { name: 'Abrir outro pedido' }))
  await focusedHeading(novo, 'O que você precisa?')
}

/** By number alone; then with the code; then one of the files, just as it was sent. */
export async function consultar(visita: Visit, recibo: Recibo): Promise<void> {
  const consulta = visita.page.locator('protocolo-consulta')
  await type(consulta.getByRole('textbox', { name: 'Número do protocolo' }), recibo.numero)
  await press(consulta.getByRole('button', { name: 'Consultar', exact: true }))
  await focusedHeading(consulta, recibo.numero)
  await consulta.getByText(recibo.tipo, { exact: true }).waitFor()
  assert.equal(await consulta.getByText('O que foi enviado').count(), 0, 'the number alone shows nothing that was sent')
  await visita.look('consulta, só com o número')

  await type(consulta.getByRole('textbox', { name: 'Código de acesso' }), recibo.codigo)
  await press(consulta.getByRole('button', { name: 'Ver tudo' }))
  await consulta.getByText('O que foi enviado').waitFor()
  await focusedHeading(consulta, recibo.numero)
  await conferirEnviado(visita, consulta, recibo)
}

/** By number and code at once. */
export async function consultarComCodigo(visita: Visit, recibo: Recibo): Promise<void> {
  const consulta = visita.page.locator('protocolo-consulta')
  await press(consulta.getByRole('button', { name: 'Nova consulta' }))
  await focusedHeading(consulta, 'Consultar protocolo')
  await type(consulta.getByRole('textbox', { name: 'Número do protocolo' }), recibo.numero)
  await type(consulta.getByRole('textbox', { name: 'Código de acesso' }), recibo.codigo)
  await press(consulta.getByRole('button', { name: 'Consultar', exact: true }))
  await focusedHeading(consulta, recibo.numero)
  await conferirEnviado(visita, consulta, recibo)
}

async function conferirEnviado(visita: Visit, consulta: Locator, { respostas, arquivos }: Recibo): Promise<void> {
  await press(consulta.locator('summary', { hasText: 'O que foi enviado' }))
  const enviado = consulta.locator('details', { hasText: 'O que foi enviado' })
  const texto = await textIn(enviado)
  for (const parte of [...respostas, ...arquivos.map(({ name }) => name)]) assert.ok(texto.includes(parte), parte)
  await visita.look('consulta, com o código')
  const [primeiro] = arquivos
  if (!primeiro) return
  const baixado = await baixar(visita.page, () => press(enviado.getByRole('button', { name: `Baixar ${primeiro.name}` })))
  assert.equal(baixado.nome, primeiro.name)
  assert.ok(baixado.bytes.equals(primeiro.buffer), 'the file comes back as it was sent')
}

async function baixar(page: Page, pedir: () => Promise<void>): Promise<{ nome: string; bytes: Buffer }> {
  const comecou: Promise<Download> = page.waitForEvent('download')
  await pedir()
  const download = await comecou
  return { nome: download.suggestedFilename(), bytes: await readFile(await download.path()) }
}
