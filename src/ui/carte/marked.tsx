import { markText } from '../../domain/mark-text.ts';

/** A text with the folded words of a search marked. */
export function Marked({ text, words }: { text: string; words: readonly string[] }) {
  const parts = markText(text, words);
  let at = 0;
  return (
    <>
      {parts.map(({ text: part, isMarked }) => {
        const key = at;
        at += part.length;
        return isMarked ? <mark key={key}>{part}</mark> : part;
      })}
    </>
  );
}
