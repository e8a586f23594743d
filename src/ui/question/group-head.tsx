import { fr } from '../strings/fr.ts';
import { useBuilder } from './builder-context.ts';
import type { ConditionPath, Group } from './condition-path.ts';
import { setGroupKind } from './edit-condition.ts';

/** The first line of a group inside a group: whether all or any must hold. */
export function GroupHead({ group, path }: { group: Group; path: ConditionPath }) {
  return (
    <p className="group-head">
      <GroupKindChoice
        kind={group.kind}
        path={path}
        labels={{ and: fr.question.subAll, or: fr.question.subAny }}
      />
    </p>
  );
}

interface GroupKindChoiceProps {
  kind: Group['kind'];
  path: ConditionPath;
  labels: Record<Group['kind'], string>;
}

/** Whether all conditions of a group must hold, or any. */
export function GroupKindChoice({ kind, path, labels }: GroupKindChoiceProps) {
  const { edit } = useBuilder();
  return (
    <select
      aria-label={fr.question.matching}
      value={kind}
      onChange={(event) => {
        const chosen = event.target.value === 'or' ? 'or' : 'and';
        edit((question) => setGroupKind(question, path, chosen));
      }}
    >
      <option value="and">{labels.and}</option>
      <option value="or">{labels.or}</option>
    </select>
  );
}
