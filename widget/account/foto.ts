import { html, type TemplateResult } from 'lit'
import { seletor } from '../parts/seletor.js'
import { perfil } from '../texts/perfil.pt-BR.js'

const { foto: textos } = perfil
/** Pixels a side. */
const LADO = 512

/** A photo and where it is drawn: a canvas, for pages that let no image in but their own. */
export interface Foto {
  bytes: Blob
  tela: HTMLCanvasElement
}

/** The middle square of an image, made anew from its pixels: the place and the device that came along stay out. @throws when it can't be read */
export async function abrirFoto(arquivo: Blob): Promise<Foto> {
  const imagem = await createImageBitmap(arquivo)
  const { width, height } = imagem
  const lado = Math.min(width, height)
  const tela = document.createElement('canvas')
  tela.width = tela.height = Math.min(lado, LADO)
  tela.className = 'retrato'
  tela.setAttribute('role', 'img')
  tela.setAttribute('aria-label', textos.minha)
  const pincel = tela.getContext('2d')
  if (!pincel) throw new Error('no canvas')
  pincel.fillStyle = '#fff'
  pincel.fillRect(0, 0, LADO, LADO)
  pincel.drawImage(imagem, (width - lado) / 2, (height - lado) / 2, lado, lado, 0, 0, tela.width, tela.height)
  imagem.close()
  const bytes = await new Promise<Blob | null>((pronto) => tela.toBlob(pronto, 'image/jpeg', 0.85))
  if (!bytes) throw new Error('no bytes')
  return { bytes, tela }
}

/** The buttons that choose or take a photo. */
export function escolherFoto(id: string, aoEscolher: (arquivo: File) => void, descricao = ''): TemplateResult {
  const ler = ([arquivo]: File[]) => arquivo && aoEscolher(arquivo)
  const classe = 'botao botao-fraco'
  const botao = { classe, descricao, aoEscolher: ler }
  return html`${seletor({ ...botao, id, texto: textos.escolher, aceita: 'image/jpeg,image/png,image/webp' })}
    <span class="so-com-toque">${seletor({ ...botao, id: `${id}-camera`, texto: textos.tirar, aceita: 'image/*', camera: 'user' })}</span>`
}
