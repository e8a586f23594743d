import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { buildLibrary, readLibrary } from '../../scripts/library/build-library.ts';
import { faultSentence } from '../../scripts/library/messages.ts';
import {
  openStatementBinder,
  type StatementBinder,
} from '../../scripts/library/statement-binder.ts';
import type { LayerMeta } from '../../src/domain/layer.ts';
import type { SavedQuestion, System, ThemePage } from '../../src/domain/library.ts';
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
const LAYERS: LayerMeta[] = [
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
const IN_MODEL: SavedQuestion = {
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
const IN_SQL: SavedQuestion = {
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

let folders = 0;
let bind: StatementBinder;
beforeAll(async () => {
  bind = await openStatementBinder(LAYERS, 'EPSG:3950');
}, 60_000);

/** A data folder of these items, the facts being those of the project, read against `LAYERS`. */
function read(
  changes: {
    theme?: object;
    inModel?: object;
    inSql?: object;
    system?: object;
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
  };
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(dataDir, name)), { recursive: true });
    writeFileSync(join(dataDir, name), changes.text ?? JSON.stringify(content));
  }
  const { layers = LAYERS, published } = changes;
  return { dataDir, layers, published, crs: 'EPSG:3950' as const, bind };
}

/** The facts of the project are of other themes than this small library has. */
async function faultsOf(changes: Parameters<typeof read>[0]): Promise<string[]> {
  const { faults } = await readLibrary(read(changes));
  return faults.filter(({ file }) => !file.startsWith('facts/')).map(faultSentence);
}

const where = (change: object) => ({
  ask: { question: { target: 'zones', where: change } },
  parameters: [],
  reply: '{rows}',
});

describe('a library', () => {
  it('is read with the layers that its statements read', async () => {
    const { library, faults } = await readLibrary(read());
    expect(faults.filter(({ file }) => !file.startsWith('facts/'))).toEqual([]);
    expect(library.indicators).toHaveLength(363);
    expect(library.documents['000']).toContain('2024');
    const [first, second] = library.questions;
    expect(first).toEqual(IN_MODEL);
    expect(second).toEqual({ ...IN_SQL, layers: ['communes', 'zones'] });
  });

  it('that names what does not exist is refused, every fault on a line', async () => {
    const build = buildLibrary(
      read({ inModel: { theme: 'risque' }, system: { layers: ['zone'] } }),
    );
    await expect(build).rejects.toMatchObject({ code: 'library-invalid' });
    await expect(build).rejects.toThrow(
      /^Les couches, les thèmes, les questions ou les systèmes ont \d+ fautes/,
    );
    await expect(build).rejects.toThrow(/risque »[\s\S]*\n {2}systems\.json/);
  });

  it('that is no JSON is refused with its line and column', async () => {
    await expect(readLibrary(read({ text: '{\n "id": }' }))).rejects.toMatchObject({
      code: 'source-unreadable',
      context: { source: 'themes/02-risques.json', line: 2, column: 8 },
    });
  });
});

