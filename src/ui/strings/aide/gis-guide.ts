// Data table: the guide of GIS teams. No-break spaces before : ; » ? and after «.
import type { GuidePage } from './guide-page.ts';

/** For those who keep the data. */
export const gisGuide: GuidePage = {
  id: 'sig',
  title: 'Équipe SIG',
  lead: 'Pour publier, contrôler, documenter et interroger les couches.',
  sections: [
    {
      id: 'publier',
      title: 'Publier une couche',
      steps: [
        'Dans Données, « Publier une couche », déposez le fichier, le dossier ou l’archive. Rien ne quitte votre poste.',
        'Couche : vérifiez le système de coordonnées, la clé et les champs. Ce qui a été deviné est dit.',
        'Contrôle : erreurs, avertissements et remarques, chacun avec ses lignes et « Voir sur la carte ». Rien n’est corrigé dans votre dos.',
        'Métadonnées : qui produit, qui répond, à quelle date, sous quelle licence, à quel rythme.',
        'Style : une couleur, des catégories ou des classes.',
        'Télécharger : la publication est un fichier ; la commande « npm run publish » le dépose sur le site, tout ou rien.',
      ],
      links: [{ label: 'Publier une couche', to: '#/publier' }],
    },
    {
      id: 'ouvrir',
      title: 'Ouvrir un fichier sans le publier',
      text: [
        'Déposez un fichier sur la carte : il devient une couche temporaire, visible et interrogeable dans cette page seulement. Elle ne part ni sur le site ni dans le lien.',
      ],
      links: [{ label: 'Ouvrir la carte', to: '#/carte' }],
    },
    {
      id: 'versions',
      title: 'Suivre les versions et la fraîcheur',
      text: [
        'Données liste les couches en retard, par service. La fiche d’une couche donne sa date, son responsable, ses champs, sa licence et ses versions.',
        'Deux versions se comparent : objets ajoutés, retirés, modifiés, champ par champ et sur la carte. Une ancienne version peut être affichée, ou remise en service par la commande que la fiche indique.',
      ],
      links: [{ label: 'Voir les couches publiées', to: '#/donnees' }],
    },
    {
      id: 'sql',
      title: 'Interroger en SQL',
      text: [
        'Chaque couche est une table ; sa géométrie est dans la colonne geom, en mètres. ST_Area, ST_Intersects, ST_DWithin et leurs semblables s’emploient comme dans PostGIS. Une requête ne fait que lire.',
        'Ctrl + Espace propose tables, champs et fonctions ; Ctrl + Entrée exécute. Un résultat avec géométrie se voit sur la carte.',
        'Une question s’ouvre en SQL par « En SQL » ; une requête simple redevient une question par « Ouvrir comme question ».',
      ],
      links: [
        {
          label: 'Essayer : les dix plus grandes zones d’activités',
          to: `#/sql?requete=${encodeURIComponent('SELECT site_nom, ST_Area(geom) / 10000 AS hectares\nFROM zae\nORDER BY hectares DESC\nLIMIT 10')}`,
          needs: ['zae'],
        },
        { label: 'Ouvrir l’éditeur SQL', to: '#/sql' },
      ],
    },
  ],
};
