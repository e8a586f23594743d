/**
 * Font families of the map's names. MapLibre draws glyphs itself when a style has no `glyphs`: it pastes the family
 * unquoted into a CSS font, so a family may not hold a word that starts with a digit ("Source Sans 3" would be
 * refused and replaced in silence), and it reads weight and slant out of the family's name.
 */
export const MAP_FONTS = {
  regular: 'Arpent Map',
  semibold: 'Arpent Map Semibold',
  italic: 'Arpent Map Medium Italic',
} as const;
