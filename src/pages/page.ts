import '../first-paint.js';
import { addTools } from './sheet-tools.ts';
import './page.css';

/** What the script adds to the pages of the communes, which are whole without it; each page fetches what it needs alone. */
addTools(document);
if (document.querySelector('[data-filter]')) {
  void import('./filter-index.ts').then(({ filterIndex }) => filterIndex(document));
}
if (document.getElementById('paire')) {
  void import('./show-comparison.ts').then(({ showComparison }) =>
    showComparison(document, location),
  );
}
