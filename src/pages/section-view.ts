import type {
  CommuneSheet,
  SheetColumn,
  SheetFigure,
  SheetList,
  SheetSection,
} from '../domain/commune-sheet.ts';
import { communePages } from '../ui/strings/commune-pages.ts';
import { formatNumber, formatShortDate, unitSpace } from '../ui/strings/format.ts';
import { listQuestionLink } from './app-links.ts';
import { figureMedian, figureValue, sourceText } from './figure-text.ts';
import { html, type Markup } from './markup.ts';
import { scrollRegion } from './page-frame.ts';
import { rankStrip } from './rank-strip.ts';

/** A theme of the page: its figures, its lists, and the way to how the figures are found. */
export function sectionView(section: SheetSection, sheet: CommuneSheet): Markup {
  const { id, title, figures, lists } = section;
  return html`<section class="theme" id="${id}" aria-labelledby="${id}-titre">
<h2 id="${id}-titre">${title}</h2>
<div>
${figures.length > 0 && figureTable(section, sheet.territory.communes)}
${lists.map((list) => listView(list, sheet))}
${figures.length > 0 && html`<p><a href="methodes.html#${id}">${communePages.methods}</a></p>`}
</div>
</section>`;
}

function figureTable({ title, figures }: SheetSection, communes: number): Markup {
  const { columns } = communePages;
  return html`<table class="figures"><caption class="visually-hidden">${communePages.figuresOf(title)}</caption>
<thead><tr><th scope="col">${columns.figure}</th><th scope="col" class="number">${columns.value}</th><th scope="col">${columns.place(communes)}</th></tr></thead>
<tbody>${figures.map(figureRow)}</tbody></table>`;
}

function figureRow(figure: SheetFigure): Markup {
  const { label, rank, outOf, sources, doubt } = figure;
  return html`<tr><th scope="row">${label}${
    doubt !== undefined &&
    html`<span class="doubt"><strong>${communePages.toCheck}</strong> ${doubt}</span>`
  }${sources.length > 0 && html`<small>${communePages.sources(sources.map(sourceText))}</small>`}</th>
<td class="number">${figureValue(figure)}</td>
<td>${
    rank === null
      ? communePages.empty
      : html`<span>${communePages.rankOutOf(rank, outOf)}</span>${rankStrip(rank, outOf)}<small>${communePages.median(figureMedian(figure))}</small>`
  }</td></tr>
`;
}

function listView(list: SheetList, sheet: CommuneSheet): Markup {
  const { title, rows, columns, sources, empty, doubt } = list;
  const link = rows.length > 0 ? listQuestionLink(list, sheet) : null;
  return html`<div class="list"><h3>${title}</h3>
${doubt !== undefined && html`<p class="doubt"><strong>${communePages.toCheck}</strong> ${doubt}</p>`}
${rows.length === 0 ? html`<p class="quiet">${empty}</p>` : scrollRegion(title, listTable(list, columns, sheet.name))}
<p><small>${sources.length > 0 && communePages.sources(sources.map(sourceText))}${link !== null && html` <a href="${link}">${communePages.askList}</a>`}</small></p></div>`;
}

function listTable({ title, rows }: SheetList, columns: SheetColumn[], commune: string): Markup {
  const isNumber = columns.map((_, at) => rows.some((row) => typeof row[at] === 'number'));
  const [first, ...others] = columns;
  const className = (at: number) => isNumber[at] && html` class="number"`;
  return html`<table><caption class="visually-hidden">${communePages.listOf(title, commune)}</caption>
<thead><tr>${columns.map(({ label }, at) => html`<th scope="col"${className(at)}>${label}</th>`)}</tr></thead>
<tbody>${rows.map(
    (
      row,
    ) => html`<tr>${first && html`<th scope="row">${cellText(row[0] ?? null, first)}</th>`}${others.map(
      (column, i) => html`<td${className(i + 1)}>${cellText(row[i + 1] ?? null, column)}</td>`,
    )}</tr>
`,
  )}</tbody></table>`;
}

/** A value of a list as it is read: numbers with their unit but years, days as day/month/year, an em dash for nothing. */
export function cellText(value: string | number | null, { unit, label }: SheetColumn): string {
  if (value === null || value === '') return communePages.empty;
  if (typeof value === 'string') return formatShortDate(value);
  if (unit) return `${formatNumber(value)}${unitSpace(unit)}${unit}`;
  return /ann[ée]e/i.test(label) ? String(value) : formatNumber(value);
}
