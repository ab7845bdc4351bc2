// Fills the tables with what the tags' own stylesheet gives now, in each theme.
const pincel = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d', { willReadFrequently: true })
const temas = ['claro', 'govbr', 'escuro']

/** Any colour of CSS as its three bytes. */
function bytes(cor) {
  pincel.fillStyle = cor
  pincel.fillRect(0, 0, 1, 1)
  return [...pincel.getImageData(0, 0, 1, 1).data].slice(0, 3)
}

const hexa = (cor) => `#${bytes(cor).map((canal) => canal.toString(16).padStart(2, '0')).join('')}`

function luz(cor) {
  const [r, g, b] = bytes(cor).map((canal) => (canal / 255 <= 0.04045 ? canal / 255 / 12.92 : ((canal / 255 + 0.055) / 1.055) ** 2.4))
  return 0.2126 * r + 0.7152 * g + 0.0722 * b
}

function contraste(uma, outra) {
  const [clara, escura] = [luz(uma), luz(outra)].sort((a, b) => b - a)
  return (clara + 0.05) / (escura + 0.05)
}

/** A colour property of a tag, resolved. */
function corDe(tag, propriedade) {
  const sonda = document.createElement('i')
  tag.querySelector('.protocolo').append(sonda)
  sonda.style.color = `var(${propriedade})`
  const { color } = getComputedStyle(sonda)
  sonda.remove()
  return color
}

function medidaDe(tag, propriedade, em) {
  const elemento = tag.querySelector(em ? `.${em}` : '.protocolo')
  return elemento ? getComputedStyle(elemento).getPropertyValue(propriedade) : ''
}

function amostra(fundo, frente) {
  const quadrado = Object.assign(document.createElement('span'), { className: 'amostra', ariaHidden: 'true', textContent: frente ? 'A' : '' })
  quadrado.style.background = fundo
  if (frente) quadrado.style.color = frente
  return quadrado
}

function preencher(tag, tema) {
  for (const celula of document.querySelectorAll(`td[data-tema=${tema}]`)) {
    const { cor, medida, em, frente, fundo, minimo } = celula.dataset
    if (cor) celula.replaceChildren(amostra(corDe(tag, cor)), hexa(corDe(tag, cor)))
    if (medida) celula.textContent = medidaDe(tag, medida, em)
    if (frente) {
      const tem = contraste(corDe(tag, frente), corDe(tag, fundo))
      const passa = tem >= Number(minimo)
      celula.replaceChildren(amostra(corDe(tag, fundo), corDe(tag, frente)), `${tem.toFixed(1).replace('.', ',')}${passa ? '' : ': falta'}`)
      celula.className = passa ? '' : 'falta'
    }
  }
}

async function pronta(tag) {
  await customElements.whenDefined(tag.localName)
  while (!tag.querySelector('form')) await new Promise((tentar) => requestAnimationFrame(tentar))
}

const tags = temas.map((tema) => document.querySelector(`[tema=${tema}]`))
await Promise.all(tags.map(pronta))
const tudo = () => temas.forEach((tema, n) => preencher(tags[n], tema))
tudo()
document.querySelector('#cor').addEventListener('input', ({ target }) => {
  for (const tag of tags) tag.style.setProperty('--protocolo-cor-acao', target.value)
  tudo()
})
