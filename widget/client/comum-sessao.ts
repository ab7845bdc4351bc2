/** As `base/comum`, for what serves who is signed in: what the tags share of it goes in one file. */
import '../base/comum.js'
import '../base/vizinhos.js'
import './agindo.js'
import './meus.js'
import './sessao.js'
