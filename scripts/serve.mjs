import { createReadStream } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { createServer } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { pipeline } from 'node:stream';

/**
 * Serves a site on a free or given port of this machine: the catalogue and the layers from `publicDir`, looked up at
 * each request, so that a layer published meanwhile appears on reload; the app from `distDir`. Ranges are honoured. Pages of its own
 * origin may hold it in a frame, and those of the origins `framedBy`.
 * Gives the address and a way to close. Rejects with the code `EADDRINUSE` when the port is taken.
 */
export async function serveSite({ publicDir, distDir, port = 0, framedBy = [] }) {
  const headers = { 'Content-Security-Policy': await policyText(framedBy), ...SECURITY_HEADERS };
  const server = createServer(async (request, response) => {
    for (const [name, value] of Object.entries(headers)) response.setHeader(name, value);
    try {
      await answer([publicDir, distDir], request, response);
    } catch (error) {
      response.writeHead(500).end(`${error.message}\n`);
    }
  });
  await new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, 'localhost', () => resolve(undefined));
  });
  const url = `http://localhost:${server.address().port}/`;
  const close = () =>
    new Promise((resolve) => {
      server.close(() => resolve(undefined));
      server.closeAllConnections();
    });
  return { url, close };
}

async function answer(folders, request, response) {
  const path = decodePath(request.url);
  const isRead = request.method === 'GET' || request.method === 'HEAD';
  const file = isRead && path ? await findFile(folders, path) : null;
  if (!file) {
    const code = isRead ? 404 : 405;
    response.writeHead(code, { 'Content-Type': 'text/plain; charset=utf-8' });
    response.end(isRead ? 'Not found\n' : 'Read only\n');
    return;
  }
  const headers = {
    'Content-Type': TYPES[extname(file.path)] ?? 'application/octet-stream',
    'Cache-Control': isHashed(path) ? 'public, max-age=31536000, immutable' : 'no-cache',
    'Accept-Ranges': 'bytes',
    ETag: `"${file.size.toString(16)}-${Math.trunc(file.time).toString(16)}"`,
  };
  if (request.headers['if-none-match'] === headers.ETag) {
    response.writeHead(304, headers).end();
    return;
  }
  const range = readRange(request.headers.range, file.size);
  if (range === 'unsatisfiable') {
    response.writeHead(416, { 'Content-Range': `bytes */${file.size}` }).end();
    return;
  }
  const { start, end } = range ?? { start: 0, end: file.size - 1 };
  if (range) headers['Content-Range'] = `bytes ${start}-${end}/${file.size}`;
  response.writeHead(range ? 206 : 200, { ...headers, 'Content-Length': end - start + 1 });
  if (request.method === 'HEAD' || file.size === 0) response.end();
  // A reader who leaves in mid-file is no error of ours.
  else pipeline(createReadStream(file.path, { start, end }), response, () => {});
}

function decodePath(url) {
  try {
    const path = decodeURIComponent(new URL(url, 'http://localhost').pathname);
    return path.endsWith('/') ? `${path}index.html` : path;
  } catch {
    return null;
  }
}

async function findFile(folders, path) {
  for (const folder of folders) {
    const file = normalize(join(folder, path));
    if (!file.startsWith(normalize(folder + sep))) continue;
    const found = await stat(file).catch(() => null);
    if (found?.isFile()) return { path: file, size: found.size, time: found.mtimeMs };
  }
  return null;
}

/** The one range that a request asks for, end included; null for none, or for what we answer whole. */
function readRange(header, size) {
  const [, first, last] = header?.match(/^bytes=(\d*)-(\d*)$/) ?? [];
  if (!first && !last) return null;
  const start = first ? Number(first) : Math.max(0, size - Number(last));
  const end = first && last ? Math.min(Number(last), size - 1) : size - 1;
  return start > end ? 'unsatisfiable' : { start, end };
}

/** Files whose name changes with their content. */
function isHashed(path) {
  return /^\/(assets|layers)\/.*[.-][\w-]{8}\.[\w.]+$/.test(path);
}

async function policyText(framedBy) {
  const file = join(import.meta.dirname, 'steps', 'content-security-policy.json');
  const policy = JSON.parse(await readFile(file, 'utf8'));
  const directives = { ...policy, 'frame-ancestors': ["'self'", ...framedBy] };
  return Object.entries(directives)
    .map(([directive, sources]) => `${directive} ${sources.join(' ')}`)
    .join('; ');
}

const SECURITY_HEADERS = {
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
};

const TYPES = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.jsonld': 'application/ld+json; charset=utf-8',
  '.parquet': 'application/vnd.apache.parquet',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
  '.xml': 'application/xml; charset=utf-8',
};
