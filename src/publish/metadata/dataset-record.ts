import type { Catalogue, Territory } from '../../domain/catalogue.ts';
import type { Contact, Layer } from '../../domain/layer.ts';
import { INSPIRE_THEMES, type InspireTheme } from '../../domain/nomenclature/inspire-themes.ts';
import { findLicence, type Licence } from '../../domain/nomenclature/licences.ts';
import { SIMULATED_WARNING } from '../strings/metadata.ts';
import { sha256 } from '../write/sha-256.ts';

/** What the writers of metadata need of one layer. */
export interface DatasetRecord {
  layer: Layer;
  territory: Territory;
  /** Title of the theme that the layer is under. */
  themeTitle: string | null;
  /** The same for a layer of a territory whatever its version. */
  uuid: string;
  /** Who answers: the contact of the layer, else of the territory, else the layer's producer. */
  contact: Contact;
  licence: Licence | null;
  inspire: InspireTheme | null;
  /** Warnings for those who would use the data, French sentences. */
  warnings: string[];
}

/** The records of a catalogue's layers, in its order. */
export async function toRecords({
  territory,
  themes,
  layers,
}: Catalogue): Promise<DatasetRecord[]> {
  return Promise.all(
    layers.map(async (layer) => ({
      layer,
      territory,
      themeTitle: themes.find(({ id }) => id === layer.theme)?.title ?? null,
      uuid: await uuidOf(territory.siren, layer.id),
      contact: layer.contact ?? territory.contact ?? { name: layer.producer },
      licence: findLicence(layer.licence),
      inspire: (layer.inspireTheme && INSPIRE_THEMES[layer.inspireTheme]) || null,
      warnings: layer.simulated ? [SIMULATED_WARNING] : [],
    })),
  );
}

/**
 * The address of a file of the site, from the public folder: absolute where the territory says its own address, else
 * relative to the document that it is written in, `up` (`../`) being the way from that document to the public folder.
 */
export function siteAddress({ url }: Territory, path: string, up = ''): string {
  return url ? new URL(path, url.endsWith('/') ? url : `${url}/`).href : up + path;
}

/** A UUID of version 8 (RFC 9562, § 5.8): SHA-256 of the SIREN of the territory and the id of the layer. */
async function uuidOf(siren: string, id: string): Promise<string> {
  const digest = await sha256(new TextEncoder().encode(`arpent/${siren}/${id}`));
  const variant = ((Number.parseInt(digest.charAt(16), 16) & 3) | 8).toString(16);
  const [a, b, c] = [digest.slice(0, 8), digest.slice(8, 12), digest.slice(13, 16)];
  return `${a}-${b}-8${c}-${variant}${digest.slice(17, 20)}-${digest.slice(20, 32)}`;
}
