import { useEffect, useState } from 'react';
import { isAbort } from '../../domain/errors.ts';
import { isRelation } from '../../domain/question.ts';
import type { Reason } from '../../domain/reason.ts';
import type { DrawBatch } from '../../engine/protocol.ts';
import { columnPath, drawnPath, frameAround, type ShapePath } from '../../map/shape-path.ts';
import { useEffects } from '../app-context.tsx';
import { why } from '../strings/reason-sentence.ts';

interface WhyMapProps {
  layer: string;
  row: number;
  title: string;
  reason: Reason;
}

/** The feature explained, in yellow, and those that a condition relates it to, in blue: a small picture, north up. */
export function WhyMap({ layer, row, title, reason }: WhyMapProps) {
  const { featureShape } = useEffects();
  const [paths, setPaths] = useState<{ related: ShapePath[]; own: ShapePath } | null>(null);
  const [isFailed, setFailed] = useState(false);
  useEffect(() => {
    const { signal, abort } = abortable();
    const read = async () => {
      const [own, ...others] = await Promise.all([
        featureShape(layer, row, signal),
        ...relatedRows(reason).map((other) => featureShape(other.layer, other.row, signal)),
      ]);
      if (!signal.aborted && own) setPaths(pathsOf(own, others, reason));
    };
    read().catch((error: unknown) => {
      if (!isAbort(error) && !signal.aborted) setFailed(true);
    });
    return abort;
  }, [featureShape, layer, row, reason]);
  if (isFailed) return <p className="quiet">{why.noMap}</p>;
  return (
    <svg
      className="why-map"
      viewBox={`0 0 ${WIDTH_PX} ${HEIGHT_PX}`}
      role="img"
      aria-label={why.map(title)}
    >
      {paths?.related.map(({ d, kind }) => (
        <path key={d} d={d} className="why-related" data-kind={kind} />
      ))}
      {paths && <path d={paths.own.d} className="why-own-ink" data-kind={paths.own.kind} />}
      {paths && <path d={paths.own.d} className="why-own" data-kind={paths.own.kind} />}
    </svg>
  );
}

const WIDTH_PX = 180;
const HEIGHT_PX = 120;

/** Surroundings that are shown of a feature that is within what it relates to. */
const NEAR_M = 60;

function abortable() {
  const controller = new AbortController();
  return { signal: controller.signal, abort: () => controller.abort() };
}

function relatedRows({ layer, related }: Reason): { layer: string; row: number }[] {
  if (layer === null) return [];
  return related.flatMap(({ row }) => (row === null ? [] : [{ layer, row }]));
}

function pathsOf(own: DrawBatch['geometry'], others: DrawBatch['geometry'][], reason: Reason) {
  const reach = Math.max(NEAR_M, ...reason.related.slice(0, 1).map(({ distance }) => distance));
  const frame = frameAround(own, reach, WIDTH_PX, HEIGHT_PX);
  const ownPath = frame && columnPath(own, frame);
  if (!ownPath) return null;
  const { condition } = reason;
  const drawn =
    isRelation(condition) && 'shape' in condition ? [drawnPath(condition.shape, frame)] : [];
  const related = others.map((column) => columnPath(column, frame)).filter((path) => path !== null);
  return { own: ownPath, related: [...related, ...drawn] };
}
