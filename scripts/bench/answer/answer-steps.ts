import type { RowFilter, ViewQuery } from '../../../src/domain/answer-view.ts';
import type { Condition } from '../../../src/domain/question.ts';
import type { Engine } from '../../../src/engine/protocol.ts';

/** One thing that a reader does with an answer: milliseconds the first time, and the median of the times after. */
export interface AnswerStep {
  title: string;
  first: number;
  again: number;
}

/** Asks for every parcel, then for those near a service, and times what readers do with each answer. */
export async function timeAnswers(engine: Engine): Promise<AnswerStep[]> {
  const every = await timeAnswer(engine, 'every parcel', { kind: 'and', conditions: [] });
  const near = await timeAnswer(engine, 'within 1 km of a service', {
    kind: 'and',
    conditions: [
      { kind: 'compare', field: 'contenance', op: '>', value: 0 },
      { kind: 'distance', layer: 'equipements', metres: 1000 },
    ],
  });
  const spread = [
    await step('distribution of a field', (i) => distributionOf('contenance', 20 + i)),
    await step('distribution of areas', (i) => distributionOf(null, 20 + i)),
  ];
  return [...every, ...near, ...spread];

  function distributionOf(field: string | null, bins: number) {
    return engine.call('distribution', { layer: TARGET, field, bins });
  }
}

async function timeAnswer(engine: Engine, name: string, where: Condition): Promise<AnswerStep[]> {
  const start = performance.now();
  const { id: answer, count } = await engine.call('ask', { question: { target: TARGET, where } });
  const asked = performance.now() - start;
  const page = (offset: number, column?: string, filters: RowFilter[] = []) =>
    engine.call('answerRows', {
      answer,
      offset,
      limit: PAGE_ROWS,
      sort: column === undefined ? null : { column, descending: true },
      filters,
    });
  const view = (query: ViewQuery, i: number) =>
    engine.call('answerView', { answer, filters: i === 0 ? [] : [atLeast(i)], query });
  const steps = [
    { title: `answer (${count} rows)`, first: asked, again: Number.NaN },
    await step('first page, then others', (i) => page(i * 1000)),
    await step('sorted by a number', (i) => page(i * 1000, 'contenance')),
    await step('sorted by a text, all unlike', (i) => page(i * 1000, 'id')),
    await step('filtered by numbers, another each time', (i) => page(0, undefined, [atLeast(i)])),
    await step('filtered by a text, another each time', (i) =>
      page(0, undefined, [{ kind: 'text', column: 'id', text: `${i}a` }]),
    ),
    await step('filtered by the map, another each time', (i) =>
      page(0, undefined, [{ kind: 'extent', extent: [1.6, 50.3 + i / 100, 1.8, 50.6] }]),
    ),
    await step('geometry of what filters keep', (i) =>
      engine.call('answerGeometry', { answer, filters: [atLeast(1000 + i)] }),
    ),
    await step('sums of two columns', (i) =>
      view({ kind: 'sums', columns: ['contenance', 'area_m2'] }, i),
    ),
    await step('groups by commune, two sums', (i) =>
      view({ kind: 'groups', column: 'commune', sums: ['contenance', 'area_m2'] }, i),
    ),
    await step('histogram', (i) => view({ kind: 'histogram', column: 'area_m2', bins: 20 }, i)),
    await step('scatter', (i) =>
      view({ kind: 'scatter', x: 'contenance', y: 'area_m2', cells: 40 }, i),
    ),
    await step('by month', (i) => view({ kind: 'time', column: 'created', unit: 'month' }, i)),
    await step('explanation of a row', (i) =>
      engine.call('explain', { answer, row: (i * 12_347) % count }),
    ),
  ];
  return steps.map((one) => ({ ...one, title: `${name}: ${one.title}` }));
}

/** Times a step as it is done once, then `AGAIN` times; it is given how often it was done before. */
async function step(title: string, act: (i: number) => Promise<unknown>): Promise<AnswerStep> {
  const times: number[] = [];
  for (let i = 0; i <= AGAIN; i++) {
    const start = performance.now();
    await act(i);
    times.push(performance.now() - start);
  }
  const [first = 0, ...again] = times;
  again.sort((a, b) => a - b);
  return { title, first, again: again[Math.floor(AGAIN / 2)] as number };
}

function atLeast(contenance: number): RowFilter {
  return { kind: 'range', column: 'contenance', min: contenance, max: null };
}

const TARGET = 'parcelles';
const PAGE_ROWS = 100;
const AGAIN = 7;
