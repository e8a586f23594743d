import { communePages } from '../ui/strings/commune-pages.ts';
import { matchesText } from '../ui/strings/match-text.ts';

/** Gives the index of the communes a field that keeps the rows whose name or code holds what is typed. */
export function filterIndex(document: Document): void {
  const place = document.querySelector<HTMLElement>('[data-filter]');
  const table = document.getElementById(place?.dataset.filter ?? '');
  if (!place || !(table instanceof HTMLTableElement)) return;
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  const field = Object.assign(document.createElement('input'), { type: 'search', id: 'filtre' });
  const label = Object.assign(document.createElement('label'), {
    htmlFor: field.id,
    textContent: communePages.filter,
  });
  const status = Object.assign(document.createElement('p'), { className: 'quiet', role: 'status' });
  field.autocomplete = 'off';
  field.addEventListener('input', () => {
    for (const row of rows) {
      row.hidden = !matchesText(row.cells[0]?.textContent ?? '', field.value);
    }
    const shown = rows.filter((row) => !row.hidden).length;
    status.textContent = field.value ? communePages.filtered(shown, rows.length) : '';
  });
  place.className = 'filter';
  place.append(label, field, status);
}
