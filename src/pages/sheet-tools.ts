import { pageTools } from '../ui/strings/page-tools.ts';

/**
 * Gives the page of a commune what takes a script: printing its sheet or the whole page, its document, and the choice of another
 * commune to compare with.
 */
export function addTools(document: Document): void {
  const actions = document.querySelector('.actions ul');
  if (!actions) return;
  const item = document.createElement('li');
  item.append(
    button(pageTools.print, () => window.print()),
    button(pageTools.printAll, () => printAll(document)),
  );
  addPdf(document, item);
  actions.prepend(item);
  addComparison(document);
}

/** Prints the themes too, on sheets after the first. */
function printAll(document: Document): void {
  const { classList } = document.documentElement;
  classList.add('print-all');
  window.addEventListener('afterprint', () => classList.remove('print-all'), { once: true });
  window.print();
}

/** A button that makes the document of the commune, by a part of the program that is fetched then; how it goes is said beside it. */
function addPdf(document: Document, item: HTMLElement): void {
  const main = document.querySelector<HTMLElement>('main[data-pdf]');
  const [code = '', ...layers] = (main?.dataset.pdf ?? '').split(' ');
  if (!code) return;
  const shown = layers.map((text) => {
    const [id = '', opacity] = text.split(':');
    return { id, opacity: Number(opacity) };
  });
  const status = Object.assign(document.createElement('span'), { className: 'quiet' });
  status.setAttribute('role', 'status');
  const save = button(pageTools.pdf, async () => {
    save.disabled = true;
    status.textContent = pageTools.pdfBusy;
    try {
      const { makePdf } = await import('./save-pdf.ts');
      saveFile(document, await makePdf(code, shown), `${code}.pdf`);
      status.textContent = pageTools.pdfDone;
    } catch (error) {
      status.textContent = pageTools.pdfFailed;
      throw error;
    } finally {
      save.disabled = false;
    }
  });
  item.append(save, status);
}

function saveFile(document: Document, file: Blob, name: string): void {
  const link = Object.assign(document.createElement('a'), {
    href: URL.createObjectURL(file),
    download: name,
  });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), REVOKE_MS);
}

/** Turns the link to the comparison into a list: the neighbours at once, any other commune on the page of the comparison. */
function addComparison(document: Document): void {
  const item = document.querySelector<HTMLElement>('[data-compare]');
  const code = item?.dataset.compare;
  const neighbours = [...document.querySelectorAll<HTMLElement>('[data-neighbour]')];
  if (!item || !code || neighbours.length === 0) return;
  const list = document.createElement('select');
  list.className = 'button';
  list.setAttribute('aria-label', pageTools.compare);
  const group = Object.assign(document.createElement('optgroup'), {
    label: pageTools.neighboursFirst,
  });
  group.append(
    ...neighbours.map(
      ({ dataset, textContent }) => new Option(textContent ?? '', dataset.neighbour),
    ),
  );
  const lead = new Option(pageTools.compareWith, '');
  list.append(lead, group, new Option(pageTools.otherCommune, OTHER));
  const go = button(pageTools.compareGo, () => {
    const other = list.value && list.value !== OTHER ? `&b=${list.value}` : '';
    window.location.href = `comparer.html?a=${code}${other}`;
  });
  item.replaceChildren(list, go);
}

function button(text: string, onClick: () => unknown): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button';
  made.textContent = text;
  made.addEventListener('click', onClick);
  return made;
}

/** A browser may take its time to begin a download. */
const REVOKE_MS = 60_000;

/** Value of the choice that leads to the list of all communes. */
const OTHER = 'autre';
