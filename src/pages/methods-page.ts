import type { CommuneSheet } from '../domain/commune-sheet.ts';
import { communePages } from '../ui/strings/commune-pages.ts';
import { html } from './markup.ts';
import { type PageSite, pageFrame } from './page-frame.ts';

/** `communes/methodes.html`: how every figure is found. It is the same for all communes, so it stands once, and not on their pages. */
export function renderMethods({ sections }: CommuneSheet, site: PageSite): string {
  const told = sections.filter(({ figures }) => figures.length > 0);
  return pageFrame(site, {
    title: communePages.methodsPageTitle(site.territory),
    description: communePages.methodsIntro,
    here: communePages.methodsTitle,
    main: html`<div class="narrow"><h1>${communePages.methodsTitle}</h1>
<p>${communePages.methodsIntro}</p></div>
${told.map(
  ({
    id,
    title,
    figures,
  }) => html`<section class="theme" id="${id}" aria-labelledby="${id}-titre"><h2 id="${id}-titre">${title}</h2>
<dl class="methods">${figures.map(({ label, unit, method }) => html`<div><dt>${label} <small>(${unit})</small></dt><dd>${method}</dd></div>`)}</dl></section>`,
)}`,
  });
}
