import { XMLValidator } from 'fast-xml-parser';
import { expect, it } from 'vitest';
import type { CommuneSheet } from '../../src/domain/commune-sheet.ts';
import { renderCommunePage } from '../../src/pages/commune-page.ts';
import { renderComparison } from '../../src/pages/comparison-page.ts';
import { renderIndex } from '../../src/pages/index-page.ts';
import type { CommuneMap } from '../../src/pages/map-view.ts';
import { renderMethods } from '../../src/pages/methods-page.ts';
import { createFigure, createList, createSheet } from './create-sheet.ts';

const SITE = { territory: 'Essai', banner: null, policy: "default-src 'none'" };
const CHOICE = {
  first: [{ theme: 'economie', figures: ['lots', 'inconnu'], lists: ['projets'] }],
  map: [{ layer: 'cours_eau', opacity: 0.5, words: 'toponyme' }],
};
const HOSTILE = '<script>alert("1")</script> & \'x\' "y"';

const render = (sheet: CommuneSheet, map: CommuneMap | null = null) =>
  renderCommunePage(sheet, { map, policy: SITE.policy, choice: CHOICE });

function withFigure(figure: Parameters<typeof createFigure>[0]): CommuneSheet {
  const [section] = createSheet().sections;
  return createSheet({ sections: [{ ...section!, figures: [createFigure(figure)] }] });
}

/** The page as XML would have it: every element closed, every attribute quoted. */
function wellFormed(page: string): true | string {
  const closed = page
    .replace('<!doctype html>', '')
    .replace(/<(meta|link|img)\b([^>]*)>/g, '<$1$2/>')
    .replace(/ (hidden|download)(?=[ >])/g, ' $1=""');
  const result = XMLValidator.validate(closed);
  return result === true ? true : `${result.err.msg} at line ${result.err.line}`;
}

it('a page, the index, the comparison and the methods are well-formed', () => {
  const sheet = createSheet();
  expect(wellFormed(render(sheet, createMap()))).toBe(true);
  expect(wellFormed(renderIndex([sheet], SITE))).toBe(true);
  expect(wellFormed(renderComparison([sheet], SITE))).toBe(true);
  expect(wellFormed(renderMethods(sheet, SITE))).toBe(true);
});

it('what a sheet says stays text, whatever it says', () => {
  const sheet = createSheet({
    name: HOSTILE,
    neighbours: [{ code: '62178', name: HOSTILE }],
    sections: [
      {
        id: 'economie',
        title: HOSTILE,
        figures: [
          createFigure({
            label: HOSTILE,
            unit: HOSTILE,
            method: HOSTILE,
            doubt: HOSTILE,
            sources: [{ kind: 'document', title: HOSTILE, reference: HOSTILE }],
          }),
        ],
        lists: [createList({ title: HOSTILE, rows: [[HOSTILE, HOSTILE, null, HOSTILE]] })],
      },
    ],
  });
  const map = createMap();
  map.words[0]!.things[0]!.name = HOSTILE;
  for (const page of [
    render(sheet, map),
    renderIndex([sheet], SITE),
    renderComparison([sheet], SITE),
    renderMethods(sheet, SITE),
  ]) {
    expect(page).not.toContain('<script>alert');
    expect(wellFormed(page)).toBe(true);
  }
});

it('nothing is written inline that the security policy refuses', () => {
  const page = render(createSheet(), createMap());
  expect(page).not.toMatch(/\sstyle=|<style|\son\w+=|<script(?! type="module" src=)/);
  expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
});

it('a value is written as French does, with its rank and the median in words', () => {
  const page = render(withFigure({ value: 1234567.8, unit: 'm³', rank: 2, median: 1500.25 }));
  expect(page).toContain('1\u202f234\u202f568\u202fm³');
  expect(page).toContain('2e sur 100');
  expect(page).toContain('médiane 1\u202f500\u202fm³');
  expect(page).toContain('Source\u00a0: Zones d’activité (31/03/2026)');
});

it('a unit follows its number: singular below two', () => {
  expect(render(withFigure({ value: 1, median: 3.5 }))).toContain('>1\u202flot<');
  expect(render(withFigure({ value: 1.5, unit: 'fuites/km' }))).toContain('1,50\u00a0fuite/km<');
  expect(render(withFigure({ value: 1, median: 0, unit: 'permis' }))).toContain('1\u00a0permis<');
});

it('a figure that is not known says so and has no rank', () => {
  const page = render(withFigure({ value: null, rank: null }));
  expect(page).toContain('non renseigné');
  expect(page).not.toContain('sur 100</span>');
});

it('a doubt is marked where the figure stands, and told on top', () => {
  const page = render(withFigure({ doubt: 'Le rapport dit 15 (ligne 3).' }));
  expect(page.match(/à vérifier<\/(a|strong)>/g)?.length).toBeGreaterThanOrEqual(3);
  expect(page).toContain('1 point à vérifier');
  expect(page).toContain('id="a-verifier"');
  expect(render(createSheet())).not.toContain('a-verifier');
});

it('a list is a table with its units, years uncut, days in order; an empty one says so', () => {
  const page = render(createSheet());
  expect(page).toContain('<td class="number">2024</td>');
  expect(page).toContain('1\u202f250\u202f000\u202f€');
  expect(page).toContain('<td>02/04/2024</td>');
  const [section] = createSheet().sections;
  const empty = createSheet({ sections: [{ ...section!, lists: [createList({ rows: [] })] }] });
  expect(render(empty)).toContain('Aucun projet.');
});

it('the map has an alternative and is told in words; without it the page says so', () => {
  const page = render(createSheet(), createMap());
  expect(page).toContain('Carte de Béthune\u00a0: Cours d’eau');
  expect(page).toContain('<td>Lawe</td><td>2,3\u202fkm</td><td>au nord</td>');
  expect(page).toContain('rien dans la commune');
  expect(render(createSheet())).toContain('n’a pas encore été dessinée');
});

it('headings go down by one step at a time', () => {
  const levels = [...render(createSheet(), createMap()).matchAll(/<h(\d)/g)].map(([, n]) =>
    Number(n),
  );
  expect(levels.filter((level) => level === 1)).toHaveLength(1);
  const jumps = levels.filter((level, i) => i > 0 && level > levels[i - 1]! + 1);
  expect(jumps).toEqual([]);
});

it('links lead to the commune on the map, to the question of a list, to the neighbours', () => {
  const page = render(createSheet());
  expect(page).toContain('../index.html#/carte?objet=communes/62119');
  const [, link = ''] = /question=([^"&]+)"/.exec(page) ?? [];
  expect(JSON.parse(decodeURIComponent(link))).toMatchObject({
    target: 'projets',
    where: { conditions: [{ kind: 'intersects', layer: 'communes' }] },
  });
  expect(page).toContain('href="62178.html"');
});

function createMap(): CommuneMap {
  const layer = {
    geometry: 'line' as const,
    noun: ['cours d’eau', 'cours d’eau'] as [string, string],
  };
  return {
    src: '62119.svg',
    widthMm: 92,
    heightMm: 100,
    scale: 50_000,
    legend: [
      {
        title: 'Cours d’eau',
        entries: [
          { swatch: '<svg/>', label: 'Canal' },
          { swatch: '<svg/>', label: 'Rivière' },
        ],
      },
    ],
    words: [
      {
        layer: { ...layer, id: 'cours_eau', title: 'Cours d’eau' },
        things: [{ name: 'Lawe', amount: 2300, where: 'n' }],
      },
      { layer: { ...layer, id: 'fosses', title: 'Fossés' }, things: [] },
    ],
  };
}
