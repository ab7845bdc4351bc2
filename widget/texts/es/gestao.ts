import type { Traducao } from '../voz.js'
import type { Vozes } from '../vozes.js'
import { atalhos } from './atalhos.js'
import { balcao } from './balcao.js'
import { fila } from './fila.js'
import { administracao } from './gestao-administracao.js'
import { atosDaGestao } from './gestao-atos.js'
import { processoDaGestao } from './gestao-processo.js'
import { indicadores } from './indicadores.js'
import { lote } from './lote.js'

export const gestao: Traducao<Vozes['gestao']> = {
  subtitulo: 'Vea y responda las solicitudes que llegan a su unidad.',
  sair: 'Salir',
  voltar: 'Volver a la bandeja',
  indicadores: 'Indicadores',
  administracao: 'Administración',
  abrirParaAlguem: 'Abrir para alguien',

  filas: {
    unidade: 'Mi oficina',
    minha: 'Míos',
    vencidos: 'Vencidos',
    semana: 'Vencen esta semana',
    prioridade: 'Prioridad por ley',
    pendentes: 'A la espera del ciudadano',
    parados: 'Detenidos',
    encerrados: 'Terminados',
  },
  unidades: 'Mis oficinas',

  semLotacao: {
    titulo: 'Usted todavía no atiende aquí',
    texto: 'Su cuenta no está vinculada a ninguna oficina de este organismo. Pida su inclusión a quien administra el sistema.',
  },
  passkey: {
    titulo: 'Falta una llave de acceso (passkey)',
    texto: 'Quien atiende ingresa con una llave de acceso: la huella, el rostro o el PIN de este dispositivo. Lleva menos de un minuto.',
    criar: 'Crear llave de acceso',
    criando: 'Creando…',
    usar: 'Ya tengo: ingresar con ella',
    para: 'Para crear una llave de acceso',
    feita: 'Llave de acceso creada.',
    fora: 'Este navegador o esta página no acepta llaves de acceso. Abra la mesa de trabajo en el sitio del organismo o hable con quien administra el sistema.',
  },
}

export const palavras = {
  atalhos,
  balcao,
  fila,
  gestao,
  gestaoAdministracao: administracao,
  gestaoAtos: atosDaGestao,
  gestaoProcesso: processoDaGestao,
  indicadores,
  lote,
} satisfies { readonly [nome in keyof Vozes]?: Traducao<Vozes[nome]> }
