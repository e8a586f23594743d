import { isInseeCode } from '../domain/commune.ts';
import type { CommuneSheet } from '../domain/commune-sheet.ts';
import { communePages } from '../ui/strings/commune-pages.ts';
import { comparisonTables } from './comparison-table.ts';

/** Makes the page of the comparison work: two lists to choose from, the address follows, the figures are fetched when both are chosen. */
export function showComparison(document: Document, location: Location): void {
  const form = document.getElementById('paire');
  const place = document.getElementById('comparaison');
  const status = document.getElementById('etat');
  if (!(form instanceof HTMLFormElement) || !place || !status) return;
  const fields = [...form.querySelectorAll('select')];
  const names = () => fields.map((field) => field.selectedOptions[0]?.textContent ?? '');
  let latest = 0;

  async function show(): Promise<void> {
    const turn = ++latest;
    const [a = '', b = ''] = fields.map(({ value }) => value);
    place?.replaceChildren();
    if (!status) return;
    if (!a || !b || a === b) {
      status.textContent = a && a === b ? communePages.same : communePages.chooseBoth;
      return;
    }
    status.textContent = communePages.loading;
    const found = await Promise.allSettled([a, b].map(fetchSheet));
    if (turn !== latest) return;
    const [first, second] = found.map((one) => (one.status === 'fulfilled' ? one.value : null));
    if (first && second) {
      // Made by `html`, which escapes every value of the sheets.
      if (place) place.innerHTML = comparisonTables(first, second).text;
      status.textContent = communePages.loaded(first.name, second.name);
    } else {
      const missing = names().filter((_, i) => found[i]?.status === 'rejected');
      status.textContent = communePages.failed(missing.join(', '));
    }
  }

  const wanted = new URLSearchParams(location.search);
  for (const field of fields) {
    const code = wanted.get(field.name) ?? '';
    if (isInseeCode(code)) field.value = code;
    field.addEventListener('change', () => {
      const chosen = fields.map(({ name, value }) => `${name}=${value}`).join('&');
      history.replaceState(null, '', `?${chosen}`);
      void show();
    });
  }
  form.hidden = false;
  void show();
}

async function fetchSheet(code: string): Promise<CommuneSheet> {
  const response = await fetch(`${code}.json`, { cache: 'no-cache' });
  if (!response.ok) throw new Error(`${code}.json answered ${response.status}`);
  return await response.json();
}
