import { use } from 'react';
import type { Condition } from '../../domain/question.ts';
import { builder as words } from '../strings/builder.ts';
import { NotesContext, useBuilder, useTarget } from './builder-context.ts';
import { type ConditionPath, isGroup } from './condition-path.ts';
import { replaceCondition } from './edit-condition.ts';
import { useRemove } from './use-remove.ts';
import { widenCondition } from './widen-condition.ts';

interface ConditionNotesProps {
  path: ConditionPath;
  /** The condition without its "sauf". */
  condition: Condition;
}

/** What is wrong with a condition, and whether it alone leaves the question without a result, with a way out. */
export function ConditionNotes({ path, condition }: ConditionNotesProps) {
  const { faults, emptying } = use(NotesContext);
  const own = new RegExp(`^${path.replaceAll('.', '\\.')}(\\.condition)*$`);
  const isOwn = (at: ConditionPath) =>
    own.test(at) ||
    (!isGroup(condition) && at.startsWith(`${path}.`) && !INNER.test(at.slice(path.length)));
  const fault = faults.find((candidate) => isOwn(candidate.path));
  const emptied = emptying.find((at) => own.test(at));
  return (
    <>
      {fault && (
        <p className="fault" role="alert">
          {fault.sentence}
        </p>
      )}
      {emptied !== undefined && !fault && (
        <Emptying path={path} at={emptied} condition={condition} />
      )}
    </>
  );
}

/** A path that leads on into conditions with rows of their own. */
const INNER = /\.(conditions|where)\.\d/;

function Emptying({ path, at, condition }: ConditionNotesProps & { at: ConditionPath }) {
  const { edit } = useBuilder();
  const target = useTarget();
  const remove = useRemove(path);
  const isNegated = at !== path;
  const wider = isNegated ? null : widenCondition(condition, target);
  return (
    <div className="emptying">
      <p>{words.emptying.text}</p>
      <p className="emptying-buttons">
        {wider && (
          <button
            type="button"
            className="button"
            onClick={() =>
              edit((question) => replaceCondition(question, path, wider.condition), {
                focus: { path, on: 'body' },
              })
            }
          >
            {wider.label}
          </button>
        )}
        <button type="button" className="button" onClick={() => remove(words.menu.removed)}>
          {words.emptying.remove}
        </button>
      </p>
    </div>
  );
}
