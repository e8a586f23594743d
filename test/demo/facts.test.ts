import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  describeSource,
  readBrownfields,
  readCycleRoutes,
  readFigure,
  readNamedEconomicSites,
  readProjects,
  readStations,
} from '../../scripts/demo/facts.ts';

const SHARED = join(import.meta.dirname, '../../../shared');
const SEEDS = join(SHARED, 'seeds');
const SEED_PROJECTS = join(SHARED, 'seed-facts/projects.json');

describe('the facts', () => {
  const { documents, projects } = readProjects();

  it('hold 332 projects, each with an identifier of its own and a source', () => {
    expect(projects).toHaveLength(332);
    expect(new Set(projects.map(({ id }) => id)).size).toBe(332);
    for (const { id, sources } of projects) {
      expect(sources, id).not.toHaveLength(0);
      for (const source of sources) expect(source, id).toMatch(/^00[0-4]:\d+(-\d+)?$/);
    }
  });

  it.skipIf(!existsSync(SEED_PROJECTS))(
    'carry every project over (skipped where ../shared/seed-facts is absent)',
    () => {
      const seeds: { id: string; name: string }[] = JSON.parse(
        readFileSync(SEED_PROJECTS, 'utf8'),
      ).projects;
      const titles = new Map(projects.map(({ id, title }) => [id, title]));
      expect(seeds.map(({ id, name }) => [id, name])).toEqual([...titles]);
    },
  );

  describe.skipIf(!existsSync(SEEDS))(
    'against the documents (skipped without ../shared/seeds)',
    () => {
      const passage = createReader(documents);

      it.each(projects.map((project) => [project.id, project] as const))(
        'the lines that %s cites speak of it',
        (_, { title, description, communes, sources }) => {
          const cited = sources.map(passage).join(' ');
          const subject = [title, description, ...Object.values(communes)].join(' ');
          const shared = words(subject).filter((word) => words(cited).includes(word));
          expect(shared).not.toEqual([]);
        },
      );

      it.each([
        ['communes', '100 communes'],
        ['communes-ppri', '78%'],
        ['zae', '42 zones'],
        ['friches', '350 ha'],
        ['itineraires-cyclables', 'cinquantaine d’itinéraires'],
        ['reseau-cyclable', '200 km'],
        ['itineraires-phase-1', '25 itinéraires'],
      ])('the figure %s stands in its line as "%s"', (id, text) => {
        expect(passage(readFigure(id).source)).toContain(text);
      });

      it('the named sites, stations and routes cite lines that exist', () => {
        const cited = [
          ...readNamedEconomicSites(),
          ...readBrownfields().sites,
          ...readCycleRoutes(),
          ...readStations(),
        ].flatMap(({ source }) => source ?? []);
        expect(cited.filter((source) => passage(source).trim() === '')).toEqual([]);
      });
    },
  );

  it('name 14 activity zones and 5 derelict sites', () => {
    expect(readNamedEconomicSites()).toHaveLength(14);
    expect(readBrownfields().sites).toHaveLength(5);
  });

  it('a source reads as a document and its lines', () => {
    expect(describeSource('000:70-76')).toBe('Rapport d’activité 2024, lignes 70-76');
    expect(describeSource('004:371')).toBe('Rapport politique de la ville 2019, ligne 371');
  });

  it('a figure that nobody published is refused', () => {
    expect(() => readFigure('licornes')).toThrow('no figure "licornes"');
  });
});

/** The text of a cited passage; lines are counted on line feeds alone. */
function createReader(documents: Record<string, { file: string }>) {
  const texts = new Map<string, string[]>();
  return (source: string): string => {
    const [id, lines] = source.split(':') as [string, string];
    const { file } = documents[id]!;
    if (!texts.has(id)) texts.set(id, readFileSync(join(SEEDS, file), 'utf8').split('\n'));
    const [first, last] = lines.split('-').map(Number) as [number, number?];
    return texts
      .get(id)!
      .slice(first - 1, last ?? first)
      .join('\n');
  };
}

function words(text: string): string[] {
  const folded = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
  return folded.match(/[a-z0-9]{5,}/g) ?? [];
}
