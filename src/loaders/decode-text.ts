/**
 * Bytes as text. As a stream, for Node 20 reads Windows-1252 as Latin-1 when asked for all at once: its apostrophes, dashes,
 * œ and € would be lost (nodejs/node issue 56542; from 20.18.3).
 * @throws {TypeError} where the decoder is fatal and the bytes are not of its encoding.
 */
export function decodeText(decoder: TextDecoder, bytes: Uint8Array): string {
  return decoder.decode(bytes, { stream: true }) + decoder.decode();
}
