import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { readProjects } from '../../scripts/demo/facts.ts';

const ROOT = join(import.meta.dirname, '../..');
const SEEDS = join(ROOT, '../shared/seeds');

describe.each(['economy', 'mobility'])('facts of %s', (name) => {
  const facts = statements(JSON.parse(readFileSync(join(ROOT, `data/facts/${name}.json`), 'utf8')));

  it('have sources in the known documents', () => {
    const known = Object.keys(readProjects().documents);
    for (const { source } of facts) {
      expect(source).toMatch(/^\d{3}:\d+(-\d+)?$/);
      expect(known).toContain(source.split(':')[0]);
    }
  });

  it.skipIf(!existsSync(SEEDS))(
    'have a word or a number of theirs in the lines of their source',
    () => {
      const strangers = facts.filter(({ source, texts }) => {
        const lines = plain(linesOf(source));
        return !texts.some((text) => wordsOf(text).some((word) => lines.includes(word)));
      });
      expect(strangers).toEqual([]);
    },
  );
});

interface Statement {
  source: string;
  texts: string[];
}

/** Every object of a JSON value that has a source, with the texts and numbers beside it. */
function statements(value: unknown): Statement[] {
  if (typeof value !== 'object' || value === null) return [];
  const nested = Object.values(value).flatMap(statements);
  if (!('source' in value) || typeof value.source !== 'string') return nested;
  const { source, ...rest } = value;
  const texts = Object.values(rest)
    .flat()
    .filter((item) => typeof item === 'string' || typeof item === 'number')
    .map(String);
  return [{ source, texts }, ...nested];
}

function linesOf(source: string): string {
  const [document, lines] = source.split(':') as [string, string];
  const [first, last] = lines.split('-').map(Number) as [number, number?];
  const { file } = readProjects().documents[document]!;
  return readFileSync(join(SEEDS, file), 'utf8')
    .split('\n')
    .slice(first - 1, last ?? first)
    .join(' ');
}

function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Words of five letters and more, and numbers but for INSEE codes. */
function wordsOf(text: string): string[] {
  const isNumber = /^\d{1,3}$/.test(text);
  return isNumber
    ? [text]
    : plain(text)
        .split(/[^a-z0-9]+/)
        .filter((word) => word.length > 4 && !/^\d+$/.test(word));
}
