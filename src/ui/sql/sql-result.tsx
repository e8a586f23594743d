import { ChartColumn } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import type { SqlResult } from '../../domain/sql-result.ts';
import type { RowSource } from '../../state/effects.ts';
import { useEffects, useServices } from '../app-context.tsx';
import { ExportMenu } from '../export/export-menu.tsx';
import type { ExportSource } from '../export/export-source.ts';
import { sqlScreen } from '../strings/sql-screen.ts';
import { ResultChart } from './result-chart.tsx';
import { resultContent } from './result-content.ts';
import { MapNote, ResultMap } from './result-map.tsx';
import { ResultTable } from './result-table.tsx';

/** What a statement gave: all its rows as a table, on the map, as a figure and as a file, with how they were found. */
export function SqlResultView({ result }: { result: SqlResult }) {
  const { rowCount, elapsedMs, layers, joins, notices, columns } = result;
  const rows = useRows(result);
  const [hasChart, setChart] = useState(false);
  return (
    <section className="sql-result" aria-label={sqlScreen.result}>
      <p role="status">{sqlScreen.rows(rowCount, elapsedMs)}</p>
      {joins.map(({ aliases, pairs }) => (
        <p key={aliases.join()} className="quiet">
          {sqlScreen.join(aliases, pairs)}
        </p>
      ))}
      {notices.map(({ kind, position }) => (
        <p key={`${kind} ${position}`} className="sql-notice">
          {sqlScreen.notices[kind]}
        </p>
      ))}
      {rowCount === 0 && <p>{sqlScreen.noRow}</p>}
      {rowCount > 0 && !rows && <p>{sqlScreen.reading}</p>}
      {rowCount > 0 && rows && (
        <>
          <p className="sql-run">
            <ResultMap columns={columns} />
            <button
              type="button"
              className="button"
              aria-expanded={hasChart}
              onClick={() => setChart(!hasChart)}
            >
              <ChartColumn size={16} aria-hidden="true" />
              {sqlScreen.chart.title}
            </button>
            <ResultExport result={result} rows={rows} />
          </p>
          <MapNote />
          {hasChart && <ResultChart rows={rows} columns={columns} />}
          <ResultTable result={result} rows={rows} />
        </>
      )}
      {Object.keys(layers).length > 0 && <p className="quiet">{sqlScreen.versions(layers)}</p>}
    </section>
  );
}

function useRows(result: SqlResult): RowSource | null {
  const { openRows } = useEffects();
  const [read, setRead] = useState<{ of: SqlResult; rows: RowSource } | null>(null);
  useEffect(() => {
    let isCurrent = true;
    void openRows(result.ipc).then((rows) => isCurrent && setRead({ of: result, rows }));
    return () => {
      isCurrent = false;
    };
  }, [result, openRows]);
  return read?.of === result ? read.rows : null;
}

function ResultExport({ result, rows }: { result: SqlResult; rows: RowSource }) {
  const { store, effects } = useServices();
  const source = useMemo((): ExportSource => {
    const geometry = result.columns.findIndex(({ type }) => type === 'geometry');
    return {
      rows: rows.length,
      kept: null,
      columns: result.columns.length - (geometry < 0 ? 0 : 1),
      shown: null,
      hasGeometry: geometry >= 0,
      async content(_scope, signal) {
        const { ran, catalogue } = store.getState();
        if (!catalogue) throw new Error('no catalogue');
        const shapes = geometry < 0 ? null : await effects.placeRows(result.ipc, geometry, signal);
        const parts = { result, rows, shapes, catalogue, statement: ran ?? '' };
        return resultContent({ ...parts, link: location.href });
      },
    };
  }, [result, rows, store, effects]);
  return <ExportMenu source={source} />;
}
