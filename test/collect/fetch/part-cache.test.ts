import { readFile, rm, stat, symlink, truncate, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readKept } from '../../../scripts/collect/fetch/part-cache.ts';
import type { Answer, Asked } from '../../helpers/faulty-server.ts';
import { type Fetching, REQUEST, startFetching } from '../../helpers/start-fetching.ts';

const BODY = JSON.stringify({ numbers: Array.from({ length: 100_000 }, (_, at) => at * 7919) });
const SIZE = Buffer.byteLength(BODY);
let run: Fetching;
let answer: (asked: Asked) => Answer;

beforeEach(async () => {
  answer = () => ({ body: BODY, etag: '"a"' });
  run = await startFetching((asked) => answer(asked), { maxAttempts: 1 });
});
afterEach(() => run.close());

/** Leaves about a third of the body: what was on its way when the connection went is lost. Gives how many bytes. */
async function breakOff(): Promise<number> {
  const heal = run.server.fault('', { kind: 'cut', after: CUT }, 1);
  await expect(run.fetch()).rejects.toMatchObject({ context: { reason: 'truncated' } });
  heal();
  run.server.forget();
  return heldBytes();
}

async function heldBytes(): Promise<number> {
  const { size } = await stat(join(run.folder, 'communes.part'));
  expect(size).toBeGreaterThan(CUT - ON_ITS_WAY);
  return size;
}

const CUT = 400_000;
/** What streams hold back at most: their buffer and the chunk that overflows it. */
const ON_ITS_WAY = 200_000;

describe('a body that broke off', () => {
  it('goes on where it stopped at the next run, one byte twice', async () => {
    const held = await breakOff();
    expect(await run.files()).toEqual(['communes.part', 'communes.part.json']);
    await run.restart();
    const part = await run.fetch();
    expect(await readFile(part.path!, 'utf8')).toBe(BODY);
    expect(run.server.sent()).toEqual({ requests: 1, bodies: 1, bytes: SIZE - held + 1 });
    expect(run.server.asked[0]!.headers).toMatchObject({
      range: `bytes=${held - 1}-`,
      'if-range': '"a"',
    });
    expect(await run.files()).toHaveLength(2);
  });

  it('goes on by its date when its tag is weak', async () => {
    answer = () => ({
      body: BODY,
      etag: 'W/"a"',
      lastModified: 'Sun, 01 Feb 2026 00:00:00 GMT',
    });
    const held = await breakOff();
    await run.fetch();
    expect(run.server.sent().bytes).toBe(SIZE - held + 1);
  });

  it('is fetched from the start when it is another since', async () => {
    await breakOff();
    const other = `${BODY} `;
    answer = () => ({ body: other, etag: '"b"' });
    const part = await run.fetch();
    expect(await readFile(part.path!, 'utf8')).toBe(other);
    expect(run.server.sent().bytes).toBe(SIZE + 1);
  });

  it('is fetched from the start when its host minds neither Range nor tags', async () => {
    await breakOff();
    answer = () => ({ body: BODY, etag: '"a"', ranges: false });
    const part = await run.fetch();
    expect(await readFile(part.path!, 'utf8')).toBe(BODY);
    expect(run.server.sent().bytes).toBe(SIZE);
  });

  it('is fetched from the start when its host resumes another one', async () => {
    await run.restart({ maxAttempts: 2 });
    const start = (await breakOffOnce()) - 1;
    const other = BODY.replaceAll('1', '2');
    answer = ({ headers }) =>
      headers.range
        ? {
            status: 206,
            body: other.slice(start),
            etag: '"b"',
            headers: { 'Content-Range': `bytes ${start}-${SIZE - 1}/${SIZE}` },
          }
        : { body: other, etag: '"b"' };
    const part = await run.fetch();
    expect(await readFile(part.path!, 'utf8')).toBe(other);
  });

  it('is fetched from the start when its host never said what it was', async () => {
    answer = () => ({ body: BODY });
    await breakOff();
    expect(await run.files()).toEqual(['communes.part']);
    await run.fetch();
    expect(run.server.sent().bytes).toBe(SIZE);
  });

  it('that had come whole costs a byte', async () => {
    await breakOff();
    await writeFile(join(run.folder, 'communes.part'), BODY);
    const part = await run.fetch();
    expect(part.bytes).toBe(SIZE);
    expect(run.server.sent().bytes).toBe(1);
  });

  it('and is too short now is fetched from the start', async () => {
    await run.restart({ maxAttempts: 2 });
    await breakOffOnce();
    answer = () => ({ body: '{}', etag: '"a"' });
    expect((await run.fetch()).bytes).toBe(2);
  });

  it('many times comes at last, as long as it grows', async () => {
    await run.restart({ maxAttempts: 2 });
    run.server.fault('', { kind: 'cut', after: 300_000 }, 3);
    const part = await run.fetch();
    expect(part.bytes).toBe(SIZE);
    expect(run.clock.slept).toEqual([750, 750, 750]);
    expect(run.server.sent().bytes).toBeLessThan(SIZE + 3 * ON_ITS_WAY);
  });

  it('while it was compressed goes on compressed', async () => {
    const packed = gzipSync(BODY, { level: 0 });
    answer = () => ({ body: packed, etag: '"a"', headers: { 'Content-Encoding': 'gzip' } });
    expect(packed.length).toBeGreaterThan(CUT);
    const held = await breakOff();
    const part = await run.fetch();
    expect(await readFile(part.path!, 'utf8')).toBe(BODY);
    expect(run.server.sent().bytes).toBe(packed.length - held + 1);
  });

  it('because it was stopped goes on as well', async () => {
    const controller = new AbortController();
    let count = 0;
    const onBytes = (bytes: number) => {
      count += bytes;
      if (count > CUT) controller.abort(new Error('stopped'));
    };
    const asked = run.fetch({}, { onBytes, signal: controller.signal });
    await expect(asked).rejects.toThrow('stopped');
    run.server.forget();
    const held = await heldBytes();
    const part = await run.fetch();
    expect(await readFile(part.path!, 'utf8')).toBe(BODY);
    expect(run.server.sent().bytes).toBe(SIZE - held + 1);
  });

  async function breakOffOnce(): Promise<number> {
    const controller = new AbortController();
    run.server.fault('', { kind: 'cut', after: CUT }, 1);
    const onRetry = () => controller.abort(new Error('stopped'));
    await expect(run.fetch({}, { signal: controller.signal, onRetry })).rejects.toThrow('stopped');
    run.server.forget();
    return heldBytes();
  }
});

