import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin, type Rolldown } from 'vite';
import type { EnginePart, Shell } from '../../src/offline/shell.ts';

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
        const install = await readInstallFiles();
        for (const file of install) this.emitFile({ type: 'asset', ...file });
        const shell = listShell(bundle, install);
        this.emitFile({ type: 'asset', fileName: 'sw.js', source: await bundleWorker(shell) });
      },
    },
  };
}

const link = (attrs: Record<string, string>) => ({ tag: 'link', attrs, injectTo: 'head' }) as const;

/** What of a bundle is kept, and with what: the page, code, styles and fonts, but for what few readers ever load. */
function listShell(bundle: Rolldown.OutputBundle, install: InstallFile[]): Shell {
  const names = Object.keys(bundle);
  const page = bundle['index.html'];
  const html = page?.type === 'asset' ? String(page.source) : '';
  const version = html.match(/<script type="module"[^>]* src="[^"]*\/([^"/]+)"/)?.[1];
  if (!version) throw new Error('index.html has no module script: no version for sw.js');
  const engine = names.flatMap((path) => {
    const file = bundle[path];
    const part = path.match(/^assets\/(duckdb(?=-)|geos(?=\.)).*\.(?:js|gzip)$/)?.[1] as EnginePart;
    return file && part ? { part, path, bytes: bytesOf(file) } : [];
  });
  if (engine.length !== 3) throw new Error(`the engine's files are not 3 but ${engine.length}`);
  const assets = names.filter(
    (name) => KEPT.test(name) && !SELDOM_USED.test(name) && !writesPdf(bundle[name]),
  );
  return {
    version,
    files: [
      { url: 'index.html', revision: revisionOf(html) },
      ...assets.map((url) => ({ url, revision: null })),
      ...install.map(({ fileName, source }) => ({ url: fileName, revision: revisionOf(source) })),
    ],
    engine,
  };
}

const revisionOf = (source: string | Uint8Array) =>
  createHash('sha256').update(source).digest('hex').slice(0, 16);

/** Told by what the code holds: makers of PDF come in workers whose names do not tell. */
const writesPdf = (file: BundleFile | undefined) =>
  file !== undefined && textOf(file).includes('%PDF-');

const textOf = (file: BundleFile) =>
  Buffer.from(file.type === 'chunk' ? file.code : file.source).toString('latin1');

type BundleFile = Rolldown.OutputAsset | Rolldown.OutputChunk;

const bytesOf = (file: BundleFile) =>
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
    load: (id) => (id === '\0shell' ? `export const shell = ${JSON.stringify(shell)};` : undefined),
  };
}

interface InstallFile {
  fileName: string;
  source: Uint8Array;
}

/** The manifest and the icons. */
async function readInstallFiles(): Promise<InstallFile[]> {
  const icons = await readdir(join(OFFLINE, 'icons'));
  const paths = ['manifest.webmanifest', ...icons.map((name) => `icones/${name}`)];
  return Promise.all(
    paths.map(async (fileName) => ({
      fileName,
      source: await readFile(join(OFFLINE, fileName.replace('icones/', 'icons/'))),
    })),
  );
}

const KEPT = /^assets\/.*\.(?:js|css|woff2)$/;

/**
 * Parts of the app that are large and that neither the map nor a session needs: engine, GEOS, GDAL, the makers of XLSX
 * files (those of PDF besides), the SQL editor, publishing, and letters that French does not have.
 */
const SELDOM_USED =
  /^assets\/(?:duckdb-browser|geos\.|gdal3|browser-gdal|xlsx|sql-panel|publish-|papaparse|source-sans-3-(?:cyrillic|greek|vietnamese))/;
