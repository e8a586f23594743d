import type { Commune } from '../domain/commune.ts';
import { communePages } from '../ui/strings/commune-pages.ts';
import { byName } from './index-page.ts';
import { html, type Markup } from './markup.ts';
import { type PageSite, pageFrame } from './page-frame.ts';

/**
 * `communes/comparer.html?a=…&b=…`: what the script needs to put two communes side by side. Without it the page says what to do,
 * and leads to the page of each commune.
 */
export function renderComparison(communes: Commune[], site: PageSite): string {
  const sorted = byName(communes);
  return pageFrame(site, {
    title: communePages.comparisonPageTitle(site.territory),
    description: communePages.comparisonDescription(site.territory),
    here: communePages.comparisonTitle,
    main: html`<div class="narrow"><h1>${communePages.comparisonTitle}</h1>
<p>${communePages.comparisonIntro}</p>
<form class="pair" id="paire" hidden>
${choice('a', communePages.first, sorted)}
${choice('b', communePages.second, sorted)}
</form>
<p role="status" id="etat"></p>
<div id="comparaison"></div>
<noscript><p class="doubt">${communePages.comparisonNoScript}</p>
<ul class="neighbours">${sorted.map(({ code, name }) => html`<li><a href="${code}.html">${name}</a></li>`)}</ul></noscript>
</div>`,
  });
}

function choice(name: string, label: string, communes: Commune[]): Markup {
  return html`<p><label for="${name}">${label}</label>
<select id="${name}" name="${name}"><option value="">${communePages.choose}</option>${communes.map(
    (commune) => html`<option value="${commune.code}">${commune.name}</option>`,
  )}</select></p>`;
}
