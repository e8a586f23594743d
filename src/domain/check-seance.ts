import type { Catalogue } from './catalogue.ts';
import { isInseeCode } from './commune.ts';
import { holdSeance } from './hold-seance.ts';
import type { Seance, SeanceItem } from './seance.ts';

/** What is wrong with a part of a session that is being written. */
const SEANCE_FAULTS = [
  'empty',
  'id',
  'number',
  'same-number',
  'no-number',
  'commune',
  'no-items',
  'scene',
] as const;

/** What is worth a second look, though the session can be published. */
const SEANCE_DOUBTS = ['no-source', 'name', 'over-funded', 'no-layers'] as const;

/** A fault or a doubt, and where it stands: `items.2.figures.0.value`. */
export interface SeanceFault {
  path: string;
  kind: (typeof SEANCE_FAULTS)[number] | (typeof SEANCE_DOUBTS)[number];
  /** What cannot be shown, of a scene: the code and evidence of an `ErrorData`. */
  layer?: string;
}

/** Whether the session cannot be published as it stands. */
export function isFault({ kind }: SeanceFault): boolean {
  return (SEANCE_FAULTS as readonly string[]).includes(kind);
}

/** All that is to be mended in a session, and what is doubtful, in the order of its parts. */
export function checkSeance(seance: Seance, catalogue: Catalogue | null): SeanceFault[] {
  const scenes = catalogue ? sceneFaults(seance, catalogue) : [];
  return [
    ...(isBlank(seance.title) ? [{ path: 'title', kind: 'empty' } as const] : []),
    ...(/^[a-z0-9][a-z0-9-]*$/.test(seance.id) ? [] : [{ path: 'id', kind: 'id' } as const]),
    ...(seance.items.length === 0 ? [{ path: 'items', kind: 'no-items' } as const] : []),
    ...seance.items.flatMap((item, i) => [
      ...numberFaults(seance, i),
      ...itemFaults(item, `items.${i}`),
      ...scenes.filter(({ path }) => path.startsWith(`items.${i}.`)),
    ]),
  ];
}

function numberFaults({ items }: Seance, i: number): SeanceFault[] {
  const path = `items.${i}.number`;
  const number = items[i]?.number ?? '';
  if (!/^\d+(\.\d+)*$/.test(number)) return [{ path, kind: 'number' }];
  const first = items.findIndex((other) => other.number === number);
  return first < i ? [{ path, kind: 'same-number' }] : [];
}

function itemFaults(item: SeanceItem, at: string): SeanceFault[] {
  const { title, rapporteur = '', scene, figures, amount, source } = item;
  const faults: SeanceFault[] = [];
  const hold = (isWrong: boolean, path: string, kind: SeanceFault['kind']) => {
    if (isWrong) faults.push({ path: `${at}.${path}`, kind });
  };
  hold(isBlank(title), 'title', 'empty');
  hold(looksLikeName(rapporteur), 'rapporteur', 'name');
  hold(scene.layers.length === 0, 'scene.layers', 'no-layers');
  hold(scene.commune !== undefined && !isInseeCode(scene.commune), 'scene.commune', 'commune');
  for (const [i, { label, value, source: read }] of figures.entries()) {
    hold(isBlank(label), `figures.${i}.label`, 'empty');
    hold(!Number.isFinite(value), `figures.${i}.value`, 'no-number');
    hold(isBlank(read), `figures.${i}.source`, 'no-source');
  }
  for (const side of ['before', 'after'] as const) {
    const isEmpty = scene.beforeAfter !== undefined && isBlank(scene.beforeAfter[side].label);
    hold(isEmpty, `scene.beforeAfter.${side}.label`, 'empty');
  }
  if (amount) {
    hold(!Number.isFinite(amount.eur), 'amount.eur', 'no-number');
    for (const [i, { who, eur }] of amount.funding.entries()) {
      hold(isBlank(who), `amount.funding.${i}.who`, 'empty');
      hold(!Number.isFinite(eur), `amount.funding.${i}.eur`, 'no-number');
    }
    const paid = amount.funding.reduce((sum, { eur }) => sum + eur, 0);
    hold(paid > amount.eur + 0.005, 'amount.funding', 'over-funded');
  }
  hold(isBlank(source), 'source', 'no-source');
  return faults;
}

function sceneFaults(seance: Seance, catalogue: Catalogue): SeanceFault[] {
  return seance.items.flatMap((item, i) =>
    holdSeance({ ...seance, items: [item] }, catalogue).faults.map(({ context }) => ({
      path: `items.${i}.scene`,
      kind: 'scene' as const,
      ...(typeof context.layer === 'string' ? { layer: context.layer } : {}),
    })),
  );
}

/** A civility, or two words that begin with capitals and name no function: a session names functions alone. */
function looksLikeName(text: string): boolean {
  return (
    /^\s*(M\.|Mme|MM\.|Mlle|Monsieur|Madame)(\s|$)/.test(text) &&
    !/pr[ée]sident|maire|directeur|directrice|rapporteur/i.test(text)
  );
}

function isBlank(text: string): boolean {
  return text.trim() === '';
}
