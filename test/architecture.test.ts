import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ERROR_CODES } from '../src/domain/errors.ts';
import { errorSentences } from '../src/ui/strings/error-sentences.ts';

const ROOT = join(import.meta.dirname, '..');
const MAX_LINES = 300;

/** Folder → folders of `src` that it may import from, besides itself. The same table stands in src/README.md. */
const MAY_IMPORT: Record<string, string[]> = {
  domain: [],
  geo: ['domain'],
  geos: ['domain', 'geo'],
  sql: ['domain'],
  loaders: ['domain', 'geo'],
  versions: ['domain', 'geo', 'loaders'],
  gdal: ['domain'],
  publish: ['domain', 'geo', 'geos', 'gdal', 'loaders', 'versions'],
  engine: ['domain', 'geo', 'geos', 'sql', 'loaders', 'versions'],
  tasks: ['domain'],
  state: ['domain'],
  map: ['domain', 'geo', 'state'],
  export: ['domain', 'geo', 'loaders', 'gdal', 'publish', 'plan', 'paper', 'tasks'],
  plan: ['domain', 'geo', 'loaders'],
  paper: ['domain', 'geo', 'loaders', 'plan', 'tasks'],
  offline: ['domain', 'geo', 'sql', 'loaders', 'publish', 'tasks'],
  embed: ['domain', 'state'],
  ui: ['domain', 'sql', 'state', 'map', 'publish', 'export', 'plan', 'paper', 'offline', 'embed'],
  pages: ['domain', 'loaders', 'plan', 'paper', 'ui'],
};

/** Package (or the start of its name) → the only folders that may import it, types included. */
const OWNERS: Record<string, string[]> = {
  'maplibre-gl': ['src/map'],
  '@deck.gl/': ['src/map'],
  '@luma.gl/': ['src/map'],
  earcut: ['src/geo'],
  flatbush: ['src/geo'],
  flatqueue: ['src/geo', 'scripts/demo'],
  'geos-wasm': ['src/geos'],
  undici: ['scripts/collect/fetch'],
  'p-queue': ['scripts/collect/fetch'],
  proj4: ['scripts/demo'],
  'apache-arrow': ['src/loaders', 'src/engine'],
  zustand: ['src/state', 'src/ui'],
  '@duckdb/': ['src/engine'],
  'duckdb-blocking': ['src/engine'],
  hyparquet: ['src/loaders', 'src/publish'],
  'hyparquet-compressors': ['src/publish'],
  'hyparquet-writer': ['src/publish'],
  'gdal3.js': ['src/gdal'],
  papaparse: ['src/publish'],
  'fast-xml-parser': ['src/publish'],
  'simple-statistics': ['src/publish'],
  'd3-scale-chromatic': ['src/publish'],
  '@tanstack/react-table': ['src/ui/table'],
  '@tanstack/react-virtual': ['src/ui'],
  '@observablehq/plot': ['src/ui/charts'],
  '@codemirror/': ['src/ui/sql'],
  'write-excel-file': ['src/export'],
  pdfkit: ['src/paper'],
  '@expo-google-fonts/roboto': ['src/paper'],
  'workbox-': ['src/offline'],
  uqr: ['src/ui/liens'],
  'terra-draw': ['src/map'],
  'terra-draw-maplibre-gl-adapter': ['src/map'],
  react: ['src/ui', 'src/main.tsx'],
  'react-dom': ['src/ui', 'src/main.tsx'],
};

/** The typed protocol of the engine is what everybody speaks: its types may be imported from anywhere. */
const PROTOCOL = 'src/engine/protocol.ts';

interface Import {
  from: string;
  /** Path of a project file, or name of a package. */
  to: string;
  isType: boolean;
}

const files = ['src', 'scripts'].flatMap((folder) => listSources(join(ROOT, folder)));
const imports = files.flatMap(readImports);

describe('the architecture', () => {
  it('imports point up the list of folders', () => {
    const wrong = imports.filter(({ from, to, isType }) => {
      const [importer, imported] = [folderOf(from), folderOf(to)];
      if (!importer || !imported || importer === imported) return false;
      return !(to === PROTOCOL && isType) && !MAY_IMPORT[importer]?.includes(imported);
    });
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('nothing in src imports from scripts or test', () => {
    const wrong = imports.filter(
      ({ from, to }) => /^src\//.test(from) && /^(scripts|test)\//.test(to),
    );
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('each large library has one owner', () => {
    const wrong = imports.filter(({ from, to }) => {
      const owners = Object.entries(OWNERS).find(([name]) => isPackage(to, name))?.[1];
      return owners && !owners.some((owner) => from === owner || from.startsWith(`${owner}/`));
    });
    expect(wrong.map(({ from, to }) => `${from} imports ${to}`)).toEqual([]);
  });

  it('imports make no cycle', () => {
    expect(findCycles()).toEqual([]);
  });

  it('files stay short enough to be read, but for data tables that say so on line 1', () => {
    const long = files
      .map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }))
      .filter(
        ({ text }) => text.split('\n').length - 1 > MAX_LINES && !/^\/.*data table/i.test(text),
      )
      .map(({ file }) => file);
    expect(long).toEqual([]);
  });

  it('every error code has a French sentence', () => {
    expect(ERROR_CODES.filter((code) => !errorSentences[code])).toEqual([]);
    expect(Object.keys(errorSentences).sort()).toEqual([...ERROR_CODES].sort());
  });
});

function listSources(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile() && /\.(tsx?|mjs)$/.test(entry.name))
    .map((entry) => relative(ROOT, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
}

function readImports(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8').replace(/^\s*(\/\/|\*|\/\*).*$/gm, '');
  const found = [
    ...text.matchAll(/^\s*(?:import|export)\s+(type\s)?[^'";]*?from\s+'([^']+)'/gm),
    ...text.matchAll(/^\s*import\s+()'([^']+)'/gm),
    ...text.matchAll(/\bimport\(\s*()'([^']+)'\s*\)/g),
  ];
  return found.map(([statement, type, target]) => ({
    from: file,
    to: resolveTarget(file, target as string),
    isType: Boolean(type) || /typeof\s+import/.test(statement),
  }));
}

function resolveTarget(file: string, target: string): string {
  const path = target.replace(/\?.*$/, '');
  if (!path.startsWith('.')) return path;
  return relative(ROOT, resolve(ROOT, dirname(file), path)).replaceAll('\\', '/');
}

function folderOf(path: string): string | null {
  return path.match(/^src\/(\w+)\//)?.[1] ?? null;
}

function isPackage(imported: string, name: string): boolean {
  return name.endsWith('/')
    ? imported.startsWith(name)
    : imported === name || imported.startsWith(`${name}/`);
}

/** Cycles among imports of values; each is told once, as the files along it. Types vanish and may point back. */
function findCycles(): string[][] {
  const targets = new Map<string, string[]>();
  for (const { from, to, isType } of imports) {
    if (!isType) targets.set(from, [...(targets.get(from) ?? []), to]);
  }
  const done = new Set<string>();
  const cycles: string[][] = [];
  const visit = (file: string, path: string[]) => {
    if (path.includes(file)) cycles.push([...path.slice(path.indexOf(file)), file]);
    else if (!done.has(file)) {
      for (const target of targets.get(file) ?? []) visit(target, [...path, file]);
      done.add(file);
    }
  };
  for (const file of files) visit(file, []);
  return cycles;
}
