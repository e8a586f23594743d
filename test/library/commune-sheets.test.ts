import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { answerQuestion } from '../../scripts/ask/answer-request.ts';
import { buildPages } from '../../scripts/steps/pages.mjs';
import { type Catalogue, findLayer } from '../../src/domain/catalogue.ts';
import type { CommuneSheet, SheetFigure } from '../../src/domain/commune-sheet.ts';
import { PROJ_DEFINITIONS } from '../../src/domain/crs.ts';
import type { Condition, Question } from '../../src/domain/question.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { type OracleFeature, readOraclePolygons, sharedArea } from '../helpers/oracle.ts';
import { openTerritory, PUBLIC } from './territory-engine.ts';

/** Ten communes: large and small, with a river, a zone or a station, and without. */
const TEN = '62119 62178 62516 62132 62617 62349 62706 62029 62391 62841'.split(' ');

let catalogue: Catalogue;
let engine: Engine;
const sheets = new Map<string, CommuneSheet>();
beforeAll(async () => {
  ({ catalogue, engine } = await openTerritory());
  await buildPages();
  for (const code of TEN) {
    const text = await readFile(join(PUBLIC, 'communes', `${code}.json`), 'utf8');
    sheets.set(code, JSON.parse(text));
  }
}, 900_000);

function figureOf(code: string, id: string): SheetFigure {
  const sheet = sheets.get(code) as CommuneSheet;
  const figure = sheet.sections.flatMap(({ figures }) => figures).find((one) => one.id === id);
  if (!figure) throw new Error(`${code} has no figure ${id}`);
  return figure;
}

/** The rows that `npm run ask` gives for a question, as records. */
async function ask(question: Question): Promise<Record<string, unknown>[]> {
  const { text } = await answerQuestion(engine, catalogue, question, 'json', () => {});
  return JSON.parse(text).rows;
}

const among = (field: string, ...values: string[]): Condition => ({
  kind: 'among',
  field,
  values,
});
const touches = (layer: string, ...where: Condition[]): Condition => ({
  kind: 'intersects',
  layer,
  where,
});
const flooded = (scenario: string) => touches('alea_inondation', among('scenario', scenario));
const regulated = touches('ppr', among('typereglement', '02', '03', '04'));

/** Figure, layer, field of its commune's code, condition: the rows that a commune has, or the sum of a column of theirs. */
const COUNTED: [
  figure: string,
  target: string,
  commune: string,
  where?: Condition,
  sum?: string,
][] = [
  ['parcelles', 'parcelles', 'commune'],
  ['crue_moy_parcelles', 'parcelles', 'commune', flooded('02Moy')],
  ['crue_fai_parcelles', 'parcelles', 'commune', flooded('04Fai')],
  ['ppr_parcelles', 'parcelles', 'commune', regulated],
  ['crue_for_equipements', 'equipements', 'comm_insee', flooded('01For')],
  ['ppr_equipements', 'equipements', 'comm_insee', regulated],
  ['crue_fai_zae', 'zae', 'site_comm_insee', flooded('04Fai')],
  ['lots_libres', 'zae_lots', 'comm_insee', among('statut', 'libre')],
  ['arrets', 'arrets_bus', 'comm_insee'],
  ['opah_logements', 'opah_ru', 'comm_insee', undefined, 'logements'],
  ['retention_m3', 'ouvrages_gemapi', 'comm_insee', undefined, 'volume_m3'],
];

