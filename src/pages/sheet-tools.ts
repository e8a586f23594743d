import { pageTools } from '../ui/strings/commune-pages.ts';

/** Gives the page of a commune what takes a script: printing, and the choice of another commune to compare with. */
export function addTools(document: Document): void {
  const actions = document.querySelector('.actions ul');
  if (!actions) return;
  const item = document.createElement('li');
  item.append(button(pageTools.print, () => window.print()));
  actions.prepend(item);
  addComparison(document);
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

function button(text: string, onClick: () => void): HTMLButtonElement {
  const made = document.createElement('button');
  made.type = 'button';
  made.className = 'button';
  made.textContent = text;
  made.addEventListener('click', onClick);
  return made;
}

/** Value of the choice that leads to the list of all communes. */
const OTHER = 'autre';
