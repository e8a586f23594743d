import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, it } from 'vitest';
import type { AppError } from '../../../src/domain/errors.ts';
import type { Answer, Asked } from '../../helpers/faulty-server.ts';
import { type Fetching, startFetching } from '../../helpers/start-fetching.ts';

const BODY = JSON.stringify({ communes: ['Béthune', 'Bruay-la-Buissière'] });
let run: Fetching;

async function start(answer: (asked: Asked) => Answer, options = {}): Promise<Fetching> {
  run = await startFetching(answer, options);
  return run;
}

/** The context of the failure; throws when there is none. */
async function failure(asked: Promise<unknown>): Promise<AppError['context']> {
  const error = (await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  )) as AppError;
  expect(error?.code).toBe('source-failed');
  return error.context;
}

afterEach(() => run.close());

describe('a part that is fetched', () => {
  it('is kept whole, with where it came from and its digest', async () => {
    const { fetch } = await start(() => ({ body: BODY, etag: '"a"' }));
    const part = await fetch();
    expect(await readFile(part.path!, 'utf8')).toBe(BODY);
    expect(part).toMatchObject({
      key: 'communes',
      subject: 'Béthune',
      bytes: Buffer.byteLength(BODY),
      totalBytes: Buffer.byteLength(BODY),
      finalUrl: 'https://data.exemple.fr/communes.json?page=1',
      etag: '"a"',
      askedAt: '2026-03-01T00:00:00.000Z',
      state: 'new',
    });
    expect(part.sha256).toMatch(/^[0-9a-f]{64}$/);
  });

  it('says who asks', async () => {
    const { fetch, server } = await start(() => ({ body: BODY }), {
      site: 'https://atlas.exemple.fr/',
    });
    await fetch();
    expect(server.asked[0]!.headers['user-agent']).toMatch(
      /^Arpent\/\d+\.\d+\.\d+ \(\+https:\/\/atlas\.exemple\.fr\/\)$/,
    );
  });

  it('is asked for in the form that it is wanted in', async () => {
    const { fetch, server } = await start(() => ({ body: BODY }));
    await fetch();
    await fetch({ kind: 'gzip-json' });
    const accepted = server.asked.map(({ headers }) => headers.accept);
    expect(accepted).toEqual(['application/json, */*;q=0.5', '*/*']);
  });

  it('is not asked for again while it is fresh, and is afterwards', async () => {
    const { fetch, server, clock } = await start(() => ({ body: BODY, etag: '"a"' }));
    await fetch();
    clock.advance(6.9 * 86_400_000);
    expect((await fetch({}, { freshDays: 7 })).state).toBe('fresh');
    expect(server.asked).toHaveLength(1);
    clock.advance(0.2 * 86_400_000);
    expect((await fetch({}, { freshDays: 7 })).state).toBe('same');
    expect(server.asked).toHaveLength(2);
    expect((await fetch({}, { freshDays: 7 })).state).toBe('fresh');
  });

  it.each([{ etag: '"a"' }, { etag: 'W/"a"' }, { lastModified: 'Sun, 01 Feb 2026 00:00:00 GMT' }])(
    'is the same when the host says 304 to %j, and its bytes are not sent again',
    async (validators) => {
      const { fetch, server } = await start(() => ({ body: BODY, ...validators }));
      const first = await fetch();
      server.forget();
      const second = await fetch();
      expect(second).toMatchObject({ state: 'same', path: first.path, sha256: first.sha256 });
      expect(server.sent()).toEqual({ requests: 1, bodies: 1, bytes: 0 });
    },
  );

  it('is the same when a host without validators sends the same bytes, and new when it sends others', async () => {
    let body = BODY;
    const { fetch, files } = await start(() => ({ body }));
    await fetch();
    expect((await fetch()).state).toBe('same');
    body = '{"communes":[]}';
    const changed = await fetch();
    expect(changed.state).toBe('new');
    expect(await readFile(changed.path!, 'utf8')).toBe(body);
    expect(await files()).toHaveLength(2);
  });

  it('by POST is never conditional, and compared by its bytes', async () => {
    const { fetch, server } = await start(({ body }) => ({
      body: `{"of":"${body}"}`,
      etag: '"a"',
    }));
    const post = { body: 'geom=1', contentType: 'application/x-www-form-urlencoded' };
    const first = await fetch(post);
    expect(await readFile(first.path!, 'utf8')).toBe('{"of":"geom=1"}');
    expect((await fetch(post)).state).toBe('same');
    expect(server.asked.map(({ method, headers }) => [method, headers['if-none-match']])).toEqual([
      ['POST', undefined],
      ['POST', undefined],
    ]);
    expect((await fetch({ ...post, body: 'geom=2' })).state).toBe('new');
  });

  it.each([
    ['as a file', 'application/gzip', (text: string) => gzipSync(text)],
    ['opened by its host', 'application/json', (text: string) => Buffer.from(text)],
    ['twice compressed', 'gzip', (text: string) => gzipSync(gzipSync(text))],
    ['announced compressed and sent opened', 'gzip', (text: string) => Buffer.from(text)],
    ['announced compressed', 'gzip', (text: string) => gzipSync(text)],
  ])('of a .json.gz is opened, when it comes %s', async (_, type, pack) => {
    const told = type === 'gzip' ? { 'Content-Encoding': 'gzip' } : { 'Content-Type': type };
    const { fetch } = await start(() => ({ body: pack(BODY), headers: told as never }));
    const part = await fetch({ kind: 'gzip-json' });
    expect(await readFile(part.path!, 'utf8')).toBe(BODY);
    expect(part.path).toMatch(/\.json$/);
  });

  it('of a range is exactly these bytes, with the length of the whole', async () => {
    const body = Buffer.from(Array.from({ length: 1000 }, (_, at) => at % 251));
    const { fetch, server } = await start(() => ({ body, etag: '"a"' }));
    const ranged = { kind: 'parquet' as const, range: { start: 100, end: 350 } };
    const part = await fetch(ranged);
    expect(await readFile(part.path!)).toEqual(body.subarray(100, 350));
    expect(part).toMatchObject({ bytes: 250, totalBytes: 1000 });
    expect((await fetch(ranged)).state).toBe('same');
    const last = await fetch({ ...ranged, range: { start: 990, end: 5000 } });
    expect(last.bytes).toBe(10);
    expect(server.asked[0]!.headers['accept-encoding']).toBe('identity');
  });

  it('of a range fails when the host sends the whole', async () => {
    const { fetch, server } = await start(() => ({ body: BODY, ranges: false }));
    const context = await failure(fetch({ kind: 'parquet', range: { start: 1, end: 4 } }));
    expect(context).toMatchObject({ reason: 'status', status: 200 });
    expect(server.asked).toHaveLength(1);
  });

  it('is nothing when the source has nothing, and a fault where it must have some', async () => {
    const { fetch, server } = await start(() => ({ status: 404, body: 'Not found' }));
    const part = await fetch({ absent: 'nothing' });
    expect(part).toMatchObject({ state: 'absent', path: null, sha256: '', bytes: 0 });
    expect((await fetch({ absent: 'nothing' }, { freshDays: 1 })).state).toBe('absent');
    expect(server.asked).toHaveLength(1);
    const context = await failure(fetch({ key: 'other' }));
    expect(context).toMatchObject({ reason: 'status', status: 404, excerpt: 'Not found' });
    expect(server.asked).toHaveLength(2);
  });

  it('through redirects says where it was at last', async () => {
    const { fetch } = await start(({ url }) =>
      url.pathname === '/latest/a.json'
        ? { status: 302, headers: { Location: 'https://autre.exemple.fr/2026-06-01/a.json' } }
        : { body: BODY },
    );
    const part = await fetch({ url: 'https://data.exemple.fr/latest/a.json' });
    expect(part.finalUrl).toBe('https://autre.exemple.fr/2026-06-01/a.json');
  });
});

