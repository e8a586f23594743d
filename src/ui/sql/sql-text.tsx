import { Check, Copy } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { questionSql } from '../strings/question-sql.ts';

interface SqlTextProps {
  label: string;
  text: string;
  /** What else may be done with the text: buttons beside the copy's. */
  children?: ReactNode;
}

/** A text that is read, scrolled by the keyboard and copied; where the browser refuses to copy, it is selected instead. */
export function SqlText({ label, text, children }: SqlTextProps) {
  const pre = useRef<HTMLPreElement>(null);
  const [state, setState] = useState<'copied' | 'selected' | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(text);
      setState('copied');
    } catch {
      // Refused, or not there at all on a page that is not secure.
      if (pre.current) getSelection()?.selectAllChildren(pre.current);
      setState('selected');
    }
  };
  const Icon = state === 'copied' ? Check : Copy;
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="sql-text" aria-label={label} tabIndex={0}>
        <pre ref={pre}>{text}</pre>
      </section>
      <p className="sql-copy">
        <button type="button" className="button" onClick={copy}>
          <Icon size={16} aria-hidden="true" />
          {questionSql.copy}
        </button>
        {children}
        <span role="status">{state && questionSql[state]}</span>
      </p>
    </>
  );
}
