import { FolderPlus } from 'lucide-react';
import { useEffect, useRef } from 'react';
import { type Condition, isRelation } from '../../domain/question.ts';
import { fr } from '../strings/fr.ts';
import { AddCondition } from './add-condition.tsx';
import { AttributeEditor } from './attribute-editor.tsx';
import { useBuilder } from './builder-context.ts';
import { ConditionHead } from './condition-head.tsx';
import {
  addCondition,
  type ConditionPath,
  childPath,
  type Group,
  isGroup,
  ROOT_PATH,
  replaceCondition,
} from './edit-condition.ts';
import { GroupHead } from './group-head.tsx';
import { MeasureEditor } from './measure-editor.tsx';
import { RelationEditor } from './relation-editor.tsx';

/** Conditions that must all hold, or one of which must; a group may hold groups. */
export function ConditionGroup({ group, path }: { group: Group; path: ConditionPath }) {
  const { question, change } = useBuilder();
  const isRoot = path === ROOT_PATH;
  const end = childPath(path, group.conditions.length);
  return (
    <fieldset className="group" data-root={isRoot}>
      <legend className="visually-hidden">{fr.question.matching}</legend>
      {!isRoot && <GroupHead group={group} path={path} />}
      <ol className="conditions">
        {group.conditions.map((condition, index) => (
          <li key={childPath(path, index)}>
            <ConditionRow
              condition={condition}
              path={childPath(path, index)}
              connector={index > 0 ? fr.question[group.kind] : null}
            />
          </li>
        ))}
      </ol>
      {isRoot && group.conditions.length === 0 && (
        <p className="quiet">{fr.question.noCondition}</p>
      )}
      <div className="group-buttons">
        <AddCondition onAdd={(condition) => change(addCondition(question, path, condition), end)} />
        <button
          type="button"
          className="link-button with-icon"
          onClick={() =>
            change(
              addCondition(question, path, {
                kind: group.kind === 'and' ? 'or' : 'and',
                conditions: [],
              }),
              end,
            )
          }
        >
          <FolderPlus size={16} aria-hidden="true" />
          {fr.question.addGroup}
        </button>
      </div>
    </fieldset>
  );
}

interface ConditionRowProps {
  condition: Condition;
  path: ConditionPath;
  /** The word that ties it to the one before, if there is one. */
  connector?: string | null;
}

/** One condition of the question, kept or turned round by "sauf", with what is wrong with it said under it. */
function ConditionRow({ condition, path, connector }: ConditionRowProps) {
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

/** What takes the focus when a condition has just been added. */
const FIRST_CONTROL = '.condition-body :is(input, select, button)';
