// Data table: the codes of information perimeters in a PLU.

import { typesOfCodes } from './types-of-codes.ts';

/** TYPEINF-STYPEINF → meaning: InformationUrbaType, CNIG PLU v2024 rev. 2025-06, pages 37 to 39. */
export const INFORMATIONS: Record<string, string> = {
  '02-00': 'zone d’aménagement concerté',
  '03-00': 'zone de préemption dans un espace naturel et sensible',
  '04-00': 'périmètre de droit de préemption urbain',
  '04-01': 'périmètre de droit de préemption urbain renforcé',
  '05-00': 'zone d’aménagement différé',
  '07-00': 'périmètre de développement prioritaire économie d’énergie',
  '08-00':
    'périmètre forestier : interdiction ou réglementation des plantations (code rural et de la pêche maritime), plantations à réaliser et semis d’essence forestière',
  '09-00': 'périmètre minier de concession pour l’exploitation ou le stockage',
  '10-00': 'zone de recherche et d’exploitation de carrière',
  '11-00': 'périmètre des zones délimitées - divisions foncières soumises à déclaration préalable',
  '12-00': 'périmètre de sursis à statuer',
  '13-00': 'secteur de programme d’aménagement d’ensemble',
  '14-00':
    'périmètre de voisinage d’infrastructure de transport terrestre (secteur affecté par le bruit)',
  '16-00': 'site archéologique',
  '17-00': 'zone à risque d’exposition au plomb',
  '19-01':
    'zone d’assainissement collectif/non collectif, eaux usées/eaux pluviales, schéma de réseaux eau et assainissement, systèmes d’élimination des déchets',
  '19-02': 'emplacements traitement eaux et déchets',
  '20-00': 'règlement local de publicité',
  '21-00': 'projet de plan de prévention des risques',
  '22-00': 'protection des rives des plans d’eau en zone de montagne',
  '23-00': 'arrêté du préfet coordonnateur de massif',
  '25-00': 'périmètre de protection des espaces agricoles et naturels périurbain',
  '27-00': 'plan d’exposition au bruit des aérodromes',
  '30-00': 'périmètre projet urbain partenarial',
  '31-00':
    'périmètres patrimoniaux d’exclusion des matériaux et énergies renouvelables pris par délibération',
  '32-00': 'secteur de taxe d’aménagement',
  '33-00': 'droit de préemption commercial',
  '34-00': 'périmètre d’opération d’intérêt national',
  '35-00': 'périmètre de secteur affecté par un seuil minimal de densité',
  '36-00': 'schémas d’aménagement de plage',
  '37-00': 'bois ou forêts relevant du régime forestier',
  '38-00': 'secteurs d’information sur les sols',
  '39-00':
    'périmètres de projets AFUP (dans lesquels les propriétaires fonciers sont incités à se regrouper en AFU de projet et les AFU de projet à mener leurs opérations de façon concertée)',
  '40-01': 'périmètre d’un bien inscrit au patrimoine mondial',
  '40-02': 'zone tampon d’un bien inscrit au patrimoine mondial',
  '41-00': 'bande de recul le long des axes à grande circulation',
  '42-00':
    'secteurs délimités par délibération de l’autorité compétente en matière d’urbanisme, dans lesquels certaines opérations sont soumises à autorisation d’urbanisme',
  '42-01': 'secteur dans lequel les travaux de démolition sont soumis à permis de démolir',
  '42-02':
    'secteur dans lequel l’édification d’une clôture doit être précédée d’une déclaration préalable',
  '42-03': 'secteur dans lequel les travaux de ravalement sont soumis à déclaration préalable',
  '43-00': 'secteur d’obligation légale de débroussaillement (OLD) en prévention des incendies',
  '97-00':
    'périmètre d’application d’une pièce écrite territorialisée relative aux annexes (liste des annexes, liste et plan des SUP)',
  '98-00':
    'périmètre d’annulation partielle du document d’urbanisme (lorsqu’elle impacte le règlement graphique)',
  '99-00': 'autre périmètre, secteur, plan, document, site, projet, espace',
  '99-01': 'autre information relevant de la loi littoral',
  '99-02': 'autre information relevant de la loi montagne',
};

/** TYPEINF alone → what its sub-types have in common, in few words. */
export const INFORMATION_TYPES: Record<string, string> = {
  ...typesOfCodes(INFORMATIONS),
  '08': 'périmètre forestier (plantations)',
  '14': 'voisinage bruyant d’infrastructure de transport terrestre',
  '19': 'assainissement, eau et déchets',
  '31': 'exclusion de matériaux ou d’énergies renouvelables (patrimoine)',
  '39': 'périmètre de projet AFUP',
  '40': 'bien inscrit au patrimoine mondial et sa zone tampon',
  '42': 'secteur où certaines opérations sont soumises à autorisation',
  '43': 'obligation légale de débroussaillement',
  '97': 'périmètre d’une pièce écrite territorialisée (annexes)',
  '98': 'périmètre d’annulation partielle du document',
};
