import { createServer, request as send } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { atMirror } from '../../../scripts/collect/fetch/mirror.ts';
import { type Fetching, startFetching } from '../../helpers/start-fetching.ts';

const NAMES = ['HTTP_PROXY', 'HTTPS_PROXY', 'NO_PROXY', 'http_proxy', 'https_proxy', 'no_proxy'];

/** A proxy to which every host is the one server that it knows. */
async function serveProxy(target: string) {
  const asked: string[] = [];
  const server = createServer((request, response) => {
    asked.push(request.url!);
    const { pathname, search, host } = new URL(request.url!);
    const address = `${target}/${host}${pathname}${search}`;
    const onward = send(address, { headers: request.headers }, (answer) => {
      response.writeHead(answer.statusCode!, answer.headers);
      answer.pipe(response);
    });
    onward.end();
  });
  server.on('connect', (request, socket) => {
    asked.push(`CONNECT ${request.url}`);
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  const url = `http://localhost:${(server.address() as AddressInfo).port}`;
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url, asked, close };
}

describe('the proxy of an agency', () => {
  let run: Fetching;
  let proxy: Awaited<ReturnType<typeof serveProxy>>;
  const before = NAMES.map((name) => [name, process.env[name]] as const);

  beforeEach(async () => {
    run = await startFetching(() => ({ body: '{}' }));
    proxy = await serveProxy(run.server.url);
    for (const name of NAMES) delete process.env[name];
  });
  afterEach(async () => {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
    await run.close();
    await proxy.close();
  });

  it('is asked for what the environment says', async () => {
    process.env.HTTP_PROXY = proxy.url;
    await run.restart({ mirror: '', maxAttempts: 1 });
    const url = 'http://data.exemple.test/a.json?b=1';
    expect((await run.fetch({ url })).finalUrl).toBe(url);
    expect(proxy.asked).toEqual([url]);
    expect(run.server.asked[0]!.headers['user-agent']).toMatch(/^Arpent\//);
  });

  it('is asked for a tunnel to what is encrypted, and what it refuses is a fault of the network', async () => {
    process.env.https_proxy = proxy.url;
    await run.restart({ mirror: '', maxAttempts: 1 });
    const asked = run.fetch({ url: 'https://data.exemple.test/a.json' });
    await expect(asked).rejects.toMatchObject({ context: { reason: 'network' } });
    expect(proxy.asked).toEqual(['CONNECT data.exemple.test:443']);
  });

  it('is not asked for what NO_PROXY names, nor for this machine', async () => {
    process.env.HTTP_PROXY = proxy.url;
    process.env.NO_PROXY = 'intranet.test';
    await run.restart({ mirror: '', maxAttempts: 1 });
    await run.fetch({ url: run.server.at('data.exemple.fr/a.json') });
    const inside = run.fetch({ url: 'http://data.intranet.test/a.json', key: 'inside' });
    await expect(inside).rejects.toMatchObject({ context: { reason: 'network' } });
    expect(proxy.asked).toEqual([]);
  });
});

describe('a mirror', () => {
  it('is asked for the host as its first folder', () => {
    expect(atMirror('https://data.exemple.fr/a/b?c=%C3%A9', 'http://localhost:8080')).toBe(
      'http://localhost:8080/data.exemple.fr/a/b?c=%C3%A9',
    );
    expect(atMirror('https://data.exemple.fr/', 'https://miroir.exemple.fr/officiel/')).toBe(
      'https://miroir.exemple.fr/officiel/data.exemple.fr/',
    );
    expect(atMirror('https://data.exemple.fr/', null)).toBe('https://data.exemple.fr/');
  });
});
