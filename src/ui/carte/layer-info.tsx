import { freshnessOf } from '../../domain/freshness.ts';
import type { Layer, MaintenanceFrequency } from '../../domain/layer.ts';
import { formatBytes, formatCount, formatDate, upperFirst } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { freshWords } from '../strings/indicateurs.ts';
import { GeometryCheck } from './geometry-check.tsx';
import { today } from './today.ts';

/** What is known of a layer: what it is, who made it, when, from what, under which licence. */
export function LayerInfo({ id, layer }: { id: string; layer: Layer }) {
  const { bytes, rows, version } = layer.file;
  const { service, maintenance, quality, sourceCrs, standard } = layer;
  const facts = [
    [fr.layerInfo.producer, layer.producer],
    ...(service ? [[fr.layerInfo.service, service]] : []),
    [fr.layerInfo.date, formatDate(layer.date)],
    ...(maintenance ? [[fr.layerInfo.maintenance, maintenanceText(layer, maintenance)]] : []),
    [fr.layerInfo.licence, layer.licence],
    [fr.layerInfo.lineage, layer.lineage],
    ...(quality ? [[fr.layerInfo.quality, quality]] : []),
    ...(standard ? [[fr.layerInfo.standard, standard]] : []),
    ...(sourceCrs ? [[fr.layerInfo.sourceCrs, crsName(sourceCrs)]] : []),
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

/** How often the layer is refreshed, and when it should be next or should have been. */
function maintenanceText(layer: Layer, maintenance: MaintenanceFrequency): string {
  const often = upperFirst(freshWords.maintenance[maintenance]);
  const freshness = freshnessOf(layer.date, maintenance, today());
  if (freshness.kind === 'open') return often;
  const { due } = freshness;
  return `${often}, ${freshness.kind === 'fresh' ? freshWords.next(due) : freshWords.overdue(due)}`;
}

const crsName = (code: string): string => (fr.crs as Record<string, string>)[code] ?? code;
