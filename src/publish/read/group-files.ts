import type { SourceFile } from '../source-file.ts';
import { FORMATS } from './formats.ts';
import { isTabular, sniff } from './sniff.ts';
import { extensionOf, type SourceFormat, type SourceGroup } from './source-format.ts';

/** A group of files and the format that reads it. */
export interface ReadableGroup {
  group: SourceGroup;
  format: SourceFormat;
}

/**
 * The sources among files, in the order of their paths. A file is what its extension says, unless its first bytes say
 * otherwise; the parts of a Shapefile or of a MapInfo table go with their main file, by base name without regard to
 * case. Written pieces, styles and metadata are no sources; neither are a `.json` or a `.txt` beside sources, unless they
 * look like what is read.
 */
export function groupFiles(files: readonly SourceFile[]): ReadableGroup[] {
  const byFolder = groupByFolder(files);
  const found = files.flatMap((main) => {
    const extension = trueExtension(main);
    const format = FORMATS.find(({ extensions }) => extensions.includes(extension));
    if (!format) return [];
    const folder = byFolder.get(folderOf(main)) ?? [];
    const beside = folder.filter((file) => file !== main && stemOf(file) === stemOf(main));
    return [{ format, group: { extension, main, beside, folder } }];
  });
  const sources = found.filter(({ group }) => !isPart(group, found));
  const sure = sources.filter(({ group }) => isSure(group));
  return (sure.length > 0 ? sure : sources).sort((a, b) =>
    a.group.main.path < b.group.main.path ? -1 : 1,
  );
}

/** Extension of a file by its name, or by its content where that is another format for sure. */
function trueExtension({ path, bytes }: SourceFile): string {
  const named = extensionOf(path);
  const seen = sniff(bytes);
  if (!seen || seen === 'html') return named;
  const format = FORMATS.find(({ extensions }) => extensions.includes(seen));
  if (!format || format.extensions.includes(named)) return named;
  if (ALIKE[seen]?.includes(named)) return named;
  return NOT_SOURCES.includes(named) ? named : seen;
}

function isPart({ main, beside }: SourceGroup, found: readonly ReadableGroup[]): boolean {
  const extension = extensionOf(main.path);
  return found.some(
    ({ format, group }) =>
      group.main !== main && format.parts.includes(extension) && beside.includes(group.main),
  );
}

/** A `.json`, `.xml` or `.txt` may be anything. */
function isSure({ main, extension }: SourceGroup): boolean {
  if (extensionOf(main.path) === 'json') return sniff(main.bytes) !== null;
  return extension !== 'txt' || isTabular(main.bytes);
}

function groupByFolder(files: readonly SourceFile[]): Map<string, SourceFile[]> {
  const folders = new Map<string, SourceFile[]>();
  for (const file of files) {
    const folder = folders.get(folderOf(file));
    if (folder) folder.push(file);
    else folders.set(folderOf(file), [file]);
  }
  return folders;
}

function folderOf({ path }: SourceFile): string {
  return path.slice(0, path.lastIndexOf('/') + 1);
}

function stemOf({ path }: SourceFile): string {
  return path.replace(/\.[^./]*$/, '').toLowerCase();
}

/** What begins like another format, and is still what its name says. */
const ALIKE: Record<string, string[]> = {
  gpkg: ['sqlite', 'db'],
  shp: ['shx'],
  geojson: ['geojsonl', 'geojsons', 'ndjson', 'jsonl'],
};

/** Files that go with data whatever they hold. */
const NOT_SOURCES = [
  'qgs',
  'qml',
  'sld',
  'qlr',
  'qmd',
  'shx',
  'html',
  'htm',
  'md',
  'pdf',
  'css',
  'js',
];
