import type { SheetFigure, SheetList, SheetSection } from '../domain/commune-sheet.ts';
import { communePages } from '../ui/strings/commune-pages.ts';
import { figureValue } from './figure-text.ts';
import { html, type Markup } from './markup.ts';
import type { PageChoice } from './page-choice.ts';

/** The first screen: of every theme the figures chosen for it, with their rank, and how long its chosen lists are. */
export function essentials(
  sections: SheetSection[],
  first: PageChoice['first'],
  communes: number,
): Markup {
  const chosen = first.flatMap((choice) =>
    sections.filter(({ id }) => id === choice.theme).map((section) => chosenParts(section, choice)),
  );
  return html`<section class="essentials" aria-labelledby="essentiel-titre">
<div class="essentials-head"><h2 id="essentiel-titre">${communePages.essentials}</h2> <p class="quiet">${communePages.rankKey(communes)}</p></div>
<div class="cards">${chosen.map(card)}</div>
</section>`;
}

/** A section with what is chosen of it alone, in the order of the choice. */
function chosenParts(section: SheetSection, { figures, lists = [] }: PageChoice['first'][number]) {
  const among = <T extends { id: string }>(parts: T[], ids: string[]) =>
    ids.flatMap((id) => parts.filter((part) => part.id === id));
  return {
    ...section,
    figures: among(section.figures, figures),
    lists: among(section.lists, lists),
  };
}

function card({ id, title, figures, lists }: SheetSection): Markup {
  return html`<section class="card"><h3><a href="#${id}">${title}</a></h3>
<dl>${figures.map(figureLine)}${lists.map(listLine)}</dl></section>`;
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
