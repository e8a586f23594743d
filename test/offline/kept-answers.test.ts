import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { errorToData } from '../../src/domain/errors.ts';
import { newestOf } from '../../src/offline/kept-data.ts';
import { asStorageFault } from '../../src/offline/storage-fault.ts';
import { errorSentences } from '../../src/ui/strings/error-sentences.ts';

describe('a range of a kept file', () => {
  let createPartialResponse: (request: Request, file: Response) => Promise<Response>;
  beforeAll(async () => {
    vi.stubGlobal('self', globalThis);
    vi.stubGlobal('__WB_DISABLE_DEV_LOGS', true);
    const module = await import('workbox-range-requests/createPartialResponse.js');
    createPartialResponse = module.createPartialResponse;
  });
  afterAll(() => vi.unstubAllGlobals());
  const file = () => new Response('0123456789');
  const part = (range: string) =>
    createPartialResponse(new Request('https://a.fr/x', { headers: { Range: range } }), file());

  it.each([
    ['bytes=2-5', '2345', 'bytes 2-5/10'],
    ['bytes=7-', '789', 'bytes 7-9/10'],
    ['bytes=-3', '789', 'bytes 7-9/10'],
    ['bytes=0-9', '0123456789', 'bytes 0-9/10'],
  ])('is answered as a host does: %s', async (range, text, told) => {
    const response = await part(range);
    expect([response.status, await response.text()]).toEqual([206, text]);
    expect(response.headers.get('Content-Range')).toBe(told);
  });

  it('is refused beyond the end', async () => {
    expect((await part('bytes=11-12')).status).toBe(416);
  });
});

describe('what the network gives', () => {
  const kept = new Response('kept');
  const textOf = async (answer: Promise<Response>) => (await newestOf(answer, kept.clone())).text();

  it('is taken before what is kept, also where the host says that a file is gone', async () => {
    expect(await textOf(Promise.resolve(new Response('new')))).toBe('new');
    expect(await textOf(Promise.resolve(new Response('gone', { status: 404 })))).toBe('gone');
  });

  it('gives way to what is kept where the host fails or cannot be reached', async () => {
    expect(await textOf(Promise.resolve(new Response('', { status: 503 })))).toBe('kept');
    expect(await textOf(Promise.reject(new TypeError('Failed to fetch')))).toBe('kept');
  });

  it('gives way to what is kept after five seconds of silence, and not before', async () => {
    vi.useFakeTimers();
    onTestFinished(() => {
      vi.useRealTimers();
    });
    let answered = '';
    const answer = textOf(new Promise(() => {})).then((text) => {
      answered = text;
    });
    await vi.advanceTimersByTimeAsync(4900);
    expect(answered).toBe('');
    await vi.advanceTimersByTimeAsync(200);
    await answer;
    expect(answered).toBe('kept');
  });
});

describe('a disk without room', () => {
  it('is told in a sentence with the room that is wanted, and what to do', () => {
    const cause = new DOMException('full', 'QuotaExceededError');
    const { code, context } = errorToData(asStorageFault(cause, 12_300_000));
    const sentence = errorSentences[code](context);
    expect(code).toBe('offline-full');
    expect(sentence.title).toMatch(/il faut 12,3\sMo\.$/);
    expect(sentence.todo).toContain('Retirez une séance préparée');
    expect(errorSentences[code]({ ...context, free: 2_000_000 }).title).toMatch(/reste 2\sMo\.$/);
  });

  it('is not blamed for other faults', () => {
    const cause = new TypeError('Failed to fetch');
    expect(asStorageFault(cause, 1)).toBe(cause);
  });
});
