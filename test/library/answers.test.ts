import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { askSaved, type SavedAnswer } from '../../scripts/ask/ask-saved.ts';
import type { Catalogue } from '../../src/domain/catalogue.ts';
import type { Library } from '../../src/domain/library.ts';
import { parseLibrary } from '../../src/domain/parse-library.ts';
import type { Engine } from '../../src/engine/protocol.ts';
import { readRows } from '../../src/loaders/read-arrow.ts';
import { fillAsk } from '../../src/sql/fill-ask.ts';
import {
  areBoxesNear,
  type OracleRow,
  oracleDistance,
  oracleOutside,
  oracleOverlap,
  oracleReader,
  oracleSize,
} from '../helpers/oracle-rows.ts';
import { openTerritory, PUBLIC } from './territory-engine.ts';

let catalogue: Catalogue;
let library: Library;
let engine: Engine;
let read: (layer: string) => Promise<OracleRow[]>;

beforeAll(async () => {
  ({ catalogue, engine } = await openTerritory());
  library = parseLibrary(JSON.parse(readFileSync(join(PUBLIC, 'library.json'), 'utf8')));
  read = oracleReader(PUBLIC, catalogue);
}, 600_000);

/** The rows that a saved question gives with its own parameters, as records; features with their fields and measures. */
async function rowsOf(id: string): Promise<Record<string, unknown>[]> {
  const saved = library.questions.find((question) => question.id === id);
  const ask = fillAsk(saved!, {});
  const { columns, rows } = readRows('sql' in ask ? await runSql(ask.sql) : await askRows(ask));
  return rows.map((cells) => Object.fromEntries(columns.map((name, i) => [name, cells[i]])));
}

type Filled = ReturnType<typeof fillAsk>;

async function runSql(lines: Extract<Filled, { sql: unknown }>['sql']): Promise<Uint8Array> {
  return (await engine.call('sql', { sql: [lines].flat().join('\n') })).ipc;
}

async function askRows({ question }: Extract<Filled, { question: unknown }>): Promise<Uint8Array> {
  const answer = await engine.call('ask', { question });
  const request = { answer: answer.id, offset: 0, limit: answer.count, sort: null };
  return engine.call('answerRows', request);
}

const keys = (rows: Record<string, unknown>[], key: string) => rows.map((row) => row[key]).sort();
const sum = (values: number[]) => values.reduce((total, value) => total + value, 0);
const number = (row: OracleRow, field: string) => Number(row.properties[field] ?? 0);

/** Whether a feature lies within a distance of one of some others. */
const isNear = (row: OracleRow, others: OracleRow[], metres: number) =>
  others.some((other) => areBoxesNear(row, other, metres) && oracleDistance(row, other) <= metres);

describe('the questions of the library', { timeout: 300_000 }, () => {
  it('are 75, and each has an answer', async () => {
    const answers: SavedAnswer[] = [];
    for (const saved of library.questions) {
      answers.push(await askSaved(saved, {}, { engine, catalogue }));
    }
    const numbers = Array.from({ length: 75 }, (_, i) => `q${String(i + 1).padStart(2, '0')}`);
    expect(answers.map(({ id }) => id)).toEqual(numbers);
    expect(answers.filter(({ status }) => status !== 'answered')).toEqual([]);
    expect(answers.filter(({ reply }) => /[{}]|undefined|NaN|null/.test(reply))).toEqual([]);
  });
});

