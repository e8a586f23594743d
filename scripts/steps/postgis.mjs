import { execFile, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, rmSync } from 'node:fs';
import { chown, mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { timed } from './log.mjs';
import { isDebianRoot, run } from './run.mjs';

const execute = promisify(execFile);

/** Oldest PostgreSQL that the emitted SQL is written for. */
const MIN_POSTGRESQL = 14;
/** Longest time that fetching PostGIS may take, in seconds: the tests go on without it. */
const INSTALL_LIMIT_S = 240;
/** How much text one write to COPY carries, in characters. */
const COPY_CHUNK_CHARS = 1 << 18;
/** The server is a session of its own: what ends this process does not reach it. */
const END_SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'];
/** A private server that is thrown away: memory rather than safety, no compilation, and one process a query. */
const SETTINGS = {
  listen_addresses: '',
  shared_buffers: '512MB',
  work_mem: '256MB',
  maintenance_work_mem: '256MB',
  jit: 'off',
  fsync: 'off',
  synchronous_commit: 'off',
  full_page_writes: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  max_wal_size: '4GB',
  autovacuum: 'off',
};

/** The PostgreSQL with PostGIS of this machine: `{bin, user}`, `user` to run it as; or `{unavailable}`, the reason. */
export async function findPostgis() {
  const found = await findProgrammes();
  if (!found) {
    return { unavailable: `aucun PostgreSQL ${MIN_POSTGRESQL} ou plus récent avec PostGIS` };
  }
  if (process.getuid?.() !== 0) return { bin: found, user: null };
  const user = await postgresUser();
  if (!user)
    return { unavailable: 'PostgreSQL refuse le compte root, et le compte postgres manque' };
  return { bin: found, user };
}

/** `findPostgis`, after trying to install it where the package manager is at hand. Never fails. */
export async function obtainPostgis() {
  const found = await findPostgis();
  if (!found.unavailable || !isDebianRoot()) return found;
  const options = { quiet: true, env: { DEBIAN_FRONTEND: 'noninteractive' } };
  const limited = [String(INSTALL_LIMIT_S), 'apt-get', '-y', '-qq'];
  await timed('Installation de PostGIS par apt', async () => {
    await run('timeout', [...limited, 'update'], options);
    await run('timeout', [...limited, 'install', 'postgresql', 'postgresql-postgis'], options);
  });
  return findPostgis();
}

/**
 * Starts a private PostgreSQL with PostGIS in a temporary folder, reached by a Unix socket alone, with one process a
 * query unless `parallel` says how many. Gives `{unavailable}` with the reason when it cannot.
 */
export async function startPostgis({ parallel = 0 } = {}) {
  const found = await findPostgis();
  if (found.unavailable) return found;
  const folder = await mkdtemp(join(tmpdir(), 'arpent-pg-'));
  if (found.user) await chown(folder, found.user.uid, found.user.gid);
  const server = createServer(found, folder);
  const settings = { ...SETTINGS, max_parallel_workers_per_gather: parallel };
  try {
    await server.start(settings);
    await server.psql(['-c', 'CREATE EXTENSION postgis']);
    const version = await server.psql(['-c', VERSION_SQL]);
    return {
      version: version.trim(),
      run: (sql) => server.psql(['-f', '-'], [sql]),
      copy: async (table, lines) => {
        await server.psql(['-c', `COPY ${table} FROM STDIN`], chunksOf(lines));
      },
      stop: server.stop,
    };
  } catch (error) {
    server.stop();
    return { unavailable: `PostgreSQL n’a pas démarré : ${error.message}` };
  }
}

const VERSION_SQL = `SELECT 'PostgreSQL ' || current_setting('server_version') || ', PostGIS ' ||
  postgis_lib_version() || ', GEOS ' || postgis_geos_version()`;

function createServer({ bin, user }, folder) {
  const data = join(folder, 'data');
  const command = (program, args) => {
    const whole = [join(bin, program), ...args];
    return user ? ['runuser', ['-u', 'postgres', '--', ...whole]] : [whole[0], whole.slice(1)];
  };
  // The folder of the server: the caller's may be closed to the postgres account.
  const options = { cwd: folder };
  const stopAndExit = () => {
    stop();
    process.exit(1);
  };
  const stop = () => {
    process.off('exit', stop);
    for (const signal of END_SIGNALS) process.off(signal, stopAndExit);
    if (!existsSync(folder)) return;
    const [program, args] = command('pg_ctl', ['stop', '-s', '-D', data, '-m', 'immediate']);
    spawnSync(program, args, { ...options, stdio: 'ignore' });
    rmSync(folder, { recursive: true, force: true });
  };
  return {
    stop,
    async start(settings) {
      process.once('exit', stop);
      for (const signal of END_SIGNALS) process.once(signal, stopAndExit);
      const locale = ['--locale=C.UTF-8', '--encoding=UTF8', '--no-sync'];
      await execute(
        ...command('initdb', ['-D', data, '-U', 'postgres', '-A', 'trust', ...locale]),
        options,
      );
      const flags = Object.entries({ ...settings, unix_socket_directories: folder })
        .map(([name, value]) => `-c ${name}='${value}'`)
        .join(' ');
      const args = ['start', '-s', '-w', '-D', data, '-l', join(folder, 'log'), '-o', flags];
      await runQuietly(...command('pg_ctl', args), options);
    },
    psql: (args, input = []) => runPsql(join(bin, 'psql'), folder, args, input),
  };
}

/** The server inherits its starter's output: only a process without pipes ends when `pg_ctl` does. */
async function runQuietly(program, args, options) {
  const [code] = await once(spawn(program, args, { ...options, stdio: 'ignore' }), 'close');
  if (code !== 0) throw new Error(`${program} ended with ${code}`);
}

async function runPsql(program, socket, args, input) {
  const flags = ['-h', socket, '-U', 'postgres', '-d', 'postgres', '-X', '-A', '-t', '-q'];
  const child = spawn(program, [...flags, '-v', 'ON_ERROR_STOP=1', ...args]);
  const closed = once(child, 'close');
  const output = [readText(child.stdout), readText(child.stderr)];
  // psql that stops at an error closes its input: its message tells more than the broken pipe.
  await pipeline(Readable.from(input), child.stdin).catch(() => {});
  const [code] = await closed;
  const [text, fault] = await Promise.all(output);
  if (code !== 0) throw new Error(fault.trim() || `psql ended with ${code}`);
  return text;
}

async function readText(stream) {
  const chunks = [];
  for await (const chunk of stream) chunks.push(chunk);
  return Buffer.concat(chunks).toString('utf8');
}

async function* chunksOf(lines) {
  let chunk = '';
  for await (const line of lines) {
    chunk += `${line}\n`;
    if (chunk.length < COPY_CHUNK_CHARS) continue;
    yield chunk;
    chunk = '';
  }
  if (chunk) yield chunk;
}

async function findProgrammes() {
  for (const path of configPaths()) {
    try {
      const ask = async (flag) => (await execute(path, [flag])).stdout.trim();
      const version = Number(/\d+/.exec(await ask('--version'))?.[0]);
      const bin = await ask('--bindir');
      const isComplete =
        existsSync(join(bin, 'initdb')) &&
        existsSync(join(await ask('--sharedir'), 'extension', 'postgis.control'));
      if (version >= MIN_POSTGRESQL && isComplete) return bin;
    } catch {
      // No such program, or it does not run here: the next may.
    }
  }
  return null;
}

function configPaths() {
  const folders = ['/usr/lib/postgresql', '/opt/homebrew/opt', '/usr/local/opt'];
  const installed = folders.flatMap((folder) =>
    existsSync(folder)
      ? readdirSync(folder)
          .filter((name) => /^(postgresql.*|\d+)$/.test(name))
          .map((name) => join(folder, name, 'bin', 'pg_config'))
          .filter((path) => existsSync(path))
      : [],
  );
  return [...installed.sort().reverse(), 'pg_config'];
}

async function postgresUser() {
  try {
    const [uid, gid] = await Promise.all(
      ['-u', '-g'].map(async (flag) => Number((await execute('id', [flag, 'postgres'])).stdout)),
    );
    return { uid, gid };
  } catch {
    return null;
  }
}
