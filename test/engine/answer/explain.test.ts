import type { Geometry } from 'geojson';
import { expect, it } from 'vitest';
import type { Condition, Question } from '../../../src/domain/question.ts';
import { MAX_RELATED, type Reason } from '../../../src/domain/reason.ts';
import { createRing } from '../../geo/create-polygons.ts';
import { createRandom } from '../../geo/create-random.ts';
import { createSqlDesk, createWork, type SqlLayer } from '../create-sql-desk.ts';

/** West, south, east and north, in metres from the origin of the tests. */
type Box = [number, number, number, number];

const random = createRandom(11);
const whole = (below: number) => Math.floor(below * random());
const createBoxes = (count: number, shift: number, most: number): Box[] =>
  Array.from({ length: count }, () => {
    const [x, y] = [whole(200) + shift, whole(200) + shift];
    return [x, y, x + 1 + whole(most), y + 1 + whole(most)];
  });
const toGeometry = ([x0, y0, x1, y1]: Box): Geometry => ({
  type: 'Polygon',
  coordinates: [
    createRing([
      [x0, y0],
      [x1, y0],
      [x1, y1],
      [x0, y1],
    ]),
  ],
});

const PARCELS = createBoxes(60, 0, 12);
/** Half a metre off the others, so that borders never meet. */
const ZONES = createBoxes(40, 0.5, 40);
const CODES = ZONES.map((_, i) => ['U', 'AU', 'N'][i % 3] as string);
const layerOf = (boxes: Box[], extra: SqlLayer['columns'] = {}): SqlLayer => ({
  geometries: [...boxes.map(toGeometry), null],
  types: {
    id: 'text',
    nom: 'text',
    ...Object.fromEntries(Object.keys(extra).map((n) => [n, 'text'])),
  } as SqlLayer['types'],
  columns: {
    id: [...boxes.map((_, i) => `k${i}`), 'vide'],
    nom: [...boxes.map((_, i) => `Objet ${i}`), null],
    ...extra,
  },
});
const { answers } = await createSqlDesk({
  parcelles: layerOf(PARCELS),
  zones: layerOf(ZONES, { code: [...CODES, 'U'] }),
});
const work = createWork();
const EMPTY_ROW = PARCELS.length;

async function explain(where: Condition, row: number): Promise<Reason[]> {
  const question: Question = { target: 'parcelles', where };
  const { id } = await answers.ask(question, work);
  const explanation = await answers.explain({ answer: id, row }, work);
  const key = row === EMPTY_ROW ? 'vide' : `k${row}`;
  expect(explanation).toMatchObject({ layer: 'parcelles', row, key });
  return explanation.reasons;
}

const gap = (a: Box, b: Box, axis: 0 | 1) =>
  Math.max(0, a[axis] - b[axis + 2]!, b[axis] - a[axis + 2]!);
const distance = (a: Box, b: Box) => Math.hypot(gap(a, b, 0), gap(a, b, 1));
const common = (a: Box, b: Box) =>
  Math.max(0, Math.min(a[2], b[2]) - Math.max(a[0], b[0])) *
  Math.max(0, Math.min(a[3], b[3]) - Math.max(a[1], b[1]));
/** Area of a that any of the others covers, counted by half-metre squares. */
const covered = ([x0, y0, x1, y1]: Box, others: Box[]) => {
  let count = 0;
  for (let x = x0; x < x1; x += 0.5) {
    for (let y = y0; y < y1; y += 0.5) {
      if (others.some((o) => x >= o[0] && y >= o[1] && x < o[2] && y < o[3])) count++;
    }
  }
  return count / 4;
};
const byDistance = (parcel: Box, rows: number[], boxes = ZONES) =>
  rows
    .map((row) => ({ row, metres: distance(parcel, boxes[row] as Box) }))
    .sort((a, b) => a.metres - b.metres || a.row - b.row);
const ALL_ZONES = ZONES.map((_, row) => row);

