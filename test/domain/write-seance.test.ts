import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkSeance, isFault } from '../../src/domain/check-seance.ts';
import { mendSeance } from '../../src/domain/mend-seance.ts';
import { parseSeance } from '../../src/domain/parse-seance.ts';
import { linesOfScene, retake, withLines } from '../../src/domain/scene-layers.ts';
import type { Seance } from '../../src/domain/seance.ts';
import { idOfTitle, moveItem, newSeance, renumbered } from '../../src/domain/seance-draft.ts';
import type { Extent } from '../../src/domain/units.ts';

const EXTENT: Extent = [2.3, 50.3, 2.9, 50.7];
const READY = parseSeance(
  JSON.parse(
    readFileSync(
      join(import.meta.dirname, '../../data/seances/prevention-des-inondations.json'),
      'utf8',
    ),
  ),
);

describe('a session that is written', () => {
  it('is told what is still to be filled', () => {
    const seance = newSeance({ siren: '1', extent: EXTENT }, ['communes']);
    expect(checkSeance(seance, null)).toEqual([
      { path: 'title', kind: 'empty' },
      { path: 'items.0.title', kind: 'empty' },
      { path: 'items.0.source', kind: 'no-source' },
    ]);
  });

  it('has no fault where it can be published, and the other way round', () => {
    expect(checkSeance(READY, null).filter(isFault)).toEqual([]);
    const broken = change((item) => ({ ...item, number: '1' }));
    expect(checkSeance(broken, null)).toContainEqual({
      path: 'items.1.number',
      kind: 'same-number',
    });
    expect(() => parseSeance(broken)).toThrow('two items');
  });

  it('doubts a name, and shares that are more than the whole', () => {
    const named = change((item) => ({
      ...item,
      rapporteur: 'Mme Martin',
      amount: { eur: 1, pays: '', funding: [{ who: 'État', eur: 2 }] },
    }));
    const doubts = checkSeance(named, null).filter((fault) => !isFault(fault));
    expect(doubts.map(({ kind }) => kind)).toEqual(['name', 'over-funded']);
    const president = change((item) => ({ ...item, rapporteur: 'Monsieur le président' }));
    expect(checkSeance(president, null)).toEqual([]);
  });

  it('is opened from a faulty file as far as it can be, and what is lost is cited', () => {
    const json = JSON.parse(JSON.stringify(READY));
    json.items[0].figures[0].value = null;
    json.items[3].scene.question = { target: 7 };
    json.items[4].title = 12;
    json.date = 'demain';
    const mended = mendSeance(json, EXTENT);
    expect(mended?.seance.items).toHaveLength(12);
    expect(mended?.seance.items[0]?.figures[0]?.value).toBeNaN();
    expect(mended?.lost).toEqual([
      { path: 'items.3.scene.question', text: '{"target":7}' },
      { path: 'items.4.title', text: '12' },
      { path: 'date', text: '"demain"' },
    ]);
    expect(mended?.seance.items[5]).toEqual(READY.items[5]);
  });

  it('is nothing where a file holds no session', () => {
    expect(mendSeance({ type: 'FeatureCollection' }, EXTENT)).toBeNull();
    expect(mendSeance([], EXTENT)).toBeNull();
  });

  it('comes back from its file as it was', () => {
    expect(mendSeance(JSON.parse(JSON.stringify(READY)), EXTENT)).toEqual({
      seance: READY,
      lost: [],
    });
  });
});

describe('the agenda', () => {
  it('is numbered in its order where all numbers are whole', () => {
    const moved = renumbered(moveItem(READY.items, 3, 0));
    expect(moved[0]).toMatchObject({ number: '1', title: READY.items[3]?.title });
    expect(moved.map(({ number }) => number)).toEqual(READY.items.map(({ number }) => number));
  });

  it('keeps numbers of its own where one has a point', () => {
    const items = change((item) => ({ ...item, number: '2.1' })).items;
    expect(
      renumbered(items)
        .map(({ number }) => number)
        .slice(0, 3),
    ).toEqual(['1', '2.1', '3']);
  });
});

describe('the layers of a scene', () => {
  it('are lines that give the scene back', () => {
    const { scene } = READY.items[3]!;
    const lines = linesOfScene(scene);
    expect(lines.slice(0, 3).map(({ id, role }) => [id, role])).toEqual([
      ['crue_2023', 'before'],
      ['ouvrages_gemapi', 'after'],
      ['zones_expansion', 'after'],
    ]);
    const written = withLines(scene, lines, { before: '', after: '' });
    expect(linesOfScene(written)).toEqual(lines);
    expect(written.beforeAfter).toEqual(scene.beforeAfter);
  });

  it('have no before and after once none is of a side', () => {
    const { scene } = READY.items[3]!;
    const always = linesOfScene(scene).map((line) => ({ ...line, role: 'always' as const }));
    expect(withLines(scene, always, { before: '', after: '' }).beforeAfter).toBeUndefined();
  });

  it('taken anew from the map keep the commune and the figure that the map does not show', () => {
    const before = {
      ...READY.items[4]!.scene,
      choropleth: { theme: 'risques', figure: 'ppr_pct' },
    };
    const taken = { extent: EXTENT, layers: [{ id: 'communes' }] };
    expect(retake(before, taken)).toEqual({
      ...taken,
      commune: '62620',
      choropleth: { theme: 'risques', figure: 'ppr_pct' },
    });
  });
});

describe('the name of a file', () => {
  it.each([
    ['Conseil du 3 mars', 'conseil-du-3-mars'],
    ['Nœux-les-Mines : l’eau', 'noeux-les-mines-l-eau'],
    ['…', 'seance'],
  ])('of "%s" is %s', (title, id) => {
    expect(idOfTitle(title)).toBe(id);
  });
});

function change(own: (item: Seance['items'][number]) => Seance['items'][number]): Seance {
  return { ...READY, items: READY.items.map((item, i) => (i === 1 ? own(item) : item)) };
}
