import { RotateCw } from 'lucide-react';
import { useAppState, useEffects } from '../app-context.tsx';
import { encore } from '../strings/liens.ts';

/** The button that asks the question of the answer again, as it was; nothing where none was asked. */
export function AskAgain() {
  const isAsked = useAppState((state) => state.asked !== null);
  const { askAgain } = useEffects();
  if (!isAsked) return null;
  return (
    <button type="button" className="button" onClick={askAgain}>
      <RotateCw size={16} aria-hidden="true" />
      {encore.askAgain}
    </button>
  );
}
