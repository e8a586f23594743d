import { colourSql } from '../../sql/colour.ts';

/** A statement with its words in the colours of the editor. */
export function ColouredSql({ text }: { text: string }) {
  const spans = colourSql(text);
  return (
    <code>
      {spans.map(({ start, end, colour }, i) => (
        <span key={start}>
          {text.slice(spans[i - 1]?.end ?? 0, start)}
          <span className={`sql-${colour}`}>{text.slice(start, end)}</span>
        </span>
      ))}
      {text.slice(spans.at(-1)?.end ?? 0)}
    </code>
  );
}
