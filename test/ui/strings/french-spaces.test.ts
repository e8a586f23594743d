import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '../../..');
/** A plain space before « : ; ! ? » within a sentence, or on the inside of quotation marks: a line may break there. */
const BREAKABLE = /« | »|[\p{L}\d)}] [;!?:](?=[ '`"]|$)/u;

it('the sentences of files that promise no-break spaces have no other before a double sign', () => {
  const folder = join(ROOT, 'src/ui/strings');
  const files = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isFile());
  const promising = files
    .map(({ name }) => ({ name, text: readFileSync(join(folder, name), 'utf8') }))
    .filter(({ text }) => /no-break spaces/i.test(text));
  expect(promising.length).toBeGreaterThan(4);
  const wrong = promising.flatMap(({ name, text }) =>
    sentencesOf(text)
      .filter((sentence) => BREAKABLE.test(sentence))
      .map((sentence) => `${name}: ${sentence}`),
  );
  expect(wrong).toEqual([]);
});

it('what the pages of the communes say of their figures has no-break spaces too', () => {
  const folder = join(ROOT, 'data/communes');
  const wrong = readdirSync(folder).flatMap((name) =>
    readFileSync(join(folder, name), 'utf8')
      .split('\n')
      .map((line) => line.match(/^\s*"(?:label|method|title|empty)": "(.*)"/)?.[1] ?? '')
      .filter((sentence) => BREAKABLE.test(sentence))
      .map((sentence) => `${name}: ${sentence}`),
  );
  expect(wrong).toEqual([]);
});

/** What stands between quotes on the lines of a source, comments left out; templates without what they are filled with. */
function sentencesOf(source: string): string[] {
  const lines = source.split('\n').filter((line) => !/^\s*(?:\/\/|\*|\/\*)/.test(line));
  return lines.flatMap((line) =>
    [...line.replace(/\$\{[^}]*\}/g, 'x').matchAll(/'([^']*)'|`([^`]*)`/g)].map(
      ([, quoted, template]) => quoted ?? template ?? '',
    ),
  );
}
