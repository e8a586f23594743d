import { type FocusWish, useBuilder } from './builder-context.ts';
import type { ConditionPath } from './condition-path.ts';
import { neighbourOf, removeCondition } from './edit-condition.ts';

/** Takes the condition at `path` away; the focus goes to what takes its place, else to the field that adds one. */
export function useRemove(path: ConditionPath): (say: string) => void {
  const { edit } = useBuilder();
  return (say) => {
    const options: { focus: FocusWish; say: string } = { focus: 'search', say };
    edit((question) => {
      const neighbour = neighbourOf(question, path);
      if (neighbour) options.focus = { path: neighbour, on: 'menu' };
      return removeCondition(question, path);
    }, options);
  };
}
