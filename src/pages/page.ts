import { filterIndex } from './filter-index.ts';
import { addTools } from './sheet-tools.ts';
import { showComparison } from './show-comparison.ts';
import './page.css';

/** What the script adds to the pages of the communes, which are whole without it. */
addTools(document);
filterIndex(document);
showComparison(document, location);
