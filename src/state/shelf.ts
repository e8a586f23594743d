import type { ErrorData } from '../domain/errors.ts';
import type { KeptContent, KeptQuestion } from '../domain/kept-question.ts';
import type { OpenedFile } from '../domain/question-file.ts';
import type { AppState } from './app-state.ts';
import { writeDraft } from './draft-history.ts';

/** The parts of the library of questions, as the address names them: the reader's own, then the territory's in two orders. */
export const SHELF_PARTS = ['miennes', 'themes', 'roles'] as const;

/** One of `SHELF_PARTS`. */
export type ShelfPart = (typeof SHELF_PARTS)[number];

/** The library of questions: those that the reader keeps in this browser, and what of it is shown. */
export interface Shelf {
  /** The part shown in place of the question being written; null: none. */
  part: ShelfPart | null;
  /** Latest first; null until they are read. */
  kept: KeptQuestion[] | null;
  /** Entries of the browser's storage that could not be read: of a later edition, or damaged. They are left as they are. */
  unread: number;
  /** Why the last thing asked of the library could not be done, or not for good. */
  failure: ErrorData | null;
  /** Id of the kept question that the one being written came from. */
  current: string | null;
  /** The question deleted last, which can come back. */
  deleted: KeptQuestion | null;
  /** What the territory says of the question that came into the form from its library. */
  proposed: Pick<KeptContent, 'name' | 'theme' | 'question'> | null;
  /** The file opened last, with what is to be mended in its question. */
  opened: OpenedFile | null;
}

/** The library of a page that has just been opened. */
export const EMPTY_SHELF: Shelf = {
  part: null,
  kept: null,
  unread: 0,
  failure: null,
  current: null,
  deleted: null,
  proposed: null,
  opened: null,
};

/** The state with another part of the library shown, or the question being written again (null). */
export const showShelf = (state: AppState, part: ShelfPart | null): AppState =>
  withShelf(state, { part, failure: null });

/** The state with what is kept, as it was read. */
export const setKept = (state: AppState, kept: KeptQuestion[], unread: number): AppState =>
  withShelf(state, { kept, unread });

/** The state with a kept question in the form, to be asked or changed. */
export const openKept = (state: AppState, { id, question }: KeptQuestion): AppState =>
  withShelf(
    { ...writeDraft(state, question), screen: 'question' },
    { part: null, current: id, opened: null, failure: null },
  );

/** The state with a question of the territory in the form, to be asked or changed. */
export const openInForm = (
  state: AppState,
  proposed: Pick<KeptContent, 'name' | 'theme' | 'question'>,
): AppState =>
  withShelf(
    { ...writeDraft(state, proposed.question), screen: 'question' },
    { part: null, current: null, proposed, opened: null, failure: null },
  );

/** The state with the question of a file in the form, to be asked or mended. */
export const openFile = (state: AppState, opened: OpenedFile): AppState =>
  withShelf(
    { ...writeDraft(state, opened.content.question), screen: 'question' },
    { part: null, current: null, opened, failure: null },
  );

/** The state with another fact of the library. */
export const withShelf = (state: AppState, changes: Partial<Shelf>): AppState => ({
  ...state,
  shelf: { ...state.shelf, ...changes },
});
