/** Keeps the code, the policy, the contrast and the previews up with what is chosen. The server makes them all: this only shows them. */
const form = document.getElementById('escolhas')
const estado = document.getElementById('estado')
const espera = 400
let marcado
let ultima = 0

for (const parte of document.querySelectorAll('.sem-script')) parte.hidden = true
// Browsers keep what was typed over a reload, whatever the page came with: the server read the address, and only what it took holds.
form.reset()
for (const parte of form.querySelectorAll('.cor')) porAmostra(parte)

new ResizeObserver(caber).observe(document.getElementById('quadros'))

form.addEventListener('input', () => {
  clearTimeout(marcado)
  marcado = setTimeout(atualizar, espera)
})
form.addEventListener('submit', (evento) => {
  evento.preventDefault()
  atualizar()
})
form.addEventListener('click', (evento) => {
  const ligacao = evento.target.closest('[data-sugestao]')
  if (!ligacao) return
  evento.preventDefault()
  const campo = form.elements[ligacao.dataset.sugestao]
  campo.value = ligacao.dataset.valor ?? new URL(ligacao.href).searchParams.get(ligacao.dataset.sugestao)
  campo.focus()
  campo.dispatchEvent(new Event('input', { bubbles: true }))
})

async function atualizar() {
  const pedido = ++ultima
  const busca = escolhido()
  if (!busca.has('tag')) {
    estado.textContent = 'Escolha ao menos um componente. O código é o da última escolha.'
    return
  }
  form.querySelector('#quadros').dataset.tela = busca.get('tela')
  caber()
  mostrarCampos(busca.getAll('tag'))
  history.replaceState(null, '', `?${busca}`)
  try {
    const resposta = await fetch(`/demo/montar.json?${busca}`)
    const feito = await resposta.json()
    if (pedido === ultima) mostrar(feito, busca)
  } catch {
    if (pedido === ultima) estado.textContent = 'O código não foi atualizado. Confira a conexão e mude alguma escolha para tentar de novo.'
  }
}

/** What was chosen, without what was left alone. */
function escolhido() {
  const busca = new URLSearchParams()
  for (const [nome, valor] of new FormData(form)) if (valor.trim() !== '') busca.append(nome, valor.trim())
  return busca
}

function mostrar({ trecho, politica, diretivas, leituras, opcoes }, busca) {
  const mudou = document.getElementById('trecho').textContent !== trecho
  document.getElementById('trecho').textContent = trecho
  document.getElementById('politica').textContent = politica
  for (const [nome, valor] of Object.entries(diretivas)) document.querySelector(`[data-diretiva="${nome}"]`).textContent = valor
  for (const parte of form.querySelectorAll('[data-leitura]')) mostrarLeitura(parte, leituras[parte.dataset.leitura])
  for (const [nome, lista] of Object.entries(opcoes)) trocarOpcoes(form.elements[nome], lista)
  estado.textContent = mudou ? 'Código atualizado.' : ''
  if (mudou) recarregarPrevias(busca)
}

function mostrarLeitura(parte, leitura) {
  const [texto, ligacao] = parte.children
  texto.textContent = leitura?.texto ?? ''
  parte.dataset.passa = leitura ? String(leitura.passa) : ''
  ligacao.hidden = !leitura?.sugestao
  ligacao.textContent = `Usar ${leitura?.sugestao ?? ''}`
  ligacao.dataset.valor = leitura?.sugestao ?? ''
}

/** The same list is left alone: somebody may be in it. */
function trocarOpcoes(campo, lista) {
  if (!campo || [...campo.options].map(({ value }) => value).join() === lista.map(([valor]) => valor).join()) return
  campo.replaceChildren(...lista.map(([valor, nome]) => new Option(nome, valor)))
}

function mostrarCampos(tags) {
  const escolhidas = tags.length > 0 ? tags : ['protocolo-consulta']
  for (const campo of form.querySelectorAll('[data-tags]')) {
    campo.hidden = !campo.dataset.tags.split(' ').some((tag) => escolhidas.includes(tag))
  }
}

/** In place, so that Back leaves the configurator at once. */
function recarregarPrevias(busca) {
  for (const parte of form.querySelectorAll('[data-previa]')) {
    const endereco = `${parte.dataset.previa}?${busca}`
    if (parte instanceof HTMLIFrameElement) parte.contentWindow.location.replace(endereco)
    else parte.href = endereco
  }
}

/** A page wider than its frame is shown smaller, whole. */
function caber() {
  for (const moldura of document.querySelectorAll('.quadro')) {
    const pagina = moldura.querySelector('iframe')
    pagina.style.transform = pagina.style.height = ''
    moldura.style.height = ''
    const altura = pagina.offsetHeight
    const escala = Math.min(1, moldura.clientWidth / pagina.offsetWidth)
    if (escala === 1) continue
    pagina.style.transform = `scale(${escala})`
    pagina.style.height = `${altura / escala}px`
    moldura.style.height = `${altura + 2}px`
  }
}

/** A swatch beside the field, for who would rather point at a colour. */
function porAmostra(parte) {
  const campo = parte.querySelector('input')
  const padrao = inteira(parte.dataset.padrao)
  const amostra = Object.assign(document.createElement('input'), {
    type: 'color',
    value: inteira(campo.value) ?? padrao,
  })
  amostra.setAttribute('aria-label', `Escolher ${campo.labels[0].textContent.trim()} em um quadro de cores`)
  amostra.addEventListener('input', () => (campo.value = amostra.value))
  campo.addEventListener('input', () => {
    amostra.value = inteira(campo.value) ?? padrao
  })
  parte.append(amostra)
}

/** A colour as a swatch takes it, of six digits or three. */
function inteira(cor) {
  if (/^#[0-9a-f]{6}$/i.test(cor)) return cor
  return /^#[0-9a-f]{3}$/i.test(cor) ? cor.replace(/[0-9a-f]/gi, '$&$&') : undefined
}
