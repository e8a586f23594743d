import { ArrowLeft, Printer } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { goToHelp } from '../../state/actions.ts';
import { useAct } from '../app-context.tsx';
import { aide } from '../strings/aide/aide.ts';

interface HelpPageProps {
  title: string;
  lead: string;
  /** The passage that is gone to; null: the top. */
  passage: string | null;
  children: ReactNode;
}

/** A page of help: the way back, its heading, which takes the focus, and what it holds; it goes to the passage that was asked for. */
export function HelpPage({ title, lead, passage, children }: HelpPageProps) {
  const act = useAct();
  const page = useRef<HTMLElement>(null);
  useEffect(() => {
    const found = passage && page.current?.querySelector<HTMLElement>(`#aide-${passage}`);
    const heading = found || page.current?.querySelector<HTMLElement>('h2');
    heading?.focus({ preventScroll: true });
    if (found) found.scrollIntoView({ block: 'start' });
    else page.current?.closest('.panel-body')?.scrollTo({ top: 0 });
  }, [passage]);
  return (
    <article ref={page} className="help">
      <div className="help-bar">
        <button
          type="button"
          className="link-button back-link"
          onClick={() => act((state) => goToHelp(state, null))}
        >
          <ArrowLeft size={16} aria-hidden="true" /> {aide.back}
        </button>
        <button type="button" className="button" onClick={() => window.print()}>
          <Printer size={16} aria-hidden="true" /> {aide.print}
        </button>
      </div>
      <h2 tabIndex={-1}>{title}</h2>
      <p className="help-lead">{lead}</p>
      {children}
    </article>
  );
}
