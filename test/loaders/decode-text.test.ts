import { expect, it } from 'vitest';
import { decodeText } from '../../src/loaders/decode-text.ts';

it('reads every character of Windows-1252, its apostrophes, dashes and euro too', () => {
  const bytes = Uint8Array.of(0x4c, 0x92, 0xe9, 0x74, 0xe9, 0x20, 0x96, 0x20, 0x9c, 0x20, 0x80);
  expect(decodeText(new TextDecoder('windows-1252'), bytes)).toBe('L’été – œ €');
});

it('keeps a decoder fit to read again, and strict where it is strict', () => {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  expect(decodeText(decoder, new TextEncoder().encode('été'))).toBe('été');
  expect(() => decodeText(decoder, Uint8Array.of(0xc3))).toThrow(TypeError);
  expect(decodeText(decoder, new TextEncoder().encode('à'))).toBe('à');
});