describe('the cache of parts', () => {
  it.each([
    ['cut', (path: string) => truncate(path, 1000)],
    ['changed', (path: string) => writeFile(path, BODY.replace('7919', '7920'))],
    ['gone', (path: string) => rm(path)],
  ])('fetches a body anew that was %s', async (_, damage) => {
    const { path } = await run.fetch();
    await damage(path!);
    run.server.forget();
    const part = await run.fetch({}, { freshDays: 30 });
    expect(part.state).toBe('new');
    expect(await readFile(part.path!, 'utf8')).toBe(BODY);
    expect(run.server.asked[0]!.headers['if-none-match']).toBeUndefined();
  });

  it('counts no body whose description was not written to its end', async () => {
    await run.fetch();
    const meta = join(run.folder, 'communes.meta.json');
    const text = await readFile(meta, 'utf8');
    for (const length of [0, 1, text.length >> 1, text.length - 1]) {
      await writeFile(meta, text.slice(0, length));
      expect(await readKept(run.folder, REQUEST)).toBeNull();
    }
    await writeFile(meta, text);
    await writeFile(`${meta}.part`, text.slice(0, 20));
    expect(await readKept(run.folder, REQUEST)).toMatchObject({ etag: '"a"' });
  });

  it('does not go on with bytes whose description was not written to its end', async () => {
    await breakOff();
    await writeFile(join(run.folder, 'communes.part.json'), '{"version":1,"requ');
    await run.fetch();
    expect(run.server.sent().bytes).toBe(SIZE);
  });

  it('takes another address under the same key for another part', async () => {
    await run.fetch();
    run.server.forget();
    const other = { url: 'https://data.exemple.fr/communes.json?page=2' };
    await run.fetch(other, { freshDays: 30 });
    expect(run.server.asked[0]!.headers['if-none-match']).toBeUndefined();
  });

  it('has files of their own for keys that are no names of files', async () => {
    const keys = ['a/b', 'a b', '../a', 'a.b', 'é'.repeat(300)];
    const parts = [];
    for (const key of keys) parts.push(await run.fetch({ key }));
    expect(new Set(parts.map(({ path }) => path)).size).toBe(keys.length);
    expect(parts.every(({ path }) => path!.startsWith(`${run.folder}/`))).toBe(true);
  });

  it.runIf(process.platform === 'linux')('tells a full disk for what it is', async () => {
    await symlink('/dev/full', join(run.folder, 'communes.part'));
    await expect(run.fetch()).rejects.toMatchObject({
      code: 'site-unwritable',
      context: { reason: 'no-space' },
    });
    expect(run.server.asked).toHaveLength(1);
  });

  it('tells a folder that is none', async () => {
    const folder = join(run.folder, 'a-file');
    await writeFile(folder, '');
    const asked = run.fetch({}, { folder: join(folder, 'sub') });
    await expect(asked).rejects.toMatchObject({ code: 'site-unwritable' });
  });
});
