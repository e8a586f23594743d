import type { CommuneSheet, SheetFigure } from '../domain/commune-sheet.ts';
import { communePages } from '../ui/strings/commune-pages.ts';
import { appLink } from './app-links.ts';
import { essentials } from './essentials.ts';
import { figureMedian, figureValue } from './figure-text.ts';
import { type CommuneMap, mapFigure, mapInWords } from './map-view.ts';
import { html, type Markup } from './markup.ts';
import type { PageChoice } from './page-choice.ts';
import { pageFrame } from './page-frame.ts';
import { rankStrip, stripAxis } from './rank-strip.ts';
import { sectionView } from './section-view.ts';
import { sheetSources } from './sheet-sources.ts';

/** What the page of a commune is made of besides its sheet. */
export interface CommunePageParts {
  /** Null where the map could not be drawn: the page says so. */
  map: CommuneMap | null;
  policy: string;
  choice: PageChoice;
}

/**
 * The page of a commune, `communes/<code>.html`: plain HTML that needs no script. The first section of the sheet says who the
 * commune is; the figures that the choice puts first are the first screen, and the first printed page.
 */
export function renderCommunePage(
  sheet: CommuneSheet,
  { map, policy, choice }: CommunePageParts,
): string {
  const { code, name, territory, sections, asOf } = sheet;
  const [who] = sections;
  return pageFrame(
    { territory: territory.shortName, banner: territory.banner, policy },
    {
      title: communePages.pageTitle(name, territory.shortName),
      description: communePages.description(name, territory.shortName),
      here: name,
      pdf: [code, ...choice.map.map(({ layer, opacity }) => `${layer}:${opacity}`)].join(' '),
      main: [
        stripAxis(),
        html`<div class="sheet-page">`,
        identity(sheet, who?.figures ?? []),
        html`<div class="first-screen">`,
        mapFigure(sheet, map),
        essentials(sections, choice.first, territory.communes),
        html`</div></div>`,
        doubts(sheet),
        sections.map((section) => sectionView(section, sheet)),
        mapInWords(sheet, map),
        neighbours(sheet),
        sheetSources(sheet),
      ],
      footer: html`<p>${communePages.disclaimer} ${communePages.asOf(asOf)}.</p>`,
    },
  );
}

function identity(sheet: CommuneSheet, figures: SheetFigure[]): Markup {
  const { code, name, territory, asOf } = sheet;
  const count = doubtsOf(sheet).length;
  return html`<header class="identity">
<div class="identity-name">
<p class="kicker">${communePages.kicker(code, territory.name)}</p>
<h1>${name}</h1>
<p class="quiet">${communePages.asOf(asOf)}${count > 0 && html`. <a class="doubt-link" href="#a-verifier">${communePages.toCheckCount(count)}</a>`}</p>
</div>
<dl class="identity-figures">${figures.slice(0, IDENTITY_FIGURES).map(identityFigure)}</dl>
<nav class="actions" aria-label="${communePages.actions}"><ul>
<li><a class="button" href="${appLink(sheet)}">${communePages.openMap}</a></li>
<li><a class="button" href="${code}.json" download>${communePages.json}</a></li>
<li data-compare="${code}"><a class="button" href="comparer.html?a=${code}">${communePages.compare}</a></li>
</ul></nav>
</header>`;
}

function identityFigure(figure: SheetFigure): Markup {
  const { label, rank, outOf, doubt } = figure;
  return html`<div><dt>${label}</dt><dd><strong>${figureValue(figure)}</strong>${
    rank !== null &&
    html` <span class="place">${communePages.rankOutOf(rank, outOf)}, ${communePages.median(figureMedian(figure))}</span>${rankStrip(rank, outOf)}`
  }${doubt !== undefined && html` <a class="doubt-mark" href="#a-verifier">${communePages.toCheck}</a>`}</dd></div>`;
}

/** Figures of the first section that stand in large type. */
const IDENTITY_FIGURES = 3;

/** What is said to be in doubt, figures and lists, in the order of the page. */
function doubtsOf({ sections }: CommuneSheet): { label: string; doubt: string; anchor: string }[] {
  return sections.flatMap(({ id, figures, lists }) =>
    [
      ...figures.map(({ label, doubt }) => ({ label, doubt })),
      ...lists.map(({ title, doubt }) => ({ label: title, doubt })),
    ].flatMap(({ label, doubt }) => (doubt === undefined ? [] : [{ label, doubt, anchor: id }])),
  );
}

function doubts(sheet: CommuneSheet): Markup {
  const found = doubtsOf(sheet);
  if (found.length === 0) return html``;
  return html`<section class="doubts" id="a-verifier" aria-labelledby="a-verifier-titre">
<h2 id="a-verifier-titre">${communePages.toCheckTitle}</h2>
<div><p class="quiet">${communePages.toCheckIntro}</p>
<ul>${found.map(
    ({ label, doubt, anchor }) => html`<li><a href="#${anchor}">${label}</a> : ${doubt}</li>`,
  )}</ul></div>
</section>`;
}

function neighbours({ code, name, neighbours: others }: CommuneSheet): Markup {
  if (others.length === 0) return html``;
  return html`<section class="theme" id="voisines" aria-labelledby="voisines-titre">
<h2 id="voisines-titre">${communePages.neighbours}</h2>
<ul class="neighbours">${others.map(
    (other) =>
      html`<li><a href="${other.code}.html" data-neighbour="${other.code}">${other.name}</a> <a class="quiet" href="comparer.html?a=${code}&amp;b=${other.code}" aria-label="${communePages.compareNeighbourLabel(name, other.name)}">${communePages.compareNeighbour}</a></li>`,
  )}</ul>
</section>`;
}
