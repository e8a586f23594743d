import { Check, Copy, Download } from 'lucide-react';
import { useState } from 'react';
import { goTo } from '../../state/actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { formatBytes, formatCount } from '../strings/format.ts';
import { publier } from '../strings/publier.ts';
import { metaFaults } from './meta-faults.ts';
import type { StepProps } from './publish-wizard.tsx';
import { metaOf, obstacles, readyReports, type Step } from './wizard-state.ts';

const words = publier.bundle;

/** Step 6: one file to take away, and the command that publishes it; or what still stands in the way. */
export function BundleStep({ wizard, state }: StepProps) {
  const themes = useAppState(({ catalogue }) => catalogue?.themes ?? NO_THEMES);
  const act = useAct();
  const todo = todoOf(
    state,
    themes.map(({ id }) => id),
  );
  const ready = readyReports(state);
  const { bundle } = state;
  const finish = () => {
    wizard.leaveOnMap();
    act((before) => goTo(before, 'carte'));
  };
  return (
    <section className="publier-step" aria-label={publier.steps.telecharger}>
      {todo.length > 0 ? (
        <>
          <p>{words.notReady}</p>
          <ul className="publier-todo">
            {todo.map(({ text, step, index }) => (
              <li key={text}>
                <button
                  type="button"
                  className="link-button"
                  onClick={() => {
                    if (index !== null) wizard.look(index);
                    void wizard.goTo(step);
                  }}
                >
                  {text}
                </button>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p className="publier-clean">{words.ready}</p>
      )}
      <h3>{words.layers}</h3>
      <ul className="publier-contents">
        {ready.map((report) => {
          const { title, noun } = metaOf(state, report);
          return (
            <li key={report.index}>
              {title} <span className="quiet">{formatCount(report.rows, noun)}</span>
            </li>
          );
        })}
      </ul>
      <button
        type="button"
        className="primary-button"
        disabled={todo.length > 0 || ready.length === 0 || state.work.kind === 'busy'}
        onClick={() => void wizard.makeBundle()}
      >
        <Download size={18} aria-hidden="true" />
        {bundle ? words.again : words.download}
      </button>
      <div role="status">
        {bundle && <p>{words.downloaded(bundle.name, formatBytes(bundle.bytes))}</p>}
      </div>
      {bundle && (
        <>
          <CommandLine name={bundle.name} />
          <button type="button" className="button" onClick={finish}>
            {words.keepOnMap}
          </button>
        </>
      )}
      <button type="button" className="link-button" onClick={wizard.restart}>
        {publier.restart}
      </button>
    </section>
  );
}

const NO_THEMES: never[] = [];

interface Todo {
  text: string;
  step: Step;
  /** Table that it concerns; null for all. */
  index: number | null;
}

function todoOf(state: StepProps['state'], themes: string[]): Todo[] {
  const { failed, errors, waiting } = obstacles(state);
  const todo: Todo[] = [];
  if (failed > 0) todo.push({ text: words.failed(failed), step: 'couche', index: null });
  if (errors > 0) todo.push({ text: words.errors(errors), step: 'controle', index: null });
  if (waiting > 0) todo.push({ text: words.waiting(waiting), step: 'controle', index: null });
  for (const report of readyReports(state)) {
    const meta = metaOf(state, report);
    if (Object.keys(metaFaults(meta, themes)).length === 0) continue;
    todo.push({
      text: words.meta(meta.title || meta.id),
      step: 'metadonnees',
      index: report.index,
    });
  }
  return todo;
}

function CommandLine({ name }: { name: string }) {
  const [isCopied, setCopied] = useState(false);
  const command = words.commandText(name);
  const copy = async () => {
    await navigator.clipboard.writeText(command);
    setCopied(true);
  };
  const Icon = isCopied ? Check : Copy;
  return (
    <div className="publier-command">
      <p>{words.command}</p>
      <code>{command}</code>
      <button
        type="button"
        className="button"
        onClick={() => void copy().catch(() => setCopied(false))}
      >
        <Icon size={16} aria-hidden="true" />
        {isCopied ? words.copied : words.copy}
      </button>
      <p className="quiet">{words.explain}</p>
    </div>
  );
}
