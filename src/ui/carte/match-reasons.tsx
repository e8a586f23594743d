import { foldLetters } from '../../domain/mark-text.ts';
import type { LayerMatch } from '../../domain/search-layers.ts';
import { catalogue, excerptOf, reasonText } from '../strings/catalogue.ts';
import { Marked } from './marked.tsx';

interface MatchReasonsProps {
  match: LayerMatch;
  words: readonly string[];
}

/** Why a layer was found, where its title does not say it: which field, code or text holds the words. */
export function MatchReasons({ match: { reasons, more }, words }: MatchReasonsProps) {
  const told = reasons.filter(({ kind }) => kind !== 'title');
  if (told.length === 0) return null;
  return (
    <p className="match-reasons">
      {told.map((reason) => {
        const { lead, text } = reasonText(reason);
        const at = Math.max(0, foldLetters(text).indexOf(words[0] ?? ''));
        return (
          <span key={`${lead} ${text}`}>
            <span className="match-lead">{lead}</span>{' '}
            <Marked text={excerptOf(text, at)} words={words} />
          </span>
        );
      })}
      {more > 0 && <span>{catalogue.more(more)}</span>}
    </p>
  );
}
