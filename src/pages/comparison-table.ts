import type { CommuneSheet, SheetFigure, SheetList } from '../domain/commune-sheet.ts';
import { communePages } from '../ui/strings/commune-pages.ts';
import { formatNumber } from '../ui/strings/format.ts';
import { quantity } from './figure-text.ts';
import { html, type Markup } from './markup.ts';
import { scrollRegion } from './page-frame.ts';

/** Every figure of two communes side by side, a table a theme, the difference said in words. */
export function comparisonTables(first: CommuneSheet, second: CommuneSheet): Markup {
  const others = new Map(second.sections.map((section) => [section.id, section]));
  return html`${first.sections.map(({ id, title, figures, lists }) => {
    const other = others.get(id);
    const rows = [
      ...figures.map((figure) => figureRow(figure, other?.figures ?? [], first, second)),
      ...lists.map((list) => listRow(list, other?.lists ?? [], first, second)),
    ];
    const table = html`<table class="comparison"><caption class="visually-hidden">${communePages.comparisonCaption(title, first.name, second.name)}</caption>
<thead><tr><th scope="col">${communePages.comparisonColumns.figure}</th>${[first, second].map(
      ({ code, name }) =>
        html`<th scope="col" class="number"><a href="${code}.html">${name}</a></th>`,
    )}<th scope="col">${communePages.comparisonColumns.difference}</th></tr></thead>
<tbody>${rows}</tbody></table>`;
    return rows.length === 0 ? null : html`<h2>${title}</h2>${scrollRegion(title, table)}`;
  })}`;
}

/**
 * How a figure differs between two communes, in words: which has more, by how much, how many times where that tells more, and to
 * whose advantage.
 */
export function difference(
  { value, unit, better }: Pick<SheetFigure, 'value' | 'unit' | 'better'>,
  other: number | null,
  [first, second]: [string, string],
): string {
  if (value === null || other === null) return communePages.notComparable;
  if (value === other) return communePages.equal;
  const [most, least] = [Math.max(value, other), Math.min(value, other)];
  const [above, below] = value > other ? [first, second] : [second, first];
  const gap = quantity(most - least, [value, other], unit === '%' ? communePages.points : unit);
  const parts = [communePages.more(gap, above)];
  const factor = most / least;
  if (least > 0 && factor >= LEAST_FACTOR) parts.push(communePages.times(formatNumber(factor, 1)));
  if (better) parts.push(communePages.favourable(better === 'more' ? above : below));
  return parts.join(', ');
}

function figureRow(
  figure: SheetFigure,
  others: SheetFigure[],
  first: CommuneSheet,
  second: CommuneSheet,
): Markup {
  const other = others.find(({ id }) => id === figure.id);
  const peers = [figure.value, other?.value ?? null, figure.median];
  const cell = (one: SheetFigure | undefined) =>
    html`<td class="number">${quantity(one?.value ?? null, peers, figure.unit)}${
      typeof one?.rank === 'number' &&
      html`<span class="place quiet">${communePages.rankOutOf(one.rank, one.outOf)}</span>`
    }${one?.doubt !== undefined && html`<span class="place doubt-mark">${communePages.toCheck}</span>`}</td>`;
  return html`<tr><th scope="row">${figure.label}<small>${communePages.median(quantity(figure.median, peers, figure.unit))}</small></th>${cell(figure)}${cell(other)}<td>${difference(figure, other?.value ?? null, [first.name, second.name])}</td></tr>`;
}

function listRow(
  list: SheetList,
  others: SheetList[],
  first: CommuneSheet,
  second: CommuneSheet,
): Markup {
  const other = others.find(({ id }) => id === list.id)?.rows.length ?? 0;
  const counted = { value: list.rows.length, unit: communePages.listUnit };
  return html`<tr><th scope="row">${list.title}</th>${[list.rows.length, other].map(
    (count) => html`<td class="number">${communePages.rows(count)}</td>`,
  )}<td>${difference(counted, other, [first.name, second.name])}</td></tr>`;
}

/** From this on, how many times more says something that the difference does not. */
const LEAST_FACTOR = 1.5;
