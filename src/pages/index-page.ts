import type { CommuneSheet, SheetFigure } from '../domain/commune-sheet.ts';
import { communePages } from '../ui/strings/commune-pages.ts';
import { figureValue } from './figure-text.ts';
import { html, type Markup } from './markup.ts';
import { type PageSite, pageFrame } from './page-frame.ts';

/** `communes/index.html`: every commune in alphabetical order, with the figures that say who it is. */
export function renderIndex(sheets: CommuneSheet[], site: PageSite): string {
  const sorted = byName(sheets);
  const columns = sorted[0]?.sections[0]?.figures.slice(0, COLUMNS) ?? [];
  return pageFrame(site, {
    title: communePages.indexPageTitle(site.territory),
    description: communePages.indexDescription(site.territory),
    here: null,
    main: html`<div class="narrow"><h1>${communePages.indexTitle(sheets.length)}</h1>
<p>${communePages.indexIntro}</p>
<p><a class="button" href="comparer.html">${communePages.comparisonTitle}</a></p>
<div data-filter="index"></div>
<table class="index" id="index"><caption class="visually-hidden">${communePages.indexCaption}</caption>
<thead><tr><th scope="col">${communePages.indexName}</th>${columns.map(
      ({ label }) => html`<th scope="col" class="number">${label}</th>`,
    )}</tr></thead>
<tbody>${sorted.map((sheet) => communeRow(sheet, columns))}</tbody></table></div>`,
  });
}

/** Communes as French orders their names. */
export function byName<T extends { name: string }>(communes: T[]): T[] {
  return [...communes].sort((a, b) => a.name.localeCompare(b.name, 'fr'));
}

function communeRow({ code, name, sections }: CommuneSheet, columns: SheetFigure[]): Markup {
  const figures = new Map(sections[0]?.figures.map((figure) => [figure.id, figure]));
  const values = columns.map(({ id }) => {
    const figure = figures.get(id);
    return figure ? figureValue(figure) : communePages.unknown;
  });
  return html`<tr><th scope="row"><a href="${code}.html">${name}</a> <span class="quiet">${code}</span></th>${values.map(
    (value) => html`<td class="number">${value}</td>`,
  )}</tr>
`;
}

/** Figures of the first section that the index shows. */
const COLUMNS = 3;
