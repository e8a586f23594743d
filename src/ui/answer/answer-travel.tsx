import type { Answer } from '../../domain/answer.ts';
import type { Catalogue } from '../../domain/catalogue.ts';
import { findNetwork, WALKING_KMH } from '../../domain/network.ts';
import { allRelationsOf } from '../../domain/question.ts';
import { formatQuantity } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';

/** How times of travel were found, below an answer that rests on some. */
export function AnswerTravel({ answer, catalogue }: { answer: Answer; catalogue: Catalogue }) {
  if (!allRelationsOf(answer.question.where).some(({ kind }) => kind === 'travel')) return null;
  const speed = formatQuantity(WALKING_KMH, 'km/h');
  return <p className="quiet">{fr.answer.travel(findNetwork(catalogue).title, speed)}</p>;
}
