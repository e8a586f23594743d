import { use } from 'react';
import type { Condition } from '../../domain/question.ts';
import { builder as words } from '../strings/builder.ts';
import { type Fault, NotesContext, useBuilder, useTarget } from './builder-context.ts';
import type { ConditionPath } from './condition-path.ts';
import { replaceCondition } from './edit-condition.ts';
import { useRemove } from './use-remove.ts';
import { widenCondition } from './widen-condition.ts';

interface EmptyingProps {
  path: ConditionPath;
  /** The condition without its "sauf". */
  condition: Condition;
}

interface ConditionNotesProps extends EmptyingProps {
  fault: Fault | undefined;
  /** Id of the sentence on the fault. */
  faultId: string;
}

/** What is wrong with a condition, and whether it alone leaves the question without a result, with a way out. */
export function ConditionNotes({ path, condition, fault, faultId }: ConditionNotesProps) {
  const { emptying } = use(NotesContext);
  const own = new RegExp(`^${path.replaceAll('.', '\\.')}(\\.condition)*$`);
  const emptied = emptying.find((at) => own.test(at));
  return (
    <>
      {fault && (
        <p className="fault" role="alert" id={faultId}>
          {fault.sentence}
        </p>
      )}
      {emptied !== undefined && !fault && (
        <Emptying path={path} at={emptied} condition={condition} />
      )}
    </>
  );
}

function Emptying({ path, at, condition }: EmptyingProps & { at: ConditionPath }) {
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
