import type { PresenterCommand } from './seance-presenter.ts';

/** What a key press says, of what a browser tells: `key` by the layout, `code` by the place on the keyboard. */
export interface PressedKey {
  key: string;
  code: string;
  /** Whether Ctrl, Alt or the command key is held: such combinations are the browser's. */
  isCombined: boolean;
  /** Whether the key belongs to a field that is written in or a list that is open. */
  isInField: boolean;
  /** Whether a button, a link or a box to tick would take Enter and Space. */
  isOnButton: boolean;
}

/** What a key of the presentation asks for, besides the commands of the presenter. */
export type KeyCommand = PresenterCommand | { kind: 'full-screen' } | { kind: 'escape' };

/**
 * What a key asks for; null: it is not the presentation's. `typed` is the number typed so far, in which the point of "3.1" is not
 * the key that blanks the screen. Digits of the upper row are told by their place, since a French keyboard writes others there; those
 * of the number pad by what they write, since it may be off.
 */
export function keyToCommand(pressed: PressedKey, typed: string): KeyCommand | null {
  const { key, code, isCombined, isInField, isOnButton } = pressed;
  if (isCombined) return null;
  if (key === 'Escape') return { kind: 'escape' };
  if (isInField) return null;
  if (isOnButton && (key === 'Enter' || key === ' ')) return null;
  const digit = /^Digit(\d)$/.exec(code)?.[1] ?? /^\d$/.exec(key)?.[0];
  if (digit !== undefined) return { kind: 'type', text: digit };
  if (typed !== '' && POINTS.includes(key)) return { kind: 'type', text: '.' };
  const kind = KEYS[key.length === 1 ? key.toLowerCase() : key];
  return kind ? ({ kind } as KeyCommand) : null;
}

const POINTS = ['.', ',', ';'];

const KEYS: Record<string, Exclude<KeyCommand['kind'], 'type'>> = {
  ArrowRight: 'next',
  ArrowDown: 'next',
  PageDown: 'next',
  ' ': 'next',
  ArrowLeft: 'previous',
  ArrowUp: 'previous',
  PageUp: 'previous',
  Home: 'first',
  End: 'last',
  Enter: 'enter',
  Backspace: 'back',
  r: 'back',
  b: 'blank',
  '.': 'blank',
  p: 'pointer',
  n: 'notes',
  t: 'timer',
  c: 'layers',
  a: 'side',
  f: 'full-screen',
  // The start button of remotes: the browser would load the page anew.
  F5: 'full-screen',
  '?': 'help',
};
