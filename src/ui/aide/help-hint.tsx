import { CircleQuestionMark } from 'lucide-react';
import { Suspense } from 'react';
import { lazyPart } from '../frame/lazy-part.tsx';
import { Popover } from '../frame/popover.tsx';
import { aide, helpHints } from '../strings/aide/aide.ts';
import '../styles/help-hint.css';

/** A quiet question mark, which opens the passage of the guide that is about what it stands by. */
export function HelpHint({ about }: { about: keyof typeof helpHints }) {
  const { label, to } = helpHints[about];
  return (
    <Popover
      label={label}
      className="icon-button help-hint"
      isBeside
      face={<CircleQuestionMark size={16} aria-hidden="true" />}
    >
      {(close) => (
        <Suspense fallback={<p className="quiet">{aide.loading}</p>}>
          <HintPassage to={to} onLeave={close} />
        </Suspense>
      )}
    </Popover>
  );
}

const HintPassage = lazyPart(async () => (await import('./hint-passage.tsx')).HintPassage);
