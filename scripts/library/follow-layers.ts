import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Library } from '../../src/domain/library.ts';
import { CRS_NAMES } from '../../src/domain/nomenclature/metric-crs.ts';
import { readCatalogue, type Site } from '../publish/site.ts';
import { factsSiren } from '../territory/facts-territory.ts';
import { readOfficialGroup } from '../territory/official-groups.ts';
import { type LibraryGround, libraryOf } from './build-library.ts';
import { checkLibrary } from './check-library.ts';
import { followedSentence } from './messages.ts';
import { type LibraryFiles, readLibraryFiles } from './read-library-files.ts';
import { openStatementBinder } from './statement-binder.ts';
import { withoutFacts } from './without-facts.ts';
import { withoutFaulty } from './without-faulty.ts';
import { writeLibrary } from './write-library.ts';

/** A library made of what is served, and what was left out, for it asks what is not. */
export interface FollowedLibrary {
  library: Library;
  leftOut: LeftOut;
}

/** What of the project's library a site cannot answer: ids of questions; how many figures, impacts, lines of sheets and systems. */
export interface LeftOut {
  questions: string[];
  others: number;
}

/**
 * Writes the library of what a site serves, and gives its French sentence. About four seconds where there are layers.
 * @throws {AppError} `source-unreadable` for a file that is no JSON.
 */
export async function followLayers(site: Site, catalogue: Catalogue): Promise<string> {
  const isOwn = catalogue.territory.siren === (await factsSiren());
  const followed = await libraryOfLayers(site.dataDir, catalogue, isOwn);
  await writeLibrary(site.publicDir, followed.library);
  return followedSentence(followed.library, followed.leftOut);
}

/**
 * `followLayers` for a site that has a library and whose layers came, went or changed their fields, codes or geometry since `before`;
 * else null: the library that is served is then still right.
 * @throws {AppError} as `followLayers`.
 */
export async function followChange(site: Site, before: Catalogue | null): Promise<string | null> {
  if (!existsSync(join(site.publicDir, 'library.json'))) return null;
  const catalogue = await readCatalogue(site);
  if (catalogue === null || shapesOf(catalogue) === shapesOf(before)) return null;
  return followLayers(site, catalogue);
}

/** What the library is held against, as one text. */
function shapesOf(catalogue: Catalogue | null): string {
  const shapes = catalogue?.layers.map(({ id, theme, geometry, fields }) => {
    return [id, theme, geometry, fields.map(({ name, type, codes }) => [name, type, codes])];
  });
  return JSON.stringify(shapes?.sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)));
}

/**
 * The library of the layers of a catalogue: questions, systems, impacts, lines of the parcel sheet and figures of communes whose layers,
 * fields or codes are not there are left out. `hasFacts`: whether the figures that documents give are of this territory.
 * @throws {AppError} `source-unreadable` for a file that is no JSON.
 */
export async function libraryOfLayers(
  dataDir: string,
  { layers, territory }: Catalogue,
  hasFacts: boolean,
): Promise<FollowedLibrary> {
  const read = (await readLibraryFiles(dataDir, true)).files;
  const { communes } = readOfficialGroup(territory.siren);
  const [largest] = [...communes].sort((a, b) => b.population - a.population);
  const start = hasFacts ? read : withoutFacts(read, largest?.code ?? '');
  if (layers.length === 0) return withLeftOut(emptyLibrary(start), read);
  const ground = {
    dataDir,
    layers,
    crs: territory.metricCrs,
    communes: Object.fromEntries(communes.map(({ code, name }) => [code, name])),
    bind: await openStatementBinder(layers, territory.metricCrs),
  };
  const files = soundFiles(start, ground);
  const library = inSystem(libraryOf(files, checkLibrary(files, ground)), territory.metricCrs);
  return withLeftOut(library, read);
}

function withLeftOut(library: Library, read: LibraryFiles): FollowedLibrary {
  const kept = new Set(library.questions.map(({ id }) => id));
  const ids = read.questions.map(({ item }) => item.id);
  const others = countOthers({
    systems: read.systems.map(({ item }) => item),
    impacts: read.impacts.map(({ item }) => item),
    parcelSheet: read.parcelSheet.map(({ item }) => item),
    communeFigures: read.communeFigures.map(({ item }) => item),
  });
  const leftOut = {
    questions: ids.filter((id) => !kept.has(id)),
    others: others - countOthers(library),
  };
  return { library, leftOut };
}

/** How many systems, impacts, lines of the parcel sheet, and statements on communes there are. */
function countOthers({
  systems,
  impacts,
  parcelSheet,
  communeFigures = [],
}: Pick<Library, 'systems' | 'impacts' | 'parcelSheet' | 'communeFigures'>): number {
  const statements = communeFigures.map(
    ({ sheet = [], lists = [] }) => 1 + sheet.length + lists.length,
  );
  const items = systems.length + (impacts?.length ?? 0) + (parcelSheet?.length ?? 0);
  return statements.reduce((sum, count) => sum + count, items);
}

/** Nothing but the themes, and the figures that documents give. */
function emptyLibrary(files: LibraryFiles): Library {
  const none = { questions: [], systems: [], communeFigures: [], impacts: [], parcelSheet: [] };
  return libraryOf({ ...files, ...none }, { faults: [], reads: new Map(), communeFigures: [] });
}

/** The files without faults: what is taken away may be named by something else, so until none is found. */
function soundFiles(start: LibraryFiles, ground: LibraryGround & { bind: object }): LibraryFiles {
  let files = start;
  for (let pass = 0; pass < MAX_PASSES; pass++) {
    const { faults } = checkLibrary(files, ground as Parameters<typeof checkLibrary>[1]);
    if (faults.length === 0) break;
    files = withoutFaulty(files, faults);
  }
  return files;
}

/** The texts of the project speak of the system of the embedded territory. */
function inSystem(library: Library, crs: Catalogue['territory']['metricCrs']): Library {
  const text = JSON.stringify(library).replace(/\bCC50\b/g, CRS_NAMES[crs]);
  return JSON.parse(text) as Library;
}

/** A theme names nothing that names it: questions, then systems and figures that name them, are three. */
const MAX_PASSES = 6;
