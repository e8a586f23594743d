import type { DialectName } from '../../sql/dialects/dialect.ts';

/** A tab of the dialog: an engine elsewhere, or the console of the atlas. */
export type SqlTab = DialectName | 'arpent';

/** The sentences of the dialog that gives a question in SQL. */
export const questionSql = {
  open: 'En SQL',
  openHelp: 'Voir cette question en SQL, pour la poser à un autre moteur',
  title: 'La question en SQL',
  loading: 'Écriture du SQL…',
  close: 'Fermer (Échap)',
  tabs: 'Moteur',
  names: {
    postgis: 'PostGIS',
    duckdb: 'DuckDB',
    sedona: 'Sedona',
    arpent: 'Arpent',
  } satisfies Record<SqlTab, string>,
  purposes: {
    postgis: 'Pour la base de données du service SIG : les mêmes objets, les mêmes mesures.',
    duckdb: 'Pour un fichier sur votre poste, sans serveur, avec l’extension spatial.',
    sedona: 'Pour une région ou le pays entier, sur une grappe de machines Spark.',
    arpent: 'Pour l’écran SQL de cet atlas : les couches y sont déjà des tables.',
  } satisfies Record<SqlTab, string>,
  text: (name: string) => `Requête pour ${name}`,
  copy: 'Copier',
  download: 'Télécharger (.sql)',
  openHere: 'Ouvrir dans l’écran SQL',
  copied: 'Requête copiée',
  selected: 'Copie refusée par le navigateur : le texte est sélectionné, copiez-le au clavier.',
};
