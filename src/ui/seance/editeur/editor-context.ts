import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { checkSeance, SeanceFault } from '../../../domain/check-seance.ts';
import {
  createSeanceEditor,
  type EditedSeance,
  type SeanceEditor,
  type SeanceEditorState,
} from '../../../state/seance-editor.ts';
import { createSeanceStorage } from '../../../state/seance-storage.ts';
import type { AppStore } from '../../../state/store.ts';

/** The editor of a page, made when it is first needed and kept while the page is open, whatever screen is shown. */
export function editorOf(store: AppStore): SeanceEditor {
  const known = editors.get(store);
  if (known) return known;
  const { catalogue } = store.getState();
  if (!catalogue) throw new Error('sessions are edited over a catalogue');
  const editor = createSeanceEditor({
    storage: createSeanceStorage(window, catalogue.territory),
    now: () => new Date().toISOString(),
    newId: () => crypto.getRandomValues(new BigUint64Array(1))[0]?.toString(36) ?? '',
  });
  editors.set(store, editor);
  return editor;
}

const editors = new WeakMap<AppStore, SeanceEditor>();

/** A part of the editor's state; `selector` must give a stable value. */
export function useEditorState<T>(
  editor: SeanceEditor,
  selector: (state: SeanceEditorState) => T,
): T {
  return useStore(editor.store, selector);
}

/** What the fields of the session that is edited share. */
export interface Editing {
  editor: SeanceEditor;
  edited: EditedSeance;
  /** All of the session: faults and doubts. */
  faults: ReturnType<typeof checkSeance>;
}

/** Gives the session that is edited to its fields. */
export const EditingContext = createContext<Editing | null>(null);

/** The session that is edited. */
export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('a field is rendered outside EditingContext');
  return editing;
}

/** The first fault or doubt at a path. */
export function faultAt(faults: readonly SeanceFault[], path: string): SeanceFault | null {
  return faults.find((fault) => fault.path === path) ?? null;
}
