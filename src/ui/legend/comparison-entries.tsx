import { CHANGE_KINDS } from '../../domain/change.ts';
import { CHANGE_SYMBOLS, isMarked, UNCHANGED_SYMBOLS } from '../../map/style/change-symbols.ts';
import { drawnDiff } from '../../state/version-actions.ts';
import { useAppState } from '../app-context.tsx';
import { comparison } from '../strings/donnees.ts';
import { SymbolSwatch } from './symbol-swatch.tsx';

/** What the signs of two versions compared mean. */
export function ComparisonEntries() {
  const drawn = useAppState(drawnDiff);
  if (!drawn) return null;
  const { geometry, title } = drawn.to;
  const { added, removed, changed } = drawn.diff;
  const hasMarks = isMarked(geometry, added.length + removed.length + changed.length);
  const labels = { ...comparison.kinds, before: comparison.before };
  return (
    <div className="legend-layer">
      <p className="legend-title">{title}</p>
      <ul>
        {([...CHANGE_KINDS, 'before'] as const).map((kind) => (
          <li key={kind} className="legend-entry">
            <SymbolSwatch symbol={CHANGE_SYMBOLS[geometry][kind]} geometry={geometry} />
            {hasMarks && kind !== 'before' && (
              <SymbolSwatch symbol={CHANGE_SYMBOLS.point[kind]} geometry="point" />
            )}
            {labels[kind]}
          </li>
        ))}
        <li className="legend-entry">
          <SymbolSwatch symbol={UNCHANGED_SYMBOLS[geometry]} geometry={geometry} />
          {comparison.unchangedLegend}
        </li>
      </ul>
    </div>
  );
}
