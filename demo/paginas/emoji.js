/* Como o WordPress faz em navegadores sem os emojis mais novos: troca cada um por uma imagem, também no que chega depois. */
(function () {
  var emoji = /\p{Emoji_Presentation}/u
  function imagem(simbolo) {
    var img = document.createElement('img')
    img.className = 'emoji'
    img.alt = simbolo
    img.src = 'data:image/svg+xml,' + encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"><circle cx=".5" cy=".5" r=".5" fill="#fc3"/></svg>')
    return img
  }
  function trocar(raiz) {
    var textos = document.createTreeWalker(raiz, NodeFilter.SHOW_TEXT), achados = [], texto
    while ((texto = textos.nextNode())) if (emoji.test(texto.data) && !/^(SCRIPT|STYLE|TEXTAREA|OPTION)$/.test(texto.parentNode.nodeName)) achados.push(texto)
    achados.forEach(function (achado) {
      var partes = achado.data.split(/(\p{Emoji_Presentation})/u).filter(Boolean)
      achado.replaceWith.apply(achado, partes.map(function (parte) { return emoji.test(parte) ? imagem(parte) : parte }))
    })
  }
  addEventListener('DOMContentLoaded', function () {
    trocar(document.body)
    new MutationObserver(function (mudancas) {
      mudancas.forEach(function (mudanca) {
        mudanca.addedNodes.forEach(function (no) { trocar(no.nodeType === 3 ? mudanca.target : no) })
      })
    }).observe(document.body, { childList: true, subtree: true })
  })
})()
