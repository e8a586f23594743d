import { X } from 'lucide-react';
import { useEffect, useState } from 'react';
import { type ErrorData, errorToData } from '../../domain/errors.ts';
import type { SqlPlan, SqlPlanStep } from '../../domain/sql-result.ts';
import { useEffects } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { ErrorText } from '../frame/notices.tsx';
import { sqlScreen } from '../strings/sql-screen.ts';
import { SqlText } from './sql-text.tsx';

const words = sqlScreen.plan;

type PlanStatus =
  | { kind: 'working' }
  | { kind: 'ready'; plan: SqlPlan }
  | { kind: 'failed'; error: ErrorData };

/** How a statement is run: the joins of the index, the steps of DuckDB as a tree, the statement as it was rewritten. */
export function SqlPlanView({ statement, onClose }: { statement: string; onClose: () => void }) {
  const { planSql } = useEffects();
  const [isAnalysed, setAnalysed] = useState(false);
  const [status, setStatus] = useState<PlanStatus>({ kind: 'working' });
  useEffect(() => {
    const controller = new AbortController();
    const { signal } = controller;
    setStatus({ kind: 'working' });
    planSql(statement, isAnalysed, signal)
      .then((plan) => setStatus({ kind: 'ready', plan }))
      .catch((error: unknown) => {
        if (!signal.aborted) setStatus({ kind: 'failed', error: errorToData(error) });
      });
    return () => controller.abort();
  }, [planSql, statement, isAnalysed]);
  return (
    <section className="sql-plan" aria-label={words.title}>
      <header>
        <h3>{words.title}</h3>
        <IconButton label={words.close} icon={X} onClick={onClose} />
      </header>
      {status.kind === 'working' && <p role="status">{words.working}</p>}
      {status.kind === 'failed' && <ErrorText error={status.error} />}
      {status.kind === 'ready' && (
        <>
          <p className="quiet">{words.intro}</p>
          {!isAnalysed && (
            <button type="button" className="button" onClick={() => setAnalysed(true)}>
              {words.analyse}
            </button>
          )}
          <PlanJoins plan={status.plan} />
          <ul className="sql-steps">
            <PlanStep step={status.plan.root} />
          </ul>
          <details>
            <summary>{words.rewritten}</summary>
            <SqlText label={words.rewritten} text={status.plan.rewritten} />
          </details>
        </>
      )}
    </section>
  );
}

function PlanJoins({ plan: { joins, notices } }: { plan: SqlPlan }) {
  return (
    <>
      {joins.length === 0 && <p>{words.noJoin}</p>}
      {joins.map(({ aliases, relation, pairs, elapsedMs }) => (
        <p key={aliases.join()}>{words.join(aliases, relation, pairs, elapsedMs)}</p>
      ))}
      {notices.map(({ kind, position }) => (
        <p key={`${kind} ${position}`} className="sql-notice">
          {sqlScreen.notices[kind]}
        </p>
      ))}
    </>
  );
}

function PlanStep({ step }: { step: SqlPlanStep }) {
  const { details, rows, elapsedMs, children } = step;
  const told = Object.entries(details).filter(([, value]) => value.trim() !== '');
  return (
    <li>
      <span className="sql-step">
        <strong>{titleOf(step)}</strong>
        <span className="quiet">
          {[
            rows === null ? null : words.rows(rows, elapsedMs !== null),
            elapsedMs === null ? null : words.time(elapsedMs),
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </span>
      {told.map(([name, value]) => (
        <code key={name} className="sql-step-detail" title={name}>
          {value}
        </code>
      ))}
      {children.length > 0 && (
        <ul>
          {children.map((child, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: two steps may be equal, their place is all they have
            <PlanStep key={place} step={child} />
          ))}
        </ul>
      )}
    </li>
  );
}

function titleOf({ name, details }: SqlPlanStep): string {
  const table = details.Table ?? '';
  if (/__pairs_/.test(table)) return words.pairsScan;
  if (/__(keyed|numbered)_/.test(table)) return words.numberedScan;
  return words.steps[name] ?? name;
}
