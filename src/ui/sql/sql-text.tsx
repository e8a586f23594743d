import { Check, Copy, Download } from 'lucide-react';
import { type ReactNode, useRef, useState } from 'react';
import { saveFile } from '../frame/save-file.ts';
import { ScrollRegion } from '../frame/scroll-region.tsx';
import { questionSql } from '../strings/question-sql.ts';
import { ColouredSql } from './coloured-sql.tsx';
import '../styles/question-sql.css';

interface SqlTextProps {
  label: string;
  text: string;
  /** Stem of the name of the file that it is kept in: `question-postgis`. */
  fileName?: string;
  /** What else may be done with the text: buttons beside the copy's. */
  children?: ReactNode;
}

/** A text that is read, scrolled by the keyboard and copied; where the browser refuses to copy, it is selected instead. */
export function SqlText({ label, text, fileName = 'requete', children }: SqlTextProps) {
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
      <ScrollRegion className="sql-text" label={label}>
        <pre ref={pre}>{<ColouredSql text={text} />}</pre>
      </ScrollRegion>
      <p className="sql-copy">
        <button type="button" className="button" onClick={copy}>
          <Icon size={16} aria-hidden="true" />
          {questionSql.copy}
        </button>
        <button
          type="button"
          className="button"
          onClick={() => saveFile(text, SQL_TYPE, `${fileName}.sql`)}
        >
          <Download size={16} aria-hidden="true" />
          {questionSql.download}
        </button>
        {children}
        <span role="status">{state && questionSql[state]}</span>
      </p>
    </>
  );
}

const SQL_TYPE = 'application/sql;charset=utf-8';
