import { communePages } from '../ui/strings/commune-pages.ts';
import { html, type Markup, type Part } from './markup.ts';

/** What every page of the communes is told of the site. */
export interface PageSite {
  /** Short name of the territory. */
  territory: string;
  /** What is simulated, for the permanent sentence; null where nothing is. */
  banner: string | null;
  /** Content security policy, put in the page for hosts that send none. */
  policy: string;
}

/** One page, as it is framed. */
export interface PageContent {
  title: string;
  description: string;
  /** Name of the page in the path; null on the index. */
  here: string | null;
  main: Part;
  /** What the script needs to make the document of the page: a code, then layers with their opacities. */
  pdf?: string;
  footer?: Part;
}

/** A whole page: head, path, skip link, main content, footer. It reads without JavaScript; links are relative to `communes/`. */
export function pageFrame({ territory, banner, policy }: PageSite, content: PageContent): string {
  const { title, description, here, main, pdf, footer } = content;
  return html`<!doctype html>
<html lang="fr">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${title}</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="description" content="${description}">
<meta name="theme-color" content="#fbfaf6" media="(prefers-color-scheme: light)">
<meta name="theme-color" content="#171d24" media="(prefers-color-scheme: dark)">
<link rel="icon" href="data:,">
<link rel="stylesheet" href="page.css">
<script type="module" src="page.js"></script>
</head>
<body>
<a class="skip-link" href="#contenu">${communePages.skip}</a>
<header class="top">
<nav aria-label="${communePages.path}"><ol>
<li><a href="../index.html">${communePages.app}</a> <span class="top-territory">${territory}</span></li>
${
  here === null
    ? html`<li><span aria-current="page">${communePages.communes}</span></li>`
    : html`<li><a href="index.html">${communePages.communes}</a></li>
<li><span aria-current="page">${here}</span></li>`
}
</ol></nav>
${banner && html`<p class="banner">${banner}</p>`}
</header>
<main id="contenu" tabindex="-1"${pdf !== undefined && html` data-pdf="${pdf}"`}>
${main}
</main>
<footer class="foot">${footer}<p>${communePages.footer(territory)}</p></footer>
</body>
</html>
`.text;
}

/** A table that may be wider than the window: it scrolls in a region that the keyboard reaches. */
export function scrollRegion(label: string, table: Markup): Markup {
  return html`<div class="scroll" role="region" aria-label="${communePages.scroll(label)}" tabindex="0">${table}</div>`;
}