it('a distance tells the nearest and who else is within it, and the nearest alone beyond', async () => {
  for (const metres of [0, 3, 40]) {
    for (const row of PARCELS.keys()) {
      const [reason] = await explain({ kind: 'distance', layer: 'zones', metres }, row);
      const near = byDistance(PARCELS[row] as Box, ALL_ZONES);
      const within = near.filter((one) => one.metres <= metres);
      expect(reason?.value).toBeCloseTo(near[0]?.metres as number, 5);
      expect(reason).toMatchObject({
        path: 'where',
        isMet: within.length > 0,
        isNegated: false,
        unit: 'm',
        layer: 'zones',
        version: 'v-zones',
        date: '2025-01-01',
        relatedCount: within.length,
      });
      const wanted = within.length > 0 ? within.slice(0, MAX_RELATED) : near.slice(0, 1);
      expect(reason?.related.map((one) => one.row)).toEqual(wanted.map((one) => one.row));
      for (const [i, one] of (reason?.related ?? []).entries()) {
        expect(one.distance).toBeCloseTo(wanted[i]?.metres as number, 5);
        expect(one).toMatchObject({ key: `k${one.row}`, overlap: null });
      }
    }
  }
});

it('a share tells what all cover together and who covers most', async () => {
  for (const row of PARCELS.keys()) {
    const parcel = PARCELS[row] as Box;
    const where: Condition = { kind: 'overlap', layer: 'zones', minShare: 0.5 };
    const [reason] = await explain(where, row);
    const share = covered(parcel, ZONES) / common(parcel, parcel);
    const over = ALL_ZONES.map((zone) => ({ zone, area: common(parcel, ZONES[zone] as Box) }))
      .filter(({ area }) => area > 0)
      .sort((a, b) => b.area - a.area || a.zone - b.zone);
    expect(reason?.value).toBeCloseTo(share, 5);
    expect(reason).toMatchObject({ isMet: share >= 0.5, unit: 'share', relatedCount: over.length });
    const areas = reason?.related.map(({ overlap }) => overlap ?? 0) ?? [];
    if (over.length === 0) {
      const [nearest] = byDistance(parcel, ALL_ZONES);
      expect(reason?.related).toMatchObject([{ row: nearest?.row, overlap: null }]);
      continue;
    }
    expect(areas).toHaveLength(Math.min(MAX_RELATED, over.length));
    for (const [i, area] of areas.entries()) expect(area).toBeCloseTo(over[i]?.area as number, 4);
  }
});

it('predicates tell the features met', async () => {
  const contains = (outer: Box, inner: Box) =>
    common(outer, inner) === common(inner, inner) && common(inner, inner) > 0;
  const TESTS = {
    intersects: (parcel: Box, zone: Box) => distance(parcel, zone) === 0,
    inside: (parcel: Box, zone: Box) => contains(zone, parcel),
    encloses: (parcel: Box, zone: Box) => contains(parcel, zone),
  };
  for (const kind of ['intersects', 'inside', 'encloses'] as const) {
    for (let row = 0; row < PARCELS.length; row += 3) {
      const parcel = PARCELS[row] as Box;
      const met = ALL_ZONES.filter((zone) => TESTS[kind](parcel, ZONES[zone] as Box));
      const [reason] = await explain({ kind, layer: 'zones' }, row);
      expect(reason).toMatchObject({
        isMet: met.length > 0,
        value: null,
        relatedCount: met.length,
      });
      if (met.length > 0) {
        expect(reason?.related.map((one) => one.row)).toEqual(met.slice(0, MAX_RELATED));
      } else {
        const [nearest] = byDistance(parcel, ALL_ZONES);
        expect(reason?.related[0]?.distance).toBeCloseTo(nearest?.metres as number, 5);
      }
    }
  }
});

it('conditions within a relation choose who counts', async () => {
  const where: Condition = {
    kind: 'distance',
    layer: 'zones',
    metres: 15,
    where: [
      { kind: 'compare', field: 'code', op: '=', value: 'AU' },
      { kind: 'distance', layer: 'parcelles', metres: 2 },
    ],
  };
  const counted = ALL_ZONES.filter(
    (zone) => CODES[zone] === 'AU' && PARCELS.some((box) => distance(box, ZONES[zone] as Box) <= 2),
  );
  for (const row of PARCELS.keys()) {
    const near = byDistance(PARCELS[row] as Box, counted);
    const within = near.filter(({ metres }) => metres <= 15);
    const [reason] = await explain(where, row);
    expect(reason).toMatchObject({ isMet: within.length > 0, relatedCount: within.length });
    expect(reason?.value).toBeCloseTo(near[0]?.metres as number, 5);
  }
});

