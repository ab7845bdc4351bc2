/** The buttons that copy a text of the page. Where the browser refuses, the text stays selected for Ctrl+C. */
const tempo = 4000

for (const botao of document.querySelectorAll('button[data-copia]')) {
  botao.hidden = false
  botao.addEventListener('click', () => copiar(botao))
}

const dito = Object.assign(document.createElement('p'), { className: 'so-leitor', role: 'status' })
document.body.append(dito)

async function copiar(botao) {
  const texto = document.getElementById(botao.dataset.copia)
  dito.textContent = ''
  const copiou = await navigator.clipboard?.writeText(texto.textContent).then(
    () => true,
    () => false,
  )
  if (!copiou) getSelection().selectAllChildren(texto)
  dizer(botao, copiou ? 'Copiado' : 'Selecionado: aperte Ctrl+C')
}

function dizer(botao, recado) {
  botao.textContent = recado
  dito.textContent = recado
  clearTimeout(botao.volta)
  botao.volta = setTimeout(() => (botao.textContent = 'Copiar'), tempo)
}
