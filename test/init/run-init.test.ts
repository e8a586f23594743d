import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { runInit } from '../../scripts/init/run-init.ts';

let folder = '';

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arpent-init-'));
  vi.stubEnv('ARPENT_DATA', join(folder, 'data'));
  vi.stubEnv('ARPENT_PUBLIC', join(folder, 'public'));
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await rm(folder, { recursive: true, force: true });
});

async function init(...argv: string[]) {
  const printed: string[] = [];
  const said: string[] = [];
  const io = {
    print: (line: string) => printed.push(line),
    say: (line: string) => said.push(line),
  };
  const code = await runInit(argv, io);
  return { code, printed: printed.join('\n'), said: said.join('\n') };
}

const json = async (...path: string[]) => JSON.parse(await readFile(join(folder, ...path), 'utf8'));

it('a territory of the list gets its description, a catalogue with its extent and a library without figures of another', async () => {
  const { code, printed } = await init(
    '--epci',
    '246200364',
    '--url',
    'https://atlas.exemple.fr',
    '--contact',
    'Service SIG',
    '--contact-email',
    'sig@exemple.fr',
  );
  expect(code).toBe(0);
  expect(printed).toContain('Communauté d’agglomération de Lens-Liévin (246200364), 36 communes');
  expect(printed).toContain('npm run collect -- --epci 246200364');
  const { territory, layers, themes } = await json('public', 'catalogue.json');
  expect(layers).toEqual([]);
  expect(themes.length).toBeGreaterThan(5);
  expect(themes.flatMap((theme: { maps?: unknown[] }) => theme.maps ?? [])).toEqual([]);
  expect(territory).toMatchObject({
    shortName: 'Lens-Liévin',
    siren: '246200364',
    metricCrs: 'EPSG:3950',
    banner: null,
    url: 'https://atlas.exemple.fr/',
    contact: { name: 'Service SIG', email: 'sig@exemple.fr' },
  });
  const [west, south, east, north] = territory.extent;
  expect(west).toBeLessThan(2.83);
  expect(east).toBeGreaterThan(2.83);
  expect(south).toBeLessThan(50.43);
  expect(north).toBeGreaterThan(50.43);
  const library = await json('public', 'library.json');
  expect(library).toMatchObject({
    questions: [],
    indicators: [],
    contradictions: [],
    documents: {},
  });
});

it('what somebody wrote of a territory stays when it is entered again', async () => {
  await init('--epci', '246200364');
  const path = join(folder, 'data', 'territory.json');
  const written = {
    ...(await json('data', 'territory.json')),
    shortName: 'CALL',
    geocoder: 'https://g.exemple.fr/',
  };
  await writeFile(path, JSON.stringify(written));
  expect((await init('--epci', '246200364', '--service', 'SIG')).code).toBe(0);
  expect(await json('data', 'territory.json')).toEqual({ ...written, service: 'SIG' });
});

it('another territory is left alone without --force, and kept beside with it', async () => {
  await init('--epci', '246200364');
  const refused = await init('--epci', '249740119');
  expect(refused.code).toBe(1);
  expect(refused.said).toContain('Lens-Liévin (246200364). Rien n’a été changé');
  expect((await json('data', 'territory.json')).siren).toBe('246200364');
  expect((await init('--epci', '249740119', '--force')).code).toBe(0);
  expect((await json('data', 'territory.json')).metricCrs).toBe('EPSG:2975');
  expect((await json('data', 'avant-246200364', 'territory.json')).siren).toBe('246200364');
  expect((await json('public-246200364', 'catalogue.json')).territory.siren).toBe('246200364');
  expect((await init('--epci', '246200364', '--force')).code).toBe(0);
  expect((await init('--epci', '249740119', '--force')).code).toBe(0);
  expect((await json('data', 'avant-246200364-2', 'territory.json')).siren).toBe('246200364');
});

it('a second territory has folders of its own, and the first one does not change', async () => {
  await init('--epci', '246200364');
  const before = await json('public', 'catalogue.json');
  expect((await init('--epci', '249730045', '--into', 'guyane')).code).toBe(0);
  expect(await json('public', 'catalogue.json')).toEqual(before);
  expect((await json('public', 'guyane', 'catalogue.json')).territory.metricCrs).toBe('EPSG:2972');
  expect((await json('data', 'territoires', 'guyane', 'territory.json')).siren).toBe('249730045');
});

it('an unknown code tells the nearest ones, and the code of a commune its intercommunality', async () => {
  const unknown = await init('--epci', '246200365');
  expect(unknown.code).toBe(1);
  expect(unknown.said).toContain('246200364  CA de Lens - Liévin');
  const commune = await init('--epci', '62427');
  expect(commune.code).toBe(1);
  expect(commune.said).toContain('246200299');
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

it('words list candidates and enter nothing', async () => {
  const { code, printed } = await init('--nom', 'lens');
  expect(code).toBe(0);
  expect(printed).toContain('246200364  CA de Lens - Liévin, 36 communes');
  expect((await init('zzzzzz')).code).toBe(1);
  expect(existsSync(join(folder, 'data'))).toBe(false);
});

it.each([
  [[], 'Il manque le numéro SIREN'],
  [['--epci', '246200364', '--into', 'layers'], 'ne peut pas être le dossier'],
  [['--epci', '246200364', '--into', '../x'], 'ne peut pas être le dossier'],
  [['--epci', '246200364', '--url', 'atlas'], 'n’est pas une adresse'],
  [['--epci', '246200364', '--contact-email', 'a@b.fr'], 'nom du contact'],
  [['--epi', '246200364'], 'n’existe pas'],
])('%j is a wrong command', async (argv, sentence) => {
  const { code, said } = await init(...argv);
  expect(code).toBe(2);
  expect(said).toContain(sentence);
});
