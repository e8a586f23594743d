import { type ComparedRow, compareImpacts } from '../../domain/compare-impacts.ts';
import type { Impact, Variant } from '../../domain/impact.ts';
import { impactOf, variantsOf } from '../../state/scenario-actions.ts';
import { useAppState } from '../app-context.tsx';
import { ExportMenu } from '../export/export-menu.tsx';
import type { ExportSource } from '../export/export-source.ts';
import { ScrollRegion } from '../frame/scroll-region.tsx';
import {
  amountText,
  changes,
  differenceSentence,
  gapText,
  scenarios,
} from '../strings/scenarios.ts';
import { comparisonContent } from './comparison-content.ts';
import { CriterionDetails } from './criterion-details.tsx';

/** The variants side by side, in words and in numbers; a sentence says what is missing where there are none to compare. */
export function Comparison() {
  const compared = useCompared();
  const catalogue = useAppState((state) => state.catalogue);
  const costs = useAppState((state) => state.scenario.costs);
  if (!compared || !catalogue) return null;
  const crs = catalogue.territory.metricCrs;
  const { variants, rows, impacts } = compared;
  if (rows.length === 0) return <p className="quiet">{scenarios.noCriteria}</p>;
  const names = variants.map(({ name }) => name);
  const source: ExportSource = {
    rows: rows.length + 1,
    kept: null,
    columns: 3 * names.length,
    shown: null,
    hasGeometry: false,
    content: async () => comparisonContent(compared, costs, catalogue, location.href),
  };
  return (
    <section className="comparison">
      <h3>{scenarios.comparison}</h3>
      {names.length < 2 && <p className="quiet">{scenarios.needTwo}</p>}
      {names.slice(1).map((name, index) => (
        <Difference key={name} rows={rows} index={index + 1} names={names} />
      ))}
      <ScrollRegion className="plain-scroll" label={scenarios.comparison}>
        <table className="plain-table" aria-label={scenarios.comparison}>
          <thead>
            <tr>
              <th scope="col">{scenarios.criterion}</th>
              {names.map((name) => (
                <th key={name} scope="col" data-number="true">
                  {name}
                </th>
              ))}
              {names.slice(1).map((name) => (
                <th key={name} scope="col" data-number="true">
                  {scenarios.gap(name, names[0] ?? '')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <Row key={row.criterion.id} row={row} />
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <CriterionDetails variants={variants} rows={rows} impacts={impacts} />
      <p className="quiet">{scenarios.method(crs)}</p>
      <ExportMenu source={source} />
    </section>
  );
}

interface DifferenceProps {
  rows: ComparedRow[];
  index: number;
  names: string[];
}

function Difference({ rows, index, names }: DifferenceProps) {
  return (
    <div className="difference">
      <p>
        <strong>{differenceSentence(rows, index, names)}</strong>
      </p>
      {(['gain', 'loss'] as const).map((verdict) => {
        const phrases = changes(rows, index, verdict);
        return (
          phrases.length > 0 && (
            <div key={verdict} data-verdict={verdict}>
              <h4>{verdict === 'gain' ? scenarios.gains : scenarios.losses}</h4>
              <ul>
                {phrases.map((phrase) => (
                  <li key={phrase}>{phrase}</li>
                ))}
              </ul>
            </div>
          )
        );
      })}
    </div>
  );
}

function Row({ row: { criterion, values, gaps, verdicts } }: { row: ComparedRow }) {
  const cell = (value: number | null) => (value === null ? '—' : amountText(value, criterion));
  return (
    <tr>
      <th scope="row">{criterion.label}</th>
      {values.map((value, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column has no name but its place
        <td key={index} data-number="true">
          {cell(value)}
        </td>
      ))}
      {gaps.slice(1).map((gap, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a column has no name but its place
        <td key={index} data-number="true" data-verdict={verdicts[index + 1]}>
          {gap === null ? '—' : gapText(gap, criterion)}
          <span className="verdict">{scenarios.verdicts[verdicts[index + 1] ?? 'none']}</span>
        </td>
      ))}
    </tr>
  );
}

/** What is compared on the screen: the variants that are measured, by the criteria of the territory. */
export interface Compared {
  variants: Variant[];
  impacts: Impact[];
  rows: ComparedRow[];
}

/** The comparison as far as it is measured; null while no variant is. */
export function useCompared(): Compared | null {
  const drawn = useAppState((state) => state.drawn);
  const scenario = useAppState((state) => state.scenario);
  const impacts = useAppState((state) => state.impacts);
  const library = useAppState((state) => state.library);
  const measured = variantsOf({ drawn, scenario }).flatMap((variant) => {
    const status = impactOf({ impacts }, variant);
    return status?.kind === 'ready' ? [{ variant, impact: status.impact }] : [];
  });
  if (measured.length === 0 || library.kind !== 'ready') return null;
  const all = measured.map(({ impact }) => impact);
  return {
    variants: measured.map(({ variant }) => variant),
    impacts: all,
    rows: compareImpacts(library.library.impacts ?? [], all),
  };
}
