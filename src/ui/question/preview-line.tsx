import { useEffect, useState } from 'react';
import type { Layer } from '../../domain/layer.ts';
import { builder as words } from '../strings/builder.ts';
import { formatArea, formatCount, formatLength, formatNumber } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import type { LivePreview } from './use-preview.ts';

interface PreviewLineProps {
  live: LivePreview;
  /** Whether the question has changed since, and its figures are still those of before. */
  isStale: boolean;
  target: Layer;
  /** Conditions that are not counted, for they are still to be completed or mended. */
  left: number;
  /** Whether its answer gives the same count right below: only what that does not say is told then. */
  isAnswered: boolean;
}

/** How many features the question being written finds, of how many, and their size; dimmed while it is counted anew. */
export function PreviewLine({ live, isStale, target, left, isAnswered }: PreviewLineProps) {
  const { preview, hasFailed, emptying } = live;
  const isCounting = live.isCounting || isStale;
  const count = preview ? preview.count : target.file.rows;
  const outOf = preview?.outOf ?? target.file.rows;
  const isKnown = preview !== null || !live.isCounting;
  const noun = target.noun[count < 2 ? 0 : 1];
  const isNothing = preview?.count === 0 && !isCounting;
  return (
    <section className="preview" aria-label={words.preview.label} aria-busy={isCounting}>
      {!isAnswered && (
        <p className="preview-count" data-counting={isCounting}>
          {isKnown && (
            <>
              <strong>{formatNumber(count, 0)}</strong> {noun}{' '}
              <span className="quiet">{words.preview.outOf(outOf)}</span>
            </>
          )}
          {!isKnown && <span className="quiet">{words.preview.counting}</span>}
          <SizeOf preview={preview} target={target} />
        </p>
      )}
      {isNothing && emptying.length === 0 && (
        <p className="quiet">{`${words.preview.nothing} ${words.preview.noneAlone}`}</p>
      )}
      {isNothing && emptying.length > 0 && <p className="quiet">{words.preview.nothing}</p>}
      {left > 0 && <p className="quiet">{words.preview.left(left)}</p>}
      {hasFailed && <p className="quiet">{words.preview.failed}</p>}
      <Announcement text={isCounting || !isKnown ? null : formatCount(count, target.noun)} />
    </section>
  );
}

function SizeOf({ preview, target }: { preview: LivePreview['preview']; target: Layer }) {
  if (!preview || preview.total === null || preview.count === 0) return null;
  const size = target.geometry === 'line' ? formatLength(preview.total) : formatArea(preview.total);
  return (
    <span className="quiet" title={fr.answer.crs(fr.crs[preview.crs])}>
      {words.preview.area(size)}
    </span>
  );
}

/** Says a figure to those who do not see it, once it has stayed the same for a second. */
function Announcement({ text }: { text: string | null }) {
  const [said, setSaid] = useState('');
  useEffect(() => {
    if (text === null) return;
    const timer = setTimeout(() => setSaid(text), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [text]);
  return (
    <p className="visually-hidden" role="status">
      {said}
    </p>
  );
}

const SETTLED_MS = 1000;
