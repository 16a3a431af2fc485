/** A source that has to give exactly as many bytes as it told: a body is never to be a torso. */
import 'server-only';

/** Another number of bytes than was told. */
export class WrongLength extends Error {
  override name = 'WrongLength';
}

/** The pieces of a source. Throws WrongLength as soon as it has more bytes than it told, or ends with fewer. */
export async function* counted(
  source: AsyncIterable<Uint8Array>,
  sourceBytes: number,
): AsyncGenerator<Uint8Array> {
  let seen = 0;
  for await (const piece of source) {
    seen += piece.length;
    if (seen > sourceBytes) throw new WrongLength('More bytes came than were told.');
    yield piece;
  }
  if (seen < sourceBytes) throw new WrongLength('Fewer bytes came than were told.');
}
