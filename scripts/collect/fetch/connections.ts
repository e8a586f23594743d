import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Dispatcher, EnvHttpProxyAgent } from 'undici';

/** How long hosts may be silent, milliseconds. A body that goes on, however slowly, is no fault. */
export interface Patience {
  connectMs: number;
  headersMs: number;
  bodyMs: number;
}

/** What is waited for, unless told: some WFS think for half a minute before they answer. */
export const PATIENCE: Patience = { connectMs: 20_000, headersMs: 90_000, bodyMs: 60_000 };

/**
 * Connections that heed `HTTP_PROXY`, `HTTPS_PROXY` and `NO_PROXY`, in capitals or not; this machine itself is never asked
 * through a proxy.
 */
export function openConnections({ connectMs }: Patience): Dispatcher {
  const noProxy = process.env.no_proxy ?? process.env.NO_PROXY ?? '';
  return new EnvHttpProxyAgent({
    noProxy: noProxy.trim() === '*' ? '*' : [noProxy, ...THIS_MACHINE].join(','),
    // What is not encrypted goes through as proxies expect it: many refuse a tunnel to port 80.
    proxyTunnel: false,
    connect: { timeout: connectMs },
  });
}

/** Who asks: `Arpent/0.1.0 (+https://atlas.exemple.fr/)`, the address where a territory says it. */
export function userAgent(site?: string): string {
  const path = join(import.meta.dirname, '..', '..', '..', 'package.json');
  const { version } = JSON.parse(readFileSync(path, 'utf8')) as { version: string };
  return `Arpent/${version}${site ? ` (+${site})` : ''}`;
}

const THIS_MACHINE = ['localhost', '127.0.0.1', '[::1]'];
