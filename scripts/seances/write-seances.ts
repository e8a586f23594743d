import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import { AppError } from '../../src/domain/errors.ts';
import { holdSeance } from '../../src/domain/hold-seance.ts';
import type { CommuneFigures } from '../../src/domain/library.ts';
import { parseLibrary } from '../../src/domain/parse-library.ts';
import { parseSeance } from '../../src/domain/parse-seance.ts';
import { entryOf, type Seance, type SeanceIndex } from '../../src/domain/seance.ts';
import { readDataFolder } from '../publish/read-data-file.ts';
import { readCatalogue, type Site } from '../publish/site.ts';
import { onDisk, writeWhole } from '../publish/write-whole.ts';
import { factsSiren } from '../territory/facts-territory.ts';

/**
 * Publishes the sessions of `seances/` of a site's data: each as `seances/<id>.json`, their list as `seances/index.json`, which is
 * written last; files of sessions that are gone go after it. All are checked before anything is written: their shape, their
 * names, and what their scenes show against the catalogue and the library that are served. Those of the embedded territory are none
 * of another one's.
 * @throws {AppError} `seance-invalid` with the `source` file, as `parseSeance`, or with the `reason` `id` (the file is not named
 * for it), `territory`, `catalogue` or `figure`; `catalogue-missing`; `library-missing`, `library-invalid`; as `readDataFolder` and `onDisk`.
 */
export async function writeSeances(site: Site): Promise<Seance[]> {
  const catalogue = await readCatalogue(site);
  if (!catalogue) throw noCatalogue(site);
  const files = existsSync(join(site.dataDir, 'seances'))
    ? await readDataFolder<unknown>(site.dataDir, 'seances')
    : [];
  const example = await factsSiren();
  const isElsewhere = catalogue.territory.siren !== example;
  const read = files.map(({ path, content }) => ({ path, seance: readSeance(path, content) }));
  const own = read.filter(({ seance }) => !isElsewhere || seance.territory !== example);
  const figures = own.length > 0 ? await readFigures(site) : [];
  const seances = own.map(({ path, seance }) => {
    checkSeance(path, seance, catalogue, figures);
    return seance;
  });
  await writeFolder(join(site.publicDir, 'seances'), seances);
  return seances;
}

const noCatalogue = ({ publicDir }: Site) =>
  new AppError('catalogue-missing', `no catalogue in ${publicDir}`, { folder: publicDir });

function readSeance(source: string, content: unknown): Seance {
  try {
    return parseSeance(content);
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    throw refusal(source, error.message, error.context, error);
  }
}

function checkSeance(
  source: string,
  seance: Seance,
  catalogue: Catalogue,
  figures: CommuneFigures[],
): void {
  if (source !== `seances/${seance.id}.json`) {
    throw refusal(source, `its id is "${seance.id}"`, { reason: 'id', seen: seance.id });
  }
  const { foreign, faults } = holdSeance(seance, catalogue);
  if (foreign) {
    throw refusal(source, `of territory ${foreign}`, { reason: 'territory', seen: foreign });
  }
  const [fault] = faults;
  if (fault) throw refusal(source, fault.message, { ...fault.context, reason: 'catalogue' });
  for (const { number, scene } of seance.items) {
    const { theme, figure } = scene.choropleth ?? {};
    if (!figure) continue;
    const ofTheme = figures.find((one) => one.theme === theme);
    if (!ofTheme?.figures.some(({ column }) => column === figure)) {
      const seen = `${theme}.${figure}`;
      throw refusal(source, `no figure ${seen}`, { reason: 'figure', item: number, seen });
    }
  }
}

async function readFigures({ publicDir }: Site): Promise<CommuneFigures[]> {
  const path = join(publicDir, 'library.json');
  try {
    return parseLibrary(JSON.parse(await readFile(path, 'utf8'))).communeFigures ?? [];
  } catch (cause) {
    if (cause instanceof AppError) throw cause;
    const isBroken = cause instanceof SyntaxError;
    const code = isBroken ? 'library-invalid' : 'library-missing';
    throw new AppError(code, `cannot read ${path}`, { folder: publicDir, path: '' }, cause);
  }
}

async function writeFolder(folder: string, seances: Seance[]): Promise<void> {
  for (const seance of seances) await writeJson(join(folder, `${seance.id}.json`), seance);
  const index: SeanceIndex = { version: 1, seances: seances.map(entryOf) };
  await writeJson(join(folder, 'index.json'), index);
  const kept = ['index.json', ...seances.map(({ id }) => `${id}.json`)];
  const others = (await readdir(folder)).filter((name) => !kept.includes(name));
  for (const name of others) {
    await onDisk(folder, () => rm(join(folder, name), { recursive: true }));
  }
}

const writeJson = (path: string, content: unknown) =>
  writeWhole(path, `${JSON.stringify(content)}\n`);

function refusal(
  source: string,
  detail: string,
  evidence: AppError['context'],
  cause?: unknown,
): AppError {
  return new AppError('seance-invalid', `${source}: ${detail}`, { ...evidence, source }, cause);
}
