import { expect, test } from 'vitest';
import type { Question } from '../../src/domain/question.ts';
import type { AppState } from '../../src/state/app-state.ts';
import {
  draftWhatIsAsked,
  endDraftStep,
  MAX_UNDO,
  redoDraft,
  undoDraft,
  writeDraft,
} from '../../src/state/draft-history.ts';
import { createAppStore } from '../../src/state/store.ts';

const near = (metres: number): Question => ({
  target: 'parcelles',
  where: { kind: 'distance', metres, layer: 'ppr' },
});
const blank = (initial: Partial<AppState> = {}) => createAppStore(initial).getState();
const metresOf = ({ draft }: AppState) =>
  draft?.where.kind === 'distance' ? draft.where.metres : null;

test('changes are undone one by one down to the empty form, and made again', () => {
  const written = [1, 2, 3].reduce((state, metres) => writeDraft(state, near(metres)), blank());
  const undone = [written];
  for (let i = 0; i < 4; i++) undone.push(undoDraft(undone.at(-1) as AppState));
  expect(undone.map(metresOf)).toEqual([3, 2, 1, null, null]);
  const redone = [1, 2, 3, 4].reduce((state) => redoDraft(state), undone.at(-1) as AppState);
  expect(metresOf(redone)).toBe(3);
});

test('the steps of one drag are undone together, those of the next apart', () => {
  let state = writeDraft(blank(), near(100));
  for (const metres of [110, 120, 130]) state = writeDraft(state, near(metres), 'drag');
  state = endDraftStep(state);
  for (const metres of [140, 150]) state = writeDraft(state, near(metres), 'drag');
  expect(metresOf(undoDraft(state))).toBe(130);
  expect(metresOf(undoDraft(undoDraft(state)))).toBe(100);
});

test('a change after an undo forgets what could be made again', () => {
  const state = undoDraft(writeDraft(writeDraft(blank(), near(1)), near(2)));
  const changed = writeDraft(state, near(3));
  expect(redoDraft(changed)).toBe(changed);
  expect(metresOf(undoDraft(changed))).toBe(1);
});

test('writing what is written already is no change', () => {
  const state = writeDraft(blank(), near(1));
  expect(writeDraft(state, near(1))).toBe(state);
});

test('the oldest changes are forgotten first', () => {
  let state = blank();
  for (let i = 1; i <= MAX_UNDO + 10; i++) state = writeDraft(state, near(i));
  for (let i = 0; i < MAX_UNDO + 10; i++) state = undoDraft(state);
  expect(metresOf(state)).toBe(10);
});

test('a link that puts another question leaves the one being written within one undo', () => {
  const state = draftWhatIsAsked(writeDraft(blank(), near(1)), near(2));
  expect(metresOf(state)).toBe(2);
  expect(metresOf(undoDraft(state))).toBe(1);
});

test('what was restored after a reload outlives the question of the address that it was written over', () => {
  const state = blank({ draft: near(7), restored: { asked: near(5) } });
  expect(metresOf(draftWhatIsAsked(state, near(5)))).toBe(7);
  expect(metresOf(draftWhatIsAsked(state, near(6)))).toBe(6);
});
