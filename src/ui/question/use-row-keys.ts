import type { KeyboardEvent } from 'react';
import { builder as words } from '../strings/builder.ts';
import { useBuilder } from './builder-context.ts';
import type { ConditionPath } from './condition-path.ts';
import { type Move, moveCondition } from './move-condition.ts';

/** Moves the condition at `path` and takes the focus along. */
export function useMove(path: ConditionPath): (move: Move) => void {
  const { edit } = useBuilder();
  return (move) => {
    const options = { focus: { path, on: 'menu' as const }, say: words.menu.moved[move] };
    edit((question) => {
      const moved = moveCondition(question, path, move);
      if (moved) options.focus.path = moved.path;
      return moved?.question ?? question;
    }, options);
  };
}

/** The keys that move a condition from any control in it: Alt, Shift and an arrow. */
export function useRowKeys(path: ConditionPath): (event: KeyboardEvent) => void {
  const move = useMove(path);
  return (event) => {
    const wanted = MOVE_KEYS[event.key];
    if (!wanted || !event.altKey || !event.shiftKey) return;
    event.preventDefault();
    event.stopPropagation();
    move(wanted);
  };
}

const MOVE_KEYS: Record<string, Move> = {
  ArrowUp: 'up',
  ArrowDown: 'down',
  ArrowRight: 'in',
  ArrowLeft: 'out',
};
