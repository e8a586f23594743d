// Data table: the page of the guide for who puts the atlas in a website. No-break spaces before : ; » ? and after «.
import type { GuidePage } from './guide-page.ts';

/** A page that holds the atlas and talks to it; `scripts/deploy/embarquer.html` is the whole of it. */
const EXAMPLE = `<iframe id="carte" title="Carte du territoire" height="480"
  src="https://atlas.exemple.fr/?embed=1#/carte?couches=zae"></iframe>
<script>
  const carte = document.getElementById('carte');
  const atlas = new URL(carte.src).origin;
  const dire = (message) =>
    carte.contentWindow.postMessage({ arpent: 1, ...message }, atlas);
  addEventListener('message', ({ source, origin, data }) => {
    if (source !== carte.contentWindow || origin !== atlas) return;
    if (data.type === 'pret')
      dire({ type: 'allerA', vue: [2.64, 50.53, 13] });
    if (data.type === 'selection') console.log(data.objet);
    if (data.type === 'erreur') console.warn(data.phrase);
  });
  carte.addEventListener('load', () => dire({ type: 'bonjour' }));
</script>`;

/** How the atlas is put in a page of a website, and what the two tell each other. */
export const embedGuide: GuidePage = {
  id: 'integrer',
  title: 'Intégrer la carte dans un site',
  lead: 'Pour qui tient un site internet ou un intranet : une carte d’Arpent dans une page, et le dialogue entre les deux.',
  sections: [
    {
      id: 'cadre',
      title: 'Mettre la carte dans une page',
      steps: [
        'Réglez la carte, puis copiez son lien.',
        'Ajoutez « ?embed=1 » juste avant le « # » du lien : la carte s’affiche seule, avec sa légende, ses sources et un lien vers l’atlas complet.',
        'Donnez cette adresse à un cadre (iframe) de votre page, avec un titre pour les lecteurs d’écran.',
      ],
      text: [
        'Options, à la suite de « embed=1 » : « &legende=0 » retire la légende, « &recherche=1 » ajoute la recherche d’un lieu, « &outils=1 » les outils de la carte.',
        'Dans un cadre, Arpent n’enregistre ni brouillon ni historique, et n’envoie rien à personne, hors les messages décrits ici.',
      ],
    },
    {
      id: 'exemple',
      title: 'Exemple',
      code: EXAMPLE,
      text: [
        'Chaque message porte « arpent: 1 », l’édition du dialogue, et un « type ». Un « id » facultatif revient dans la réponse sous le nom « repond ». Les positions sont en degrés, longitude d’abord.',
      ],
    },
    {
      id: 'vers-la-carte',
      title: 'De la page à la carte',
      text: [
        'bonjour : demande « pret », si la carte était prête avant la page.',
        'allerA, avec « vue: [lng, lat, zoom] », ou « emprise: [ouest, sud, est, nord] », ou « objet: { couche, cle } » : déplace la carte ; pour un objet, ouvre aussi sa fiche.',
        'montrer, avec « couches: [{ id, opacite }] » et, au choix, « fond » : affiche ces couches seules, la première au-dessus.',
        'selectionner, avec « objet: { couche, cle } » ou « objet: null » : choisit un objet sans déplacer la carte, ou n’en choisit plus.',
        'poserQuestion, avec « question » telle qu’un lien la contient, ou null pour l’effacer : la réponse est « reponse ».',
      ],
    },
    {
      id: 'vers-la-page',
      title: 'De la carte à la page',
      text: [
        'pret (territoire, couches) : la carte peut recevoir des messages.',
        'vue (vue, emprise) : la carte s’est arrêtée à cet endroit.',
        'selection (objet, ou null) : un objet est choisi, ou ne l’est plus.',
        'reponse (compte) : nombre d’objets trouvés par la question.',
        'fait (repond) : la demande qui portait cet « id » est faite.',
        'erreur (code, phrase) : ce qui n’a pas pu être fait, dit en français.',
      ],
    },
    {
      id: 'origines',
      title: 'Qui peut afficher la carte, et lui parler',
      text: [
        'L’affichage dépend de l’hébergement, par l’en-tête « Content-Security-Policy: frame-ancestors ». Les modèles fournis (nginx, Caddy) n’acceptent que les pages du même site : ajoutez-y l’adresse du vôtre.',
        'Le dialogue dépend du fichier « territory.json » : "embed": { "origins": ["https://www.exemple.fr"] }. Les pages du même site y ont toujours droit. Les messages venus d’ailleurs restent sans effet ; le premier est signalé dans la console du navigateur.',
      ],
    },
  ],
};
