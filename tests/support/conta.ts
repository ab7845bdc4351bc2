import type { Locator } from 'playwright-core'
import type { TestDatabase } from '../server/helpers/database.js'
import { press, type } from './keyboard.js'
import { focusedHeading } from './steps.js'
import type { Visit } from './visit.js'

export const senha = 'cavalo bateria grampo'

/** Signs up, up to where the code is asked for: in the panel, unless told where. */
export async function cadastrar(
  visita: Visit,
  { documento, email }: { documento: string; email: string },
  painel = visita.page.locator('protocolo-painel'),
): Promise<void> {
  await press(painel.getByRole('button', { name: 'Criar conta' }))
  await focusedHeading(painel, 'Criar conta')
  await type(painel.getByRole('textbox', { name: 'CPF ou CNPJ' }), documento)
  await type(painel.getByRole('textbox', { name: 'Nome completo' }), 'Joana Exemplo Prado')
  await type(painel.getByRole('textbox', { name: 'E-mail' }), email)
  await type(painel.locator('[name=senha]'), senha)
  await visita.look('cadastro')
  await press(painel.getByRole('checkbox', { name: /Li como meus dados/ }), 'Space')
  await press(painel.getByRole('button', { name: 'Criar conta' }))
  await focusedHeading(painel, 'Confirme o seu e-mail')
  await visita.look('confirmação')
}

/** With the code of the e-mail, which is kept. */
export async function confirmar(visita: Visit, database: TestDatabase, email: string): Promise<void> {
  const painel = visita.page.locator('protocolo-painel')
  await type(painel.getByRole('textbox', { name: 'Código de 6 números' }), await codigoEnviado(database, email))
  await press(painel.getByRole('button', { name: 'Confirmar' }))
  await focusedHeading(painel, 'Olá, Joana')
  await visita.look('painel')
}

/** By the form to sign in, whatever else stands beside it. */
export async function entrarComSenha(painel: Locator, login: string, palavra: string): Promise<void> {
  await type(painel.getByRole('textbox', { name: 'CPF, CNPJ, usuário ou e-mail' }), login)
  await type(painel.locator('[name=senhaAtual]'), palavra)
  await press(painel.getByRole('button', { name: /^Entrar( com senha)?$/ }))
}

/** A part of Meus dados, by its name there. */
export async function abrirMeusDados(painel: Locator, parte: string): Promise<void> {
  await press(painel.getByRole('link', { name: 'Meus dados', exact: true }))
  await press(painel.getByRole('link', { name: parte }))
  await focusedHeading(painel, parte)
}

/** Of the latest e-mail to an address that has one; those are kept where no mail server is. */
export function codigoEnviado(database: TestDatabase, email: string): Promise<string> {
  return achadoNoCorreio(database, email, /Código[^:]*: (\d{6})/)
}

/** To make another password, of the latest e-mail to an address. */
export function linkEnviado(database: TestDatabase, email: string): Promise<string> {
  return achadoNoCorreio(database, email, /(https?:\/\/\S+#senha=\S+)/)
}

async function achadoNoCorreio(database: TestDatabase, email: string, padrao: RegExp): Promise<string> {
  const prazo = Date.now() + 30_000
  while (Date.now() < prazo) {
    const [carta] = await database.sql<{ texto: string | null }[]>`
      select conteudo->>'texto' as texto from emails where para = ${email} order by criado_em desc limit 1`
    const [, achado] = padrao.exec(carta?.texto ?? '') ?? []
    if (achado) return achado
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
  throw new Error(`nothing like ${padrao} for ${email}`)
}

/** Signs out, up to the form to sign in. */
export async function sair(painel: Locator): Promise<void> {
  await press(painel.getByRole('button', { name: 'Sair' }))
  await focusedHeading(painel, 'Entrar')
}
