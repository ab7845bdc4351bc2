/** As `base/comum`, for what loads from the panel: the panel itself, which is there before it, goes in one file with what they share. */
import '../../account/comum-conta.js'
import '../../base/comum-andamento.js'
import './dentro.js'
