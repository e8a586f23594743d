import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from 'vitest';
import { runAsk, type Terminal } from '../../scripts/ask/run-ask.ts';
import { runPublish } from '../../scripts/publish/run-publish.ts';
import { buildTerritory } from '../../scripts/steps/territory.mjs';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { PROJ_DEFINITIONS } from '../../src/domain/crs.ts';
import { openOnce } from '../helpers/open-once.ts';
import { oracleArea, readOraclePolygons, sharedArea } from '../helpers/oracle.ts';

const ROOT = join(import.meta.dirname, '..', '..');
const REAL = join(ROOT, '..', 'shared', 'real-data');
const QUESTIONS = join(ROOT, 'data', 'examples');
let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arpent-ask-'));
  await buildTerritory();
}, 600_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

/** The command in a process of its own, to its end; what it prints comes without a byte order mark. */
async function spawnAsk(argv: string[], input: string) {
  const script = join(ROOT, 'scripts/ask/cli.ts');
  const child = spawn(process.execPath, ['--import', 'tsx', script, ...argv], { cwd: ROOT });
  const ended = new Promise<number>((resolve) => {
    child.on('close', (code) => resolve(code ?? -1));
  });
  child.stdin.end(input);
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), ended]);
  return { out, err, code };
}

/** The command in this process: what it prints (without a byte order mark), what it says, its exit code. */
async function ask(argv: string[]) {
  const written = { out: '', err: '' };
  const terminal: Terminal = {
    print: async (text) => {
      written.out += text;
    },
    say: (line) => {
      written.err += `${line}\n`;
    },
    show: null,
  };
  const code = await runAsk(argv, terminal, openOnce);
  return { ...written, out: written.out.replace(/^\uFEFF/, ''), code };
}
const saved = (name: string) => join(QUESTIONS, name);

describe('npm run ask, over the embedded territory', { timeout: 120_000 }, () => {
  it('answers a saved question by the ids that an oracle finds', async () => {
    const { out, err, code } = await ask(['--question', saved('3-zae-exposees.json')]);
    expect([err, code]).toEqual(['', 0]);
    const catalogue: Catalogue = JSON.parse(
      await readFile(join(ROOT, 'public/catalogue.json'), 'utf8'),
    );
    const read = (id: string) => {
      const path = catalogue.layers.find((layer) => layer.id === id)?.file.path ?? '';
      return readOraclePolygons(join(ROOT, 'public', path), PROJ_DEFINITIONS['EPSG:3950']);
    };
    const [zae, ppr] = [await read('zae'), await read('ppr')];
    // The zones of the plans do not overlap.
    const found = zae.filter((site) => {
      const shared = ppr.reduce((sum, zone) => sum + sharedArea(site, zone), 0);
      return shared > 0 && shared >= 0.1 * oracleArea(site);
    });
    expect(out.trim().split('\n')).toEqual(found.map(({ properties }) => properties.site_id));
  });

  it('reads the standard input, and gives every field as CSV', async () => {
    const { question } = JSON.parse(await readFile(saved('2-friches-pres-des-gares.json'), 'utf8'));
    const { out, code } = await spawnAsk(
      ['--question', '-', '--emit', 'csv'],
      JSON.stringify(question),
    );
    const [header, first] = out.split('\r\n');
    expect(code).toBe(0);
    expect(header).toMatch(/^site_id;site_nom;.*;area_m2;distance_1_m$/);
    expect(first).toMatch(/^62617_001;/);
  });

  it('gives the same ids in every form', async () => {
    const path = saved('4-itineraires-pres-des-gares.json');
    const written = async (emit: string) => (await ask(['--question', path, '--emit', emit])).out;
    const [ids, json, geojson] = [
      await written('ids'),
      await written('json'),
      await written('geojson'),
    ];
    const keys = ids.trim().split('\n');
    const answer = JSON.parse(json);
    expect(answer.count).toBe(keys.length);
    expect(answer.rows.map((row: { id_local: string }) => row.id_local)).toEqual(keys);
    expect(JSON.parse(geojson).features.map(({ id }: { id: string }) => id)).toEqual(keys);
  });

  it('writes the question in the SQL of another engine', async () => {
    const path = saved('1-terrains-au-pres-des-zones-inondables.json');
    const { out, code } = await ask(['--question', path, '--emit', 'sql:postgis']);
    expect(code).toBe(0);
    expect(out).toMatch(/SELECT[\s\S]*ST_/);
  });

  it('runs SQL', async () => {
    const sql = 'SELECT count(*) AS n, ST_AsText(ST_Point(1, 2)) AS p FROM communes';
    const { out, err, code } = await ask(['--sql', sql]);
    expect([err, code]).toEqual(['', 0]);
    expect(out).toBe('n;p\r\n100;POINT(1 2)\r\n');
  });

  it('writes what is no text as text, and bytes that are no geometry', async () => {
    const values = "DATE '2024-01-31' d, 'abc'::BLOB b, ST_Point(1, 2) p, [1] l";
    const { out, err, code } = await ask(['--sql', `SELECT ${values}`]);
    expect([err, code]).toEqual(['', 0]);
    expect(out).toBe('d;b;p;l\r\n2024-01-31;0x616263;POINT(1 2);[1]\r\n');
  });

  it('keeps columns of one name, and the names that were written', async () => {
    const sql = 'SELECT nom x, code x FROM communes ORDER BY code LIMIT 1';
    const { out } = await ask(['--sql', sql, '--emit', 'json']);
    expect(Object.keys(JSON.parse(out)[0])).toEqual(['x', 'x_2']);
    const count = '(SELECT count(*) FROM gares g WHERE ST_Intersects(c.geom, g.geom))';
    const named = await ask(['--sql', `SELECT nom, ${count} FROM communes c LIMIT 1`]);
    expect(named.out).toMatch(/^nom;/);
    expect(named.out).not.toMatch(/__/);
  });
});

