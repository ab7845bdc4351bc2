/* As barras de acessibilidade dos sites públicos, no que fazem com a página. */
(function () {
  var passo = 0
  document.addEventListener('click', function (evento) {
    var botao = evento.target.closest && evento.target.closest('.barra button')
    if (!botao) return
    if (botao.dataset.fonte) {
      passo = Math.max(-2, Math.min(10, passo + Number(botao.dataset.fonte)))
      document.body.style.fontSize = 100 + passo * 10 + '%'
    } else {
      botao.setAttribute('aria-pressed', String(document.body.classList.toggle('contraste')))
    }
  })
  // Como os tradutores de Libras: o texto do próprio elemento em que o mouse está, sem o dos filhos.
  document.addEventListener('mouseover', function (evento) {
    var texto = ''
    evento.target.childNodes.forEach(function (no) { if (no.nodeType === 3) texto += no.data })
    texto = texto.replace(/\s+/g, ' ').trim()
    if (texto) document.getElementById('captado').textContent = texto
  })
})()
