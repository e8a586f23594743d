import { FolderPlus, X } from 'lucide-react';
import { fr } from '../strings/fr.ts';
import { AddCondition } from './add-condition.tsx';
import { useBuilder } from './builder-context.ts';
import { ConditionRow } from './condition-row.tsx';
import {
  addCondition,
  type ConditionPath,
  childPath,
  type Group,
  ROOT_PATH,
  removeCondition,
  setGroupKind,
} from './edit-condition.ts';

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

function GroupHead({ group, path }: { group: Group; path: ConditionPath }) {
  const { question, change } = useBuilder();
  return (
    <p className="group-head">
      <GroupKindChoice
        kind={group.kind}
        labels={{ and: fr.question.subAll, or: fr.question.subAny }}
        onChange={(kind) => change(setGroupKind(question, path, kind))}
      />
      <button
        type="button"
        className="icon-button"
        aria-label={fr.question.removeGroup}
        onClick={() => change(removeCondition(question, path))}
      >
        <X size={16} aria-hidden="true" />
      </button>
    </p>
  );
}

interface GroupKindChoiceProps {
  kind: Group['kind'];
  labels: Record<Group['kind'], string>;
  onChange: (kind: Group['kind']) => void;
}

/** Whether all conditions of a group must hold, or any. */
export function GroupKindChoice({ kind, labels, onChange }: GroupKindChoiceProps) {
  return (
    <select
      aria-label={fr.question.matching}
      value={kind}
      onChange={(event) => onChange(event.target.value === 'or' ? 'or' : 'and')}
    >
      <option value="and">{labels.and}</option>
      <option value="or">{labels.or}</option>
    </select>
  );
}
