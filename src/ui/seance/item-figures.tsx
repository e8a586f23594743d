import type { SeanceFigure } from '../../domain/seance.ts';
import { formatNumber, THIN_SPACE } from '../strings/format.ts';

/** The figures of an item in very large type, each with what it is of. */
export function ItemFigures({ figures }: { figures: SeanceFigure[] }) {
  if (figures.length === 0) return null;
  return (
    <dl className="show-figures">
      {figures.map(({ label, value, unit, source }) => (
        <div key={`${label} ${source}`}>
          <dt>{label}</dt>
          <dd>
            <strong>{formatNumber(value)}</strong>
            {unit && <span className="show-unit">{`${THIN_SPACE}${unit}`}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}