it('a row never relates to itself', async () => {
  for (let row = 0; row < PARCELS.length; row += 7) {
    const others = [...PARCELS.keys()].filter((other) => other !== row);
    const near = byDistance(PARCELS[row] as Box, others, PARCELS);
    const [reason] = await explain({ kind: 'distance', layer: 'parcelles', metres: 1 }, row);
    expect(reason?.value).toBeCloseTo(near[0]?.metres as number, 5);
    expect(reason?.isMet).toBe((near[0]?.metres as number) <= 1);
    expect(reason?.related.map((one) => one.row)).not.toContain(row);
  }
});

it('every leaf has its place, its negation and its value', async () => {
  const where: Condition = {
    kind: 'and',
    conditions: [
      { kind: 'compare', field: 'nom', op: '=', value: 'Objet 3' },
      {
        kind: 'not',
        condition: {
          kind: 'or',
          conditions: [
            { kind: 'measure', measure: 'area', op: '>', value: 1e6 },
            { kind: 'not', condition: { kind: 'contains', field: 'nom', text: 'objet' } },
          ],
        },
      },
    ],
  };
  const [x0, y0, x1, y1] = PARCELS[3] as Box;
  const reasons = await explain(where, 3);
  expect(reasons.map(({ path, isMet, isNegated }) => ({ path, isMet, isNegated }))).toEqual([
    { path: 'where.conditions.0', isMet: true, isNegated: false },
    { path: 'where.conditions.1.condition.conditions.0', isMet: false, isNegated: true },
    { path: 'where.conditions.1.condition.conditions.1.condition', isMet: true, isNegated: false },
  ]);
  expect(reasons[0]).toMatchObject({ value: 'Objet 3', unit: null, layer: 'parcelles' });
  expect(reasons[1]?.value).toBeCloseTo((x1 - x0) * (y1 - y0), 4);
  expect(reasons[1]).toMatchObject({ unit: 'm²', related: [], relatedCount: 0 });
  const [other] = await explain(where, 4);
  expect(other).toMatchObject({ value: 'Objet 4', isMet: false });
});

it('a feature without geometry has no distance and no share, and nothing near', async () => {
  const or: Condition = {
    kind: 'or',
    conditions: [
      { kind: 'distance', layer: 'zones', metres: 5 },
      { kind: 'overlap', layer: 'zones', minShare: 0 },
      { kind: 'intersects', layer: 'zones' },
      { kind: 'measure', measure: 'area', op: '>=', value: 0 },
      { kind: 'empty', field: 'nom' },
    ],
  };
  const reasons = await explain(or, EMPTY_ROW);
  expect(reasons.map(({ isMet }) => isMet)).toEqual([false, false, false, false, true]);
  for (const reason of reasons) {
    expect(reason).toMatchObject({ value: null, related: [], relatedCount: 0 });
  }
});

it('nothing that counts is nothing near', async () => {
  const none: Condition = { kind: 'compare', field: 'code', op: '=', value: 'X' };
  const [reason] = await explain({ kind: 'distance', layer: 'zones', metres: 5, where: [none] }, 0);
  expect(reason).toMatchObject({ isMet: false, value: null, related: [], relatedCount: 0 });
});

it('a drawn shape is named, without layer, version or date', async () => {
  const geometry = {
    type: 'Polygon' as const,
    coordinates: [
      [
        [1.7, 50.4],
        [1.8, 50.4],
        [1.8, 50.5],
        [1.7, 50.4],
      ],
    ],
  };
  const where: Condition = {
    kind: 'distance',
    metres: 10,
    shape: { name: 'Secteur 1', geometry },
  };
  const [reason] = await explain(where, 0);
  expect(reason).toMatchObject({ layer: null, version: null, date: null, isMet: false });
  expect(reason?.related).toMatchObject([{ row: null, key: '', title: 'Secteur 1' }]);
  expect(reason?.value).toBe(reason?.related[0]?.distance);
  expect(reason?.value).toBeGreaterThan(10);
});

it('an answer that is gone, and a row that is not there, are refused', async () => {
  const { id } = await answers.ask(
    { target: 'parcelles', where: { kind: 'and', conditions: [] } },
    work,
  );
  await expect(answers.explain({ answer: 'x', row: 0 }, work)).rejects.toMatchObject({
    code: 'answer-gone',
  });
  await expect(answers.explain({ answer: id, row: 99 }, work)).rejects.toMatchObject({
    code: 'feature-unknown',
    context: { layer: 'parcelles', row: 99 },
  });
});
