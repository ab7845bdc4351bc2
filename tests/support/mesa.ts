import type { Locator } from 'playwright-core'
import { type Pessoa, senha } from '../../demo/pessoas.js'
import type { SampleFile } from './sample-files.js'
import { focusedHeading } from './steps.js'
import type { Visit } from './visit.js'

/** The desk on a page, by mouse. */
export const mesa = ({ page }: Visit): Locator => page.locator('protocolo-gestao')
export const botao = (visita: Visit, name: string) => mesa(visita).getByRole('button', { name, exact: true })
export const texto = (visita: Visit, name: string) => mesa(visita).getByRole('textbox', { name })
/** The form of the act that is open. */
export const ato = (visita: Visit) => mesa(visita).locator('.ato')

/** Signs in, up to the first queue. */
export async function sentar(visita: Visit, { documento }: Pessoa): Promise<void> {
  await texto(visita, 'CPF, CNPJ, usuário ou e-mail').fill(documento)
  await mesa(visita).locator('[name=senhaAtual]').fill(senha)
  await botao(visita, 'Entrar com senha').click()
  await mesa(visita).locator('.abre-processo').first().waitFor()
}

/** From the queue to one protocolo, by its number. */
export async function abrirNaMesa(visita: Visit, numero: string): Promise<void> {
  const busca = mesa(visita).getByRole('searchbox').first()
  await busca.fill(numero)
  await busca.press('Enter')
  await mesa(visita).locator('.abre-processo').nth(1).waitFor({ state: 'detached' })
  await mesa(visita).getByRole('link', { name: numero, exact: true }).click()
  await focusedHeading(mesa(visita), numero)
}

export async function receber(visita: Visit): Promise<void> {
  await botao(visita, 'Receber').click()
  await botao(visita, 'Receber').waitFor({ state: 'detached' })
}

/** What is written in the form, and who may read it. */
export async function escreverDespacho(
  visita: Visit,
  leitor: 'Só a equipe lê' | 'Quem fez o pedido pode ler',
  dito: string,
): Promise<void> {
  await mesa(visita).getByRole('radio', { name: leitor }).check()
  await texto(visita, 'Despacho').fill(dito)
}

/** Puts a file into the form, which takes it in. */
export async function anexar(visita: Visit, arquivo: SampleFile): Promise<void> {
  const dialogo = visita.page.waitForEvent('filechooser')
  await mesa(visita).getByText('Escolher arquivos', { exact: true }).click()
  await (await dialogo).setFiles([arquivo])
  await mesa(visita).locator('.envio', { hasText: arquivo.name }).getByText('recebido').waitFor()
}

/** Sends the form, which then closes. */
export async function enviarAto(visita: Visit, fazer: string): Promise<void> {
  await ato(visita).getByRole('button', { name: fazer, exact: true }).click()
  await ato(visita).waitFor({ state: 'detached' })
}

export async function situacao(visita: Visit, nome: string): Promise<void> {
  await mesa(visita).locator('.selo').getByText(nome, { exact: true }).waitFor()
}
