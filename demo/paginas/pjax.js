/* Como Turbo e pjax: um clique troca o miolo da página, o título e o endereço, sem recarregar. */
(function () {
  var guardadas = {}
  async function buscar(endereco) {
    if (!guardadas[endereco]) guardadas[endereco] = await (await fetch(endereco)).text()
    return new DOMParser().parseFromString(guardadas[endereco], 'text/html')
  }
  async function trocar(endereco) {
    var outra = await buscar(endereco)
    document.title = outra.title
    document.querySelector('main').replaceWith(document.importNode(outra.querySelector('main'), true))
    document.dispatchEvent(new Event('pagina-trocada'))
  }
  document.addEventListener('click', function (evento) {
    var link = evento.target.closest && evento.target.closest('a[data-troca]')
    if (!link) return
    evento.preventDefault()
    history.pushState({ troca: link.href }, '', link.href)
    trocar(link.href)
  })
  addEventListener('popstate', function (evento) {
    if (evento.state && evento.state.troca && evento.state.troca !== location.href) trocar(location.href)
  })
})()
