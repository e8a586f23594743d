import type { Layer } from '../../domain/layer.ts';
import { formatBytes, formatCount, formatDate } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { GeometryCheck } from './geometry-check.tsx';

/** What is known of a layer: what it is, who made it, when, from what, under which licence. */
export function LayerInfo({ id, layer }: { id: string; layer: Layer }) {
  const { bytes, rows, version } = layer.file;
  const facts = [
    [fr.layerInfo.producer, layer.producer],
    [fr.layerInfo.date, formatDate(layer.date)],
    [fr.layerInfo.licence, layer.licence],
    [fr.layerInfo.lineage, layer.lineage],
    [
      fr.layerInfo.count,
      `${formatCount(rows, layer.noun)}, ${fr.layerInfo.fields(layer.fields.length)}`,
    ],
    [fr.layerInfo.file, `${formatBytes(bytes)}, ${fr.layerInfo.version(version)}`],
  ];
  return (
    <div className="layer-info" id={id}>
      <p>{layer.abstract}</p>
      {layer.simulated && <p className="simulated">{fr.layerInfo.simulated}</p>}
      <dl>
        {facts.map(([term, detail]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
      <GeometryCheck layer={layer} />
    </div>
  );
}
