import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { failureText } from '../../scripts/seances/messages.ts';
import { writeSeances } from '../../scripts/seances/write-seances.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { Seance } from '../../src/domain/seance.ts';

let folder: string;
const site = () => ({ publicDir: join(folder, 'public'), dataDir: join(folder, 'data') });

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'arpent-seances-'));
  await mkdir(join(folder, 'data', 'seances'), { recursive: true });
  await mkdir(join(folder, 'public'), { recursive: true });
  await writeFile(join(folder, 'public', 'catalogue.json'), JSON.stringify(CATALOGUE));
  await writeFile(join(folder, 'public', 'library.json'), JSON.stringify(LIBRARY));
});

afterEach(() => rm(folder, { recursive: true }));

describe('the publication of sessions', () => {
  it('writes each session and their list, and takes away those that are gone', async () => {
    await give('une', createSeance({ id: 'une' }));
    await writeSeances(site());
    await rm(join(folder, 'data', 'seances', 'une.json'));
    await give('deux', createSeance({ id: 'deux' }));
    await writeSeances(site());
    const served = join(folder, 'public', 'seances');
    expect((await readdir(served)).sort()).toEqual(['deux.json', 'index.json']);
    expect(JSON.parse(await readFile(join(served, 'index.json'), 'utf8'))).toEqual({
      version: 1,
      seances: [expect.objectContaining({ id: 'deux', title: 'Essai', items: 1 })],
    });
  });

  it('writes an empty list where there is no session', async () => {
    await rm(join(folder, 'data', 'seances'), { recursive: true });
    expect(await writeSeances(site())).toEqual([]);
  });

  it('says where a file is no JSON', async () => {
    await writeFile(join(folder, 'data', 'seances', 'une.json'), '{\n  "id": une }');
    const error = await writeSeances(site()).catch((cause: unknown) => cause);
    expect(failureText(error as AppError)).toBe(
      '« seances/une.json » : JSON mal formé à la ligne 2, colonne 9.',
    );
  });

  it('says what a folder lacks that has no catalogue or no library', async () => {
    await give('une', createSeance({ id: 'une' }));
    const sentenceWithout = async (name: string) => {
      await rm(join(folder, 'public', name));
      const error = await writeSeances(site()).catch((cause: unknown) => cause);
      return failureText(error as AppError);
    };
    expect(await sentenceWithout('library.json')).toMatch(
      /^Le dossier « .+ » n’a pas de library\.json/,
    );
    expect(await sentenceWithout('catalogue.json')).toMatch(
      /^Le dossier « .+ » n’a pas de catalogue\.json/,
    );
  });

  it.each([
    [
      'a broken shape',
      'une',
      { title: '' },
      'seances/une.json : La séance est mal formée («\u00a0title\u00a0»).',
    ],
    [
      'another name than its file',
      'deux',
      {},
      'seances/deux.json : le fichier doit porter le nom de la séance, une.json.',
    ],
    [
      'another territory',
      'une',
      { territory: '1' },
      'seances/une.json : la séance est faite pour un autre territoire (SIREN 1).',
    ],
    [
      'a layer that is not served',
      'une',
      scene({ layers: [{ id: 'lune' }] }),
      'seances/une.json, point 1 : la scène montre la couche « lune »',
    ],
    [
      'a figure that is not there',
      'une',
      scene({ choropleth: { theme: 'risques', figure: 'lune' } }),
      'seances/une.json, point 1 : la scène colore les communes par « risques.lune »',
    ],
  ])('refuses %s and writes nothing', async (_, name, changes, sentence) => {
    await give(name, createSeance({ id: 'une', ...changes }));
    const error = await writeSeances(site()).catch((cause: unknown) => cause);
    expect(error).toBeInstanceOf(AppError);
    expect(failureText(error as AppError)).toContain(sentence);
    await expect(readdir(join(folder, 'public', 'seances'))).rejects.toThrow('ENOENT');
  });
});

async function give(name: string, seance: Seance): Promise<void> {
  await writeFile(join(folder, 'data', 'seances', `${name}.json`), JSON.stringify(seance));
}

function scene(changes: Partial<Seance['items'][number]['scene']>): Partial<Seance> {
  const [item] = createSeance({}).items as [Seance['items'][number]];
  return { items: [{ ...item, scene: { ...item.scene, ...changes } }] };
}

function createSeance(changes: Partial<Seance>): Seance {
  return {
    version: 1,
    id: 'essai',
    territory: '200072460',
    title: 'Essai',
    assembly: 'Bureau',
    date: null,
    items: [
      {
        number: '1',
        title: 'Point',
        text: '',
        scene: { extent: [2.4, 50.4, 2.6, 50.6], layers: [] },
        figures: [],
        source: '',
      },
    ],
    ...changes,
  };
}

const CATALOGUE = {
  version: 1,
  territory: {
    name: 'Territoire',
    shortName: 'Territoire',
    siren: '200072460',
    metricCrs: 'EPSG:3950',
    extent: [2.3, 50.3, 2.9, 50.7],
    banner: null,
  },
  themes: [],
  layers: [],
};

const LIBRARY = {
  version: 1,
  documents: {},
  themes: [],
  indicators: [],
  contradictions: [],
  questions: [],
  systems: [],
  communeFigures: [],
  impacts: [],
};
