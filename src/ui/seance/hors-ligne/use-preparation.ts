import { useEffect, useRef, useState } from 'react';
import { type ErrorData, errorToData, isAbort } from '../../../domain/errors.ts';
import type { Seance } from '../../../domain/seance.ts';
import type { PackProgress } from '../../../offline/pack-protocol.ts';
import { type PackPlan, planPack } from '../../../offline/plan-pack.ts';
import { measureSeance, prepareSeance } from '../../../offline/prepare-pack.ts';
import { useEffects, useServices } from '../../app-context.tsx';
import { rootHere } from './site-here.ts';
import { tellPacksChanged } from './use-packs.ts';

/** How the preparation of a session is going. */
export type PreparationStatus =
  | { kind: 'measuring' }
  | { kind: 'measured'; bytes: number; plan: PackPlan }
  | { kind: 'running'; progress: PackProgress }
  | { kind: 'done'; bytes: number; isPromised: boolean }
  | { kind: 'failed'; error: ErrorData };

/** Measures what a session needs, and prepares it when asked; both end with the component. */
export function usePreparation(seance: Seance) {
  const { store } = useServices();
  const { readLibrary } = useEffects();
  const [status, setStatus] = useState<PreparationStatus>({ kind: 'measuring' });
  const working = useRef<AbortController | null>(null);

  async function run(work: (signal: AbortSignal) => Promise<PreparationStatus>): Promise<void> {
    working.current?.abort();
    const controller = new AbortController();
    working.current = controller;
    try {
      const end = await work(controller.signal);
      if (working.current === controller) setStatus(end);
    } catch (error) {
      if (working.current !== controller) return;
      if (isAbort(error)) measure();
      else setStatus({ kind: 'failed', error: errorToData(error) });
    }
  }

  async function ask() {
    if (seance.items.some(({ scene }) => scene.choropleth)) await readLibrary();
    const { catalogue, library } = store.getState();
    if (!catalogue) throw new Error('no catalogue');
    const figures = library.kind === 'ready' ? library.library.communeFigures : [];
    const plan = planPack(seance, catalogue, figures);
    return { root: rootHere(), catalogue, plan, source: JSON.stringify(seance) };
  }

  function measure(): void {
    setStatus({ kind: 'measuring' });
    void run(async (signal) => {
      const asked = await ask();
      const bytes = await measureSeance(asked, { signal });
      return { kind: 'measured', bytes, plan: asked.plan };
    });
  }

  function start(): void {
    setStatus({ kind: 'running', progress: { layer: null, done: 0, total: 0 } });
    void run(async (signal) => {
      const onProgress = (progress: PackProgress) => {
        if (!signal.aborted) setStatus({ kind: 'running', progress });
      };
      const record = await prepareSeance(await ask(), { signal, onProgress });
      tellPacksChanged();
      const isPromised = (await navigator.storage?.persisted?.()) ?? false;
      return { kind: 'done', bytes: record.bytes, isPromised };
    });
  }

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each session that the dialogue is opened for.
  useEffect(() => {
    measure();
    return () => {
      const controller = working.current;
      working.current = null;
      controller?.abort();
    };
  }, [seance]);
  return { status, start, cancel: () => working.current?.abort() };
}
