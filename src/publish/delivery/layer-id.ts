/** An id that a layer can have, made of a table's name: `Zones d’Activités` → `zones_d_activites`. Of a long name, the beginning. */
export function layerId(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  const id = plain.replace(/[^a-z0-9]+/g, '_').replace(/^[_0-9]+|_+$/g, '');
  return id.slice(0, MAX_LETTERS).replace(/_+$/, '') || 'couche';
}

/** With what a site puts after it, a disk's 255 letters are far. */
const MAX_LETTERS = 100;
