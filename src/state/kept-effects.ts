import { AppError, errorToData } from '../domain/errors.ts';
import { type KeptContent, type KeptQuestion, mergeKept } from '../domain/kept-question.ts';
import type { AppState } from './app-state.ts';
import type { KeptStorage } from './kept-storage.ts';
import * as actions from './shelf.ts';
import type { AppStore } from './store.ts';

/** What the effects of kept questions need of the world. */
export interface KeptPorts {
  /** The storage of the questions of a territory, by its SIREN. */
  openStorage(territory: string): KeptStorage;
  /** The time, ISO 8601 in UTC to the millisecond. */
  now(): string;
  /** Another id each time, unlike those of other tabs. */
  newId(): string;
}

/** A file that was dropped or chosen; the browser's `File` is one. */
export interface FileToOpen {
  size: number;
  text(): Promise<string>;
}

/**
 * The effects of the questions that a reader keeps. Where the browser keeps nothing, or has no room left, they stay in this page, and
 * `shelf.failure` says so. None rejects.
 */
export function createKeptEffects(store: AppStore, ports: KeptPorts) {
  const apply = (action: (state: AppState) => AppState) =>
    store.setState(action(store.getState()), true);
  const fail = (error: unknown) =>
    apply((state) => actions.withShelf(state, { failure: errorToData(error) }));
  let opened: KeptStorage | null = null;
  /** Entries that the storage did not take: those of this page alone. */
  const unwritten = new Map<string, KeptQuestion>();

  function storage(): KeptStorage | null {
    const territory = store.getState().catalogue?.territory.siren;
    if (opened || territory === undefined) return opened;
    opened = ports.openStorage(territory);
    opened.follow(readKept);
    return opened;
  }

  /** Reads what is kept, in this tab and the others; then follows what the others do. */
  function readKept(): void {
    try {
      const { kept, unread } = storage()?.read() ?? { kept: [], unread: 0 };
      apply((state) => actions.setKept(state, mergeKept(kept, [...unwritten.values()]), unread));
    } catch (error) {
      apply((state) => actions.setKept(state, mergeKept([], [...unwritten.values()]), 0));
      fail(error);
    }
  }

  function write(kept: KeptQuestion): void {
    unwritten.set(kept.id, kept);
    apply((state) => actions.withShelf(state, { failure: null }));
    try {
      storage()?.write(kept);
      unwritten.delete(kept.id);
    } catch (error) {
      fail(error);
    }
    readAfter();
  }

  /** Reads again what is kept, without another word of why it was not. */
  function readAfter(): void {
    const { failure } = store.getState().shelf;
    readKept();
    if (failure) apply((state) => actions.withShelf(state, { failure }));
  }

  /** The entry as it is in the storage now, else as this page has it. */
  function latest(id: string): KeptQuestion | undefined {
    const known = store.getState().shelf.kept?.find((kept) => kept.id === id);
    try {
      return storage()?.get(id) ?? known;
    } catch {
      // Where nothing can be read the page's own entry is the latest; `readKept` has told of it.
      return known;
    }
  }

  function keep(content: KeptContent): void {
    const now = ports.now();
    const id = ports.newId();
    write({ ...content, id, createdAt: now, changedAt: now });
    apply((state) => actions.withShelf(state, { current: id, opened: null }));
  }

  return {
    readKept,
    /** Keeps a question, which the one being written is from then on. */
    keep,
    /** Changes some facts of a kept question; those that another tab changed meanwhile stay. */
    changeKept(id: string, changes: Partial<KeptContent>): void {
      const kept = latest(id);
      if (kept) write({ ...kept, ...changes, changedAt: ports.now() });
    },
    /** Keeps a second one, under another name. */
    duplicateKept(id: string, name: string): void {
      const kept = latest(id);
      const now = ports.now();
      if (kept) write({ ...kept, id: ports.newId(), name, createdAt: now, changedAt: now });
    },
    deleteKept(id: string): void {
      const deleted = latest(id) ?? null;
      unwritten.delete(id);
      try {
        storage()?.remove(id);
      } catch (error) {
        fail(error);
      }
      apply((state) => actions.withShelf(state, { deleted }));
      readAfter();
    },
    /** Brings the question deleted last back. */
    restoreKept(): void {
      const { deleted } = store.getState().shelf;
      if (!deleted) return;
      write({ ...deleted, changedAt: ports.now() });
      apply((state) => actions.withShelf(state, { deleted: null }));
    },
    /** Opens the question of a file in the form; why it cannot be opened is said in the library. */
    async openQuestionFile(file: FileToOpen): Promise<void> {
      const { catalogue } = store.getState();
      if (!catalogue) return;
      try {
        const { MAX_QUESTION_FILE_BYTES, readQuestionFile } = await import(
          '../domain/question-file.ts'
        );
        if (file.size > MAX_QUESTION_FILE_BYTES) {
          const context = { reason: 'size', bytes: file.size };
          throw new AppError('question-file-invalid', `${file.size} bytes`, context);
        }
        const read = readQuestionFile(await file.text(), catalogue);
        apply((state) => actions.openFile(state, read));
      } catch (error) {
        apply((state) => actions.showShelf({ ...state, screen: 'question' }, 'miennes'));
        fail(error);
      }
    },
  };
}
