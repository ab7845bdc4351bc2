/* O que os complementos de jQuery da época fazem: valem para todo campo, link e formulário da página, também os que chegam depois. */
(function ($) {
  // Veste os campos: uma moldura em volta e classes em todos, e de tempos em tempos nos que apareceram.
  $.fn.uniforme = function () {
    return this.not(':focus').each(function () {
      $(this).addClass('uniforme').attr('data-uniforme', '1').wrap('<span class="uniforme-moldura"></span>')
    })
  }
  $.fn.botao = function () {
    return this.addClass('ui-button ui-widget ui-state-default').attr('data-role', 'button')
  }
  $(function () {
    $('input, select, textarea').uniforme()
    $('button').botao()
    setInterval(function () {
      $('input:not([data-uniforme]), select:not([data-uniforme]), textarea:not([data-uniforme])').uniforme()
      $('button:not([data-role])').botao()
    }, 50)
  })
  // Ouve tudo, de todos.
  $(document)
    .on('focusin', 'input, select, textarea', function () { $(this).addClass('uniforme-foco') })
    .on('focusout', 'input, select, textarea', function () { $(this).removeClass('uniforme-foco') })
    .on('keydown', 'input', function () { $(this).data('digitado', $(this).val()) })
    // Tira espaços das pontas ao sair do campo.
    .on('change blur', 'input[type=text]', function () { var limpo = $.trim(this.value); if (limpo !== this.value) this.value = limpo })
    // Valida e conta os envios, sem impedir.
    .on('submit', 'form', function () { window.envios = (window.envios || 0) + 1; $(this).addClass('enviado').serialize() })
    // Rola devagar até as âncoras da própria página.
    .on('click', 'a[href^="#"]', function () { var alvo = document.getElementById(this.hash.slice(1)); if (alvo) $('html, body').stop().scrollTop($(alvo).offset().top) })
})(jQuery)
