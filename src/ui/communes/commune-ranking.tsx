import { COMMUNE_LAYER } from '../../domain/commune.ts';
import type { Rank } from '../../domain/commune-ranks.ts';
import { useAppState, useEffects } from '../app-context.tsx';
import { ScrollRegion } from '../frame/scroll-region.tsx';
import { type CommuneFormat, communes } from '../strings/communes.ts';

interface CommuneRankingProps {
  /** Label of the figure, and how its values are written. */
  label: string;
  format: CommuneFormat;
  /** INSEE code and rank of the communes to be listed. */
  ranks: [string, Rank][];
  median: number | null;
  /** How many communes have a rank. */
  total: number;
}

/** Communes by rank, the largest value first; each leads to its place on the map. */
export function CommuneRanking({ label, format, ranks, median, total }: CommuneRankingProps) {
  const names = useAppState((state) => state.communes);
  const chosen = useAppState(({ selection, pair }) =>
    [selection?.layer === COMMUNE_LAYER ? selection.key : null, ...(pair ?? [])].join(),
  ).split(',');
  const { openFeature } = useEffects();
  const { columns } = communes;
  const nameOf = (code: string) => names?.find((commune) => commune.code === code)?.name ?? code;
  const sorted = [...ranks].sort(
    ([a, { rank }], [b, other]) => rank - other.rank || nameOf(a).localeCompare(nameOf(b), 'fr'),
  );
  return (
    <>
      <p className="quiet" role="status">
        {communes.kept(ranks.length, total)}
      </p>
      <ScrollRegion className="plain-scroll communes-ranking" label={communes.ranking}>
        <table className="plain-table">
          <caption className="visually-hidden">{`${communes.ranking} : ${label}`}</caption>
          <thead>
            <tr>
              <th scope="col" data-number="true">
                {columns.rank}
              </th>
              <th scope="col">{columns.commune}</th>
              <th scope="col" data-number="true">
                {columns.value}
              </th>
              <th scope="col" data-number="true">
                {columns.gap}
              </th>
            </tr>
          </thead>
          <tbody>
            {sorted.map(([code, { rank, value }]) => (
              <tr key={code} data-chosen={chosen.includes(code)}>
                <td data-number="true">{rank}</td>
                <th scope="row">
                  <button
                    type="button"
                    className="link-button"
                    title={communes.focus(nameOf(code))}
                    onClick={() => openFeature(COMMUNE_LAYER, code)}
                  >
                    {nameOf(code)}
                  </button>
                </th>
                <td data-number="true">{format.value(value)}</td>
                <td data-number="true">{median === null ? '—' : format.gap(value - median)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  );
}
