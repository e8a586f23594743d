import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import type { Shell } from '../../src/offline/shell.ts';

const OFFLINE = join(import.meta.dirname, '../../src/offline');

/**
 * Makes the built site installable and able to work without network: `sw.js`, which knows all files of this version, the
 * manifest and the icons, all at the root.
 */
export function serviceWorker(): Plugin {
  return {
    name: 'arpent:service-worker',
    apply: 'build',
    enforce: 'post',
    transformIndexHtml: () => [
      link({ rel: 'icon', href: './icones/arpent.svg', type: 'image/svg+xml' }),
      link({ rel: 'apple-touch-icon', href: './icones/arpent-192.png' }),
      link({ rel: 'manifest', href: './manifest.webmanifest' }),
    ],
    generateBundle: {
      order: 'post',
      async handler(_options, bundle) {
        const shell = listShell(bundle);
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: await bundleWorker(shell) });
        for (const { fileName, path } of await listInstallFiles()) {
          this.emitFile({ type: 'asset', fileName, source: await readFile(path) });
        }
      },
    },
  };
}

const link = (attrs: Record<string, string>) => ({ tag: 'link', attrs, injectTo: 'head' }) as const;

/** What of a bundle is kept, and with what: the page, code, styles and fonts, but for what few readers ever load. */
function listShell(bundle: Rolldown.OutputBundle): Shell {
  const names = Object.keys(bundle);
  const page = bundle['index.html'];
  const html = page?.type === 'asset' ? String(page.source) : '';
  const version = html.match(/<script type="module"[^>]* src="[^"]*\/([^"/]+)"/)?.[1];
  if (!version) throw new Error('index.html has no module script: no version for sw.js');
  const engine = names.flatMap((path) => {
    const file = bundle[path];
    return file && ENGINE.test(path) ? { path, bytes: bytesOf(file) } : [];
  });
  if (engine.length !== 2) throw new Error(`the engine's files are not two but ${engine.length}`);
  const assets = names.filter((name) => KEPT.test(name) && !SELDOM_USED.test(name));
  const revision = createHash('sha256').update(html).digest('hex').slice(0, 16);
  return {
    version,
    files: [{ url: 'index.html', revision }, ...assets.map((url) => ({ url, revision: null }))],
    engine,
  };
}

const bytesOf = (file: Rolldown.OutputAsset | Rolldown.OutputChunk) =>
  Buffer.byteLength(file.type === 'chunk' ? file.code : file.source);

async function bundleWorker(shell: Shell): Promise<string> {
  const built = await build({
    configFile: false,
    logLevel: 'warn',
    plugins: [virtualShell(shell)],
    define: { 'process.env.NODE_ENV': '"production"' },
    build: {
      write: false,
      target: 'es2022',
      modulePreload: false,
      copyPublicDir: false,
      rolldownOptions: {
        input: join(OFFLINE, 'service-worker.ts'),
        output: { format: 'iife' },
      },
    },
  });
  const { output } = (Array.isArray(built) ? built[0] : built) as Rolldown.RolldownOutput;
  return output[0].code;
}

function virtualShell(shell: Shell): Plugin {
  return {
    name: 'arpent:shell',
    resolveId: (id) => (id === 'virtual:shell' ? '\0shell' : undefined),
    load: (id) => (id === '\0shell' ? `export default ${JSON.stringify(shell)};` : undefined),
  };
}

async function listInstallFiles(): Promise<{ fileName: string; path: string }[]> {
  const icons = await readdir(join(OFFLINE, 'icons'));
  return [
    { fileName: 'manifest.webmanifest', path: join(OFFLINE, 'manifest.webmanifest') },
    ...icons.map((name) => ({ fileName: `icones/${name}`, path: join(OFFLINE, 'icons', name) })),
  ];
}

/** DuckDB and its bindings: fetched with the first question, kept with a session that asks one. */
const ENGINE = /^assets\/duckdb-(?:eh-.*\.wasm\.gzip|browser-blocking-.*\.js)$/;

const KEPT = /^assets\/.*\.(?:js|css|woff2)$/;

/**
 * Parts of the app that are large and that neither the map nor a session needs: engine, GEOS, GDAL, the makers of PDF and
 * XLSX files, the SQL editor, publishing, and letters that French does not have.
 */
const SELDOM_USED =
  /^assets\/(?:duckdb-browser|geos\.|gdal3|browser-gdal|write-report|pdfkit|xlsx|sql-panel|publish-|papaparse|source-sans-3-(?:cyrillic|greek|vietnamese))/;