describe('npm run ask, when it cannot answer', { timeout: 120_000 }, () => {
  const question = (change: object) =>
    JSON.stringify({ target: 'communes', where: { kind: 'and', conditions: [] }, ...change });

  it.each([
    ['no JSON', '{"target": ', 1, /JSON mal formé à la ligne 1/],
    ['no question', '{"a": 1}', 1, /question n’est pas valable/],
    ['an unknown layer', question({ target: 'absente' }), 1, /« absente » \(à « target »\)/],
    [
      'a negative distance',
      question({ where: { kind: 'distance', layer: 'ppr', metres: -1 } }),
      1,
      /« where\.metres »/,
    ],
  ])(
    '%s ends with a sentence and nothing on the output',
    async (_name, input, wanted, sentence) => {
      const path = join(folder, 'bad.json');
      await writeFile(path, input);
      const { out, err, code } = await ask(['--question', path]);
      expect([out, code]).toEqual(['', wanted]);
      expect(err).toMatch(sentence);
    },
  );

  it('a wrong call, an absent file or folder, a broken file too', async () => {
    expect((await ask([])).code).toBe(2);
    expect((await ask(['--question', join(folder, 'absente.json')])).code).toBe(1);
    const path = saved('3-zae-exposees.json');
    expect((await ask(['--question', path, '--data', folder])).err).toMatch(/--data/);
    const broken = join(folder, 'broken');
    await mkdir(join(broken, 'layers'), { recursive: true });
    await cp(join(ROOT, 'public/catalogue.json'), join(broken, 'catalogue.json'));
    const missing = await ask(['--question', path, '--data', broken]);
    expect([missing.code, missing.out]).toEqual([1, '']);
    expect(missing.err).toMatch(/ne peut pas être lu/);
  });
});

describe.skipIf(!existsSync(REAL))(
  'npm run ask, over real files just published (skipped where ../shared/real-data is absent)',
  { timeout: 120_000 },
  () => {
    it('answers which brownfields lie near a station', async () => {
      const publicDir = join(folder, 'public');
      const dataDir = join(folder, 'data');
      await mkdir(publicDir, { recursive: true });
      await cp(join(ROOT, 'data'), dataDir, { recursive: true });
      await rm(join(dataDir, 'published'), { recursive: true, force: true });
      vi.stubEnv('ARPENT_PUBLIC', publicDir);
      vi.stubEnv('ARPENT_DATA', dataDir);
      onTestFinished(() => {
        vi.unstubAllEnvs();
      });
      const files = [
        ['cartofriches/cartofriches_cabbalr_2024-03.geojson', 'friches_reelles'],
        ['sncf/gares_zone_extrait.geojson', 'gares_reelles'],
      ] as const;
      for (const [file, layer] of files) {
        const said: string[] = [];
        const code = await runPublish([join(REAL, file), '--layer', layer, '--accept'], {
          print: () => {},
          say: (line) => said.push(line),
          progress: { say: () => {}, clear: () => {} },
          signal: new AbortController().signal,
        });
        expect(code, said.join('\n')).toBe(0);
      }
      const question = {
        target: 'friches_reelles',
        where: { kind: 'distance', metres: 1000, layer: 'gares_reelles' },
      };
      await writeFile(join(folder, 'q.json'), JSON.stringify({ title: 'Essai', question }));
      const argv = ['--question', join(folder, 'q.json'), '--data', publicDir, '--emit', 'json'];
      const { out, err, code } = await ask(argv);
      expect(code, err).toBe(0);
      const answer = JSON.parse(out);
      expect(answer.count).toBeGreaterThan(0);
      expect(answer.count).toBeLessThan(answer.outOf);
    });
  },
);
