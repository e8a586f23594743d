import type { Answer } from '../../domain/answer.ts';
import { type Catalogue, findLayer } from '../../domain/catalogue.ts';
import { formatCount } from '../strings/format.ts';
import { geometryCheck } from '../strings/geometry-check.ts';
import { joinList } from '../strings/grammar.ts';

/** How many features of each layer the answer could not place, in one sentence; nothing when all were read. */
export function AnswerFaults({ answer, catalogue }: { answer: Answer; catalogue: Catalogue }) {
  const parts = Object.entries(answer.faulty).map(([layer, count]) =>
    formatCount(count, findLayer(catalogue, layer).noun),
  );
  if (parts.length === 0) return null;
  return <p className="warning">{geometryCheck.leftOut(joinList(parts, 'et'))}</p>;
}
