import { type RefObject, useEffect, useRef } from 'react';
import type { Question } from '../../domain/question.ts';
import type { FocusWish } from './builder-context.ts';

/**
 * Moves the focus where the last change of the question wanted it, once that is drawn; when a change, as an undo, took away what
 * had the focus, it goes to the field that adds a condition. Gives the wish to be set with the next change.
 */
export function useFormFocus(
  form: RefObject<HTMLElement | null>,
  question: Question,
): RefObject<FocusWish | null> {
  const wish = useRef<FocusWish | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the wish is for the question that is drawn now
  useEffect(() => {
    const wanted = wish.current;
    wish.current = null;
    if (wanted) form.current?.querySelector<HTMLElement>(selectorOf(wanted))?.focus();
  }, [form, question]);
  return wish;
}

/** The field that adds a condition to the question. */
export const SEARCH_SELECTOR = 'input[data-adds="where"]';

function selectorOf(wish: FocusWish): string {
  if (wish === 'search') return SEARCH_SELECTOR;
  const row = `[data-path="${wish.path.replace(/(\.condition)+$/, '')}"]`;
  return wish.on === 'menu'
    ? `${row} > .condition-head .menu-button`
    : `${row} > .condition-body :is(input, select, button):not(.relation-kind)`;
}
