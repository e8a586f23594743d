import { useEffect, useMemo, useRef, useState } from 'react';
import { writeStatement } from '../../state/actions.ts';
import { MAX_LINK_STATEMENT } from '../../state/sql-actions.ts';
import { HelpHint } from '../aide/help-hint.tsx';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { ProgressLine } from '../frame/progress-line.tsx';
import { useErrorSentence } from '../frame/use-error-sentence.ts';
import { useIsNarrow } from '../frame/use-is-narrow.ts';
import { useKeptFocus } from '../frame/use-kept-focus.ts';
import { screens } from '../strings/screens.ts';
import { sqlScreen } from '../strings/sql-screen.ts';
import '../styles/sql.css';
import { OpenAsQuestion } from './open-as-question.tsx';
import { type EditorControl, SqlEditor } from './sql-editor.tsx';
import { SqlFunctions } from './sql-functions.tsx';
import { SqlHistory } from './sql-history.tsx';
import { SqlPlanView } from './sql-plan.tsx';
import { SqlResultView } from './sql-result.tsx';
import { SqlTables } from './sql-tables.tsx';

/** The SQL screen: a statement, what it gave, how it was run, and the tables and functions that it may name. */
export function SqlPanel() {
  const statement = useAppState((state) => state.statement);
  const sql = useAppState((state) => state.sql);
  const act = useAct();
  const { runSql, cancelSql } = useEffects();
  const editor = useRef<EditorControl>(null);
  const [planned, setPlanned] = useState<string | null>(null);
  const fault = useFault();
  const write = (text: string) => act((state) => writeStatement(state, text));
  const target = () => editor.current?.target() ?? { text: statement, start: 0 };
  const run = () => {
    const { text, start } = target();
    void runSql(text, statement.slice(0, start));
  };
  const focus = useKeptFocus(sql.kind === 'running');
  const outcome = useScrolledTo(sql.kind === 'ready' || sql.kind === 'failed');
  return (
    <div className="sql">
      <div className="with-hint">
        <h2>{screens.sql.title}</h2>
        <HelpHint about="sql" />
      </div>
      <p className="quiet">{sqlScreen.intro}</p>
      <SqlEditor ref={editor} text={statement} fault={fault} onChange={write} onRun={run} />
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
          <button type="button" className="button" onClick={() => setPlanned(target().text)}>
            {sqlScreen.plan.open}
          </button>
          <OpenAsQuestion
            statement={() => target()}
            onPlace={(start, end) => editor.current?.select(start, end)}
          />
        </p>
      )}
      {statement.length > MAX_LINK_STATEMENT && <p className="quiet">{sqlScreen.tooLong}</p>}
      {planned !== null && (
        <SqlPlanView key={planned} statement={planned} onClose={() => setPlanned(null)} />
      )}
      <div className="sql-outcome" ref={outcome}>
        {sql.kind === 'failed' && (
          <div className="sql-failed" role="alert">
            <ErrorText error={sql.error} />
            {fault && (
              <button
                type="button"
                className="button"
                onClick={() => editor.current?.select(fault.start, fault.end)}
              >
                {sqlScreen.showPlace}
              </button>
            )}
          </div>
        )}
        {sql.kind === 'ready' && <SqlResultView result={sql.result} />}
      </div>
      <SqlHistory onOpen={write} />
      <SqlTables onRead={(table) => write(`SELECT *\nFROM ${table}\nLIMIT 100`)} />
      <SqlFunctions />
    </div>
  );
}

/** The word that the last error is about, while the statement is as it was. */
function useFault() {
  const sql = useAppState((state) => state.sql);
  const statement = useAppState((state) => state.statement);
  const sentenceOf = useErrorSentence();
  const error = sql.kind === 'failed' ? sql.error : null;
  const context = error?.context ?? {};
  const start = typeof context.position === 'number' ? context.position : null;
  const word = typeof context.word === 'string' ? context.word : '';
  const message = error ? sentenceOf(error).title : '';
  const isThere = start !== null && statement.startsWith(word, start);
  return useMemo(
    () => (isThere ? { start, end: start + Math.max(1, word.length), message } : null),
    [isThere, start, word.length, message],
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
