import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { basename, join } from 'node:path';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import type { Plugin } from 'vite';
import policy from './content-security-policy.json' with { type: 'json' };

/** What the site fetches gzipped: last part of the name of its virtual module → file of the package that holds it. */
const GZIPPED = {
  'duckdb-wasm': '@duckdb/duckdb-wasm/dist/duckdb-eh.wasm',
  'gdal-wasm': 'gdal3.js/dist/package/gdal3WebAssembly.wasm',
  'gdal-data': 'gdal3.js/dist/package/gdal3WebAssembly.data',
};

/**
 * Gives `virtual:duckdb-wasm`, `virtual:gdal-wasm` and `virtual:gdal-data`: addresses of large files, gzipped by us
 * because some hosts refuse files over 25 MiB (DuckDB is 34 MB raw and 8 MB gzipped, GDAL 28 and 9, its tables 12 and 2)
 * and few compress WebAssembly. Their names end in `.gzip` because many hosts send a `.gz` as encoded content, which the
 * browser would inflate before us. Workers are bundled apart and need it too.
 */
export function gzippedFiles(): Plugin {
  const prefix = '\0gzipped:';
  const devFolder = '/@gzipped/';
  let isBuild = false;
  return {
    name: 'arpent:gzipped-files',
    configResolved(config) {
      isBuild = config.command === 'build';
    },
    resolveId(id) {
      const name = id.replace(/^virtual:/, '');
      return id !== name && name in GZIPPED ? prefix + name : undefined;
    },
    async load(id) {
      if (!id.startsWith(prefix)) return undefined;
      const name = id.slice(prefix.length) as keyof typeof GZIPPED;
      if (!isBuild) return `export default ${JSON.stringify(`${devFolder}${name}.gzip`)};`;
      const source = await gzipped(name);
      const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
      const [stem, extension] = basename(GZIPPED[name]).split('.');
      const fileName = `assets/${stem}-${hash}.${extension}.gzip`;
      const reference = this.emitFile({ type: 'asset', fileName, source });
      return `export default import.meta.ROLLUP_FILE_URL_${reference};`;
    },
    configureServer(server) {
      for (const name of Object.keys(GZIPPED) as (keyof typeof GZIPPED)[]) {
        server.middlewares.use(`${devFolder}${name}.gzip`, async (_request, response, next) => {
          const source = await gzipped(name).catch(next);
          if (!source) return;
          response.setHeader('Content-Type', 'application/gzip');
          response.end(source);
        });
      }
    },
  };
}

/** Gives GDAL's code nothing for the modules of Node, which it asks for where it never comes in a browser. */
export function noNodeInGdal(): Plugin {
  const nothing = '\0nothing';
  return {
    name: 'arpent:no-node-in-gdal',
    enforce: 'pre',
    resolveId: (id, importer) =>
      /^(fs|path|crypto)$/.test(id) && importer?.endsWith('gdal3WebAssembly.js')
        ? nothing
        : undefined,
    load: (id) => (id === nothing ? 'export default {};' : undefined),
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

/** What a site whose first map was not drawn answers for its picture: `first-map.js` takes a pixel for none. */
const NO_PICTURE = '<svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>';

/**
 * Puts `src/first-paint.js` and `src/first-map.js` in the head of the page, as a script of their own that the first paint waits for:
 * modules run after it. The picture that it shows is the territory's; the built site has an empty one for territories without.
 */
export function firstPaint(): Plugin {
  const paths = ['src/first-paint.js', 'src/first-map.js'];
  const source = paths.map((path) => readFileSync(path, 'utf8')).join('');
  const hash = createHash('sha256').update(source).digest('hex').slice(0, 8);
  const fileName = `assets/first-paint-${hash}.js`;
  return {
    name: 'arpent:first-paint',
    transformIndexHtml: (_html, { server }) =>
      (server ? paths.map((path) => `/${path}`) : [`./${fileName}`]).map((src) => ({
        tag: 'script',
        attrs: { src },
        injectTo: 'head',
      })),
    generateBundle() {
      this.emitFile({ type: 'asset', fileName, source });
      this.emitFile({ type: 'asset', fileName: 'premiere-carte.svg', source: NO_PICTURE });
    },
  };
}

/** Puts the notices and licences of GEOS and GDAL, which are LGPL, beside their code in the built site. */
export function libraryLicences(): Plugin {
  const texts = {
    'assets/geos-notice.txt': 'src/geos/NOTICE.md',
    'assets/geos-licence.txt': 'node_modules/geos-wasm/LICENSE.md',
    'assets/gdal-notice.txt': 'src/gdal/NOTICE.md',
    'assets/gdal-licence.txt': 'node_modules/gdal3.js/LICENSE',
  };
  return {
    name: 'arpent:library-licences',
    apply: 'build',
    async generateBundle() {
      for (const [fileName, path] of Object.entries(texts)) {
        this.emitFile({ type: 'asset', fileName, source: await readFile(path, 'utf8') });
      }
    },
  };
}

/** A file of `GZIPPED`, compressed once for each version of its package and kept in `.cache/`. */
async function gzipped(name: keyof typeof GZIPPED): Promise<Uint8Array> {
  const path = createRequire(import.meta.url).resolve(GZIPPED[name]);
  const { version } = JSON.parse(await readFile(join(path, PACKAGE_FILE[name]), 'utf8'));
  const cached = join('.cache', `${name}-${version}.gz`);
  if (existsSync(cached)) return readFile(cached);
  const source = await promisify(gzip)(await readFile(path), { level: 9 });
  await mkdir('.cache', { recursive: true });
  await writeFile(cached, source);
  return source;
}

/** Where the package says its version, from its file. */
const PACKAGE_FILE = {
  'duckdb-wasm': '../../package.json',
  'gdal-wasm': '../../../package.json',
  'gdal-data': '../../../package.json',
};
