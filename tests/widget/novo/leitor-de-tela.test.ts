import { expect, waitUntil } from '@open-wc/testing'
import { render } from 'lit'
import type { TipoCompleto } from '../../../server/contract/tipo.js'
import { criarAnuncio } from '../../../widget/elements/novo/anuncio.js'
import { Auxilios } from '../../../widget/parts/campos/auxilios.js'
import type { Formulario } from '../../../widget/parts/campos/moldura.js'
import { campoDeTextoLongo } from '../../../widget/parts/campos/texto-longo.js'
import { passos as textos } from '../../../widget/texts/novo-passos.pt-BR.js'
import { devolverApi } from '../apoio/api.js'
import { achar, escrever, limpar, por } from '../apoio/pagina.js'
import {
  abrir,
  anexoRecebido,
  apertar,
  arquivo,
  ateOFormulario,
  ateOPasso,
  campoDe,
  enviarFormulario,
  escolherArquivos,
  itbi,
  preencher,
  preencherFormulario,
  preencherRequerente,
} from './apoio.js'
import { devolverEnvios, fingirEnvios } from './xhr.js'

/** Texts of the elements that an attribute of ids names. */
function textosDe(elemento: Element, atributo: 'aria-labelledby' | 'aria-describedby'): string[] {
  const ids = elemento.getAttribute(atributo)?.split(' ') ?? []
  return ids.map((id) => document.getElementById(id)?.textContent?.trim() ?? `no #${id}`)
}

describe('with a screen reader, <protocolo-novo>', () => {
  afterEach(() => {
    limpar()
    devolverApi()
    devolverEnvios()
    localStorage.clear()
    history.replaceState(null, '')
  })

  it('names an option by its label and tells its help apart', async () => {
    const { tag } = await abrir({ atributos: 'tipo="denuncia"' })
    await apertar(tag, 'Começar')
    await ateOPasso(tag, 'Sobre o pedido')
    await preencher(tag, 'Relato', 'Aconteceu.')
    await enviarFormulario(tag)
    await ateOPasso(tag, 'Quem está pedindo')
    const opcao = campoDe(tag, 'Não, prefiro')
    expect(textosDe(opcao, 'aria-labelledby')).to.deep.equal(['Não, prefiro não me identificar'])
    expect(textosDe(opcao, 'aria-describedby').join()).to.contain('guarde o número e o código')
  })

  it('says that one of several choices is demanded, and the unit of a number', async () => {
    const campos: TipoCompleto['campos'] = [
      { codigo: 'dias', especie: 'escolhas', rotulo: 'Em que dias?', obrigatorio: true, opcoes: [{ valor: 's', rotulo: 'Sábado' }] },
      { codigo: 'area', especie: 'numero', rotulo: 'Área', unidade: 'm²' },
    ]
    const { tag } = await abrir({ tipos: [{ ...itbi, campos }] })
    await apertar(tag, 'Começar')
    expect((await achar(tag, 'legend')).textContent).to.contain('(obrigatório)')
    expect(textosDe(campoDe(tag, 'Área'), 'aria-describedby')).to.deep.equal(['m²'])
  })

  it('ties what is wrong with a document to the button that chooses its file, where the summary leads', async () => {
    const { tag } = await abrir()
    await ateOFormulario(tag)
    await preencherFormulario(tag)
    await preencherRequerente(tag)
    await ateOPasso(tag, 'Documentos')
    await enviarFormulario(tag)
    const escolher = await achar(tag, '[aria-label="Escolher arquivo: Contrato"][aria-invalid=true]')
    expect(textosDe(escolher, 'aria-describedby')).to.deep.equal(['(obrigatório)', 'Envie este documento.'])
    tag.querySelector<HTMLElement>('.erros a')?.click()
    expect(document.activeElement).to.equal(escolher)
  })

  it('keeps the focus in the row of a document when what was pressed goes away', async () => {
    const subidas = fingirEnvios()
    const { tag } = await abrir()
    await ateOFormulario(tag)
    await preencherFormulario(tag)
    await preencherRequerente(tag)
    await ateOPasso(tag, 'Documentos')
    const noContrato = () => document.activeElement?.id.endsWith('anexos-contrato')
    const escolher = await achar<HTMLInputElement>(tag, '[aria-label="Escolher arquivo: Contrato"]')
    escolher.focus()
    escolherArquivos(escolher, arquivo('c.pdf'))
    await waitUntil(noContrato, 'lost after choosing')
    subidas[0]?.cair()
    const tentar = await achar(tag, '[aria-label="Tentar de novo: c.pdf"]')
    tentar.focus()
    tentar.click()
    await waitUntil(noContrato, 'lost after trying again')
    subidas[1]?.responder(anexoRecebido('c.pdf'))
  })

  it('does not say at one step what belongs to the step before', async () => {
    const ditos: string[] = []
    const anunciar = async (texto: string) => void ditos.push(texto)
    const palco = { host: { anunciar }, estado: { passo: 'formulario' } }
    const pausar = () => new Promise((pronto) => setTimeout(pronto))
    const dizer = criarAnuncio(palco, 0)
    dizer('Restam 3 caracteres')
    palco.estado = { passo: 'requerente' }
    await pausar()
    expect(ditos).to.deep.equal([])
    dizer('Restam 2 caracteres')
    dizer('Resta 1 caractere')
    await pausar()
    expect(ditos).to.deep.equal(['Resta 1 caractere'])
    dizer('Passou 1 caractere do limite')
    dizer('')
    await pausar()
    expect(ditos).to.deep.equal(['Resta 1 caractere'])
  })

  it('counts what remains of a long text aloud only when it is little, and past the limit', () => {
    const ditos: string[] = []
    const campo = { codigo: 'x', especie: 'texto-longo', rotulo: 'Relato', maximo: 10 } as const
    const formulario: Formulario = {
      prefixo: 'p',
      hoje: '2026-11-21',
      textos,
      auxilios: new Auxilios({ addController: () => undefined } as never),
      ler: () => '',
      erro: () => undefined,
      mudar: () => undefined,
      sair: () => undefined,
      anunciarDepois: (texto) => void ditos.push(texto),
    }
    const caixa = por('')
    render(campoDeTextoLongo(campo, 'respostas.x', formulario), caixa)
    for (const escrito of ['1234567', '12345678', '12345678901', '']) escrever(caixa, 'textarea', escrito)
    expect(ditos).to.deep.equal(['', 'Restam 2 caracteres', 'Passou 1 caractere do limite', ''])
  })
})
