import { createStore, type StoreApi } from 'zustand/vanilla';
import { type ErrorData, errorToData } from '../domain/errors.ts';
import type { MendedSeance } from '../domain/mend-seance.ts';
import type { OwnSeance } from '../domain/own-seance.ts';
import type { Seance } from '../domain/seance.ts';
import type { SeanceStorage } from './seance-storage.ts';

/** The session that is being edited. */
export interface EditedSeance extends OwnSeance {
  /** Oldest first. */
  past: Seance[];
  /** Next one first. */
  future: Seance[];
  /** What the last change was part of, the typing of one text: another of the same adds no step to undo. */
  step: string | null;
  /** What another tab has written over what this one had: nothing is written until the reader has chosen. */
  other: OwnSeance | null;
  /** What of the file that it was taken from could not be kept. */
  lost: MendedSeance['lost'];
  /** Place of the item that is open; null: the session itself. */
  item: number | null;
}

/** A reader's own sessions, and the one being edited. */
export interface SeanceEditorState {
  /** Latest first. */
  own: OwnSeance[];
  /** Entries that this edition cannot read. */
  unread: number;
  edited: EditedSeance | null;
  /** The session that was deleted last. */
  deleted: OwnSeance | null;
  /** Why the browser does not keep what is written. */
  failure: ErrorData | null;
}

/** What the editor needs of the world. */
export interface SeanceEditorPorts {
  storage: SeanceStorage;
  /** The time, ISO 8601 in UTC to the millisecond. */
  now(): string;
  /** Another id each time, unlike those of other tabs. */
  newId(): string;
}

/** Changes that can be undone. */
const MAX_UNDO = 200;

/**
 * The editor of sessions: every change is written to the browser's storage at once, unless another tab has changed the same session
 * meanwhile. None of its actions throws: what the storage refuses is in `failure`, and stays in this page.
 */
export function createSeanceEditor({ storage, now, newId }: SeanceEditorPorts) {
  const store: StoreApi<SeanceEditorState> = createStore(() => ({
    own: [],
    unread: 0,
    edited: null,
    deleted: null,
    failure: null,
  }));
  /** Sessions that the storage did not take: those of this page alone. */
  const unwritten = new Map<string, OwnSeance>();
  const edit = (change: (edited: EditedSeance) => EditedSeance) =>
    store.setState(({ edited }) => ({ edited: edited && change(edited) }));
  const attempt = <T>(use: () => T): T | null => {
    try {
      return use();
    } catch (error) {
      store.setState({ failure: errorToData(error) });
      return null;
    }
  };

  function readOwn(): void {
    const found = attempt(() => storage.read()) ?? { own: [], unread: 0 };
    const others = found.own.filter(({ key }) => !unwritten.has(key));
    store.setState({ own: [...unwritten.values(), ...others], unread: found.unread });
  }

  function write(own: OwnSeance): void {
    unwritten.set(own.key, own);
    store.setState({ failure: null });
    attempt(() => {
      storage.write(own);
      unwritten.delete(own.key);
    });
    const { failure } = store.getState();
    readOwn();
    if (failure) store.setState({ failure });
  }

  /** Writes what is edited, unless another tab has: then that is told instead. */
  function save(): void {
    const { edited } = store.getState();
    if (!edited || edited.other) return;
    const stored = unwritten.has(edited.key) ? null : attempt(() => storage.get(edited.key));
    if (stored && stored.changedAt !== edited.changedAt) {
      edit((one) => ({ ...one, other: stored }));
      return;
    }
    const changedAt = now();
    edit((one) => ({ ...one, changedAt }));
    const { key, copyOf, seance } = edited;
    write({ key, copyOf, seance, changedAt });
  }

  /** Takes what another tab wrote where this one has nothing to lose, and tells of it where it has. */
  function follow(): void {
    readOwn();
    const { edited } = store.getState();
    const stored = edited && attempt(() => storage.get(edited.key));
    if (edited && stored && stored.changedAt !== edited.changedAt) {
      edit((one) => ({ ...one, other: stored }));
    }
  }

  function open(own: OwnSeance, lost: MendedSeance['lost'] = []): void {
    const edited = { ...own, past: [], future: [], step: null, other: null, lost, item: null };
    store.setState({ edited });
  }

  /** Makes an entry of a session, writes it and opens it. */
  function add(seance: Seance, copyOf: string | null, lost: MendedSeance['lost'] = []): void {
    const own = { key: newId(), changedAt: now(), copyOf, seance };
    write(own);
    open(own, lost);
  }

  /** Changes the session that is edited, to be undone as one; changes with the same `step` in a row are undone together. */
  function change(next: (seance: Seance) => Seance, step: string | null = null): void {
    edit((edited) => {
      const isMerged = step !== null && step === edited.step;
      const past = isMerged ? edited.past : [...edited.past, edited.seance].slice(-MAX_UNDO);
      return { ...edited, seance: next(edited.seance), past, future: [], step };
    });
    save();
  }

  storage.follow(follow);
  return {
    store,
    readOwn,
    open,
    add,
    change,
    /** Opens an item, or with null the session itself. */
    openItem: (item: number | null) => edit((edited) => ({ ...edited, item, step: null })),
    /** Puts away what is said of the file. */
    forgetLost: () => edit((edited) => ({ ...edited, lost: [] })),
    close: () => store.setState({ edited: null }),
    undo(): void {
      edit((edited) => {
        const seance = edited.past.at(-1);
        if (!seance) return edited;
        const future = [edited.seance, ...edited.future];
        return { ...edited, seance, past: edited.past.slice(0, -1), future, step: null };
      });
      save();
    },
    redo(): void {
      edit((edited) => {
        const [seance, ...future] = edited.future;
        if (!seance) return edited;
        return { ...edited, seance, past: [...edited.past, edited.seance], future, step: null };
      });
      save();
    },
    /** Ends a conflict with another tab: its session is taken, to be undone, or this one's is written over it. */
    settle(choice: 'theirs' | 'mine'): void {
      edit((edited) => {
        const { other } = edited;
        if (!other) return edited;
        const known = { ...edited, other: null, changedAt: other.changedAt, step: null };
        return choice === 'mine'
          ? known
          : { ...known, seance: other.seance, past: [...edited.past, edited.seance], future: [] };
      });
      save();
    },
    remove(key: string): void {
      const deleted = store.getState().own.find((own) => own.key === key) ?? null;
      unwritten.delete(key);
      attempt(() => storage.remove(key));
      store.setState(({ edited }) => ({ deleted, edited: edited?.key === key ? null : edited }));
      readOwn();
    },
    /** Brings the session deleted last back. */
    restore(): void {
      const { deleted } = store.getState();
      if (deleted) write({ ...deleted, changedAt: now() });
      store.setState({ deleted: null });
    },
  };
}

/** The editor of sessions. */
export type SeanceEditor = ReturnType<typeof createSeanceEditor>;
