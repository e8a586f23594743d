import type { Answer, Asked, FaultyServer } from '../faulty-server.ts';
import { serveFaulty } from '../faulty-server.ts';
import { startGdalModule, writeWithGdal } from '../write-with-gdal.ts';
import { file, type Host } from './answers.ts';
import { apiCarto } from './api-carto.ts';
import { cadastre } from './cadastre.ts';
import { dataGouv, openFiles } from './data-gouv.ts';
import { geoApi } from './geo-api.ts';
import { geoplateforme } from './geoplateforme.ts';
import { georisques, georisquesFiles } from './georisques.ts';
import type { Ground } from './ground.ts';
import { brownfields } from './land-use.ts';
import { opendatasoft } from './opendatasoft.ts';
import { sandre } from './sandre.ts';

/** Name of a host → what it answers. */
const HOSTS: Record<string, Host> = {
  'geo.api.gouv.fr': geoApi,
  'cadastre.data.gouv.fr': cadastre,
  'apicarto.ign.fr': apiCarto,
  'data.geopf.fr': geoplateforme,
  'www.georisques.gouv.fr': georisques,
  'files.georisques.fr': georisquesFiles,
  'services.sandre.eaufrance.fr': sandre,
  'www.data.gouv.fr': dataGouv,
  'ressources.data.sncf.com': opendatasoft,
  'data.culture.gouv.fr': opendatasoft,
};

/** What the official sources of a land answer; 404 for what none has. `own` answers first: real files, say. */
export async function answerOfficial(
  ground: Ground,
  own: Host = () => null,
): Promise<(asked: Asked) => Answer> {
  const cartofriches = file(await brownfieldPackage(ground), 'application/geopackage+sqlite3');
  return (asked) => {
    const answer = own(asked, ground) ?? HOSTS[asked.url.host]?.(asked, ground);
    if (answer) return answer;
    if (asked.url.pathname === '/fr/datasets/r/a9084493-e742-4a2f-890b-0ebc803098df')
      return cartofriches;
    return openFiles(asked, ground) ?? NOT_FOUND;
  };
}

/** All official sources about a land, as one server for `ARPENT_MIRROR`. */
export async function serveOfficial(ground: Ground, own?: Host): Promise<FaultyServer> {
  return serveFaulty(await answerOfficial(ground, own));
}

async function brownfieldPackage(ground: Ground): Promise<Uint8Array> {
  const options = ['-f', 'GPKG', '-nln', 'friches'];
  const files = writeWithGdal(
    await startGdalModule(),
    brownfields(ground),
    'friches.gpkg',
    options,
  );
  return files['friches.gpkg'] as Uint8Array;
}

const NOT_FOUND: Answer = {
  status: 404,
  headers: { 'Content-Type': 'text/plain' },
  body: 'Not found',
};
