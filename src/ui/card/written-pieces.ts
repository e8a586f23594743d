import type { Feature } from '../../domain/feature.ts';
import type { Field, Layer } from '../../domain/layer.ts';
import { card as words } from '../strings/card.ts';
import { isFilled } from './readable-value.ts';

/** A document that a feature names: a regulation, the text of a prescription, the act of an easement. */
export interface WrittenPiece {
  label: string;
  /** What it is called, or where in it the text is. */
  name: string;
  /** A web address that may be followed; null where there is none. */
  href: string | null;
  /** Why it cannot be opened; empty where it can. */
  note: string;
}

/** Whether a value is an address that may be followed: http or https, and nothing else. */
export function isWebAddress(value: string): boolean {
  if (!/^https?:\/\//i.test(value)) return false;
  return URL.canParse(value);
}

/**
 * The documents that a feature names, by the fields that the CNIG's standards keep them in: `NOM…` and `URL…` of one ending are one
 * document (`NOMFIC` and `URLFIC`), `fichier` is the act of an easement. A name without a web address is a file that was
 * delivered apart; an address of another kind (`javascript:`, `file:`, a broken one) is told and never followed.
 */
export function writtenPieces({ attributes }: Pick<Feature, 'attributes'>, layer: Layer) {
  const fields = layer.fields.filter((field) => isPieceField(field));
  const endings = new Set(fields.map(({ name }) => endingOf(name)));
  return [...endings].flatMap((ending): WrittenPiece[] => {
    const own = fields.filter(({ name }) => endingOf(name) === ending);
    const filled = own.filter(({ name }) => isFilled(attributes[name]));
    const text = (field: Field | undefined) => (field ? String(attributes[field.name]).trim() : '');
    const address = text(filled.find(({ name }) => /^url/i.test(name)));
    const file = text(filled.find(({ name }) => !/^url/i.test(name)));
    if (!address && !file) return [];
    const label = own.find(({ name }) => !/^url/i.test(name))?.label ?? own[0]?.label ?? '';
    const href = [address, file].find(isWebAddress) ?? null;
    const name = nameOf(file || address);
    if (href) return [{ label, name, href, note: '' }];
    const note = address ? words.pieceUnsafe(address) : words.pieceApart;
    return [{ label, name: file ? name : '', href, note }];
  });
}

/** Whether a field names a document, so that it is no line of its own. */
export function isPieceField({ name, type }: Field): boolean {
  return type === 'text' && PIECE.test(name);
}

const PIECE = /^((nom|url)(fic|reg|plan|rapp|pe|doc|acte)|url|fichier)$/i;

const endingOf = (name: string) => name.toLowerCase().replace(/^(nom|url)(?=.)/, '');

/** The file's name, without its folders, and the place in it that a PDF link names. */
function nameOf(path: string): string {
  const [file = '', fragment] = path.split('#');
  const name = file.split(/[\\/]/).findLast((part) => part !== '') ?? file;
  const place = fragment?.replace(/^(nameddest|page)=/, '');
  return place ? `${name}, ${words.pieceAt(place)}` : name;
}
