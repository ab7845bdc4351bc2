import PDFDocument from 'pdfkit'
import { tintaSobre } from '../../domain/cor.js'
import { abrirFonte, type Fonte } from './fontes.js'
import { escrevivel } from './glifos.js'

/** An A4 sheet; points. */
const margem = 50
const largura = 595.28 - 2 * margem
const colunaDeRotulo = 150
const rodape = 70

export interface Traco {
  fonte?: Fonte
  /** Points. */
  corpo?: number
  cor?: string
  link?: string
  /** From the left margin; points. */
  recuo?: number
  largura?: number
}

export interface NovaFolha {
  titulo: string
  /** Who issues it. */
  autor: string
  assunto: string
  cor: string
  criadaEm: Date
}

/**
 * A tagged PDF 1.7 (ISO 32000-1 §14.8) in pt-BR, written from top to bottom; what is added goes into the structure tree in the same
 * order, and pages follow one another as they fill up.
 */
export class Folha {
  readonly pdf: PDFKit.PDFDocument
  private readonly documento: PDFKit.PDFStructureElement
  private readonly cor: string
  private readonly usadas = new Set<Fonte>()

  constructor({ titulo, autor, assunto, cor, criadaEm }: NovaFolha) {
    this.cor = cor
    this.pdf = new PDFDocument({
      size: 'A4',
      margins: { top: margem, left: margem, right: margem, bottom: rodape },
      pdfVersion: '1.7',
      tagged: true,
      lang: 'pt-BR',
      displayTitle: true,
      bufferPages: true,
      info: { Title: titulo, Author: autor, Subject: assunto, CreationDate: criadaEm },
    })
    this.documento = this.pdf.struct('Document')
    this.pdf.addStructure(this.documento)
  }

  get y(): number {
    return this.pdf.y
  }

  /** Band of the brand's colour with the issuer's name. */
  faixa(nome: string): void {
    const altura = this.medir(nome, { fonte: 'forte', corpo: 14 }) + 28
    this.enfeite(() => this.pdf.rect(0, 0, this.pdf.page.width, altura).fill(this.cor))
    this.pdf.y = 14
    this.paragrafo(nome, { fonte: 'forte', corpo: 14, cor: tintaSobre(this.cor) })
    this.pdf.y = altura + 22
  }

  titulo(nivel: 'H1' | 'H2', texto: string): void {
    const corpo = nivel === 'H1' ? 20 : 13
    if (nivel === 'H2') this.espaco(14)
    this.caber(corpo * 4)
    this.documento.add(this.no(nivel, () => this.escrever(texto, { fonte: 'forte', corpo })))
    this.espaco(nivel === 'H1' ? 10 : 6)
  }

  paragrafo(texto: string, traco: Traco = {}): void {
    this.documento.add(this.no('P', () => this.escrever(texto, traco)))
  }

  /** A paragraph that is an address to go to. */
  endereco(texto: string, link: string): void {
    const traco = { cor: '#0b4a8f', link, corpo: 9 }
    const elemento = this.no('Link', () => this.escrever(texto, traco))
    this.documento.add(this.no('P', [elemento]))
  }

  /** Names and values side by side; long values flow over pages. */
  pares(linhas: readonly { rotulo: string; valor: string }[], fonte: Fonte): void {
    this.lista(linhas, ({ rotulo, valor }) => {
      this.caber(30)
      const [pagina, alto] = [this.pdf.page, this.pdf.y]
      const nome = this.no('Lbl', () => this.escrever(rotulo, { cor: '#4d545c', largura: colunaDeRotulo - 12 }))
      let fim = 0
      const corpo = this.no('LBody', () => {
        fim = this.pdf.page === pagina ? this.pdf.y : 0
        if (this.pdf.page === pagina) this.pdf.y = alto
        this.escrever(valor, { fonte, recuo: colunaDeRotulo })
        if (this.pdf.page === pagina) this.pdf.y = Math.max(this.pdf.y, fim)
      })
      return [nome, corpo]
    })
  }

