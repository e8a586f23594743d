import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { unpack } from '../../../../src/publish/read/archive/unpack.ts';

const text = (content: string) => new TextEncoder().encode(content) as Uint8Array<ArrayBuffer>;
const zip = (entries: Record<string, Uint8Array>) =>
  zipSync(entries, { level: 1 }) as Uint8Array<ArrayBuffer>;
const open = (bytes: Uint8Array<ArrayBuffer>, path = 'a.zip') => unpack([{ path, bytes }]);
const paths = (bytes: Uint8Array<ArrayBuffer>) => open(bytes).map(({ path }) => path);
const reason = (name: string) =>
  expect.objectContaining({
    code: 'source-unreadable',
    context: expect.objectContaining({ reason: name, source: 'a.zip' }),
  });

/** The same ZIP with 16 bits changed in each entry of its directory. */
function patchDirectory(bytes: Uint8Array<ArrayBuffer>, offset: number, value: number) {
  const patched = bytes.slice();
  const view = new DataView(patched.buffer);
  for (let at = 0; at + 46 < patched.length; at++) {
    if (view.getUint32(at, true) === 0x02014b50) view.setUint16(at + offset, value, true);
  }
  return patched;
}

describe('unpacking', () => {
  it('gives what is inside, an archive in the archive too, without what systems leave', () => {
    const inner = zip({ 'zone.shp': text('s'), 'Thumbs.db': text('x') });
    const outer = zip({
      'plu/zones.zip': inner,
      'plu/lisez.pdf': text('%PDF'),
      '__MACOSX/plu/._lisez.pdf': text('x'),
      'plu/.DS_Store': text('x'),
    });
    expect(paths(outer)).toEqual(['a.zip/plu/zones.zip/zone.shp', 'a.zip/plu/lisez.pdf']);
    expect(unpack([{ path: 'a.geojson', bytes: text('{}'), modified: '2024-01-01' }])).toEqual([
      { path: 'a.geojson', bytes: text('{}'), modified: '2024-01-01' },
    ]);
  });

  it('opens no deeper than one archive in another, and no document that is a ZIP', () => {
    const third = zip({ 'c.txt': text('c') });
    const nested = zip({ 'b.zip': zip({ 'c.zip': third }) });
    expect(paths(nested)).toEqual(['a.zip/b.zip/c.zip']);
    expect(open(third, 'table.xlsx').map(({ path }) => path)).toEqual(['table.xlsx']);
    expect(open(third, 'sans-extension').map(({ path }) => path)).toEqual(['sans-extension/c.txt']);
  });

  it('reads names of MS-DOS and of UTF-8', () => {
    expect(paths(zip({ 'Béthune.txt': text('x') }))).toEqual(['a.zip/Béthune.txt']);
    const dos = zip({ 'B#thune.txt': text('x') });
    for (let at = 0; at < dos.length; at++) if (dos[at] === 0x23) dos[at] = 0x82;
    expect(paths(dos)).toEqual(['a.zip/Béthune.txt']);
  });

  it.each(['../x.shp', '/etc/x.shp', 'C:\\x.shp', '..\\x.shp', 'a/../../x.shp'])(
    'refuses the path %s',
    (path) => {
      expect(() => open(zip({ [path]: text('x') }))).toThrow(reason('zip-path'));
    },
  );

  it('refuses a bomb before it is unpacked, and one whose header lies', () => {
    const bomb = zip({ 'zeros.csv': new Uint8Array(40 * 1024 * 1024) });
    expect(() => open(bomb)).toThrow(reason('zip-bomb'));
    expect(() => open(patchDirectory(bomb, 26, 0))).toThrow(reason('zip-bomb'));
  });

  it('says what is wrong with an archive', () => {
    const good = zip({ 'a.txt': text('bonjour bonjour bonjour') });
    expect(() => open(new Uint8Array(40))).toThrow(reason('zip'));
    expect(() => open(good.slice(0, -30))).toThrow(reason('zip'));
    expect(() => open(patchDirectory(good, 8, 1))).toThrow(reason('zip-encrypted'));
    expect(() => open(patchDirectory(good, 10, 14))).toThrow(reason('zip-method'));
    expect(() => open(patchDirectory(good, 16, 7))).toThrow(reason('zip-damaged'));
    const twins = zip({ 'a.txt': text('1'), 'b.txt': text('2') });
    for (let at = 0; at < twins.length; at++) if (twins[at] === 0x62) twins[at] = 0x61;
    expect(() => open(twins)).toThrow(reason('zip-duplicate'));
    const many = Object.fromEntries(
      Array.from({ length: 10_001 }, (_, i) => [`${i}`, new Uint8Array(0)]),
    );
    expect(() => open(zip(many))).toThrow(reason('zip-entries'));
  });

  it('ends in an answer or a refusal, whatever bytes are changed', () => {
    const good = zip({ 'a.csv': text('nom;x\n'.repeat(50)), 'b.csv': text('y') });
    let seed = 11;
    const random = (limit: number) => {
      seed = (seed * 16807) % 2147483647;
      return seed % limit;
    };
    for (let round = 0; round < 300; round++) {
      const bytes = good.slice(0, round % 3 === 0 ? random(good.length) : undefined);
      for (let flip = 0; flip < 3 && bytes.length > 0; flip++) {
        bytes[random(bytes.length)] = random(256);
      }
      try {
        open(bytes);
      } catch (error) {
        expect(error).toMatchObject({ name: 'AppError' });
      }
    }
  });
});
