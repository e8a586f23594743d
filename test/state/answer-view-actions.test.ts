import { describe, expect, it } from 'vitest';
import type { Answer } from '../../src/domain/answer.ts';
import { setAnswer, setView } from '../../src/state/actions.ts';
import {
  addChart,
  changeView,
  currentView,
  EMPTY_VIEW,
  filterColumn,
  moveColumn,
  removeChart,
  rowFilters,
  toggleGroup,
} from '../../src/state/answer-view-actions.ts';
import { frameAnswer } from '../../src/state/frame-answer.ts';
import { createAppStore } from '../../src/state/store.ts';

const answer = { id: 'answer-1', extent: [2.6, 50.5, 2.7, 50.6] } as unknown as Answer;
const empty = createAppStore().getState();
const answered = setAnswer(empty, { kind: 'ready', answer });
const range = { kind: 'range', column: 'area_m2', min: 10, max: null } as const;

describe('how an answer is looked at', () => {
  it('is forgotten with the answer', () => {
    const filtered = filterColumn(answered, range);
    expect(rowFilters(filtered)).toEqual([range]);
    const next = setAnswer(filtered, { kind: 'ready', answer: { ...answer, id: 'answer-2' } });
    expect(currentView(next)).toBe(EMPTY_VIEW);
    expect(filterColumn(empty, range)).toBe(empty);
  });

  it('has one filter a column, the last that was set, in its place', () => {
    const text = { kind: 'text', column: 'nom', text: 'rue' } as const;
    const other = { ...range, min: 20 };
    const state = filterColumn(filterColumn(filterColumn(answered, range), text), other);
    expect(rowFilters(state)).toEqual([other, text]);
  });

  it('follows the map when it is to keep what is in sight', () => {
    const kept = changeView(filterColumn(answered, range), { isInSight: true });
    expect(rowFilters(kept)).toEqual([range]);
    const extent = [2, 50, 3, 51] as const;
    const moved = setView(kept, { lng: 2.5, lat: 50.5, zoom: 10, extent: [...extent] });
    expect(rowFilters(moved)).toEqual([range, { kind: 'extent', extent }]);
  });

  it('gives back what was picked on a chart that is taken off', () => {
    const chart = { kind: 'scatter', x: 'area_m2', y: 'contenance' } as const;
    const twice = addChart(addChart(answered, chart), { ...chart });
    expect(currentView(twice).charts).toEqual([chart]);
    const off = removeChart(filterColumn(twice, range), chart);
    expect(currentView(off)).toMatchObject({ charts: [], filters: [] });
  });

  it('moves columns by one place and opens groups, the empty one too', () => {
    const moved = moveColumn(answered, ['a', 'b', 'c'], 'c', -1);
    expect(currentView(moved).order).toEqual(['a', 'c', 'b']);
    expect(moveColumn(moved, ['a', 'c', 'b'], 'a', -1)).toBe(moved);
    expect(currentView(toggleGroup(answered, null)).openGroups).toEqual([null]);
    expect(currentView(toggleGroup(toggleGroup(answered, null), null)).openGroups).toEqual([]);
  });
});

describe('an answer out of sight', () => {
  const looking = (extent: [number, number, number, number]) =>
    setView(answered, { lng: 0, lat: 0, zoom: 12, extent });

  it('is framed', () => {
    expect(frameAnswer(looking([2, 50, 2.5, 50.4]), answer).flight?.extent).toEqual(answer.extent);
  });

  it('is left where a part of it is seen, or where a link says where to look', () => {
    const seen = looking([2, 50, 2.65, 50.55]);
    expect(frameAnswer(seen, answer)).toBe(seen);
    const linked = { ...looking([2, 50, 2.5, 50.4]), pinned: {} };
    expect(frameAnswer(linked, answer)).toBe(linked);
  });
});
