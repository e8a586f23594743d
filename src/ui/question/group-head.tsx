import { X } from 'lucide-react';
import { fr } from '../strings/fr.ts';
import { useBuilder } from './builder-context.ts';
import { type ConditionPath, type Group, removeCondition, setGroupKind } from './edit-condition.ts';

/** The first line of a group inside a group: whether all or any must hold, and a button that takes it away. */
export function GroupHead({ group, path }: { group: Group; path: ConditionPath }) {
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
