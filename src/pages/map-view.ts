import type { CommuneSheet } from '../domain/commune-sheet.ts';
import type { Layer } from '../domain/layer.ts';
import { communePages, type Direction } from '../ui/strings/commune-pages.ts';
import { formatArea, formatCount, formatLength } from '../ui/strings/format.ts';
import { html, type Markup } from './markup.ts';
import { scrollRegion } from './page-frame.ts';

/** One thing that the map shows in the commune. */
export interface MapThing {
  /** Its name, or that of its class; empty where the layer names nothing. */
  name: string;
  /** In the commune: m² of polygons, metres of lines, a number of points. */
  amount: number;
  /** From the middle of the commune. */
  where: Direction;
}

/** What a layer of the map shows in the commune, the largest first. */
export interface MapLayerWords {
  layer: Pick<Layer, 'id' | 'title' | 'geometry' | 'noun'>;
  things: MapThing[];
}

/** An entry of the legend: a picture of the symbol beside what it stands for. */
export interface MapLegendEntry {
  /** SVG of the symbol. */
  swatch: string;
  label: string;
}

/** The map of a commune: a picture beside the page, its legend, and the same in words. */
export interface CommuneMap {
  /** Address of the picture from the page. */
  src: string;
  widthMm: number;
  heightMm: number;
  /** Denominator. */
  scale: number;
  legend: { title: string; entries: MapLegendEntry[] }[];
  words: MapLayerWords[];
}

/** The map with its legend; its text alternative stands further down, in words. */
export function mapFigure({ name }: CommuneSheet, map: CommuneMap | null): Markup {
  const title = html`<h2 id="carte-titre">${communePages.map}</h2>`;
  if (!map) {
    return html`<section class="map" aria-labelledby="carte-titre">${title}<p class="quiet">${communePages.mapMissing}</p></section>`;
  }
  const { src, widthMm, heightMm, scale, legend } = map;
  const layers = legend.map((group) => group.title);
  return html`<section class="map" aria-labelledby="carte-titre">${title}
<figure><img class="map-picture" src="${src}" width="${Math.round(widthMm * PX_PER_MM)}" height="${Math.round(heightMm * PX_PER_MM)}" alt="${communePages.mapAlt(name, layers)}">
<figcaption class="quiet">${communePages.mapScale(scale)} <a class="screen-only" href="#carte-en-mots">${communePages.mapWordsLink}</a></figcaption></figure>
<h3 class="visually-hidden">${communePages.legend}</h3>
<div class="legend">${legend.map(legendGroup)}</div>
</section>`;
}

/**
 * The classes of a layer under its title; a layer of one class is that class. Their swatches are lazy: each picture of SVG is a document
 * of its own, and twenty of them kept a slow telephone from its first paint for 0.6 s.
 */
function legendGroup({ title, entries }: CommuneMap['legend'][number]): Markup {
  const line = ({ swatch, label }: MapLegendEntry) =>
    html`<li><img loading="lazy" src="${svgAddress(swatch)}" width="28" height="18" alt=""> ${label}</li>`;
  const [only] = entries;
  if (entries.length === 1 && only) {
    const label = only.label === title ? title : `${title} : ${only.label}`;
    return html`<ul>${line({ ...only, label })}</ul>`;
  }
  return html`<h4>${title}</h4><ul>${entries.map(line)}</ul>`;
}

/** A picture as an address; only what an address or an attribute cannot hold is encoded, since pages are weighed. */
function svgAddress(svg: string): string {
  const text = svg.replaceAll('"', "'").replace(/[%#<>]/g, encodeURIComponent);
  return `data:image/svg+xml,${text}`;
}

/** What the map shows, layer by layer: what, how much, and on which side. */
export function mapInWords({ name }: CommuneSheet, map: CommuneMap | null): Markup {
  if (!map) return html``;
  const { mapColumns, mapWords, mapWordsIntro } = communePages;
  const head = [mapColumns.layer, mapColumns.what, mapColumns.amount, mapColumns.where];
  const table = html`<table><caption class="visually-hidden">${communePages.mapWordsCaption(name)}</caption>
<thead><tr>${head.map((label) => html`<th scope="col">${label}</th>`)}</tr></thead>
<tbody>${map.words.map(layerRows)}</tbody></table>`;
  return html`<section class="theme" id="carte-en-mots" aria-labelledby="carte-en-mots-titre">
<h2 id="carte-en-mots-titre">${mapWords}</h2>
<div><p class="quiet">${mapWordsIntro}</p>${scrollRegion(mapWords, table)}</div></section>`;
}

function layerRows({ layer, things }: MapLayerWords): Markup {
  const [first, ...others] = things;
  if (!first) {
    return html`<tr><th scope="row">${layer.title}</th><td colspan="3">${communePages.mapNothing}</td></tr>
`;
  }
  const cells = ({ name, amount, where }: MapThing) =>
    html`<td>${name || layer.noun[1]}</td><td>${amountText(amount, layer)}</td><td>${communePages.directions[where]}</td>`;
  return html`<tr><th scope="row" rowspan="${things.length}">${layer.title}</th>${cells(first)}</tr>
${others.map(
  (thing) => html`<tr>${cells(thing)}</tr>
`,
)}`;
}

function amountText(amount: number, { geometry, noun }: MapLayerWords['layer']): string {
  if (geometry === 'polygon') return formatArea(amount);
  return geometry === 'line' ? formatLength(amount) : formatCount(amount, noun);
}

const PX_PER_MM = 96 / 25.4;
