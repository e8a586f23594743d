import type { Catalogue, Territory } from '../../domain/catalogue.ts';
import type { Contact, Layer } from '../../domain/layer.ts';
import { INSPIRE_THEMES, type InspireTheme } from '../../domain/nomenclature/inspire-themes.ts';
import { findLicence, type Licence } from '../../domain/nomenclature/licences.ts';

/** What the writers of metadata need of one layer. */
export interface DatasetRecord {
  layer: Layer;
  territory: Territory;
  /** Title of the theme that the layer is under. */
  themeTitle: string | null;
  /** The same for a layer of a territory whatever its version. */
  uuid: string;
  /** Who answers: the contact of the layer, else its producer. */
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
      contact: layer.contact ?? { name: layer.producer },
      licence: findLicence(layer.licence),
      inspire: (layer.inspireTheme && INSPIRE_THEMES[layer.inspireTheme]) || null,
      warnings: layer.simulated ? [SIMULATED] : [],
    })),
  );
}

const SIMULATED =
  'Géométries simulées, pour démonstration : ne représentent pas la réalité, n’ont aucune valeur réglementaire.';

/**
 * The address of a file of the site, from the public folder: absolute where the territory says its own address, else
 * relative to the document that it is written in, `up` (`../`) being the way from that document to the public folder.
 */
export function siteAddress({ url }: Territory, path: string, up = ''): string {
  return url ? new URL(path, url.endsWith('/') ? url : `${url}/`).href : up + path;
}

/** A UUID of version 5 (RFC 9562, § 5.5): made of the SIREN of the territory and the id of the layer. */
async function uuidOf(siren: string, id: string): Promise<string> {
  const name = new TextEncoder().encode(`${siren}/${id}`);
  const namespace = Uint8Array.from(NAMESPACE.match(/[\da-f]{2}/g) ?? [], (hex) =>
    parseInt(hex, 16),
  );
  const digest = await crypto.subtle.digest('SHA-1', new Uint8Array([...namespace, ...name]));
  const bytes = new Uint8Array(digest).subarray(0, 16);
  bytes[6] = ((bytes[6] as number) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] as number) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

/** Of this project, drawn once: another would change the identity of every dataset. */
const NAMESPACE = '6b0f3c52-3d0e-4a53-9d5f-7a1c2b9e8d41';
