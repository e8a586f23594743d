import { X } from 'lucide-react';
import { useState } from 'react';
import { startVisit } from '../../../state/visit-actions.ts';
import { useAct } from '../../app-context.tsx';
import { IconButton } from '../../frame/icon-button.tsx';
import { visite } from '../../strings/aide/visite.ts';
import { keepOffered, wasOffered } from './visit-memory.ts';
import '../../styles/visite.css';

/** Offers the guided visit in the bar, until it was taken or declined in this browser. It covers nothing and takes no focus. */
export function VisitInvitation() {
  const act = useAct();
  const [isOffered, setOffered] = useState(() => !wasOffered());
  if (!isOffered) return null;
  const settle = () => {
    keepOffered();
    setOffered(false);
  };
  return (
    <span className="visit-invitation">
      <button
        type="button"
        className="link-button"
        onClick={() => {
          settle();
          act(startVisit);
        }}
      >
        {visite.invite}
      </button>
      <IconButton label={visite.decline} icon={X} onClick={settle} />
    </span>
  );
}
