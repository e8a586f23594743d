import { publishedFigure } from '../../published-figures.ts';
import type { FacilityFamily } from './services-facts.ts';

/** A kind of facility that is simulated beyond those that the documents name. */
export interface FacilityKind {
  family: FacilityFamily;
  /** `TYPEQU` of the BPE. */
  type: string;
  label: string;
  /** How many there are in all, the named ones counted in. */
  total: number;
  /** Only in communes of so many inhabitants. */
  from: number;
  below?: number;
  /** 1: all about the centre of the town; 0: anywhere. */
  central: number;
  /** Of which so many in a priority education network. */
  priority?: number;
}

/** The kinds of facilities. Totals are published figures where a document gives one, otherwise plausible. */
export const FACILITY_KINDS: FacilityKind[] = [
  {
    family: 'école',
    type: 'C107',
    label: 'École maternelle',
    total: 92,
    from: 1800,
    central: 0.35,
    priority: publishedFigure('ind-276'),
  },
  {
    family: 'école',
    type: 'C109',
    label: 'École élémentaire',
    total: 96,
    from: 1800,
    central: 0.35,
    priority: publishedFigure('ind-277'),
  },
  {
    family: 'école',
    type: 'C108',
    label: 'École primaire',
    total: 92,
    from: 200,
    below: 1800,
    central: 0.8,
  },
  {
    family: 'collège',
    type: 'C201',
    label: 'Collège',
    total: 22,
    from: 4400,
    central: 0.4,
    priority: publishedFigure('ind-278'),
  },
  { family: 'lycée', type: 'C301', label: 'Lycée', total: 10, from: 8000, central: 0.4 },
  {
    family: 'médecin',
    type: 'D265',
    label: 'Cabinet médical',
    total: 118,
    from: 1500,
    central: 0.6,
  },
  { family: 'pharmacie', type: 'D307', label: 'Pharmacie', total: 98, from: 1500, central: 0.75 },
  { family: 'commerce', type: 'B207', label: 'Boulangerie', total: 190, from: 400, central: 0.6 },
  { family: 'commerce', type: 'B105', label: 'Supermarché', total: 42, from: 2300, central: 0.2 },
  { family: 'commerce', type: 'B202', label: 'Épicerie', total: 62, from: 300, central: 0.8 },
  { family: 'commerce', type: 'B204', label: 'Boucherie', total: 70, from: 1500, central: 0.8 },
  { family: 'sport', type: 'F121', label: 'Salle de sport', total: 72, from: 1800, central: 0.3 },
  { family: 'sport', type: 'F113', label: 'Stade', total: 110, from: 250, central: 0.1 },
  { family: 'sport', type: 'F103', label: 'Courts de tennis', total: 45, from: 1500, central: 0.2 },
  {
    family: 'culture',
    type: 'F307',
    label: 'Bibliothèque',
    total: publishedFigure('ind-353'),
    from: 700,
    central: 0.85,
  },
  { family: 'culture', type: 'F303', label: 'Cinéma', total: 4, from: 10_000, central: 0.9 },
  { family: 'petite enfance', type: 'D502', label: 'Crèche', total: 46, from: 1700, central: 0.4 },
  {
    family: 'pôle santé',
    type: 'D113',
    label: 'Maison de santé pluridisciplinaire',
    total: 9,
    from: 2500,
    central: 0.5,
  },
];
