import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSeance } from '../../src/domain/parse-seance.ts';
import type { Seance } from '../../src/domain/seance.ts';

const DATA = join(import.meta.dirname, '..', '..', 'data');
const DOCUMENTS = readDocuments();
const FACTS = readdirSync(join(DATA, 'facts')).flatMap((name) =>
  factsIn(JSON.parse(readFileSync(join(DATA, 'facts', name), 'utf8'))),
);
const SEANCES = readdirSync(join(DATA, 'seances')).map((name) =>
  parseSeance(JSON.parse(readFileSync(join(DATA, 'seances', name), 'utf8'))),
);

describe.each(SEANCES.map((seance) => [seance.id, seance] as const))('the session %s', (_, own) => {
  it('has 8 to 12 items, each with notes or a text to speak of', () => {
    expect(own.items.length).toBeGreaterThanOrEqual(8);
    expect(own.items.length).toBeLessThanOrEqual(12);
    expect(own.items.filter(({ text }) => text.length < 80)).toEqual([]);
  });

  it('has a question, a figure of the communes, a before and after, a commune, notes and decisions', () => {
    const some = (has: (item: Seance['items'][number]) => unknown) => own.items.some(has);
    expect(some(({ scene }) => scene.question)).toBe(true);
    expect(some(({ scene }) => scene.choropleth)).toBe(true);
    expect(some(({ scene }) => scene.beforeAfter)).toBe(true);
    expect(some(({ scene }) => scene.commune)).toBe(true);
    expect(some(({ notes }) => notes)).toBe(true);
    expect(some(({ decision }) => decision)).toBe(true);
  });

  it('takes each figure from a fact that has that value at that line', () => {
    const unfounded = own.items.flatMap(({ number, figures }) =>
      figures
        .filter(({ value, source }) => !isFounded(value, source))
        .map(({ label, value }) => `${number}: ${label} ${value}`),
    );
    expect(unfounded).toEqual([]);
  });

  it('takes each amount, and each share of it, from the lines that the item cites', () => {
    const unfounded = own.items.flatMap(({ number, amount, source }) => {
      const sums = amount ? [amount.eur, ...amount.funding.map(({ eur }) => eur)] : [];
      return sums.filter((eur) => !isFounded(eur, source)).map((eur) => `${number}: ${eur} €`);
    });
    expect(unfounded).toEqual([]);
  });

  it('cites documents that are known', () => {
    for (const { source } of own.items) expect(referencesIn(source)).not.toEqual([]);
  });

  it('says that a matter is to be checked where the documents contradict each other', () => {
    const matters: { values: { value: number; source: string }[] }[] = JSON.parse(
      readFileSync(join(DATA, 'facts', 'contradictions.json'), 'utf8'),
    ).contradictions;
    const doubtful = matters.flatMap(({ values }) => values);
    const silent = own.items.filter(({ figures, amount, text }) => {
      const told = [...figures.map(({ value }) => value), amount?.eur];
      const isDoubtful = doubtful.some(({ value }) => value > 1000 && told.includes(value));
      return isDoubtful && !/à vérifier/i.test(text);
    });
    expect(silent.map(({ number }) => number)).toEqual([]);
  });
});

/** A number of the facts, and where it stands: document and lines. */
interface Fact {
  value: number;
  references: Reference[];
}

interface Reference {
  document: string;
  from: number;
  to: number;
}

function isFounded(value: number, source: string): boolean {
  const cited = referencesIn(source);
  return FACTS.some(
    (fact) =>
      fact.value === value && fact.references.some((one) => cited.some((c) => meets(c, one))),
  );
}

function meets(a: Reference, b: Reference): boolean {
  return a.document === b.document && a.from <= b.to && b.from <= a.to;
}

/** `Rapport d’activité 2024, lignes 70-76 ; …` */
function referencesIn(source: string): Reference[] {
  return source.split(/\s;\s/).map((text) => {
    const found = /^(.+), lignes? (\d+)(?:-(\d+))?$/.exec(text);
    const document = DOCUMENTS.get(found?.[1] ?? '');
    if (!found || !document) throw new Error(`no such document: "${text}"`);
    return { document, from: Number(found[2]), to: Number(found[3] ?? found[2]) };
  });
}

function readDocuments(): Map<string, string> {
  const text = readFileSync(join(DATA, 'facts', 'projects.json'), 'utf8');
  const { documents } = JSON.parse(text) as { documents: Record<string, { title: string }> };
  return new Map(Object.entries(documents).map(([id, { title }]) => [title, id]));
}

/** Every number of a file of facts with the references that stand in the same object or in one around it. */
function factsIn(content: unknown, around: Reference[] = []): Fact[] {
  if (Array.isArray(content)) return content.flatMap((one) => factsIn(one, around));
  if (content === null || typeof content !== 'object') return [];
  const references = [...around, ...Object.values(content).flatMap(readReferences)];
  return Object.values(content).flatMap((value): Fact[] => {
    if (typeof value === 'number') return [{ value, references }];
    if (Array.isArray(value) && value.every((one) => typeof one === 'string')) return [];
    return factsIn(value, references);
  });
}

function readReferences(value: unknown): Reference[] {
  if (Array.isArray(value)) return value.flatMap(readReferences);
  const found = typeof value === 'string' ? /^(\d{3}):(\d+)(?:-(\d+))?$/.exec(value) : null;
  if (!found) return [];
  const [, document = '', from, to = from] = found;
  return [{ document, from: Number(from), to: Number(to) }];
}
