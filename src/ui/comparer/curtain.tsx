import { ChevronsLeftRight, ChevronsUpDown } from 'lucide-react';
import { type KeyboardEvent, type PointerEvent, useRef } from 'react';
import type { SplitKind } from '../../state/split.ts';
import { moveCurtain } from '../../state/split-actions.ts';
import { useAct } from '../app-context.tsx';
import { comparer } from '../strings/comparer.ts';

interface CurtainProps {
  kind: Exclude<SplitKind, 'cote'>;
  at: number;
  titles: { first: string; other: string };
  /** Where it is while it is dragged; null once it was let go, at its new place. */
  onDrag: (at: number | null) => void;
}

/** The edge of the curtain between two maps: a slider for pointer, finger and keys. */
export function Curtain({ kind, at, titles, onDrag }: CurtainProps) {
  const act = useAct();
  const held = useRef<number | null>(null);
  const Icon = kind === 'volet' ? ChevronsLeftRight : ChevronsUpDown;
  const placeOf = (event: PointerEvent<HTMLElement>) => {
    const stage = event.currentTarget.parentElement?.getBoundingClientRect();
    if (!stage) return at;
    const share =
      kind === 'volet'
        ? (event.clientX - stage.left) / stage.width
        : (event.clientY - stage.top) / stage.height;
    return Math.min(1, Math.max(0, share));
  };
  const letGo = () => {
    const to = held.current;
    held.current = null;
    if (to === null) return;
    act((state) => moveCurtain(state, to));
    onDrag(null);
  };
  return (
    <div
      className="curtain"
      role="slider"
      tabIndex={0}
      aria-label={comparer.curtain}
      aria-orientation={kind === 'volet' ? 'horizontal' : 'vertical'}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={Math.round(at * 100)}
      aria-valuetext={comparer.place(kind, at, titles.first, titles.other)}
      onKeyDown={(event) => {
        const to = keyedPlace(event, at);
        if (to === null) return;
        event.preventDefault();
        act((state) => moveCurtain(state, to));
      }}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        held.current = at;
      }}
      onPointerMove={(event) => {
        if (held.current === null) return;
        held.current = placeOf(event);
        onDrag(held.current);
      }}
      onPointerUp={letGo}
      onPointerCancel={letGo}
    >
      <span className="curtain-line" />
      <span className="curtain-knob">
        <Icon size={20} aria-hidden="true" />
      </span>
    </div>
  );
}

/** Where a key brings the curtain: arrows by 2 %, pages by 10 %, Home and End to its ends; null for another key. */
function keyedPlace({ key }: KeyboardEvent, at: number): number | null {
  if (key === 'Home') return 0;
  if (key === 'End') return 1;
  const step = STEPS[key];
  return step === undefined ? null : Math.round((at + step) * 100) / 100;
}

const STEPS: Record<string, number> = {
  ArrowLeft: -0.02,
  ArrowUp: -0.02,
  ArrowRight: 0.02,
  ArrowDown: 0.02,
  PageUp: -0.1,
  PageDown: 0.1,
};
