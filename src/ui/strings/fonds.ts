import type { OfflineBasemap } from '../../domain/basemap.ts';

/** The words of what lies under the layers. */
export const fonds = {
  offline: 'Du territoire, sans réseau',
  names: {
    plan: 'Plan',
    gris: 'Gris',
    sombre: 'Sombre',
  } satisfies Record<OfflineBasemap, string>,
  network: 'Sur le réseau',
  asks: (host: string) => `Demande ses images à ${host}`,
  networkNote:
    'Ces fonds ont besoin du réseau : l’adresse de ce que vous regardez est envoyée à leur serveur. Rien n’en est gardé hors ligne.',
  opacity: 'Opacité du fond',
  percent: (share: number) => `${Math.round(share * 100)}\u00a0%`,
  parts: 'Dessiner aussi',
  detail: (title: string, zoom: number) =>
    `${title}, à partir du niveau ${zoom.toLocaleString('fr-FR')}`,
  baseNames: 'Noms du fond : rues, voies, numéros',
  keep: 'Ouvrir mes cartes sur ce fond, dans ce navigateur',
  prints: 'Les plans imprimés et les rapports sont toujours sur le plan clair.',
  loading: (title: string) => `${title} : chargement…`,
  retry: 'Réessayer',
  back: 'Revenir au plan',
};
