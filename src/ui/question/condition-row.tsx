import { FolderInput, X } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { type Condition, isRelation } from '../../domain/question.ts';
import { IconButton } from '../frame/icon-button.tsx';
import { fr } from '../strings/fr.ts';
import { AttributeEditor } from './attribute-editor.tsx';
import { useBuilder } from './builder-context.ts';
import { ConditionGroup } from './condition-group.tsx';
import {
  type ConditionPath,
  isGroup,
  removeCondition,
  replaceCondition,
  toggleNot,
  wrapCondition,
} from './edit-condition.ts';
import { MeasureEditor } from './measure-editor.tsx';
import { RelationEditor } from './relation-editor.tsx';

interface ConditionRowProps {
  condition: Condition;
  path: ConditionPath;
  /** The word that ties it to the one before, if there is one. */
  connector?: string | null;
}

/** One condition of the question, kept or turned round by "sauf", with what is wrong with it said under it. */
export function ConditionRow({ condition, path, connector }: ConditionRowProps) {
  const { faults, added } = useBuilder();
  const row = useRef<HTMLDivElement>(null);
  const isNot = condition.kind === 'not';
  const inner = isNot ? condition.condition : condition;
  const innerPath = isNot ? `${path}.condition` : path;
  const fault = faults.find(
    (f) =>
      f.path === path || f.path === innerPath || (!isGroup(inner) && f.path.startsWith(`${path}.`)),
  );
  const isAdded = added === path;
  useEffect(() => {
    if (isAdded) row.current?.querySelector<HTMLElement>(FIRST_CONTROL)?.focus();
  }, [isAdded]);
  return (
    <div className="condition" ref={row} data-fault={fault !== undefined}>
      <ConditionHead
        path={path}
        isNot={isNot}
        isMovable={!isGroup(inner)}
        connector={connector ?? null}
      />
      <div className="condition-body">
        <ConditionEditor condition={inner} path={innerPath} />
      </div>
      {fault && (
        <p className="fault" role="alert">
          {fault.sentence}
        </p>
      )}
    </div>
  );
}

interface ConditionHeadProps {
  path: ConditionPath;
  isNot: boolean;
  /** A group has its own buttons. */
  isMovable: boolean;
  connector: string | null;
}

function ConditionHead({ path, isNot, isMovable, connector }: ConditionHeadProps) {
  const { question, change } = useBuilder();
  return (
    <p className="condition-head">
      {connector && <span className="connector">{connector}</span>}
      <button
        type="button"
        className="chip except"
        aria-pressed={isNot}
        title={fr.question.exceptHelp}
        onClick={() => change(toggleNot(question, path))}
      >
        {fr.question.except}
      </button>
      {isMovable && (
        <span className="condition-buttons">
          <IconButton
            label={fr.question.group}
            icon={FolderInput}
            onClick={() => change(wrapCondition(question, path, 'or'))}
          />
          <IconButton
            label={fr.question.remove}
            icon={X}
            onClick={() => change(removeCondition(question, path))}
          />
        </span>
      )}
    </p>
  );
}

/** What takes the focus when a condition has just been added. */
const FIRST_CONTROL = '.condition-body :is(input, select, button)';

function ConditionEditor({ condition, path }: { condition: Condition; path: ConditionPath }) {
  const { question, target, change } = useBuilder();
  const onChange = (next: Condition) => change(replaceCondition(question, path, next));
  if (isGroup(condition)) return <ConditionGroup group={condition} path={path} />;
  if (condition.kind === 'not') return <ConditionRow condition={condition} path={path} />;
  if (condition.kind === 'measure') {
    return <MeasureEditor condition={condition} onChange={onChange} />;
  }
  if (isRelation(condition)) return <RelationEditor condition={condition} onChange={onChange} />;
  return <AttributeEditor layer={target} condition={condition} onChange={onChange} />;
}
