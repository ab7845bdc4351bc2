/** As `base/comum`, for the views of the panel: what those that load on their own share goes in one file. */
import 'lit/directives/repeat.js'
import '../../account/comum-conta.js'
import '../../base/comum-acompanhar.js'
import '../../texts/agindo.pt-BR.js'
import '../../texts/passkey-nova.pt-BR.js'
import './carregando.js'
import './contatos-a-confirmar.js'
import './lista.js'
