import { errorToData } from '../domain/errors.ts';
import type { Layer } from '../domain/layer.ts';
import type { Progress } from '../domain/progress.ts';
import type { Question } from '../domain/question.ts';
import type { Engine } from '../engine/protocol.ts';
import type { AppState } from './app-state.ts';
import * as actions from './moved-link.ts';
import type { AppStore } from './store.ts';
import { currentLayer } from './version-actions.ts';

/** What the effects of links that have moved on need of the others. */
export interface MovedPorts {
  engine: Engine;
  /** The entry of a version of a layer. */
  entryOf(id: string, version: string): Promise<{ layer: Layer }>;
  /** Shows layers in these versions, and the others in their current one. */
  followPinned(pinned: Record<string, string> | null): Promise<boolean>;
  ask(question: Question, pinned?: Record<string, string> | null): Promise<void>;
}

/** The effects of a link whose data have moved on; what they find is in `moved` of the state. None rejects. */
export function createMovedEffects(store: AppStore, ports: MovedPorts) {
  const apply = (action: (state: AppState) => AppState) =>
    store.setState(action(store.getState()), true);
  let comparing: AbortController | null = null;

  /** Answers the question over both sets of data, beside the answer that is shown, and tells what differs. */
  async function compareAnswers(): Promise<void> {
    comparing?.abort();
    const moved = actions.currentMoved(store.getState());
    if (!moved || !actions.canReopen(moved)) return;
    const controller = new AbortController();
    comparing = controller;
    const { signal } = controller;
    apply((state) => actions.setAnswerChange(state, { kind: 'asking', progress: null }));
    try {
      const kept = moved.layers.filter(({ fate }) => fate === 'kept');
      const then = await Promise.all(kept.map(({ id, pinned }) => ports.entryOf(id, pinned)));
      signal.throwIfAborted();
      const state = store.getState();
      const isThen = actions.showsThen(state, moved);
      const entries = then.map(({ layer }) => (isThen ? currentLayer(state, layer.id) : layer));
      const versions = Object.fromEntries(
        entries.flatMap((layer) => (layer ? [[layer.id, layer]] : [])),
      );
      const onProgress = (progress: Progress) => {
        if (comparing !== controller) return;
        apply((before) => actions.setAnswerChange(before, { kind: 'asking', progress }));
      };
      const request = { question: moved.question, versions };
      const found = await ports.engine.call('answerChange', request, { signal, onProgress });
      const change = isThen ? actions.reverseChange(found) : found;
      const to = currentLayer(state, moved.question.target) as Layer;
      const from = then.find(({ layer }) => layer.id === to.id)?.layer ?? to;
      apply((before) => actions.setAnswerChange(before, { kind: 'ready', change, from, to }));
    } catch (error) {
      if (signal.aborted) return;
      const failed = errorToData(error);
      apply((state) => actions.setAnswerChange(state, { kind: 'failed', error: failed }));
    }
  }

  /** Notes what has moved on since a link, whose versions were opened. */
  function noteMoved(question: Question | null, pins: Record<string, string> | null): void {
    comparing?.abort();
    apply((state) => ({
      ...state,
      moved: question && actions.findMoved(state, question, pins),
    }));
  }

  /** Answers the question of the link from its own data. */
  async function answerThen(): Promise<void> {
    const moved = actions.currentMoved(store.getState());
    if (!moved) return;
    apply((state) => ({ ...state, pinned: moved.pins }));
    await ports.followPinned(moved.pins);
    await ports.ask(moved.question, moved.pins);
  }

  /** Answers the question of the link from the data of now. */
  async function answerNow(): Promise<void> {
    const moved = actions.currentMoved(store.getState());
    if (!moved) return;
    await ports.followPinned(null);
    await ports.ask(moved.question);
  }

  return {
    compareAnswers,
    noteMoved,
    answerThen,
    answerNow,
    /** Answers a question from the data of the day that it was kept, and tells what differs from those of now. */
    async answerAsOf(question: Question, pins: Record<string, string>): Promise<void> {
      apply((state) => ({ ...state, pinned: pins }));
      await ports.followPinned(pins);
      noteMoved(question, pins);
      await ports.ask(question, pins);
      await compareAnswers();
    },
    /** Answers a question anew whose data moved on under the page, beside the answer over the versions that it had. */
    async answerRenewed(question: Question, pins: Record<string, string>): Promise<void> {
      apply((state) => ({ ...state, pinned: pins }));
      await ports.followPinned(pins);
      noteMoved(question, pins);
      if (!actions.currentMoved(store.getState())) return ports.ask(question);
      await answerNow();
      await compareAnswers();
    },
  };
}
