import type { SheetFigure, SheetList, SheetSection } from '../domain/commune-sheet.ts';
import { communePages } from '../ui/strings/commune-pages.ts';
import { figureValue } from './figure-text.ts';
import { html, type Markup } from './markup.ts';

/** The first screen: of every theme its first figures, with their rank, and how long its lists are. */
export function essentials(sections: SheetSection[], communes: number): Markup {
  return html`<section class="essentials" aria-labelledby="essentiel-titre">
<div class="essentials-head"><h2 id="essentiel-titre">${communePages.essentials}</h2> <p class="quiet">${communePages.rankKey(communes)}</p></div>
<div class="cards">${sections.map(card)}</div>
</section>`;
}

function card({ id, title, figures, lists }: SheetSection): Markup {
  return html`<section class="card"><h3><a href="#${id}">${title}</a></h3>
<dl>${figures.slice(0, FIGURES).map(figureLine)}${lists.slice(0, LISTS).map(listLine)}</dl></section>`;
}

function figureLine(figure: SheetFigure): Markup {
  const { label, rank, outOf, doubt } = figure;
  return html`<div><dt>${label}</dt><dd><span class="card-value">${figureValue(figure)}</span> ${
    rank === null
      ? html`<span class="card-rank"></span>`
      : html`<span class="card-rank"><span class="visually-hidden">, ${communePages.rankLabel(rank, outOf)}</span><span aria-hidden="true">${communePages.rank(rank)}</span></span>`
  }${doubt !== undefined && html` <a class="doubt-mark" href="#a-verifier">${communePages.toCheck}</a>`}</dd></div>`;
}

function listLine({ title, rows, doubt }: SheetList): Markup {
  return html`<div><dt>${title}</dt><dd><span class="card-value">${communePages.listCount(rows.length)}</span> <span class="card-rank"></span>${doubt !== undefined && html` <a class="doubt-mark" href="#a-verifier">${communePages.toCheck}</a>`}</dd></div>`;
}

/** Of a theme, at most. */
const FIGURES = 4;
const LISTS = 2;
