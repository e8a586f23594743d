import { createContext, useContext } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import type { Question } from '../../domain/question.ts';
import type { ConditionPath } from './condition-path.ts';

/** Where the focus goes after a change: into a condition, to its buttons, or to the field that adds one. */
export type FocusWish = { path: ConditionPath; on: 'body' | 'menu' } | 'search';

/** What goes with a change of the question. */
export interface EditOptions {
  focus?: FocusWish | undefined;
  /** Changes of one step are undone together. */
  step?: string;
  /** Said to those who do not see what changed. */
  say?: string;
}

/** What every part of the form is given; it stays the same while the question changes, so that only what changes is drawn. */
export interface Builder {
  /** The fields of INSEE codes have the names of the communes in it. */
  catalogue: Catalogue;
  edit(change: (question: Question) => Question, options?: EditOptions): void;
  /** The next change is undone by itself. */
  endStep(): void;
}

/** What is said at the conditions of the question as it is now. */
export interface FormNotes {
  faults: Fault[];
  /** Paths of the conditions without which there would be a result. */
  emptying: ConditionPath[];
}

/** A fault of the question, at the place in the form where it is said. */
export interface Fault {
  path: ConditionPath;
  sentence: string;
  /** What of the condition it is about; null of the whole. */
  part: FaultPart | null;
}

/** A part of a condition that has a field of its own: its relation, what that is to, its field, its value; or what adds to a group. */
export type FaultPart = 'kind' | 'object' | 'field' | 'value' | 'group';

/** Gives the builder to the parts of the form. */
export const BuilderContext = createContext<Builder | null>(null);

/** Gives the layer that conditions are on: the target of the question, or the layer that a relation is to. */
export const TargetContext = createContext<Layer | null>(null);

/** Gives what is said at conditions. */
export const NotesContext = createContext<FormNotes>({ faults: [], emptying: [] });

/** The catalogue, and how to change the question. */
export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (!builder) throw new Error('a part of the form is rendered outside BuilderContext');
  return builder;
}

/** The layer that conditions are on. */
export function useTarget(): Layer {
  const target = useContext(TargetContext);
  if (!target) throw new Error('a condition is rendered outside TargetContext');
  return target;
}
