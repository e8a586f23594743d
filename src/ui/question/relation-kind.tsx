import { useRef } from 'react';
import type { RelationCondition, RelationKind } from '../../domain/question.ts';
import { relationLead, relationChoice as words } from '../strings/relation-lead.ts';
import { useBuilder, useTarget } from './builder-context.ts';
import { changeRelation } from './change-relation.ts';
import { useFaultOf } from './field-fault.tsx';
import { relationKinds } from './first-conditions.ts';

interface RelationKindChoiceProps {
  condition: RelationCondition;
  /** `told` says what gave its place to something else, if anything did. */
  onChange: (condition: RelationCondition, told: string) => void;
}

/**
 * The words of a relation as a choice among those that its features can have. To walk the list with the arrows is one change, made
 * of what stood there before: what an entry passed over has no room for is not lost.
 */
export function RelationKindChoice({ condition, onChange }: RelationKindChoiceProps) {
  const { catalogue, endStep } = useBuilder();
  const target = useTarget();
  const walk = useRef<{ from: RelationCondition; to: RelationCondition } | null>(null);
  const offered = relationKinds(target, catalogue);
  const kinds = offered.includes(condition.kind) ? offered : [condition.kind, ...offered];
  const nameOf = (relation: RelationCondition) =>
    'shape' in relation
      ? relation.shape.name || words.shape
      : (catalogue.layers.find(({ id }) => id === relation.layer)?.title ?? relation.layer);
  const choose = (kind: RelationKind) => {
    const from = walk.current?.to === condition ? walk.current.from : condition;
    const to = changeRelation(from, kind, target, catalogue);
    if (!to) return;
    walk.current = { from, to };
    const [last, now] = [nameOf(from), nameOf(to)];
    onChange(to, last === now ? '' : words.replaced(last, now));
  };
  const leave = () => {
    walk.current = null;
    endStep();
  };
  return (
    <select
      className="relation-kind"
      aria-label={words.label}
      {...useFaultOf('kind')}
      value={condition.kind}
      onFocus={leave}
      onBlur={leave}
      onChange={({ target: { value } }) => choose(value as RelationKind)}
    >
      {kinds.map((kind) => (
        <option key={kind} value={kind}>
          {relationLead(kind, target)}
        </option>
      ))}
    </select>
  );
}
