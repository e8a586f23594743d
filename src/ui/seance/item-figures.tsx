import type { SeanceFigure } from '../../domain/seance.ts';
import { THIN_SPACE } from '../strings/format.ts';
import { show } from '../strings/seance.ts';
import { shownUnit } from '../strings/shown-unit.ts';

/** The figures of an item in very large type, each with what it is of. */
export function ItemFigures({ figures }: { figures: SeanceFigure[] }) {
  if (figures.length === 0) return null;
  return (
    <dl className="show-figures">
      {figures.map(({ label, value, unit, source }) => (
        <div key={`${label} ${source}`}>
          <dt>{label}</dt>
          <dd>
            <strong>{show.figure(value)}</strong>
            <Unit text={shownUnit({ label, unit })} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

function Unit({ text }: { text: string }) {
  return text ? <span className="show-unit">{`${THIN_SPACE}${text}`}</span> : null;
}