describe('a source that fails', () => {
  it.each([429, 500, 502, 503])('with %i is asked again, ever later', async (status) => {
    const { fetch, server, clock } = await start(() => ({ body: BODY }));
    server.fault('data.exemple.fr', { kind: 'status', status }, 3);
    const waits: [number, number, string][] = [];
    const onRetry = (...told: [number, number, string]) => waits.push(told);
    expect((await fetch({}, { onRetry })).state).toBe('new');
    expect(waits).toEqual([
      [1, 750, String(status)],
      [2, 1500, String(status)],
      [3, 3000, String(status)],
    ]);
    expect(clock.slept).toEqual([750, 1500, 3000]);
  });

  it.each([
    ['seconds', () => 7],
    ['a date', (now: number) => new Date(now + 7000).toUTCString()],
  ])('and says in %s when to come back is heeded', async (_, later) => {
    const { fetch, server, clock } = await start(() => ({ body: BODY }));
    const retryAfter = later(clock.now());
    server.fault('data.exemple.fr', { kind: 'status', status: 429, retryAfter }, 1);
    await fetch();
    expect(clock.slept).toEqual([7000]);
  });

  it('and wants to be left alone for an hour is left alone at once', async () => {
    const { fetch, server, clock } = await start(() => ({ body: BODY }));
    server.fault('', { kind: 'status', status: 503, retryAfter: 3600, body: '<b>Fermé</b>' });
    expect(await failure(fetch())).toMatchObject({
      reason: 'status',
      status: 503,
      retryAfterMs: 3_600_000,
      excerpt: 'Fermé',
    });
    expect(clock.slept).toEqual([]);
  });

  it.each([400, 401, 403, 501])('with %i is not asked again', async (status) => {
    const { fetch, server } = await start(() => ({ body: BODY }));
    server.fault('', { kind: 'status', status });
    expect(await failure(fetch())).toMatchObject({ reason: 'status', status });
    expect(server.asked).toHaveLength(1);
  });

  it('for good is given up after five times, and what was there stays', async () => {
    const { fetch, server, files } = await start(() => ({ body: BODY }));
    const before = await fetch();
    const kept = await files();
    server.forget();
    server.fault('', { kind: 'status', status: 502 });
    expect(await failure(fetch())).toMatchObject({
      url: 'https://data.exemple.fr/communes.json?page=1',
      reason: 'status',
      status: 502,
    });
    expect(server.asked).toHaveLength(5);
    expect(await files()).toEqual(kept);
    expect((await fetch({}, { freshDays: 1 })).sha256).toBe(before.sha256);
  });

  it.each([
    ['the page of a proxy', { kind: 'html' }, 'wrong-type'],
    ['a connection that is reset', { kind: 'reset' }, 'network'],
    ['a body that is cut', { kind: 'cut' }, 'truncated'],
    ['a body of no told length that is cut', { kind: 'cut', framing: 'chunked' }, 'truncated'],
    ['a body that ends where its connection does', { kind: 'cut', framing: 'close' }, 'truncated'],
  ] as const)('by %s is asked again, and told for what it is', async (_, fault, reason) => {
    const { fetch, server, files } = await start(() => ({ body: BODY }), { maxAttempts: 2 });
    const heal = server.fault('data.exemple.fr', fault);
    expect((await failure(fetch())).reason).toBe(reason);
    expect(server.asked).toHaveLength(2);
    heal();
    server.fault('data.exemple.fr', fault, 1);
    expect((await fetch()).state).toBe('new');
    expect(await files()).toHaveLength(2);
  });

  it('by silence, before it answers or in the middle, is not waited for', async () => {
    const patience = { headersMs: 50, bodyMs: 50 };
    const { fetch, server } = await start(() => ({ body: BODY }), { patience, maxAttempts: 1 });
    server.fault('silent.fr', { kind: 'silent' });
    server.fault('stalled.fr', { kind: 'stall', after: 5 });
    const asked = ['https://silent.fr/a', 'https://stalled.fr/a'].map((url, at) =>
      failure(fetch({ url, key: `part-${at}` })),
    );
    const reasons = (await Promise.all(asked)).map(({ reason }) => reason);
    expect(reasons).toEqual(['timeout', 'timeout']);
  });

  it('by redirects without end is told at once', async () => {
    const { fetch, server } = await start(() => ({ body: BODY }));
    server.fault('', { kind: 'redirect-loop' });
    expect((await failure(fetch())).reason).toBe('redirects');
    expect(server.asked).toHaveLength(11);
  });

  it.each([
    'http://data.exemple.fr/',
    'file:///etc/passwd',
    'https://localhost/',
    'https://169.254.169.254/',
    'https://[::1]/',
    'https://nas.local/',
    'https://user:word@data.exemple.fr/',
  ])('by leading to %s is told, and nothing is asked there', async (Location) => {
    const { fetch, server } = await start(() => ({ status: 301, headers: { Location } }));
    expect((await failure(fetch())).reason).toBe('redirects');
    expect(server.asked).toHaveLength(1);
  });

  it('by a body that is a gigabyte once opened is not opened to its end', async () => {
    const bomb = gzipSync(gzipSync(Buffer.alloc(2 ** 27)));
    const { fetch, files } = await start(() => ({ body: bomb }), { maxAttempts: 1 });
    expect((await failure(fetch({ kind: 'gzip-json' }))).reason).toBe('wrong-type');
    expect(await files()).toEqual([]);
  });

  it('by being slow is waited for, as long as it goes on', async () => {
    const { fetch, server } = await start(() => ({ body: BODY }), { patience: { bodyMs: 80 } });
    server.fault('', { kind: 'drip', bytes: 5, everyMs: 12 });
    const heard: [number, number | null][] = [];
    const part = await fetch({}, { onBytes: (...told) => heard.push(told) });
    expect(part.state).toBe('new');
    expect(heard[0]).toEqual([0, part.bytes]);
    expect(heard.reduce((sum, [count]) => sum + count, 0)).toBe(part.bytes);
    expect(server.asked).toHaveLength(1);
  });

  it('by there being nobody is a fault of the network', async () => {
    const { fetch, server } = await start(() => ({ body: BODY }), { maxAttempts: 2 });
    await server.close();
    expect(await failure(fetch())).toMatchObject({ reason: 'network', code: 'ECONNREFUSED' });
    run = await startFetching(() => ({ body: BODY }));
  });
});

describe('a run that is stopped', () => {
  it('while it waits throws what stopped it', async () => {
    const { fetch, server } = await start(() => ({ body: BODY }));
    const controller = new AbortController();
    server.fault('', { kind: 'status', status: 503 });
    const onRetry = () => controller.abort(new Error('stopped'));
    await expect(fetch({}, { onRetry, signal: controller.signal })).rejects.toThrow('stopped');
    await expect(fetch({}, { signal: controller.signal })).rejects.toThrow('stopped');
  });

  it('while a host is silent throws what stopped it', async () => {
    const { fetch, server } = await start(() => ({ body: BODY }));
    server.fault('', { kind: 'silent' });
    const controller = new AbortController();
    const asked = fetch({}, { signal: controller.signal });
    setTimeout(() => controller.abort(new Error('stopped')), 20);
    await expect(asked).rejects.toThrow('stopped');
  });
});
