import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Extent } from '../../../src/domain/units.ts';
import { findAddresses } from '../../../src/ui/search/addresses.ts';

const EXTENT: Extent = [2.3, 50.38, 2.89, 50.64];
const never = () => new AbortController().signal;
let server: Server;
let base = '';
let asked: URLSearchParams | null = null;

/** Answers as the geocoder does, by what is asked. */
beforeAll(async () => {
  server = createServer((request, response) => {
    asked = new URL(request.url ?? '', base).searchParams;
    const text = asked.get('q') ?? '';
    if (text === 'panne') response.writeHead(503).end();
    else if (text === 'autre') response.end('<html></html>');
    else if (text !== 'muet') {
      const feature = (label: string, coordinates: number[]) => ({
        type: 'Feature',
        geometry: { type: 'Point', coordinates },
        properties: { label, context: '62, Pas-de-Calais', score: 0.9 },
      });
      const features = [
        feature('12 Rue de la Gare 62400 Béthune', [2.6401, 50.5218]),
        feature('12 Rue de la Gare 75001 Paris', [2.35, 48.85]),
      ];
      response.end(JSON.stringify({ type: 'FeatureCollection', features }));
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}/search`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

describe('the addresses of an online service', () => {
  it('are asked for near the territory, and those elsewhere are left out', async () => {
    const places = await findAddresses('12 rue de la gare', EXTENT, never(), base);
    expect(places).toEqual([
      {
        layer: 'adresses_ign',
        key: '2.6401,50.5218',
        title: '12 Rue de la Gare 62400 Béthune',
        subtitle: '62, Pas-de-Calais',
        extent: [2.6401, 50.5218, 2.6401, 50.5218],
      },
    ]);
    const { q, index, lon, lat } = Object.fromEntries(asked ?? []);
    expect([q, index, lon, lat]).toEqual(['12 rue de la gare', 'address', '2.5950', '50.5100']);
  });

  it.each(['panne', 'autre'])('fail with a code where the service gives none: %s', async (text) => {
    await expect(findAddresses(text, EXTENT, never(), base)).rejects.toMatchObject({
      code: 'address-service',
      context: { host: new URL(base).host },
    });
  });

  it('fail with a code where nobody answers', async () => {
    const nobody = findAddresses('x', EXTENT, never(), 'http://127.0.0.1:9/search');
    await expect(nobody).rejects.toMatchObject({ code: 'address-service' });
  });

  it('are given up when they are no longer wanted', async () => {
    const controller = new AbortController();
    const asking = findAddresses('muet', EXTENT, controller.signal, base);
    controller.abort(new DOMException('typed on', 'AbortError'));
    await expect(asking).rejects.toMatchObject({ name: 'AbortError' });
  });
});
