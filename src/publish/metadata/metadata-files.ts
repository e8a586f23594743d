import type { Catalogue } from '../../domain/catalogue.ts';
import { type DatasetRecord, toRecords } from './dataset-record.ts';
import { writeDcat } from './write-dcat.ts';
import { writeIso191153 } from './write-iso-19115-3.ts';
import { writeIso19139 } from './write-iso-19139.ts';

/** A text file of the site; `path` is from the public folder. */
export interface MetadataFile {
  path: string;
  text: string;
}

/** The folder of the records in ISO 19139, the form that INSPIRE and the Géoportail de l'urbanisme ask for. */
export const ISO_19139_FOLDER = 'metadata';

/** The folder of the same records in ISO 19115-3; apart, for a harvester takes a whole folder and an identity once. */
export const ISO_19115_3_FOLDER = 'metadata/19115-3';

/**
 * The metadata of a catalogue that others harvest: of each layer `<id>.xml` in both folders of records; of all,
 * `dcat.jsonld`. `stamp`, `YYYY-MM-DD`, is the day that the records bear; nothing else depends on when they are written. `known`, which
 * is kept from one call to the next, spares writing again the records that say what they said.
 */
export async function metadataFiles(
  catalogue: Catalogue,
  stamp: string,
  known: KnownRecords = new Map(),
): Promise<MetadataFile[]> {
  const records = await toRecords(catalogue);
  const said = records.map((record) => [`${stamp} ${JSON.stringify(record)}`, record] as const);
  const written = said.map(([what, record]) => {
    const files = known.get(what) ?? recordFiles(record, stamp);
    return [what, files] as const;
  });
  known.clear();
  for (const [what, files] of written) known.set(what, files);
  const iso = written.flatMap(([, files]) => files);
  return [...iso, { path: 'dcat.jsonld', text: writeDcat(catalogue, records) }];
}

/** The files of the records of a catalogue, by what they say. */
export type KnownRecords = Map<string, readonly MetadataFile[]>;

function recordFiles(record: DatasetRecord, stamp: string): MetadataFile[] {
  const name = `${record.layer.id}.xml`;
  return [
    { path: `${ISO_19139_FOLDER}/${name}`, text: writeIso19139(record, stamp) },
    { path: `${ISO_19115_3_FOLDER}/${name}`, text: writeIso191153(record, stamp) },
  ];
}

/** A file without the day that it bears: two that differ by it alone say the same. */
export function withoutStamp({ path, text }: MetadataFile): string {
  if (!path.endsWith('.xml')) return text;
  return text.replace(/(<(?:gmd:dateStamp|mdb:dateInfo)>.*?<gco:Date>)[\d-]+/, '$1');
}
