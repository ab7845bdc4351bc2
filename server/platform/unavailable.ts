/** A service that this one leans on does not answer. The reader is asked to try again soon. */
export class Unavailable extends Error {
  override name = 'Unavailable'
}
