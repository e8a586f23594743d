import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { communeNames, DEMO_LAYERS } from '../../scripts/demo/build-territory.ts';
import { readLibrary } from '../../scripts/library/build-library.ts';
import type { LibraryFault } from '../../scripts/library/library-fault.ts';
import { faultSentence } from '../../scripts/library/messages.ts';
import type { LayerMeta } from '../../src/domain/layer.ts';
import type { Library } from '../../src/domain/library.ts';
import { parseLibrary } from '../../src/domain/parse-library.ts';

const ROOT = join(import.meta.dirname, '../..');
const DATA = join(ROOT, 'data');
const SYSTEMS_MD = join(ROOT, '../shared/seed-facts/systems.md');

describe('the shipped library, against the layers as they are described', () => {
  let library: Library;
  let faults: LibraryFault[];

  beforeAll(async () => {
    const layers = Object.keys(DEMO_LAYERS).map(
      (id): LayerMeta => JSON.parse(readFileSync(join(DATA, 'layers', `${id}.json`), 'utf8')),
    );
    const communes = communeNames('200072460');
    const ground = { dataDir: DATA, layers, crs: 'EPSG:3950' as const, communes };
    ({ library, faults } = await readLibrary(ground));
  }, 60_000);

  it('has no fault', () => {
    expect(faults.map(faultSentence)).toEqual([]);
  });

  it('is what the page reads', () => {
    expect(parseLibrary(JSON.parse(JSON.stringify(library)))).toEqual(library);
  });

  it('holds the 75 questions, in their order', () => {
    const wanted = Array.from({ length: 75 }, (_, i) => `q${String(i + 1).padStart(2, '0')}`);
    expect(library.questions.map(({ id }) => id)).toEqual(wanted);
  });

  it('holds the 74 systems, each on a layer or a question', () => {
    expect(library.systems).toHaveLength(74);
    const idle = library.systems.filter(
      ({ layers, questions }) => !layers.length && !questions.length,
    );
    expect(idle).toEqual([]);
  });

  it.skipIf(!existsSync(SYSTEMS_MD))(
    'holds every system that was read in the documents (skipped without ../shared/seed-facts)',
    () => {
      const headings = readFileSync(SYSTEMS_MD, 'utf8').matchAll(/^### (\w+)\./gm);
      expect(library.systems.map(({ id }) => id)).toEqual([...headings].map(([, id]) => id));
    },
  );

  it('has key figures and questions for every theme of the territory', () => {
    const own = library.themes.filter(({ id }) => !['publiees', 'fond'].includes(id));
    const bare = own.filter(
      ({ id, figures, summary }) =>
        !summary || figures.length < 3 || !library.questions.some(({ theme }) => theme === id),
    );
    expect(bare.map(({ id }) => id)).toEqual([]);
  });

  it('cites documents that it names', () => {
    const cited = [
      ...library.indicators.map(({ source }) => source),
      ...library.questions.flatMap(({ source }) => source?.split(' ; ') ?? []),
      ...library.systems.flatMap(({ sources }) => sources),
    ];
    const unknown = cited.filter((source) => !library.documents[source.split(':')[0] as string]);
    expect(unknown).toEqual([]);
  });
});