describe('the pages of ten communes, beside npm run ask', { timeout: 300_000 }, () => {
  it.each(COUNTED)('%s is what a question counts', async (figure, target, commune, where, sum) => {
    const own = among(commune, ...TEN);
    const rows = await ask({
      target,
      where: where ? { kind: 'and', conditions: [own, where] } : own,
    });
    for (const code of TEN) {
      const found = rows.filter((row) => row[commune] === code);
      const expected = sum ? found.reduce((all, row) => all + Number(row[sum]), 0) : found.length;
      expect(figureOf(code, figure).value, code).toBe(expected);
    }
    expect(TEN.some((code) => (figureOf(code, figure).value ?? 0) > 0)).toBe(true);
  });

  it('who reaches a school in 15 minutes on foot is what a travel question finds', async () => {
    const all = await ask({ target: 'carreaux_200m', where: among('comm_insee', ...TEN) });
    const near = await ask({
      target: 'carreaux_200m',
      where: {
        kind: 'travel',
        mode: 'foot',
        minutes: 15,
        layer: 'equipements',
        where: [among('famille', 'école')],
      },
    });
    const inhabitants = (rows: Record<string, unknown>[], code: string) =>
      rows.filter((row) => row.comm_insee === code).reduce((sum, { ind }) => sum + Number(ind), 0);
    for (const code of TEN) {
      const expected = (100 * inhabitants(near, code)) / inhabitants(all, code);
      expect(figureOf(code, 'acces_ecole_pct').value, code).toBeCloseTo(expected, 9);
    }
  });

  it('areas are what Turf cuts out, for two of them', async () => {
    const small = new Set(['62349', '62841']);
    const read = (id: string, isWanted?: (properties: Record<string, unknown>) => boolean) => {
      const path = join(PUBLIC, findLayer(catalogue, id).file.path);
      return readOraclePolygons(path, PROJ_DEFINITIONS[catalogue.territory.metricCrs], isWanted);
    };
    const communes = await read('communes', ({ code }) => small.has(String(code)));
    const flood = await read('alea_inondation', ({ scenario }) => scenario !== '01For');
    const plan = await read('ppr');
    const only = (features: OracleFeature[], field: string, value: string) =>
      features.filter(({ properties }) => properties[field] === value);
    const layers: [figure: string, OracleFeature[]][] = [
      ['urbaine_ha', await read('zone_urba', ({ TYPEZONE }) => TYPEZONE === 'U')],
      ['crue_moy_ha', only(flood, 'scenario', '02Moy')],
      ['crue_fai_ha', only(flood, 'scenario', '04Fai')],
      ['ppr_b_ha', only(plan, 'codezonereglement', 'B')],
      ['ppr_bc_ha', only(plan, 'codezonereglement', 'BC')],
    ];
    for (const commune of communes) {
      const code = String(commune.properties.code);
      for (const [figure, features] of layers) {
        const m2 = features.reduce((sum, feature) => sum + sharedArea(feature, commune), 0);
        // Borders of zones and communes are each snapped to 1 cm: a square metre is a border of 100 m.
        expect(figureOf(code, figure).value, `${code} ${figure}`).toBeCloseTo(m2 / 10_000, 3);
      }
    }
  });

  it('ranks and medians are those of all hundred', async () => {
    const rows = await ask({
      target: 'communes',
      where: { kind: 'measure', measure: 'area', op: '>', value: 0 },
    });
    const populations = rows.map(({ population }) => Number(population)).sort((a, b) => b - a);
    const median = ((populations[49] as number) + (populations[50] as number)) / 2;
    for (const code of TEN) {
      const { value, rank, outOf, median: told } = figureOf(code, 'habitants');
      expect(rank).toBe(populations.indexOf(value as number) + 1);
      expect([outOf, told]).toEqual([100, median]);
    }
  });

  it('every figure and list says where it comes from, and all that the documents deny is told', () => {
    for (const { sections, versions, name } of sheets.values()) {
      for (const part of sections.flatMap(({ figures, lists }) => [...figures, ...lists])) {
        expect(part.sources.length, `${name} ${part.id}`).toBeGreaterThan(0);
        for (const source of part.sources) {
          if (source.kind === 'layer') expect(source.version).toBe(versions[source.layer]);
        }
      }
    }
    const doubts = (code: string) =>
      (sheets.get(code) as CommuneSheet).sections.flatMap(({ figures, lists }) =>
        [...figures, ...lists].flatMap(({ doubt = [] }) => doubt),
      );
    expect(doubts('62119').join(' ')).toContain('Station B');
    expect(doubts('62617').join(' ')).toContain('ZI n° 1');
    expect(doubts('62178').join(' ')).not.toMatch(/Station B|ZI n° 1/);
  });
});
