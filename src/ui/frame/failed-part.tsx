import { useEffect, useState } from 'react';
import { errorToData } from '../../domain/errors.ts';
import { useCopy } from '../outils/use-copy.ts';
import { failure as words } from '../strings/failure.ts';
import '../styles/failed-part.css';
import { askSiteVersion, type SiteVersion } from './site-version.ts';

interface FailedPartProps {
  error: unknown;
  /** Where React met it, from the innermost component. */
  componentStack: string;
  onAgain: () => void;
}

/** What stands in the place of a part of the page that failed: why, what to do, and the evidence, to be copied. */
export function FailedPart({ error, componentStack, onAgain }: FailedPartProps) {
  const isMissing = errorToData(error).code === 'part-missing';
  const version = useSiteVersion(isMissing);
  const [copied, copy] = useCopy();
  const evidence = evidenceOf(error, componentStack);
  return (
    <section className="failed-part" role="alert">
      <p className="error-title">{isMissing ? words.missing : words.stopped}</p>
      <p>{words.still}</p>
      <p>{words.todo[version ?? 'asking']}</p>
      <p className="failed-part-buttons">
        {version !== 'other' && (
          <button type="button" className="button" onClick={onAgain}>
            {words.again}
          </button>
        )}
        <button type="button" className="button" onClick={() => location.reload()}>
          {words.reload}
        </button>
      </p>
      <details>
        <summary>{words.details}</summary>
        <pre lang="en">{evidence}</pre>
        <button type="button" className="button" onClick={() => copy(evidence)}>
          {words.copy}
        </button>
        {copied !== 'none' && <p role="status">{words[copied]}</p>}
      </details>
    </section>
  );
}

/** What the site says of its version, once it has; not asked where the version is not in doubt. */
function useSiteVersion(isAsked: boolean): SiteVersion | null {
  const [version, setVersion] = useState<SiteVersion | null>(null);
  useEffect(() => {
    if (isAsked) void askSiteVersion().then(setVersion);
  }, [isAsked]);
  return version;
}

function evidenceOf(error: unknown, componentStack: string): string {
  const { code, message } = errorToData(error);
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const components = componentStack.trim().split('\n').slice(0, MOST_COMPONENTS).join('\n');
  const place = `${location.href}\n${navigator.userAgent}`;
  return [`${code}: ${message}`, place, stack, components].filter(Boolean).join('\n\n');
}

const MOST_COMPONENTS = 12;
