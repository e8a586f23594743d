import type { CommuneSheet, SheetSource } from '../domain/commune-sheet.ts';
import { communePages } from '../ui/strings/commune-pages.ts';
import { formatShortDate } from '../ui/strings/format.ts';
import { layerLink } from './app-links.ts';
import { html, type Markup } from './markup.ts';

/** Every layer that the sheet was read from, each once with its date and version, and every document that it cites. */
export function sheetSources(sheet: CommuneSheet): Markup {
  const sources = sheet.sections.flatMap(({ figures, lists }) =>
    [...figures, ...lists].flatMap((part) => part.sources),
  );
  const layers = new Map(
    sources.flatMap((source) => (source.kind === 'layer' ? [[source.layer, source]] : [])),
  );
  const documents = new Set(
    sources.flatMap((source) => (source.kind === 'document' ? [source.title] : [])),
  );
  const { sourceColumns } = communePages;
  return html`<section class="theme" id="sources" aria-labelledby="sources-titre">
<h2 id="sources-titre">${communePages.sourcesTitle}</h2>
<div><p class="quiet">${communePages.sourcesIntro}</p>
<table class="sources"><caption class="visually-hidden">${communePages.sourcesCaption}</caption>
<thead><tr><th scope="col">${sourceColumns.title}</th><th scope="col">${sourceColumns.date}</th><th scope="col">${sourceColumns.version}</th></tr></thead>
<tbody>${[...layers.values()].map(layerRow)}</tbody></table>
${documents.size > 0 && html`<h3>${communePages.documents}</h3><ul>${[...documents].sort((a, b) => a.localeCompare(b, 'fr')).map((title) => html`<li>${title}</li>`)}</ul>`}
</div></section>`;
}

function layerRow({
  layer,
  title,
  date,
  version,
  attribution,
}: Extract<SheetSource, { kind: 'layer' }>): Markup {
  return html`<tr><th scope="row"><a href="${layerLink(layer)}">${title}</a>${attribution !== undefined && html`<small>${attribution}</small>`}</th><td>${formatShortDate(date)}</td><td><code>${version}</code></td></tr>
`;
}
