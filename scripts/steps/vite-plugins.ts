import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Plugin } from 'vite';
import policy from './content-security-policy.json' with { type: 'json' };

/**
 * Gives `virtual:duckdb-wasm`: the address of DuckDB's module, gzipped by us because some hosts refuse files over
 * 25 MiB (34 MB raw, 8 MB gzipped) and few compress WebAssembly. Its name ends in `.gzip` because many hosts send a
 * `.gz` as encoded content, which the browser would inflate before us. Workers are bundled apart and need it too.
 */
export function duckdbWasm(): Plugin {
  const name = 'virtual:duckdb-wasm';
  const devPath = '/@duckdb/duckdb-eh.wasm.gzip';
  let isBuild = false;
  return {
    name: 'arpent:duckdb-wasm',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    resolveId: (id) => (id === name ? `\0${name}` : undefined),
    async load(id) {
      if (id !== `\0${name}`) return undefined;
      if (!isBuild) return `export default ${JSON.stringify(devPath)};`;
      const source = await gzippedModule();
      const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
      const fileName = `assets/duckdb-eh-${hash}.wasm.gzip`;
      const reference = this.emitFile({ type: 'asset', fileName, source });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
    configureServer(server) {
      server.middlewares.use(devPath, async (_request, response, next) => {
        const source = await gzippedModule().catch(next);
        if (!source) return;
        response.setHeader('Content-Type', 'application/gzip');
        response.end(source);
      });
    },
  };
}

/** Puts the content security policy in the built page, for hosts that send none of their own. */
export function securityPolicy(): Plugin {
  const content = Object.entries(policy)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
  return {
    name: 'arpent:content-security-policy',
    apply: 'build',
    transformIndexHtml: () => [
      {
        tag: 'meta',
        attrs: { 'http-equiv': 'Content-Security-Policy', content },
        injectTo: 'head-prepend',
      },
    ],
  };
}

/** Puts the notice and the licence of GEOS, which is LGPL, beside its code in the built site. */
export function geosLicence(): Plugin {
  const texts = {
    'assets/geos-notice.txt': 'src/geos/NOTICE.md',
    'assets/geos-licence.txt': 'node_modules/geos-wasm/LICENSE.md',
  };
  return {
    name: 'arpent:geos-licence',
    apply: 'build',
    async generateBundle() {
      for (const [fileName, path] of Object.entries(texts)) {
        this.emitFile({ type: 'asset', fileName, source: await readFile(path, 'utf8') });
      }
    },
  };
}

/** DuckDB's module, compressed once for each version and kept in `.cache/`. */
async function gzippedModule(): Promise<Uint8Array> {
  const path = createRequire(import.meta.url).resolve('@duckdb/duckdb-wasm/dist/duckdb-eh.wasm');
  const { version } = JSON.parse(await readFile(join(path, '../../package.json'), 'utf8'));
  const cached = join('.cache', `duckdb-eh-${version}.wasm.gz`);
  if (existsSync(cached)) return readFile(cached);
  const source = await promisify(gzip)(await readFile(path), { level: 9 });
  await mkdir('.cache', { recursive: true });
  await writeFile(cached, source);
  return source;
}
