import { createContext, useContext } from 'react';
import type { Catalogue } from '../../domain/catalogue.ts';
import type { Layer } from '../../domain/layer.ts';
import type { Question } from '../../domain/question.ts';
import type { ConditionPath } from './edit-condition.ts';

/** A fault of the question, at the place in the form where it is said. */
export interface Fault {
  path: ConditionPath;
  sentence: string;
}

/** What every part of the form reads: the question being written, and how to change it. */
export interface Builder {
  question: Question;
  target: Layer;
  catalogue: Catalogue;
  faults: Fault[];
  /** Path of the condition that was just added and takes the focus. */
  added: ConditionPath | null;
  change(question: Question, added?: ConditionPath): void;
}

/** Gives the question being written to the parts of the form. */
export const BuilderContext = createContext<Builder | null>(null);

/** The question being written, and how to change it. */
export function useBuilder(): Builder {
  const builder = useContext(BuilderContext);
  if (!builder) throw new Error('a part of the form is rendered outside BuilderContext');
  return builder;
}
