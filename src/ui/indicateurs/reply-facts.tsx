import type { Reply } from '../../state/app-state.ts';
import { formatDuration } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { savedWords } from '../strings/indicateurs.ts';
import { usePage } from './page-context.ts';

/** What a reply was read from, in which CRS it was measured, and how long it took. */
export function ReplyFacts({ reply }: { reply: Reply }) {
  const { catalogue } = usePage();
  const { elapsedMs } = reply.kind === 'rows' ? reply.result : reply.answer;
  const versions = reply.kind === 'rows' ? reply.result.layers : reply.answer.versions;
  const layers = catalogue.layers.filter(({ id }) => id in versions);
  return (
    <p className="figure-source">
      {layers.length > 0 &&
        `${savedWords.read}\u00a0: ${layers
          .map(({ title, date }) => savedWords.layerRead(title, date))
          .join(', ')}. `}
      {`${savedWords.crs(fr.crs[catalogue.territory.metricCrs])}. `}
      {`${savedWords.elapsed(formatDuration(elapsedMs))}.`}
    </p>
  );
}
