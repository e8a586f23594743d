import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { readLibrary } from '../../scripts/library/build-library.ts';
import { faultSentence } from '../../scripts/library/messages.ts';
import {
  openStatementBinder,
  type StatementBinder,
} from '../../scripts/library/statement-binder.ts';
import type { LayerMeta } from '../../src/domain/layer.ts';
import type { CommuneFigures, SavedQuestion, System, ThemePage } from '../../src/domain/library.ts';
import { createLayerMeta } from '../helpers/create-layer.ts';

const folder = mkdtempSync(join(tmpdir(), 'arpent-library-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const zones = createLayerMeta(
  { id: 'text', typezone: 'text', surface: 'number' },
  {
    id: 'zones',
    theme: 'risques',
  },
);
export const LAYERS: LayerMeta[] = [
  createLayerMeta({ code: 'text', population: 'integer' }, { id: 'communes', theme: 'risques' }),
  {
    ...zones,
    fields: zones.fields.map((field) =>
      field.name === 'typezone' ? { ...field, codes: { U: 'urbaine', AU: 'à urbaniser' } } : field,
    ),
  },
];

const THEME: ThemePage = {
  id: 'risques',
  title: 'Risques',
  summary: 'Où l’eau va.',
  figures: [{ indicator: 'ind-123', objective: 'ind-142', contradiction: 'pertes-eau' }],
};
export const IN_MODEL: SavedQuestion = {
  id: 'q01',
  theme: 'risques',
  role: 'gemapi',
  sentence: 'Quelles zones ?',
  source: '000:1134 ; 002:12-14',
  ask: {
    question: {
      target: 'zones',
      where: {
        kind: 'and',
        conditions: [
          { kind: 'compare', field: 'typezone', op: '=', value: 'AU' },
          { kind: 'distance', layer: 'communes', metres: '$distance' },
        ],
      },
      groupBy: 'typezone',
    },
  },
  parameters: [
    { name: 'distance', label: 'Distance', type: 'number', value: 100, min: 0, max: 1000 },
  ],
  show: 'map',
  reply: '{rows:zone|zones} à {$distance}, {total} : {groups.list}, au plus {distance_1_m.max}.',
  figures: ['ind-001', 'zi-1'],
  method: 'Distance à la commune.',
  needs: 'Le zonage.',
};
export const IN_SQL: SavedQuestion = {
  ...IN_MODEL,
  id: 'q02',
  ask: {
    sql: [
      'SELECT c.code, count(*) AS zones, sum(ST_Area(z.geom)) AS surface',
      'FROM communes c JOIN zones z ON ST_Intersects(c.geom, z.geom), couches k',
      'WHERE z.typezone = $type AND k.id = $$zones$$ GROUP BY c.code',
    ],
  },
  parameters: [{ name: 'type', label: 'Type', type: 'choice', value: 'U', options: ['U', 'AU'] }],
  reply: '{zones.sum:zone|zones}, {surface.sum} pour {$type}.',
  columns: { surface: { label: 'Surface', unit: 'm²' } },
};
const SYSTEM: System = {
  id: 'A1',
  name: 'Service SIG',
  theme: 'risques',
  must: 'Montrer.',
  sources: ['000:5294'],
  layers: ['zones'],
  questions: ['q01'],
  screen: 'carte',
};

const COMMUNES: CommuneFigures = {
  theme: 'risques',
  figures: [
    { column: 'habitants', label: 'Population', unit: 'habitants', method: 'Telle quelle.' },
  ],
  sql: ['SELECT code, population AS habitants', 'FROM communes'],
};

let folders = 0;
let bind: StatementBinder;
beforeAll(async () => {
  bind = await openStatementBinder(LAYERS, 'EPSG:3950');
}, 60_000);

/** A data folder of these items, the facts being those of the project, read against `LAYERS`. */
export function smallLibrary(
  changes: {
    theme?: object;
    inModel?: object;
    inSql?: object;
    system?: object;
    communes?: object;
    layers?: LayerMeta[];
    published?: string[];
    text?: string;
  } = {},
) {
  folders += 1;
  const dataDir = join(folder, String(folders));
  const files: Record<string, unknown> = {
    'themes/02-risques.json': { ...THEME, ...changes.theme },
    'questions/01-zones.json': { ...IN_MODEL, ...changes.inModel },
    'questions/02-communes.json': { ...IN_SQL, ...changes.inSql },
    'systems.json': { systems: [{ ...SYSTEM, ...changes.system }] },
    'communes/00.json': { ...COMMUNES, ...changes.communes },
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dataDir, name)), { recursive: true });
    writeFileSync(join(dataDir, name), changes.text ?? JSON.stringify(content));
  }
  const { layers = LAYERS, published } = changes;
  return { dataDir, layers, published, crs: 'EPSG:3950' as const, bind };
}

/** The facts of the project are of other themes than this small library has. */
export async function faultsOf(changes: Parameters<typeof smallLibrary>[0]): Promise<string[]> {
  const { faults } = await readLibrary(smallLibrary(changes));
  return faults.filter(({ file }) => !file.startsWith('facts/')).map(faultSentence);
}
