import type { Answer, Asked, FaultyServer } from '../faulty-server.ts';
import { serveFaulty } from '../faulty-server.ts';
import type { Host } from './answers.ts';
import { apiCarto } from './api-carto.ts';
import { cadastre } from './cadastre.ts';
import { dataGouv, openFiles } from './data-gouv.ts';
import { geoApi } from './geo-api.ts';
import { geoplateforme } from './geoplateforme.ts';
import { georisques, georisquesFiles } from './georisques.ts';
import type { Ground } from './ground.ts';
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
};

/** What the official source of an address answers about a land; 404 for what none has. `own` answers first: real files, say. */
export function answerOfficial(ground: Ground, own: Host = () => null) {
  return (asked: Asked): Answer =>
    own(asked, ground) ??
    HOSTS[asked.url.host]?.(asked, ground) ??
    openFiles(asked, ground) ??
    NOT_FOUND;
}

/** All official sources about a land, as one server for `ARPENT_MIRROR`. */
export function serveOfficial(ground: Ground, own?: Host): Promise<FaultyServer> {
  return serveFaulty(answerOfficial(ground, own));
}

const NOT_FOUND: Answer = {
  status: 404,
  headers: { 'Content-Type': 'text/plain' },
  body: 'Not found',
};
