import { useEffect, useRef } from 'react';
import { writeStatement } from '../../state/actions.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { ProgressLine } from '../frame/progress-line.tsx';
import { useIsNarrow } from '../frame/use-is-narrow.ts';
import { useKeptFocus } from '../frame/use-kept-focus.ts';
import { sqlScreen } from '../strings/sql-screen.ts';
import '../styles/sql.css';
import { SqlFunctions } from './sql-functions.tsx';
import { SqlResultView } from './sql-result.tsx';
import { SqlTables } from './sql-tables.tsx';

/** The SQL screen: a statement, what it gave, and the tables and functions that it may name. */
export function SqlPanel() {
  const statement = useAppState((state) => state.statement);
  const sql = useAppState((state) => state.sql);
  const act = useAct();
  const { runSql, cancelSql } = useEffects();
  const editor = useRef<HTMLTextAreaElement>(null);
  const write = (text: string) => act((state) => writeStatement(state, text));
  const run = () => void runSql(statement);
  const focus = useKeptFocus(sql.kind === 'running');
  const outcome = useScrolledTo(sql.kind === 'ready' || sql.kind === 'failed');
  return (
    <div className="sql">
      <h2>{sqlScreen.title}</h2>
      <p className="quiet">{sqlScreen.intro}</p>
      <label className="visually-hidden" htmlFor="sql-statement">
        {sqlScreen.label}
      </label>
      <textarea
        id="sql-statement"
        ref={editor}
        className="sql-editor"
        value={statement}
        placeholder={sqlScreen.placeholder}
        rows={8}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        aria-invalid={sql.kind === 'failed'}
        onChange={({ target }) => write(target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
          event.preventDefault();
          run();
        }}
      />
      {sql.kind === 'running' ? (
        <ProgressLine
          progress={sql.progress}
          first={sqlScreen.asked}
          stop={sqlScreen.stop}
          takesFocus={focus.isKept()}
          onStop={cancelSql}
        />
      ) : (
        <p className="sql-run">
          <button
            type="button"
            className="primary-button"
            ref={focus.start}
            onClick={() => {
              focus.keep();
              run();
            }}
          >
            {sqlScreen.run}
          </button>
          <kbd className="quiet">{sqlScreen.keys}</kbd>
        </p>
      )}
      <div className="sql-outcome" ref={outcome}>
        {sql.kind === 'failed' && (
          <div className="sql-failed" role="alert">
            <ErrorText error={sql.error} />
            {typeof sql.error.context.position === 'number' && (
              <button
                type="button"
                className="button"
                onClick={() => editor.current && selectPlace(editor.current, sql.error.context)}
              >
                {sqlScreen.showPlace}
              </button>
            )}
          </div>
        )}
        {sql.kind === 'ready' && <SqlResultView result={sql.result} />}
      </div>
      <SqlTables onRead={(table) => write(`SELECT *\nFROM ${table}\nLIMIT 100`)} />
      <SqlFunctions />
    </div>
  );
}

/** An element that narrow windows scroll to once it holds something: it would be under the edge of the sheet. */
function useScrolledTo(isFilled: boolean) {
  const element = useRef<HTMLDivElement>(null);
  const isNarrow = useIsNarrow();
  useEffect(() => {
    if (isFilled && isNarrow) element.current?.scrollIntoView({ block: 'start' });
  }, [isFilled, isNarrow]);
  return element;
}

/** Selects the word that an error is about. */
function selectPlace(editor: HTMLTextAreaElement, context: Record<string, unknown>): void {
  const start = Number(context.position);
  const word = typeof context.word === 'string' ? context.word : '';
  editor.focus();
  editor.setSelectionRange(start, start + Math.max(1, word.length));
}
