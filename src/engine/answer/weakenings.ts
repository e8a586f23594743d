import { type Condition, isRelation, whereOf } from '../../domain/question.ts';

/** A question's conditions without the one at `path`. */
export interface Weakening {
  path: string;
  /** Whether it is `and`, `or` or `not`. */
  isGroup: boolean;
  condition: Condition;
}

/**
 * The trees that are left when one condition alone is taken away and more may be found: of what must all hold, of what must
 * not hold any, of what features of a related layer must meet. Conditions within another come before it.
 */
export function weakenings(where: Condition): Weakening[] {
  const root: Weakening = { path: 'where', isGroup: isGroup(where), condition: NOTHING_ASKED };
  return [...within(where, 'where', false), ...(where.kind === 'and' ? [] : [root])];
}

const NOTHING_ASKED: Condition = { kind: 'and', conditions: [] };

function within(condition: Condition, path: string, isNegated: boolean): Weakening[] {
  if (condition.kind === 'and' || condition.kind === 'or') {
    const isRemovable = (condition.kind === 'and') !== isNegated;
    const rebuild = (conditions: Condition[]): Condition => ({ ...condition, conditions });
    return ofList(condition.conditions, `${path}.conditions`, { isNegated, isRemovable }, rebuild);
  }
  if (condition.kind === 'not') {
    const inner = within(condition.condition, `${path}.condition`, !isNegated);
    return inner.map((one) => ({ ...one, condition: { kind: 'not', condition: one.condition } }));
  }
  if (!isRelation(condition)) return [];
  const rebuild = (where: Condition[]) => ({ ...condition, where }) as Condition;
  const setting = { isNegated, isRemovable: !isNegated };
  return ofList(whereOf(condition), `${path}.where`, setting, rebuild);
}

/** The same of a list of conditions, any of which may go where they are removable. */
function ofList(
  conditions: Condition[],
  path: string,
  { isNegated, isRemovable }: { isNegated: boolean; isRemovable: boolean },
  rebuild: (conditions: Condition[]) => Condition,
): Weakening[] {
  return conditions.flatMap((child, i) => {
    const at = `${path}.${i}`;
    const inner = within(child, at, isNegated).map((one) => ({
      ...one,
      condition: rebuild(conditions.map((other, j) => (j === i ? one.condition : other))),
    }));
    if (!isRemovable) return inner;
    const left = rebuild(conditions.filter((_, j) => j !== i));
    return [...inner, { path: at, isGroup: isGroup(child), condition: left }];
  });
}

function isGroup({ kind }: Condition): boolean {
  return kind === 'and' || kind === 'or' || kind === 'not';
}
