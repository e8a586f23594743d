import { existsSync } from 'node:fs';
import { join } from 'node:path';
import * as v from 'valibot';
import type { Criterion } from '../../src/domain/impact.ts';
import type {
  CommuneFigures,
  Contradiction,
  Indicator,
  SavedQuestion,
  System,
  ThemePage,
} from '../../src/domain/library.ts';
import type { SheetLine } from '../../src/domain/parcel-sheet.ts';
import {
  communeFiguresSchema,
  contradictionSchema,
  criterionSchema,
  indicatorSchema,
  savedQuestionSchema,
  sheetLineSchema,
  systemSchema,
  themeSchema,
} from '../../src/domain/parse-library.ts';
import { readDataFile, readDataFolder } from '../publish/read-data-file.ts';
import type { LibraryFault } from './library-fault.ts';
import { type Schema, shapeFault } from './shape-fault.ts';

/** An item of the library and where it stands. */
export interface Filed<T> {
  file: string;
  /** JSON path of the item in its file, empty where it is the whole file. */
  at: string;
  item: T;
}

/** Everything that the library is made of, as its files hold it, their shape checked. */
export interface LibraryFiles {
  documents: Record<string, string>;
  themes: Filed<ThemePage>[];
  indicators: Filed<Indicator>[];
  contradictions: Filed<Contradiction>[];
  questions: Filed<SavedQuestion>[];
  systems: Filed<System>[];
  communeFigures: Filed<CommuneFigures>[];
  impacts: Filed<Criterion>[];
  parcelSheet: Filed<SheetLine>[];
  /** Ids of the items that are left out: what names them makes no second fault. */
  unread: string[];
}

/**
 * The files of the library in a data folder, or the project's own where it has none: `themes/`, `questions/`,
 * `systems.json`, `facts/`; `impacts.json`, `parcel-sheet.json` and `communes/` are the folder's own, or the project's where it
 * `borrows`, or none. Items of a wrong shape are left out, and a fault each.
 * @throws {AppError} `source-unreadable` for a file that is no JSON.
 */
export async function readLibraryFiles(
  dataDir: string,
  borrows = false,
): Promise<{ files: LibraryFiles; faults: LibraryFault[] }> {
  const faults: LibraryFault[] = [];
  const unread: string[] = [];
  const read = <T>(file: string, at: string, content: unknown, schema: Schema): Filed<T>[] => {
    const parsed = v.safeParse(schema, content);
    if (parsed.success) return [{ file, at, item: parsed.output as T }];
    faults.push(...parsed.issues.map((issue) => shapeFault(file, at, issue, schema)));
    const { id } = (content ?? {}) as { id?: unknown };
    if (typeof id === 'string') unread.push(id);
    return [];
  };
  const folder = async <T>(name: string, schema: Schema) => {
    const files = await readDataFolder<unknown>(dataDir, name);
    return files.flatMap(({ path, content }) => read<T>(path, '', content, schema));
  };
  const list = async <T>(file: string, key: string, schema: Schema) => {
    const content = await readDataFile<Record<string, unknown> | null>(dataDir, file);
    const items = content?.[key];
    if (!Array.isArray(items)) {
      faults.push({ file, path: key, kind: 'shape', detail: 'une liste' });
      return [];
    }
    return items.flatMap((item, i) => read<T>(file, `${key}.${i}`, item, schema));
  };
  const holds = (name: string) => borrows || existsSync(join(dataDir, name));
  const files: LibraryFiles = {
    documents: await readDocuments(dataDir, faults),
    themes: await folder<ThemePage>('themes', themeSchema),
    indicators: await list<Indicator>('facts/indicators.json', 'indicators', indicatorSchema),
    contradictions: await list<Contradiction>(
      'facts/contradictions.json',
      'contradictions',
      contradictionSchema,
    ),
    questions: await folder<SavedQuestion>('questions', savedQuestionSchema),
    systems: await list<System>('systems.json', 'systems', systemSchema),
    communeFigures: holds('communes')
      ? await folder<CommuneFigures>('communes', communeFiguresSchema)
      : [],
    impacts: holds('impacts.json')
      ? await list<Criterion>('impacts.json', 'impacts', criterionSchema)
      : [],
    parcelSheet: holds('parcel-sheet.json')
      ? await list<SheetLine>('parcel-sheet.json', 'lines', sheetLineSchema)
      : [],
    unread,
  };
  return { files, faults };
}

const documentsSchema = v.object({
  documents: v.record(v.string(), v.object({ title: v.string() })),
});

async function readDocuments(
  dataDir: string,
  faults: LibraryFault[],
): Promise<Record<string, string>> {
  const file = 'facts/projects.json';
  const content = await readDataFile<unknown>(dataDir, file);
  const parsed = v.safeParse(documentsSchema, content);
  if (!parsed.success) {
    faults.push(...parsed.issues.map((issue) => shapeFault(file, '', issue, documentsSchema)));
    return {};
  }
  const { documents } = parsed.output;
  return Object.fromEntries(Object.entries(documents).map(([id, { title }]) => [id, title]));
}
