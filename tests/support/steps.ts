import assert from 'node:assert/strict'
import type { Locator } from 'playwright-core'
import { choose, press, tabTo, type } from './keyboard.js'
import type { SampleFile } from './sample-files.js'
import type { Visit } from './visit.js'

/** What a person leaves with. */
export interface Recibo {
  numero: string
  codigo: string
  tipo: string
  respostas: readonly string[]
  arquivos: readonly SampleFile[]
}

export const pessoa = { nome: 'Pessoa Exemplo da Silva', cpf: '529.982.247-25', email: 'pessoa@exemplo.br' }

export type Abertura = ReturnType<typeof abertura>

/** The steps of `<protocolo-novo>`, each looked at as it comes. */
export function abertura(visita: Visit) {
  const { page } = visita
  const novo = page.locator('protocolo-novo')
  const botao = (name: string) => novo.getByRole('button', { name, exact: true })
  const passo = async (titulo: string) => {
    await focusedHeading(novo, titulo)
    await visita.look(titulo)
  }
  const texto = (name: string) => novo.getByRole('textbox', { name, exact: true })
  const arquivo = (name: string) => novo.locator('.envio', { hasText: name })
  const opcao = (name: string) => novo.getByRole('radio', { name, exact: true })
  return {
    texto,
    opcao,
    botao,
    passo,
    lista: (name: string) => novo.getByRole('combobox', { name, exact: true }),
    titulo: (name: string) => novo.getByRole('heading', { name, exact: true }),
    aviso: (text: string) => novo.locator('.aviso').getByText(text, { exact: true }),
    arquivo,

    async escolher(busca: string, tipo: string) {
      await tabTo(novo.getByRole('searchbox', { name: 'Procurar assunto' }))
      await visita.look('lista de assuntos')
      await page.keyboard.type(busca)
      await press(novo.getByRole('button', { name: tipo }))
      await passo(tipo)
    },

    async comecar() {
      await press(botao('Começar'))
      await passo('Sobre o pedido')
    },

    async continuar(proximo: string) {
      await press(botao('Continuar'))
      await passo(proximo)
    },

    async identificar({ nome, cpf, email } = pessoa) {
      await type(texto('Nome completo'), nome)
      await type(texto('CPF ou CNPJ'), cpf)
      await type(texto('E-mail (recomendado)'), email)
      await choose(novo.getByRole('radio', { name: 'Só eu ou gente de confiança' }))
      await press(novo.getByRole('checkbox', { name: 'Li como meus dados são usados' }), 'Space')
    },

    async enviarArquivos(seletor: string, arquivos: readonly SampleFile[]) {
      const dialogo = page.waitForEvent('filechooser')
      await press(novo.getByLabel(seletor, { exact: true }))
      await (await dialogo).setFiles([...arquivos])
      for (const { name } of arquivos) await arquivo(name).getByText('recebido').waitFor()
    },

    async revisar() {
      await visita.look('documentos recebidos')
      await press(botao('Revisar'))
      await passo('Confira e envie')
    },

    async enviar(tipo: string, respostas: readonly string[], arquivos: readonly SampleFile[]): Promise<Recibo> {
      const revisao = await textIn(novo)
      for (const parte of [...respostas, ...arquivos.map(({ name }) => name)]) assert.ok(revisao.includes(parte), parte)
      await press(botao('Enviar pedido'))
      await passo('Recebemos o seu pedido')
      const numero = await textIn(novo.locator('.numero.grande'))
      const codigo = await textIn(novo.locator('.codigo'))
      return { numero, codigo, tipo, respostas, arquivos }
    },
  }
}

/** Each change of view puts the focus on its heading. */
export async function focusedHeading(tag: Locator, name: string): Promise<void> {
  await tag.getByRole('heading', { name }).and(tag.page().locator(':focus')).waitFor()
}

/** Read as people do: any space is a space, also those that do not break, as in money. */
export async function textIn(element: Locator): Promise<string> {
  return plain((await element.textContent()) ?? '')
}

export function plain(text: string): string {
  return text.replace(/\s+/g, ' ')
}
