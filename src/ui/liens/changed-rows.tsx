import { useState } from 'react';
import type { AnswerChange } from '../../domain/answer-change.ts';
import { errorToData } from '../../domain/errors.ts';
import type { Layer } from '../../domain/layer.ts';
import { CHANGE_SYMBOLS } from '../../map/style/change-symbols.ts';
import { addNotice, flyTo } from '../../state/actions.ts';
import { useAct, useEffects } from '../app-context.tsx';
import { SymbolSwatch } from '../legend/symbol-swatch.tsx';
import { formatSize } from '../strings/format.ts';
import { moved as words } from '../strings/moved.ts';

interface ChangedRowsProps {
  change: AnswerChange;
  /** The target layer as the link had it, and as it is now. */
  from: Layer;
  to: Layer;
}

/** The features that came into an answer, went out of it, or are measured otherwise: each leads to its place on the map. */
export function ChangedRows({ change, from, to }: ChangedRowsProps) {
  const { onlyNow, onlyBefore, remeasured } = change;
  return (
    <>
      <RowList title={words.cameIn(onlyNow.length)} kind="added" layer={to} rows={onlyNow} />
      <RowList
        title={words.wentOut(onlyBefore.length)}
        kind="removed"
        layer={from}
        rows={onlyBefore}
      />
      <RowList
        title={words.remeasured(remeasured.length)}
        kind="moved"
        layer={to}
        rows={remeasured.map(({ key, title, rowNow }) => ({ key, title, row: rowNow, size: null }))}
      />
    </>
  );
}

interface ListedRow {
  row: number;
  key: string;
  title: string;
  size: number | null;
}

interface RowListProps {
  title: string;
  kind: 'added' | 'removed' | 'moved';
  layer: Layer;
  rows: ListedRow[];
}

function RowList({ title, kind, layer, rows }: RowListProps) {
  const [shown, setShown] = useState(STEP);
  const goTo = useGoTo();
  if (rows.length === 0) return null;
  return (
    <details className="moved-rows">
      <summary>
        <SymbolSwatch symbol={CHANGE_SYMBOLS[layer.geometry][kind]} geometry={layer.geometry} />
        {title}
      </summary>
      <ul>
        {rows.slice(0, shown).map((row) => (
          <li key={row.key}>
            <button
              type="button"
              className="link-button"
              title={words.zoomTo(row.title)}
              onClick={() => goTo(layer, row.row)}
            >
              {row.title}
            </button>{' '}
            {row.size !== null && (
              <span className="quiet">{formatSize(row.size, layer.geometry)}</span>
            )}
          </li>
        ))}
      </ul>
      {rows.length > shown && (
        <button type="button" className="link-button" onClick={() => setShown(shown + STEP)}>
          {words.more(Math.min(STEP, rows.length - shown))}
        </button>
      )}
    </details>
  );
}

/** Rows of a list that are shown at first, and added at a time. */
const STEP = 50;

/** Brings the map to a feature of a version; one without geometry stays where it is. */
function useGoTo(): (layer: Layer, row: number) => void {
  const { versionFeature } = useEffects();
  const act = useAct();
  return (layer, row) => {
    versionFeature(layer, row, new AbortController().signal).then(
      ({ extent }) => extent && act((state) => flyTo(state, extent)),
      (error: unknown) => act((state) => addNotice(state, errorToData(error))),
    );
  };
}