  /** One item below another, each with its name and lines. */
  itens(itens: readonly { nome: string; linhas: readonly (Traco & { texto: string })[] }[]): void {
    this.lista(itens, ({ nome, linhas }) => {
      this.caber(45)
      const rotulo = this.no('Lbl', () => this.escrever(nome, { fonte: 'forte' }))
      const corpos = linhas.map((linha) => this.no('P', () => this.escrever(linha.texto, linha)))
      return [rotulo, this.no('LBody', corpos)]
    })
  }

  private lista<T>(itens: readonly T[], partes: (item: T) => PDFKit.PDFStructureElement[]): void {
    const lista = this.pdf.struct('L')
    this.documento.add(lista)
    for (const item of itens) {
      lista.add(this.no('LI', partes(item)))
      this.espaco(5)
    }
    lista.end()
  }

  /** A drawing of one SVG path in a square of `lado` units, at the right margin; does not move the place of writing. */
  figura(desenho: { lado: number; caminho: string }, alternativa: string, tamanho: number, y: number): void {
    const antes = this.pdf.y
    const x = margem + largura - tamanho
    const figura = this.pdf.struct('Figure', { alt: alternativa }, () => {
      this.pdf
        .save()
        .translate(x, y)
        .scale(tamanho / desenho.lado)
      this.pdf.path(desenho.caminho).fill('#000000')
      this.pdf.restore()
    })
    this.documento.add(figura)
    this.pdf.y = antes
  }

  /** A node of the structure tree; what it draws is drawn when it joins the tree. */
  private no(tipo: string, conteudo: (() => void) | PDFKit.PDFStructureElement[]): PDFKit.PDFStructureElement {
    return this.pdf.struct(tipo, {}, conteudo)
  }

  espaco(pontos: number): void {
    this.pdf.y += pontos
  }

  /** Below `y`, where something stands beside the text. */
  descerAte(y: number): void {
    this.pdf.y = Math.max(this.pdf.y, y)
  }

  /** Writes the foot of every page and ends the document. */
  fechar(pe: string): void {
    this.documento.end()
    const { count } = this.pdf.bufferedPageRange()
    for (let pagina = 0; pagina < count; pagina++) {
      this.pdf.switchToPage(pagina)
      this.pdf.page.margins.bottom = 0
      this.enfeite(() => {
        const y = this.pdf.page.height - rodape + 22
        this.pdf.rect(margem, y - 8, largura, 0.7).fill('#c3c8ce')
        this.pdf.y = y
        this.escrever(pe, { corpo: 8, cor: '#4d545c', largura: largura - 90 })
        this.pdf.y = y
        this.escrever(`Página ${pagina + 1} de ${count}`, { corpo: 8, cor: '#4d545c', recuo: largura - 80 })
      }, 'Pagination')
    }
    this.pdf.end()
  }

  /** Something to see that is not content. */
  private enfeite(desenhar: () => void, type: 'Layout' | 'Pagination' = 'Layout'): void {
    this.pdf.markContent('Artifact', { type })
    desenhar()
    this.pdf.endMarkedContent()
  }

  private escrever(texto: string, traco: Traco): void {
    const { cor = '#1b1f24', link, recuo = 0 } = traco
    const pronto = this.preparar(texto, traco)
    this.pdf.fillColor(cor).text(pronto, margem + recuo, this.pdf.y, {
      width: traco.largura ?? largura - recuo,
      lineGap: 2,
      ...(link !== undefined && { link, underline: true }),
    })
  }

  private medir(texto: string, traco: Traco): number {
    return this.pdf.heightOfString(this.preparar(texto, traco), { width: largura, lineGap: 2 })
  }

  private preparar(texto: string, { fonte = 'texto', corpo = 10 }: Traco): string {
    const { bytes, tem } = abrirFonte(fonte)
    if (!this.usadas.has(fonte)) this.pdf.registerFont(fonte, bytes)
    this.usadas.add(fonte)
    this.pdf.font(fonte).fontSize(corpo)
    return escrevivel(texto, tem)
  }

  /** Goes to a new page when less than this is left. */
  private caber(altura: number): void {
    if (this.pdf.y + altura > this.pdf.page.height - rodape) this.pdf.addPage()
  }
}
