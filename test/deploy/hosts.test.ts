import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const DEPLOY = join(import.meta.dirname, '../../scripts/deploy');
const POLICY = join(import.meta.dirname, '../../scripts/steps/content-security-policy.json');
const HASHED = 'layers/communes.0a1b2c3d.parquet';
const SECRET = 'layers/proprietes.0a1b2c3d.parquet';

/** How each host is made to serve two folders, and what it is called on a machine that has it. */
const HOSTS = {
  nginx: { program: 'nginx', version: ['-v'], start: startNginx },
  Caddy: { program: 'caddy', version: ['version'], start: startCaddy },
};

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arpent-host-'));
  for (const path of ['dist/layers', 'dist/assets', 'restreint/layers']) {
    await mkdir(join(folder, path), { recursive: true });
  }
  const files = {
    'dist/index.html': '<!doctype html><title>Atlas</title>',
    'dist/sw.js': 'self.skipWaiting;',
    'dist/manifest.webmanifest': '{"name":"Arpent, l’atlas"}',
    'dist/assets/main-abc.js': `${'export const a = 1;\n'.repeat(200)}`,
    'dist/catalogue.json': JSON.stringify({
      layers: Array.from({ length: 300 }, () => 'communes'),
    }),
    [`dist/${HASHED}`]: 'PAR1-0123456789-PAR1',
    'restreint/catalogue.json': '{"layers":[]}',
    [`restreint/${SECRET}`]: 'PAR1-secret-PAR1',
    'restreint/entrer.html': await readFile(join(DEPLOY, 'entrer.html'), 'utf8'),
  };
  for (const [path, content] of Object.entries(files)) {
    await writeFile(join(folder, path), content);
  }
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe.each(Object.entries(HOSTS))('%s, as scripts/deploy/ configures it', (name, host) => {
  const skipped = isThere(host) ? '' : ` (skipped without ${name} on this machine)`;
  let child: ChildProcess | undefined;
  let url: string;

  beforeAll(async () => {
    if (skipped) return;
    const port = await freePort();
    url = `http://127.0.0.1:${port}/`;
    child = await host.start(port);
    await answers(url);
  });
  afterAll(() => child?.kill('SIGTERM'));

  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${url}${path}`, { headers });

  it.skipIf(skipped)(`serves the page with the policy of the app${skipped}`, async () => {
    const response = await get('');
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('Atlas');
    const policy: Record<string, string[]> = JSON.parse(await readFile(POLICY, 'utf8'));
    const seen = response.headers.get('content-security-policy') ?? '';
    for (const [directive, sources] of Object.entries(policy)) {
      expect(seen).toContain(`${directive} ${sources.join(' ')}`);
    }
    expect(seen).toMatch(/frame-ancestors 'self'$/);
    expect(response.headers.get('x-frame-options')).toBeNull();
    expect(response.headers.get('x-content-type-options')).toBe('nosniff');
    expect(response.headers.get('cache-control')).toBe('no-cache');
  });

  it.skipIf(skipped)(
    `answers a range of a layer, uncompressed and kept for ever${skipped}`,
    async () => {
      const response = await get(HASHED, { Range: 'bytes=5-14', 'Accept-Encoding': 'gzip' });
      expect(response.status).toBe(206);
      expect(response.headers.get('content-range')).toBe('bytes 5-14/20');
      expect(response.headers.get('content-encoding')).toBeNull();
      expect(response.headers.get('content-type')).toBe('application/vnd.apache.parquet');
      expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
      expect(await response.text()).toBe('0123456789');
    },
  );

  it.skipIf(skipped)(
    `compresses the catalogue and asks for it anew each time${skipped}`,
    async () => {
      const response = await get('catalogue.json', { 'Accept-Encoding': 'gzip' });
      expect(response.headers.get('content-encoding')).toBe('gzip');
      expect(response.headers.get('content-type')).toContain('application/json');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      const script = await get('assets/main-abc.js');
      expect(script.headers.get('cache-control')).toContain('immutable');
      expect(script.headers.get('content-type')).toContain('text/javascript');
    },
  );

  it.skipIf(skipped)(
    `has the service worker asked for anew each time, and the manifest${skipped}`,
    async () => {
      const worker = await get('sw.js');
      expect(worker.headers.get('cache-control')).toBe('no-cache');
      expect(worker.headers.get('content-type')).toContain('text/javascript');
      const manifest = await get('manifest.webmanifest');
      expect(manifest.headers.get('cache-control')).toBe('no-cache');
      expect(manifest.headers.get('content-type')).toContain('application/manifest+json');
      expect(await manifest.text()).toContain('l’atlas');
    },
  );

  it.skipIf(skipped)(
    `refuses the protected folder without a password box, but on its door${skipped}`,
    async () => {
      for (const path of ['restreint/catalogue.json', `restreint/${SECRET}`]) {
        const refused = await get(path);
        expect(refused.status).toBe(403);
        expect(await refused.text()).not.toContain('secret');
      }
      const door = await get('restreint/entrer.html');
      expect(door.status).toBe(401);
      expect(door.headers.get('www-authenticate')).toMatch(/^Basic/);
    },
  );

  it.skipIf(skipped)(`opens the protected folder to who may have it${skipped}`, async () => {
    const Authorization = `Basic ${Buffer.from('sig:mot-de-passe').toString('base64')}`;
    expect((await get('restreint/entrer.html', { Authorization })).status).toBe(200);
    expect(await (await get('restreint/catalogue.json', { Authorization })).json()).toEqual({
      layers: [],
    });
    const part = await get(`restreint/${SECRET}`, { Authorization, Range: 'bytes=5-10' });
    expect([part.status, await part.text()]).toEqual([206, 'secret']);
    expect(part.headers.get('cache-control')).toBe('private, max-age=31536000, immutable');
  });

  it.skipIf(skipped)(`never leaves its folders${skipped}`, async () => {
    for (const path of ['..%2f..%2fetc/passwd', 'restreint/..%2f..%2fetc/passwd', 'absent.json']) {
      expect([400, 403, 404]).toContain((await get(path)).status);
    }
  });
});

function isThere({ program, version }: { program: string; version: string[] }): boolean {
  try {
    execFileSync(program, version, { stdio: 'ignore' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
    throw error;
  }
}

/** A configuration of `scripts/deploy/`, listening and serving where this test wants. */
async function configuration(name: string, port: number): Promise<string> {
  const text = await readFile(join(DEPLOY, name), 'utf8');
  return text
    .replaceAll('/srv/arpent-restreint', join(folder, 'restreint'))
    .replaceAll('/srv/arpent', join(folder, 'dist'))
    .replace('8080', String(port));
}

async function startNginx(port: number): Promise<ChildProcess> {
  const prefix = join(folder, 'nginx');
  await mkdir(prefix, { recursive: true });
  // {PLAIN} is nginx's own way of writing a password as it is.
  await writeFile(join(prefix, 'htpasswd'), 'sig:{PLAIN}mot-de-passe\n');
  const server = (await configuration('nginx.conf', port)).replaceAll(
    '/etc/nginx/arpent.htpasswd',
    join(prefix, 'htpasswd'),
  );
  const paths = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (kind) => `${kind}_temp_path ${join(prefix, kind)};`,
  );
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  const main = `${user} daemon off; pid ${prefix}/pid; error_log ${prefix}/error.log; events {}
    http { access_log off; ${paths.join(' ')} ${server} }`;
  await writeFile(join(prefix, 'nginx.conf'), main);
  return spawn('nginx', ['-p', prefix, '-c', join(prefix, 'nginx.conf')], { stdio: 'ignore' });
}

async function startCaddy(port: number): Promise<ChildProcess> {
  const home = join(folder, 'caddy');
  await mkdir(home, { recursive: true });
  const hash = execFileSync('caddy', ['hash-password', '--plaintext', 'mot-de-passe'])
    .toString()
    .trim();
  const site = (await configuration('Caddyfile', port)).replace(/sig \$2a\S+/, () => `sig ${hash}`);
  await writeFile(join(home, 'Caddyfile'), `{\n\tadmin off\n}\n${site}`);
  return spawn('caddy', ['run', '--config', join(home, 'Caddyfile'), '--adapter', 'caddyfile'], {
    stdio: 'ignore',
    env: { ...process.env, HOME: home, XDG_DATA_HOME: home, XDG_CONFIG_HOME: home },
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number };
      server.close(() => resolve(port));
    });
  });
}

/** Waits until a host listens: each refused connection is a try. */
async function answers(url: string): Promise<void> {
  const end = performance.now() + 20_000;
  for (;;) {
    try {
      await fetch(url);
      return;
    } catch (cause) {
      if (performance.now() > end) throw new Error(`no answer from ${url}`, { cause });
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
}
