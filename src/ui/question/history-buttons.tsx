import { Redo2, Undo2 } from 'lucide-react';
import { useEffect } from 'react';
import { redoDraft, undoDraft } from '../../state/draft-history.ts';
import { useAct, useAppState } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { builder as words } from '../strings/builder.ts';

interface HistoryButtonsProps {
  /** Told what was done, for those who do not see it. */
  onDone: (said: string) => void;
}

/** Undo and redo, by buttons and by the usual keys where they are not those of a field's own text. */
export function HistoryButtons({ onDone }: HistoryButtonsProps) {
  const act = useAct();
  const canUndo = useAppState(({ drafts }) => drafts.past.length > 0);
  const canRedo = useAppState(({ drafts }) => drafts.future.length > 0);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const wanted = keyMeans(event);
      if (!wanted || isTextField(event.target)) return;
      event.preventDefault();
      act(wanted === 'undo' ? undoDraft : redoDraft);
      onDone(wanted === 'undo' ? words.history.undone : words.history.redone);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [act, onDone]);
  return (
    <span className="history-buttons" role="toolbar" aria-label={words.history.label}>
      <IconButton
        label={words.history.undo}
        icon={Undo2}
        isDisabled={!canUndo}
        onClick={() => {
          act(undoDraft);
          onDone(words.history.undone);
        }}
      />
      <IconButton
        label={words.history.redo}
        icon={Redo2}
        isDisabled={!canRedo}
        onClick={() => {
          act(redoDraft);
          onDone(words.history.redone);
        }}
      />
    </span>
  );
}

function keyMeans({
  key,
  ctrlKey,
  metaKey,
  shiftKey,
  altKey,
}: KeyboardEvent): 'undo' | 'redo' | null {
  if (!(ctrlKey || metaKey) || altKey) return null;
  if (key.toLowerCase() === 'z') return shiftKey ? 'redo' : 'undo';
  return key.toLowerCase() === 'y' && !shiftKey ? 'redo' : null;
}

/** Whether an element undoes its own typing: a text field that holds something, a text area. */
function isTextField(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  if (target instanceof HTMLInputElement) return target.type === 'text' && target.value !== '';
  return target instanceof HTMLElement && target.isContentEditable;
}
