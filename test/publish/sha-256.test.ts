import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { plainSha256, sha256 } from '../../src/publish/write/sha-256.ts';

it('gives the digests of FIPS 180-4 around every padding, with and without the browser', async () => {
  for (const length of [0, 1, 3, 55, 56, 57, 63, 64, 65, 119, 120, 128, 1000]) {
    const data = Uint8Array.from({ length }, (_, i) => (i * 31 + 7) & 255);
    const wanted = createHash('sha256').update(data).digest('hex');
    expect(plainSha256(data)).toBe(wanted);
    expect(await sha256(data)).toBe(wanted);
  }
});
