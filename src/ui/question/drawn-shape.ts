import { useEffect } from 'react';
import { isRelation, type RelationCondition } from '../../domain/question.ts';
import type { Shape } from '../../domain/shape.ts';
import { takeDrew } from '../../state/drawing-actions.ts';
import { useAct, useAppState } from '../app-context.tsx';
import type { Builder } from './builder-context.ts';
import { type ConditionPath, changeCondition } from './condition-path.ts';

/** What the map is told a shape is drawn for: the condition at `path`. */
export function shapePurpose(path: ConditionPath): string {
  return `${PREFIX}${path}`;
}

const PREFIX = 'question:';

/** The relation to a shape, in the place of what it was to. */
export function withShape(relation: RelationCondition, shape: Shape): RelationCondition {
  if ('shape' in relation) return { ...relation, shape };
  const { layer: _layer, where: _where, ...rest } = relation;
  return { ...rest, shape } as RelationCondition;
}

/** Puts a shape that was drawn for a condition of the question into that condition. */
export function useDrawnShape(edit: Builder['edit']): void {
  const drew = useAppState((state) => state.drew);
  const act = useAct();
  useEffect(() => {
    if (!drew?.purpose.startsWith(PREFIX)) return;
    const path = drew.purpose.slice(PREFIX.length);
    act(takeDrew);
    edit(
      (question) =>
        changeCondition(question, path, (condition) =>
          isRelation(condition) ? withShape(condition, drew.shape) : condition,
        ),
      { focus: { path, on: 'menu' } },
    );
  }, [drew, act, edit]);
}
