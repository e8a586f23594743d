import { ArrowLeft, Map as MapIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Layer } from '../../domain/layer.ts';
import { INSPIRE_THEMES } from '../../domain/nomenclature/inspire-themes.ts';
import { flyTo, showLayers } from '../../state/actions.ts';
import { goToSheet } from '../../state/version-actions.ts';
import { useAct } from '../app-context.tsx';
import { FreshnessBadge } from '../carte/freshness-badge.tsx';
import { GeometryCheck } from '../carte/geometry-check.tsx';
import { crsName, maintenanceText } from '../carte/layer-facts.ts';
import { useHeadingFirst } from '../indicateurs/use-heading-first.ts';
import { donnees, sheet } from '../strings/donnees.ts';
import { formatBytes, formatCount, formatDate } from '../strings/format.ts';
import { fr } from '../strings/fr.ts';
import { ContactLine } from './contact-line.tsx';
import { FieldsTable } from './fields-table.tsx';
import { LayerDownloads } from './layer-downloads.tsx';
import { LayerLicence } from './layer-licence.tsx';
import { LayerSource } from './layer-source.tsx';
import { LayerVersions } from './layer-versions.tsx';

interface LayerPageProps {
  layer: Layer;
  onSeeMap: () => void;
}

/** All that is known of a layer: figures, who answers for it, licence, origin, versions, fields, files. */
export function LayerPage({ layer, onSeeMap }: LayerPageProps) {
  const act = useAct();
  const heading = useHeadingFirst();
  const seeOnMap = () => {
    act((state) => flyTo(showLayers(state, [layer.id]), layer.extent));
    onSeeMap();
  };
  return (
    <article className="data sheet">
      <button
        type="button"
        className="link-button back-link"
        onClick={() => act((state) => goToSheet(state, null))}
      >
        <ArrowLeft size={16} aria-hidden="true" />
        {donnees.back}
      </button>
      <h2 ref={heading} tabIndex={-1}>
        {layer.title}
      </h2>
      <p className="data-facts">
        <FreshnessBadge layer={layer} />
      </p>
      {layer.abstract && <p>{layer.abstract}</p>}
      {layer.simulated && <p className="simulated">{fr.layerInfo.simulated}</p>}
      <button type="button" className="primary-button" onClick={seeOnMap}>
        <MapIcon size={18} aria-hidden="true" />
        {sheet.seeOnMap}
      </button>
      <Facts title={sheet.figures} facts={figuresOf(layer)} />
      <Facts title={sheet.responsible} facts={ownersOf(layer)} />
      <LayerSource layer={layer} />
      <LayerLicence layer={layer} />
      <LayerVersions layer={layer} />
      <Facts title={sheet.origin} facts={originOf(layer)} />
      <FieldsTable layer={layer} />
      <section aria-labelledby="sheet-geometry">
        <h3 id="sheet-geometry">{sheet.geometry}</h3>
        <GeometryCheck layer={layer} />
      </section>
      <LayerDownloads layer={layer} />
    </article>
  );
}

type Fact = [term: string, detail: ReactNode];

function Facts({ title, facts }: { title: string; facts: Fact[] }) {
  if (facts.length === 0) return null;
  return (
    <section aria-label={title}>
      <h3>{title}</h3>
      <dl className="sheet-facts">
        {facts.map(([term, detail]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{detail}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function figuresOf(layer: Layer): Fact[] {
  const { rows, bytes, version } = layer.file;
  return [
    [sheet.count, formatCount(rows, layer.noun)],
    [sheet.date, formatDate(layer.date)],
    ...fact(fr.layerInfo.maintenance, layer.maintenance, (often) => maintenanceText(layer, often)),
    [sheet.size, formatBytes(bytes)],
    [sheet.version, <code key="version">{version}</code>],
  ];
}

function ownersOf(layer: Layer): Fact[] {
  return [
    [fr.layerInfo.producer, layer.producer],
    ...fact(fr.layerInfo.service, layer.service, String),
    ...fact(sheet.contact, layer.contact, (contact) => <ContactLine contact={contact} />),
  ];
}

function originOf(layer: Layer): Fact[] {
  return [
    [fr.layerInfo.lineage, layer.lineage],
    ...fact(fr.layerInfo.quality, layer.quality, String),
    ...fact(fr.layerInfo.standard, layer.standard, String),
    ...fact(fr.layerInfo.sourceCrs, layer.sourceCrs, crsName),
    ...fact(sheet.scale, layer.scale, sheet.scaleText),
    ...fact(
      sheet.inspire,
      layer.inspireTheme,
      (code) => INSPIRE_THEMES[code.toLowerCase()]?.title ?? code,
    ),
    ...fact(sheet.keywords, layer.keywords?.length ? layer.keywords : undefined, (words) =>
      words.join(', '),
    ),
  ];
}

/** A fact, or nothing where it is not known. */
function fact<T>(term: string, value: T | undefined, show: (value: T) => ReactNode): Fact[] {
  return value === undefined ? [] : [[term, show(value)]];
}
