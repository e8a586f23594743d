import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Contradiction, Decision, Indicator } from '../../src/domain/library.ts';

const ROOT = join(import.meta.dirname, '../..');
const SHARED = join(ROOT, '../shared');
const SEEDS = join(SHARED, 'seeds');

const indicators = readFacts<Indicator>('indicators');
const decisions = readFacts<Decision>('decisions');
const contradictions = readFacts<Contradiction>('contradictions');

describe('the published figures and decisions', () => {
  it('are 363 indicators, 41 decisions and the contradictions between them, each under its own name', () => {
    expect([indicators.length, decisions.length]).toEqual([363, 41]);
    expect(contradictions.length).toBeGreaterThanOrEqual(7);
    for (const items of [indicators, decisions, contradictions]) {
      expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    }
  });

  it('keep every value that contradicts another, with a source each', () => {
    for (const { id, values } of contradictions) {
      expect(new Set(values.map(({ value }) => value)).size, id).toBe(values.length);
      expect(values.length, id).toBeGreaterThan(1);
    }
  });

  it('name no private person', () => {
    const texts = [...indicators, ...decisions, ...contradictions].map((item) =>
      JSON.stringify(item),
    );
    expect(texts.filter((text) => /\b(M|MM|Mme|Mlle|Dr|Me)\.? [A-ZÉÈ]/.test(text))).toEqual([]);
    expect(texts.filter((text) => /monsieur|madame|docteur/i.test(text))).toEqual([]);
  });

  it.skipIf(!existsSync(SHARED))(
    'carry over every figure and decision that was read (skipped without ../shared/seed-facts)',
    () => {
      const seeds = <T>(name: string, key: string): T[] =>
        JSON.parse(readFileSync(join(SHARED, 'seed-facts', `${name}.json`), 'utf8'))[key];
      const read = seeds<{ id: string; value: number | string }>('indicators', 'indicators');
      expect(indicators.map(({ id, value }) => [id, value])).toEqual(
        read.map(({ id, value }) => [id, typeof value === 'number' ? value : null]),
      );
      const decided = seeds<{ id: string; codes_insee: string[] }>(
        'deliberations',
        'deliberations',
      );
      expect(decisions.map(({ id, communes }) => [id, Object.keys(communes).sort()])).toEqual(
        decided.map(({ id, codes_insee }) => [id, [...codes_insee].sort()]),
      );
    },
  );
});

describe.skipIf(!existsSync(SEEDS))(
  'the documents themselves (skipped without ../shared/seeds)',
  () => {
    const passage = createReader();

    it.each(indicators.map((indicator) => [indicator.id, indicator] as const))(
      'write the figure of %s in the lines that it cites',
      (_, { raw, source }) => {
        expect(passage(source)).toContain(raw);
      },
    );

    it.each(
      contradictions.flatMap(({ id, values }) => values.map((value) => [id, value] as const)),
    )('write each value of %s in the lines that it cites', (_, { raw, value, source }) => {
      expect(passage(source)).toContain(raw);
      expect(numbersOf(raw)).toContain(value);
    });

    it.each(decisions.map((decision) => [decision.id, decision] as const))(
      'write the figures of %s in the lines that it cites',
      (_, { amountEur, amountRaw = [], title, note = '', sources }) => {
        const cited = sources.map(passage);
        expect(cited.filter((text) => text.trim() === '')).toEqual([]);
        for (const raw of amountRaw) expect(cited.join('\n')).toContain(raw);
        if (amountEur !== undefined) {
          const parts = amountRaw.map((raw) => numbersOf(raw)[0] ?? Number.NaN);
          expect(parts.reduce((sum, part) => sum + part)).toBe(amountEur);
        }
        const said = `${title} ${note}`.match(
          /\d[\d,]*(?= (km|itinéraires|logements|bornes|ha|M€))/g,
        );
        for (const figure of said ?? []) expect(cited.join('\n')).toContain(figure);
      },
    );
  },
);

function readFacts<T>(name: string): T[] {
  return JSON.parse(readFileSync(join(ROOT, 'data/facts', `${name}.json`), 'utf8'))[name];
}

/**
 * The numbers that a text may stand for: as it is written, in millions where it says so, and the sum of several.
 */
function numbersOf(raw: string): number[] {
  const scale = /M€|million/.test(raw) ? 1e6 : 1;
  const written = raw.replace('m2', '').match(/\d[\d \u00a0\u202f.]*(,\d+)?/g) ?? ['1'];
  const numbers = written.map((text) => {
    const digits = text.replace(/[\s\u00a0\u202f]/g, '').replace(/\.(?=\d{3})/g, '');
    return Math.round(Number(digits.replace(',', '.')) * scale * 100) / 100;
  });
  return [...numbers, numbers.reduce((sum, number) => sum + number)];
}

/** The text of a cited passage; lines are counted on line feeds alone. */
function createReader() {
  const { documents }: { documents: Record<string, { file: string }> } = JSON.parse(
    readFileSync(join(ROOT, 'data/facts/projects.json'), 'utf8'),
  );
  const texts = new Map<string, string[]>();
  return (source: string): string => {
    const [id, lines] = source.split(':') as [string, string];
    if (!texts.has(id)) {
      const file = documents[id]?.file ?? '';
      texts.set(id, readFileSync(join(SEEDS, file), 'utf8').split('\n'));
    }
    const [first, last] = lines.split('-').map(Number) as [number, number?];
    return (texts.get(id) as string[]).slice(first - 1, last ?? first).join('\n');
  };
}
