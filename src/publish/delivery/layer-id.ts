/** An id that a layer can have, made of a table's name: `Zones d’Activités` → `zones_d_activites`. */
export function layerId(name: string): string {
  const plain = name
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase();
  const id = plain.replace(/[^a-z0-9]+/g, '_').replace(/^[_0-9]+|_+$/g, '');
  return id || 'couche';
}
