import { citationOf } from '../../domain/citation.ts';
import type { Layer } from '../../domain/layer.ts';
import { findLicence } from '../../domain/nomenclature/licences.ts';
import { sheet } from '../strings/donnees.ts';
import { fr } from '../strings/fr.ts';
import { WebLink } from './contact-line.tsx';

/** Under which licence a layer is published, what that obliges, and how to cite it. */
export function LayerLicence({ layer }: { layer: Layer }) {
  const licence = findLicence(layer.licence);
  const citation = citationOf(layer);
  return (
    <section aria-labelledby="sheet-licence">
      <h3 id="sheet-licence">{fr.layerInfo.licence}</h3>
      <p>
        <strong>{layer.licence}</strong>
        {licence?.uri && (
          <>
            {' · '}
            <WebLink url={licence.uri}>{sheet.licenceText}</WebLink>
          </>
        )}
      </p>
      <p>{licence?.obliges ?? sheet.licenceUnknown}</p>
      {citation && (
        <p className="attribution">
          <span className="quiet">{sheet.attribution}</span>
          <q>{citation}</q>
        </p>
      )}
    </section>
  );
}
