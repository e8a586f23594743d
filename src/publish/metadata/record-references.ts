import { CRS_ROLES, NO_LIMITATION_TEXT } from '../strings/metadata.ts';
import type { DatasetRecord } from './dataset-record.ts';

/** A thesaurus, a specification or any document that a record cites. */
export interface Cited {
  title: string;
  /** Day of publication, `YYYY-MM-DD`; null when not known. */
  date: string | null;
}

/** The thesaurus of the INSPIRE themes, cited as the INSPIRE guidelines ask (TG Metadata 2.0, requirement 1.4). */
export const INSPIRE_THESAURUS: Cited = {
  title: 'GEMET - INSPIRE themes, version 1.0',
  date: '2008-06-01',
};

/** The regulation that every INSPIRE record says its conformity with. */
const INSPIRE_REGULATION: Cited = {
  title:
    'Règlement (UE) n° 1089/2010 de la Commission du 23 novembre 2010 portant modalités d’application de la directive 2007/2/CE du Parlement européen et du Conseil en ce qui concerne l’interopérabilité des séries et des services de données géographiques',
  date: '2010-12-08',
};

/** The specifications that a layer is held against: conformity itself is not evaluated. */
export function specificationsOf({ layer, inspire }: DatasetRecord): Cited[] {
  return [
    ...(layer.standard ? [{ title: layer.standard, date: null }] : []),
    ...(inspire ? [INSPIRE_REGULATION] : []),
  ];
}

/** Reference systems of a layer: that of its source, then that of its file. */
export function referenceSystems({ layer }: DatasetRecord): { code: string; role: string }[] {
  const source = layer.sourceCrs ?? FILE_CRS;
  return [
    { code: source, role: CRS_ROLES.source },
    ...(source === FILE_CRS ? [] : [{ code: FILE_CRS, role: CRS_ROLES.file }]),
  ];
}

const FILE_CRS = 'OGC:CRS84';

/** Address of a reference system in the register of the OGC; undefined for one that has none. */
export function crsAddress(code: string): string | undefined {
  if (code === FILE_CRS) return 'http://www.opengis.net/def/crs/OGC/1.3/CRS84';
  const epsg = code.match(/^EPSG:(\d+)$/)?.[1];
  return epsg && `http://www.opengis.net/def/crs/EPSG/0/${epsg}`;
}

/** INSPIRE's code of data that everybody may have. */
export const NO_LIMITATION = {
  href: 'http://inspire.ec.europa.eu/metadata-codelist/LimitationsOnPublicAccess/noLimitations',
  text: NO_LIMITATION_TEXT,
};

/** What is downloaded. */
export const FILE_FORMAT = { name: 'GeoParquet', version: '1.1' };

/** The protocol that GeoNetwork knows a plain download by. */
export const DOWNLOAD_PROTOCOL = 'WWW:DOWNLOAD-1.0-http--download';

/** Parties of a layer with their roles (`CI_RoleCode`): who made it, who refreshes it, who answers. */
export function partiesOf({ layer, territory }: DatasetRecord) {
  const service = layer.service ?? territory.service;
  return [
    { role: 'originator', party: { name: layer.producer } },
    ...(service ? [{ role: 'custodian', party: { name: service } }] : []),
    ...(layer.contact ? [{ role: 'pointOfContact', party: layer.contact }] : []),
  ];
}
