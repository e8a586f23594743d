import type { Catalogue } from '../../domain/catalogue.ts';
import { costOf } from '../../domain/compare-impacts.ts';
import type { UnitCosts } from '../../domain/impact.ts';
import type { ExportContent } from '../../export/export-content.ts';
import { changes, differenceSentence, scenarios, unitText } from '../strings/scenarios.ts';
import type { Compared } from './comparison.tsx';

/** The comparison as a table to take away: a row a criterion, its classes and its cost below, with the sources that were read. */
export function comparisonContent(
  { variants, impacts, rows }: Compared,
  costs: UnitCosts,
  catalogue: Catalogue,
  link: string,
): ExportContent {
  const names = variants.map(({ name }) => name);
  const number = (name: string, label: string) => ({ name, label, type: 'number' as const });
  const versions: Record<string, string> = Object.assign({}, ...impacts.map((own) => own.versions));
  const { metricCrs } = catalogue.territory;
  const spent = variants.map((variant, i) => costOf(impacts[i]?.area ?? 0, variant, costs));
  const read = catalogue.layers.filter(({ id }) => versions[id]);
  return {
    name: 'arpent-scenario',
    title: `${scenarios.comparison} : ${names.join(', ')}`,
    criteria: names
      .slice(1)
      .map((_, i) => wordsOf(rows, i + 1, names))
      .join(' '),
    columns: [
      { name: 'critere', label: scenarios.criterion, type: 'text' },
      { name: 'unite', label: scenarios.unit, type: 'text' },
      ...names.map((name, i) => number(`variante_${i + 1}`, name)),
      ...names
        .slice(1)
        .map((name, i) => number(`ecart_${i + 2}`, scenarios.gap(name, names[0] ?? ''))),
      ...names.slice(1).map((name, i) => ({
        name: `sens_${i + 2}`,
        label: scenarios.verdictOf(name),
        type: 'text' as const,
      })),
    ],
    rows: [
      ...rows.map(({ criterion, values, gaps, verdicts }) => [
        criterion.label,
        unitText(criterion),
        ...values,
        ...gaps.slice(1),
        ...verdicts.slice(1).map((verdict) => scenarios.verdicts[verdict]),
      ]),
      [
        scenarios.costs.title,
        '€',
        ...spent,
        ...spent.slice(1).map((cost) => gapOf(cost, spent[0] ?? null)),
        ...names.slice(1).map(() => ''),
      ],
    ],
    geometry: null,
    family: null,
    key: null,
    metricCrs,
    sources: read.map(({ title, producer, licence, date, id }) => {
      return { title, producer, licence, date, version: versions[id] ?? '' };
    }),
    notes: [
      scenarios.method(metricCrs),
      ...(read.some(({ simulated }) => simulated) ? [scenarios.simulated] : []),
    ],
    link,
  };
}

const gapOf = (cost: number | null, first: number | null): number | null =>
  cost === null || first === null ? null : cost - first;

function wordsOf(rows: Compared['rows'], index: number, names: string[]): string {
  const of = (verdict: 'gain' | 'loss', title: string) => {
    const phrases = changes(rows, index, verdict);
    return phrases.length > 0 ? ` ${title} : ${phrases.join(' ; ')}.` : '';
  };
  const gained = of('gain', scenarios.gains);
  return `${differenceSentence(rows, index, names)}${gained}${of('loss', scenarios.losses)}`;
}
