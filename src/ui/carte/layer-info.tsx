import type { Layer } from '../../domain/layer.ts';
import { flyTo } from '../../state/actions.ts';
import { showOnly } from '../../state/shown-actions.ts';
import { goToSheet } from '../../state/version-actions.ts';
import { useAct } from '../app-context.tsx';
import { catalogue } from '../strings/catalogue.ts';
import { formatBytes, formatCount, formatDate } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { GeometryCheck } from './geometry-check.tsx';
import { crsName, maintenanceText } from './layer-facts.ts';

/** What is known of a layer: what it is, who made it, when, from what, under which licence. */
export function LayerInfo({ id, layer }: { id: string; layer: Layer }) {
  const act = useAct();
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
      <div className="layer-links">
        <button
          type="button"
          className="link-button"
          onClick={() => act((state) => goToSheet(state, layer.id))}
        >
          {fr.layerInfo.sheet}
        </button>
        <button
          type="button"
          className="link-button"
          onClick={() => act((state) => showOnly(state, layer.id))}
        >
          {catalogue.only}
        </button>
        <button
          type="button"
          className="link-button"
          onClick={() => act((state) => flyTo(state, layer.extent))}
        >
          {catalogue.zoom}
        </button>
      </div>
    </div>
  );
}
