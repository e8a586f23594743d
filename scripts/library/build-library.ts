import type { MetricCrs } from '../../src/domain/crs.ts';
import { AppError } from '../../src/domain/errors.ts';
import type { LayerMeta } from '../../src/domain/layer.ts';
import type { Library, SavedQuestion } from '../../src/domain/library.ts';
import { checkLibrary } from './check-library.ts';
import type { LibraryFault } from './library-fault.ts';
import { faultsText } from './messages.ts';
import { type LibraryFiles, readLibraryFiles } from './read-library-files.ts';
import { openStatementBinder, type StatementBinder } from './statement-binder.ts';

/** What the library is checked against. */
export interface LibraryGround {
  dataDir: string;
  /** Every layer that the catalogue will have. */
  layers: readonly LayerMeta[];
  /** Ids of those that were published by hand. */
  published?: readonly string[];
  crs: MetricCrs;
  /** Names of the communes by their INSEE codes, which the questions may name; absent: any code will do. */
  communes?: Readonly<Record<string, string>>;
  /** What binds statements; absent: one is opened on the layers. */
  bind?: StatementBinder;
}

/**
 * The library of a data folder, checked against its layers: whatever its files name exists, and every statement can be run.
 * About four seconds, most of them to open DuckDB and bind the statements.
 * @throws {AppError} `library-invalid`, whose message is French and lists every fault with its file, its place and the
 * nearest valid name; `source-unreadable` for a file that is no JSON.
 */
export async function buildLibrary(ground: LibraryGround): Promise<Library> {
  const { library, faults } = await readLibrary(ground);
  const [first] = faults;
  if (!first) return library;
  const context = { path: first.path, file: first.file, faults: faults.length };
  throw new AppError('library-invalid', faultsText(faults), context);
}

/** The library of a data folder as far as it can be read, and every fault of its files. @throws {AppError} `source-unreadable`. */
export async function readLibrary({
  dataDir,
  layers,
  published = [],
  crs,
  communes,
  bind,
}: LibraryGround): Promise<{ library: Library; faults: LibraryFault[] }> {
  const { files, faults } = await readLibraryFiles(dataDir);
  const binder = bind ?? (await openStatementBinder(layers, crs));
  const checked = checkLibrary(files, {
    layers: communes ? layers.map((layer) => withCommuneCodes(layer, communes)) : layers,
    published,
    communes,
    bind: binder,
  });
  return { library: libraryOf(files, checked), faults: [...faults, ...checked.faults] };
}

/** The library of files, with the layers that their statements were found to read. */
export function libraryOf(files: LibraryFiles, checked: ReturnType<typeof checkLibrary>): Library {
  const items = <T>(filed: { item: T }[]) => filed.map(({ item }) => item);
  return {
    version: 1,
    documents: files.documents,
    themes: items(files.themes).map(({ maps: _inCatalogue, ...page }) => page),
    indicators: items(files.indicators),
    contradictions: items(files.contradictions),
    questions: items(files.questions).map((saved) => withLayers(saved, checked.reads)),
    systems: items(files.systems),
    communeFigures: checked.communeFigures,
    impacts: items(files.impacts),
    parcelSheet: items(files.parcelSheet),
  };
}

/** A layer with the communes as the codes of its fields that hold INSEE codes. */
function withCommuneCodes(layer: LayerMeta, codes: Readonly<Record<string, string>>): LayerMeta {
  const holds = (name: string) =>
    name === 'commune' || name === 'comm_insee' || (layer.id === 'communes' && name === 'code');
  const fields = layer.fields.map((field) => (holds(field.name) ? { ...field, codes } : field));
  return { ...layer, fields };
}

/** A question on SQL with the layers that its statement reads, besides those that it names itself. */
function withLayers(saved: SavedQuestion, reads: Map<string, string[]>): SavedQuestion {
  const read = reads.get(saved.id) ?? [];
  const layers = [...new Set([...(saved.layers ?? []), ...read])];
  return layers.length > 0 ? { ...saved, layers } : saved;
}
