import { type ChangeEvent, useEffect, useRef, useState } from 'react';
import { errorToData, isAbort } from '../../domain/errors.ts';
import { useServices } from '../app-context.tsx';
import { scenarios } from '../strings/scenarios.ts';
import { temporaires } from '../strings/temporaires.ts';
import { openingFault } from '../temporaires/opening-fault.ts';

const { load: words } = scenarios;

/** Opens a file of footprints as a temporary layer, whose id it gives; says why it could not be. */
export function LoadFootprint({ onLayer }: { onLayer: (layer: string) => void }) {
  const services = useServices();
  const [message, setMessage] = useState('');
  const running = useRef<AbortController | null>(null);
  useEffect(() => () => running.current?.abort(), []);
  const load = async ({ target }: ChangeEvent<HTMLInputElement>) => {
    const files = [...(target.files ?? [])];
    target.value = '';
    if (files.length === 0) return;
    running.current?.abort();
    const controller = new AbortController();
    running.current = controller;
    setMessage(temporaires.opening);
    try {
      const { openTemporary } = await import('../temporaires/open-temporary.ts');
      const ids = await openTemporary(services, { entries: [], files }, controller.signal);
      setMessage(ids.length > 1 ? words.several(ids.length) : '');
      const layer = ids.at(-1);
      if (layer) onLayer(layer);
    } catch (error) {
      if (!isAbort(error)) setMessage(await openingFault(errorToData(error)));
    }
  };
  return (
    <div className="load-footprint">
      <label className="button">
        {words.open}
        <input
          type="file"
          multiple
          className="visually-hidden"
          accept={FOOTPRINT_FILES}
          onChange={(event) => void load(event)}
        />
      </label>
      <p className="quiet" role="status">
        {message || words.formats}
      </p>
    </div>
  );
}

/** Formats that footprints come in; a Shapefile is several files, or one archive of them. */
const FOOTPRINT_FILES =
  '.geojson,.json,.zip,.shp,.shx,.dbf,.prj,.cpg,.kml,.kmz,.gpkg,.gml,.dxf,.fgb,.parquet';
