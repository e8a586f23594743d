import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parseSeance } from '../../src/domain/parse-seance.ts';
import type { SeanceItem } from '../../src/domain/seance.ts';
import type { HandoutRequest } from '../../src/paper/handout/handout-request.ts';
import { makeHandout } from '../../src/paper/handout/make-handout.ts';
import type { Page, PagePart } from '../../src/paper/page.ts';

const READY = [
  'prevention-des-inondations',
  'reseau-cyclable-et-mobilites',
  'pluih-habitat-et-foncier',
].map((id) =>
  parseSeance(
    JSON.parse(readFileSync(join(import.meta.dirname, '../../data/seances', `${id}.json`), 'utf8')),
  ),
);

describe('the hand-out of a session', () => {
  it.each(READY.map((seance) => [seance.id, seance] as const))(
    'has one page an item of %s, with all that it says',
    async (_, seance) => {
      const pages = await makeHandout(requestOf(seance.items), MEANS);
      expect(pages).toHaveLength(seance.items.length);
      for (const [i, item] of seance.items.entries()) {
        const text = textOf(pages[i] as Page);
        for (const { label } of item.figures) expect(text).toContain(plain(label));
        for (const { who } of item.amount?.funding ?? []) expect(text).toContain(plain(who));
        expect(text).toContain(plain(`Point ${item.number}. ${item.title}`));
        expect(text).toContain(plain(item.text));
        expect(text).toContain(plain(item.decision ?? ''));
        expect(text).toContain(plain(`Source : ${item.source}`));
        expect(text).toContain(`Page ${i + 1} sur ${seance.items.length}`);
        expect(text).not.toContain(plain(item.notes ?? '—'));
      }
    },
  );

  it('states the scale of a map that shows the whole scene', async () => {
    const item = READY[0]!.items[4]!;
    const [page] = await makeHandout(requestOf([item]), MEANS);
    expect(textOf(page!)).toContain('Échelle 1:30 000');
    const figure = page!.parts.find(
      ({ role, alt }) => role === 'Figure' && alt?.startsWith('Plan'),
    );
    const box = figure!.drawings![0]!.box;
    expect(box.y + box.height).toBeLessThan(297 - 13);
    expect((box.width * 30_000) / 1000).toBeGreaterThan(groundWidth(item));
  });

  it('has a map for before and another for after', async () => {
    const item = READY[0]!.items[3]!;
    const map = { layers: [], extras: [] };
    const maps = [
      { ...map, label: 'Avant' },
      { ...map, label: 'Après' },
    ];
    const request = { ...requestOf([item]), items: [{ item, maps, answer: null }] };
    const [page] = await makeHandout(request, MEANS);
    const plans = page!.parts.filter(({ alt }) => alt?.startsWith('Plan'));
    expect(plans.map(({ lines }) => lines?.[0]?.text)).toEqual(['Avant', 'Après']);
  });

  it('stops when it is told to', async () => {
    const signal = AbortSignal.abort(new Error('enough'));
    await expect(makeHandout(requestOf(READY[0]!.items), MEANS, { signal })).rejects.toThrow(
      'enough',
    );
  });
});

const MEANS = {
  kept: new Map(),
  measure: (text: string, sizeMm: number) => text.length * sizeMm * 0.5,
  open: () => {
    throw new Error('no layer is read here');
  },
};

function requestOf(items: SeanceItem[]): HandoutRequest {
  return {
    territory: {
      name: 'Territoire',
      shortName: 'Territoire',
      siren: '200072460',
      metricCrs: 'EPSG:3950',
      extent: [2.3, 50.3, 2.9, 50.7],
      banner: 'Géométries simulées',
    },
    seance: { title: 'Séance', assembly: 'Conseil', date: '2026-03-01' },
    day: '2026-02-01',
    items: items.map((item) => ({
      item,
      maps: [{ label: null, layers: [], extras: [] }],
      answer: null,
    })),
  };
}

/** Metres from west to east, at the middle of the scene: on a sphere, to some parts in a thousand. */
function groundWidth({ scene: { extent } }: SeanceItem): number {
  const [west, south, east, north] = extent;
  return (east - west) * 111_200 * Math.cos((((south + north) / 2) * Math.PI) / 180);
}

function textOf({ parts }: Page): string {
  const linesOf = (part: PagePart): string[] => [
    ...(part.lines ?? []).map(({ text }) => text),
    ...(part.parts ?? []).flatMap(linesOf),
  ];
  return plain(parts.flatMap(linesOf).join(' '));
}

function plain(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