describe('a fault tells file, path and nearest name:', () => {
  it.each<[string, Parameters<typeof read>[0], string]>([
    [
      'a layer',
      { inModel: { ...where({ kind: 'inside', layer: 'comunes' }) } },
      'questions/01-zones.json, « ask.question.where.layer » : la couche « comunes » n’existe pas ; peut-être « communes ».',
    ],
    [
      'a column',
      { inModel: where({ kind: 'not', condition: { kind: 'empty', field: 'TYPEZONE' } }) },
      'questions/01-zones.json, « ask.question.where.condition.field » : la couche « zones » n’a pas de colonne « TYPEZONE » ; peut-être « typezone ».',
    ],
    [
      'a column to group by',
      {
        inModel: {
          ask: {
            question: {
              target: 'zones',
              where: { kind: 'and', conditions: [] },
              groupBy: 'type_zone',
            },
          },
          parameters: [],
          reply: '{groups}',
        },
      },
      'questions/01-zones.json, « ask.question.groupBy » : la couche « zones » n’a pas de colonne « type_zone » ; peut-être « typezone ».',
    ],
    [
      'a code',
      { inModel: where({ kind: 'among', field: 'typezone', values: ['U', 'AUc'] }) },
      'questions/01-zones.json, « ask.question.where.values.1 » : « AUc » n’est pas un code de la colonne « typezone » ; peut-être « AU ».',
    ],
    [
      'a code in SQL',
      {
        inSql: {
          parameters: [
            { name: 'type', label: 'Type', type: 'choice', value: 'U', options: ['U', 'AUs'] },
          ],
        },
      },
      'questions/02-communes.json, « ask.sql » : « AUs » n’est pas un code de la colonne « typezone » ; peut-être « AU ».',
    ],
    [
      'a column in SQL',
      {
        inSql: {
          ask: { sql: ['SELECT code', 'FROM communes WHERE populatio > 0'] },
          parameters: [],
          reply: '{code}',
          columns: {},
        },
      },
      'questions/02-communes.json, « ask.sql.1 » : la requête ne va pas. La colonne « populatio » n’existe pas ; peut-être « population » (ligne 2, colonne 21).',
    ],
    [
      'a layer in SQL',
      {
        inSql: {
          ask: { sql: ['SELECT code', 'FROM villages'] },
          parameters: [],
          reply: '{code}',
          columns: {},
        },
      },
      'questions/02-communes.json, « ask.sql.1 » : la requête ne va pas. La couche « villages » n’existe pas (ligne 2, colonne 6) ; peut-être « communes ».',
    ],
    [
      'an indicator',
      { theme: { figures: [{ indicator: 'ind-1234' }] } },
      'themes/02-risques.json, « figures.0.indicator » : l’indicateur « ind-1234 » n’existe pas ; peut-être « ind-123 ».',
    ],
    [
      'a contradiction',
      { theme: { figures: [{ indicator: 'ind-088', contradiction: 'perte-eau' }] } },
      'themes/02-risques.json, « figures.0.contradiction » : la contradiction « perte-eau » n’existe pas ; peut-être « pertes-eau ».',
    ],
    [
      'a figure',
      { inModel: { figures: ['zi1'] } },
      'questions/01-zones.json, « figures.0 » : « zi1 » n’est ni un indicateur ni une contradiction ; peut-être « zi-1 ».',
    ],
    [
      'a theme',
      { system: { theme: 'gemapi' } },
      'systems.json, « systems.0.theme » : le thème « gemapi » n’existe pas ; peut-être « risques ».',
    ],
    [
      'the theme of a layer',
      { layers: LAYERS.map((layer) => ({ ...layer, theme: 'risque' })) },
      'layers/zones.json, « theme » : le thème « risque » n’existe pas ; peut-être « risques ».',
    ],
    [
      'the theme of a layer that was published by hand',
      {
        layers: LAYERS.map((layer) => ({ ...layer, theme: 'risque' })),
        published: ['zones'],
      },
      'published/zones.json, « theme » : le thème « risque » n’existe pas ; peut-être « risques ».',
    ],
    [
      'a question',
      { system: { questions: ['q01', 'q3'] } },
      'systems.json, « systems.0.questions.1 » : la question « q3 » n’existe pas ; peut-être « q01 ».',
    ],
    [
      'a screen',
      { system: { screen: 'cartes' } },
      'systems.json, « systems.0.screen » : la valeur « cartes » n’est pas permise ; peut-être « carte ».',
    ],
    [
      'a key',
      { inModel: { sentance: 'Quoi ?' } },
      'questions/01-zones.json, « sentance » : la clé « sentance » n’existe pas ; peut-être « sentence ».',
    ],
    [
      'a parameter',
      {
        inModel: {
          parameters: [{ name: 'distances', label: 'D', type: 'number', value: 1, min: 0, max: 9 }],
        },
      },
      'questions/01-zones.json, « ask » : le paramètre « $distance » n’est pas déclaré ; peut-être « distances ».',
    ],
    [
      'a placeholder',
      { inSql: { reply: '{zone.sum}' } },
      'questions/02-communes.json, « reply » : « {zone} » ne désigne rien dans la réponse ; peut-être « zones ».',
    ],
    [
      'the label of a column',
      { inSql: { columns: { surfaces: { label: 'Surface' } } } },
      'questions/02-communes.json, « columns.surfaces » : la réponse n’a pas de colonne « surfaces » ; peut-être « surface ».',
    ],
  ])('%s', async (_, changes, sentence) => {
    expect(await faultsOf(changes)).toContain(sentence);
  });

  it('a system that points to nothing, an identifier taken twice, braces that are none, a value out of range', async () => {
    expect(await faultsOf({ system: { layers: [], questions: [] } })).toEqual([
      'systems.json, « systems.0 » : le système ne renvoie à aucune couche ni question.',
    ]);
    expect(await faultsOf({ inSql: { id: 'q01' } })).toEqual([
      'questions/02-communes.json, « id » : l’identifiant « q01 » est déjà pris.',
    ]);
    expect(await faultsOf({ inModel: { reply: '{rows} {le total}' } })).toEqual([
      'questions/01-zones.json, « reply » : « {le total} » ne s’écrit pas ainsi entre accolades.',
    ]);
    const parameters = [{ ...IN_MODEL.parameters?.[0], value: 5000 }];
    expect(await faultsOf({ inModel: { parameters } })).toEqual([
      'questions/01-zones.json, « parameters.0.value » : la question n’est pas valable (wanted 0 to 1000).',
    ]);
  });
});
