import { useAppState } from '../app-context.tsx';
import { useErrorSentence } from '../frame/use-error-sentence.ts';
import { show } from '../strings/seance.ts';

/** What is amiss, in small type in a corner: a layer that failed or is still coming, a message. Nothing waits for it to be read. */
export function ShowCorner({ messages }: { messages: (string | null)[] }) {
  const catalogue = useAppState((state) => state.catalogue);
  const shown = useAppState((state) => state.shown);
  const layerStatus = useAppState((state) => state.layerStatus);
  const notice = useAppState((state) => state.notices.at(-1));
  const sentenceOf = useErrorSentence();
  const titleOf = (id: string) => catalogue?.layers.find((layer) => layer.id === id)?.title ?? id;
  const ofKind = (kind: string) => shown.filter(({ id }) => layerStatus[id]?.kind === kind);
  const lines = [
    ...ofKind('failed').map(({ id }) => show.layerFailed(titleOf(id))),
    ...ofKind('loading').map(({ id }) => show.layerLoading(titleOf(id))),
    ...messages.filter((message) => message !== null),
    ...(notice ? [sentenceOf(notice.error).title] : []),
  ];
  if (lines.length === 0) return null;
  return (
    <ul className="show-corner">
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
