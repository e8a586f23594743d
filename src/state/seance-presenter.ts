import type { Seance, SeanceItem } from '../domain/seance.ts';
import type { Side } from './seance-scene.ts';

/** How a session is presented: plain data, of which every screen of the presentation is made. */
export interface Presenter {
  /** Place of the item among those of the session. */
  index: number;
  side: Side;
  /** Whether nothing is shown, so that the room looks at the speaker. */
  isBlank: boolean;
  /** The number of an item as far as it is typed. */
  typed: string;
  /** A number that no item has, until another key is pressed. */
  unknown: string | null;
  hasPointer: boolean;
  hasTimer: boolean;
  hasHelp: boolean;
  hasLayers: boolean;
  hasNotes: boolean;
  /** When the presentation began, and when its present item came: milliseconds since 1970. */
  startedAt: number;
  itemAt: number;
  /** Grows each time that the scene is to be shown again as it is written. */
  scene: number;
}

/** What a key or a button of the presentation asks for. */
export type PresenterCommand =
  | { kind: 'next' | 'previous' | 'first' | 'last' }
  | { kind: 'type'; text: string }
  | { kind: 'enter' }
  | { kind: 'blank' | 'pointer' | 'timer' | 'help' | 'layers' | 'notes' }
  | { kind: 'side' }
  | { kind: 'back' }
  | { kind: 'restart' }
  | { kind: 'dismiss' };

/** A presentation that begins with the item of that number, or with the first. `now` is in milliseconds since 1970. */
export function startPresenter(seance: Seance, point: string | null, now: number): Presenter {
  const found = seance.items.findIndex(({ number }) => number === point);
  return {
    index: Math.max(0, found),
    side: 'before',
    isBlank: false,
    typed: '',
    unknown: null,
    hasPointer: false,
    hasTimer: false,
    hasHelp: false,
    hasLayers: false,
    hasNotes: false,
    startedAt: now,
    itemAt: now,
    scene: 0,
  };
}

/** The presentation after a command; the same object where the command changes nothing. */
export function present(
  presenter: Presenter,
  command: PresenterCommand,
  items: SeanceItem[],
  now: number,
): Presenter {
  const { index } = presenter;
  const go = (to: number) => goToItem(presenter, to, items, now);
  switch (command.kind) {
    case 'next':
      return go(index + 1);
    case 'previous':
      return go(index - 1);
    case 'first':
      return go(0);
    case 'last':
      return go(items.length - 1);
    case 'type':
      return { ...presenter, typed: presenter.typed + command.text, unknown: null };
    case 'enter':
      return presenter.typed === '' ? go(index + 1) : goToTyped(presenter, items, now);
    case 'back':
      return presenter.typed === ''
        ? { ...presenter, scene: presenter.scene + 1, isBlank: false }
        : { ...presenter, typed: presenter.typed.slice(0, -1) };
    case 'side':
      return items[index]?.scene.beforeAfter
        ? { ...presenter, side: presenter.side === 'before' ? 'after' : 'before' }
        : presenter;
    case 'restart':
      return { ...presenter, startedAt: now, itemAt: now };
    case 'dismiss':
      return dismiss(presenter);
    default:
      return toggle(presenter, command.kind);
  }
}

/** Whether there is something that Escape puts away before it leaves the presentation. */
export function canDismiss(presenter: Presenter): boolean {
  return dismiss(presenter) !== presenter;
}

function goToItem(presenter: Presenter, to: number, items: SeanceItem[], now: number): Presenter {
  const index = Math.min(items.length - 1, Math.max(0, to));
  const shown = { ...presenter, typed: '', unknown: null, isBlank: false, hasHelp: false };
  if (index === presenter.index) return shown;
  return { ...shown, index, side: 'before', itemAt: now, scene: presenter.scene + 1 };
}

function goToTyped(presenter: Presenter, items: SeanceItem[], now: number): Presenter {
  const { typed } = presenter;
  const found = items.findIndex(({ number }) => number === typed);
  if (found < 0) return { ...presenter, typed: '', unknown: typed };
  return goToItem(presenter, found, items, now);
}

function dismiss(presenter: Presenter): Presenter {
  if (presenter.hasHelp) return { ...presenter, hasHelp: false };
  if (presenter.typed || presenter.unknown) return { ...presenter, typed: '', unknown: null };
  if (presenter.isBlank) return { ...presenter, isBlank: false };
  if (presenter.hasLayers) return { ...presenter, hasLayers: false };
  return presenter;
}

const SWITCHES = {
  blank: 'isBlank',
  pointer: 'hasPointer',
  timer: 'hasTimer',
  help: 'hasHelp',
  layers: 'hasLayers',
  notes: 'hasNotes',
} as const;

function toggle(presenter: Presenter, kind: keyof typeof SWITCHES): Presenter {
  const name = SWITCHES[kind];
  return { ...presenter, [name]: !presenter[name] };
}