describe('eleven answers, by another way', { timeout: 120_000 }, () => {
  it('q03: areas of energy zones outside their commune and on natural sites, by Turf', async () => {
    const [zones, communes, sites] = [
      await read('zaer'),
      await read('communes'),
      await read('espaces_naturels'),
    ];
    const found = zones.flatMap((zone) => {
      const own = communes.find(
        ({ properties }) => properties.code === zone.properties.comm_insee,
      ) as OracleRow;
      const outside = oracleOutside(zone, own);
      const natural = sum(sites.map((site) => oracleOverlap(zone, [site])));
      if (outside <= 100 && natural <= 100) return [];
      return [[zone.properties.id, Math.round(outside), Math.round(natural)] as const];
    });
    const rows = await rowsOf('q03');
    expect(keys(rows, 'id')).toEqual(found.map(([id]) => id).sort());
    for (const [id, outside, natural] of found) {
      const row = rows.find((candidate) => candidate.id === id);
      expect(Math.abs(Number(row?.hors_commune_m2) - outside), String(id)).toBeLessThanOrEqual(2);
      expect(Math.abs(Number(row?.espace_naturel_m2) - natural), String(id)).toBeLessThanOrEqual(2);
    }
  });

  it('q08: inhabited squares farther than 400 m from every glass column, pair by pair', async () => {
    const [squares, columns] = [await read('carreaux_200m'), await read('colonnes_verre')];
    const far = squares.filter((square) => !isNear(square, columns, 400));
    expect(keys(await rowsOf('q08'), 'idcar_200m')).toEqual(
      far.map(({ properties }) => properties.idcar_200m).sort(),
    );
  });

  it('q15: cubic metres of each catchment and of all above it, carried down by hand', async () => {
    const catchments = await read('bassins_versants');
    const works = await read('ouvrages_gemapi');
    const below = new Map(catchments.map(({ properties: { code, aval } }) => [code, aval]));
    const [own, carried] = [new Map<unknown, number>(), new Map<unknown, number>()];
    for (const work of works) {
      const volume = number(work, 'volume_m3');
      const { bassin } = work.properties;
      own.set(bassin, (own.get(bassin) ?? 0) + volume);
      for (let code = bassin; code != null; code = below.get(code)) {
        carried.set(code, (carried.get(code) ?? 0) + volume);
      }
    }
    const expected = catchments.map(({ properties: { nom, code } }) =>
      [nom, own.get(code) ?? 0, carried.get(code) ?? 0].join(' '),
    );
    const rows = await rowsOf('q15');
    expect(
      rows.map((row) => [row.bassin, row.volume_m3, row.volume_cumule_m3].join(' ')).sort(),
    ).toEqual(expected.sort());
    expect(sum([...own.values()])).toBe(515_000);
  });

  it('q16: aid to communes by size, summed by hand', async () => {
    const communes = await read('fonds_concours');
    const limits = [0, 500, 1000, 3500, 10_000, Infinity];
    const expected = limits.slice(1).map((limit, i) => {
      const some = communes.filter(
        (row) => number(row, 'population') >= limits[i]! && number(row, 'population') < limit,
      );
      const euros = sum(some.map((row) => number(row, 'montant_eur')));
      const people = sum(some.map((row) => number(row, 'population')));
      return [some.length, euros, Math.round((100 * euros) / people) / 100];
    });
    const rows = await rowsOf('q16');
    expect(
      rows.map((row) => [row.communes, row.montant_eur, row.eur_par_habitant].map(Number)),
    ).toEqual(expected);
  });

  it('q39: farmland in the close perimeters of wells without a decree, by Turf', async () => {
    const perimeters = (await read('perimetres_captage')).filter(
      ({ properties: { type, dup } }) => type === 'PPR' && dup !== 'achevée',
    );
    const fields = await read('parcelles_agricoles');
    for (const row of await rowsOf('q39')) {
      const own = perimeters.filter(({ properties }) => properties.captage === row.captage);
      const m2 = sum(
        own.flatMap((perimeter) => fields.map((field) => oracleOverlap(perimeter, [field]))),
      );
      expect(Math.abs(Number(row.agricole_ha) - m2 / 10_000)).toBeLessThanOrEqual(0.051);
    }
  });

  it('q44: facilities farther than 300 m from the routes of phase 1, pair by pair', async () => {
    const routes = (await read('itineraires_cyclables')).filter(
      ({ properties }) => Number(properties.phase) === 1,
    );
    const families = 'école,collège,lycée,sport,piscine,culture,administration,pôle santé'.split(
      ',',
    );
    const far = (await read('equipements')).filter(
      (row) => families.includes(String(row.properties.famille)) && !isNear(row, routes, 300),
    );
    expect(routes).toHaveLength(25);
    expect(keys(await rowsOf('q44'), 'id')).toEqual(
      far.map(({ properties }) => properties.id).sort(),
    );
  });

  it('q47: charge points shared by those who live far from one, by largest remainders', async () => {
    const stations = await read('bornes_irve');
    const far = (await read('carreaux_200m')).filter((square) => !isNear(square, stations, 500));
    const people = new Map<unknown, number>();
    for (const square of far) {
      const code = square.properties.comm_insee;
      people.set(code, (people.get(code) ?? 0) + number(square, 'ind'));
    }
    const toPlace = 1600 - sum(stations.map((station) => number(station, 'nbre_pdc')));
    const all = sum([...people.values()]);
    const shares = [...people].map(([code, n]) => ({ code, exact: (toPlace * n) / all }));
    const left = toPlace - sum(shares.map(({ exact }) => Math.floor(exact)));
    const byRemainder = [...shares].sort(
      (a, b) => (b.exact % 1) - (a.exact % 1) || String(a.code).localeCompare(String(b.code)),
    );
    const expected = byRemainder
      .map(({ exact }, rank) => Math.floor(exact) + (rank < left ? 1 : 0))
      .sort((a, b) => b - a);
    const rows = await rowsOf('q47');
    expect(rows.map((row) => Number(row.points_a_placer))).toEqual(expected);
    expect(sum(expected)).toBe(toPlace);
  });

  it('q54: facilities within 300 m of a priority quarter, pair by pair', async () => {
    const [facilities, quarters] = [await read('equipements'), await read('qpv')];
    const near = facilities.filter((facility) => isNear(facility, quarters, 300));
    expect(keys(await rowsOf('q54'), 'id')).toEqual(
      near.map(({ properties }) => properties.id).sort(),
    );
  });

  it('q61: land bought and sold in 2024, summed by hand', async () => {
    const sales = (await read('mutations_foncieres')).filter(
      ({ properties }) => Number(properties.annee) === 2024,
    );
    const hectares = (way: string) =>
      sum(
        sales
          .filter(({ properties }) => properties.sens === way)
          .map((row) => number(row, 'surface_ha')),
      );
    const [first] = await rowsOf('q61');
    expect(Number(first?.acquis_ha)).toBeCloseTo(hectares('acquisition'), 6);
    expect(Number(first?.cedes_ha)).toBeCloseTo(hectares('cession'), 6);
    expect([first?.acquis_ha, first?.cedes_ha].map(Number)).toEqual([17.6, 5.6]);
  });

  it('q63: brownfields for a solar park, by Turf', async () => {
    const plans = await read('ppr');
    const needs = (await read('poles_consommation')).filter(
      ({ properties }) => properties.besoin === 'électricité',
    );
    const suited = (await read('friches')).filter((site) => {
      const {
        sol_pollution_existe: soil,
        site_statut: state,
        site_reconv_type: reuse,
      } = site.properties;
      if (number(site, 'unite_fonciere_surface') < 20_000 || !isNear(site, needs, 3000))
        return false;
      if (soil === 'pollution avérée' || soil === 'pollution supposée') return false;
      const isFree = state === 'friche sans projet' || state === 'friche potentielle';
      if (!isFree && reuse !== 'panneaux photovoltaïques') return false;
      // The zones of the plans do not overlap.
      return sum(plans.map((zone) => oracleOverlap(site, [zone]))) < 0.3 * oracleSize(site);
    });
    expect(keys(await rowsOf('q63'), 'site_id')).toEqual(
      suited.map(({ properties }) => properties.site_id).sort(),
    );
  });
});
