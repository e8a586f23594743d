import { foldText } from '../../domain/fold-text.ts';

/** The e-mail addresses of a text. Linear: only what stands round each `@` is looked at. */
export function emailsIn(text: string): string[] {
  const found: string[] = [];
  let at = text.indexOf('@');
  while (at >= 0) {
    const start = Math.max(0, at - EMAIL_LENGTH);
    const end = text.indexOf('@', at + 1);
    const until = Math.min(at + EMAIL_LENGTH, end < 0 ? text.length : end);
    const local = LOCAL_PART.exec(text.slice(start, at))?.[0];
    const domain = DOMAIN.exec(text.slice(at + 1, until))?.[0];
    if (local && domain) found.push(`${local}@${domain}`);
    at = end;
  }
  return found;
}

/** The first mobile number written in pairs within other words: `joindre au 06 12 34 56 78`; null when there is none. */
export function mobileIn(text: string): string | null {
  return text.length < MOBILE_LETTERS ? null : (PROSE_MOBILE.exec(text)?.[0].trim() ?? null);
}

/** The first name of an object written as JSON within a text for which `isPersonal` holds; null when there is none. */
export function jsonNameIn(text: string, isPersonal: (name: string) => boolean): string | null {
  if (!/^[[{]/.test(text)) return null;
  for (const [, name = ''] of text.matchAll(/"([^"]{1,60})"\s*:\s*"[^"]/g)) {
    if (isPersonal(name)) return name;
  }
  return null;
}

/** Whether a text is a number of the register of persons (NIR, 13 digits and their key of two), as INSEE makes it. */
export function isNir(text: string): boolean {
  const digits = text.replaceAll(/[\s.-]/g, '').toUpperCase();
  if (!/^[12]\d{2}(?:0[1-9]|1[0-2]|[2-9]\d)(?:\d{2}|2[AB])\d{8}$/.test(digits)) return false;
  const body = digits.slice(0, 13).replace('2A', '19').replace('2B', '18');
  return 97 - Number(BigInt(body) % 97n) === Number(digits.slice(13));
}

/** Whether a text is a surname in capitals and a common first name: "DURAND Marie", as lists of persons have it. */
export function isSurnameFirst(text: string): boolean {
  if (!CAPITALS.test(text)) return false;
  const [, first] = /^\p{Lu}[\p{Lu}'’ -]+\s(\p{Lu}\p{Ll}+)(?:-\p{Lu}\p{Ll}+)?$/u.exec(text) ?? [];
  return first !== undefined && FIRST_NAMES.has(foldText(first)) && !isOrganisation(text);
}

/** Whether an address is that of a service or an organisation, as its first part tells: `urbanisme@`, `contact@`. */
export function isServiceEmail(email: string): boolean {
  const [local = '', domain = ''] = email.toLowerCase().split('@');
  if (SERVICE.test(foldText(local.replaceAll(/[._-]/g, ' ')))) return true;
  const isPrivate = PRIVATE_MAIL.test(domain);
  return !isPrivate && !/^[a-z]+[._-][a-z-]+$/.test(local);
}

/** Whether all of a text is one French telephone number or several. */
export function isPhone(text: string): boolean {
  return text.split(/\s*(?:[/;,|]|\bou\b|\bet\b)\s*/).every((part) => PHONE.test(part.trim()));
}

/** Whether a telephone number is that of a mobile: more often a person's than a service's. */
export function isMobile(text: string): boolean {
  return /^(?:(?:\+|00)33\s?(?:\(0\))?|0)\s?[67]/.test(text.trim());
}

/**
 * Whether a text names a person as an address or a deed does: "M. Durand", "Consorts Petit", "propriétaire : Mme X". That of a
 * street ("rue Madame Curie") does not.
 */
export function hasCivility(text: string): boolean {
  if (CIVILITY.test(text)) return true;
  return CIVIL_WORD.test(text) && PROSE_CIVILITY.test(text) && !STREET.test(text);
}

/** Whether a text is two or three words of which one is a common first name: "DURAND Marie", "Jean-Paul Petit". */
export function isFullName(text: string): boolean {
  const words = foldText(text).split(' ');
  const isShort = words.length >= 2 && words.length <= 4;
  return isShort && words.some((word) => FIRST_NAMES.has(word)) && !isOrganisation(text);
}

/** Whether a text is of several words: a name that could be a person's; MAJIC parts them by `/`. */
export function hasWords(text: string): boolean {
  return /\p{L}\P{L}*[\s/]\p{L}/u.test(text);
}

/** Whether a text names an organisation: a commune, an administration, a firm. */
export function isOrganisation(text: string): boolean {
  return ORGANISATION.test(foldText(text));
}

/** A text that shows its shape and hides who it is: the first letter of each word, digits hidden. */
export function mask(text: string): string {
  return text
    .replace(/[\p{L}\p{N}]+/gu, (word) => (/^\p{L}/u.test(word) ? `${[...word][0]}•••` : '••'))
    .slice(0, 60);
}

/** Letters on either side of the `@` that are looked at. */
const EMAIL_LENGTH = 80;

const LOCAL_PART = /[\p{L}\p{N}_.+'-]+$/u;
const DOMAIN = /^[\p{L}\p{N}_-]+(?:\.[\p{L}\p{N}_-]+)*\.\p{L}{2,}/u;

/** Letters of a mobile number written in pairs, at least. */
const MOBILE_LETTERS = 14;
const PROSE_MOBILE = /(?<![\d.,])(?:\+33\s?|0)[67](?:[\s.-]\d{2}){4}(?![\d.,]*\d)/;

/** What is quickly seen of `isSurnameFirst` and of `PROSE_CIVILITY`: few texts are looked at longer. */
const CAPITALS = /^[^a-z\d]{2,}\s[^a-z\d\s][^A-Z\d]/;
const CIVIL_WORD = /(?:M\.|Mme|Mlle|Mr|Madame|Monsieur|Consorts|Indivision)\s/;

const PROSE_CIVILITY =
  /(?:^|[\s(,;:])(?:M\.|Mme|Mlle|Mr|Madame|Monsieur|Consorts|Indivision)\s+(?:\p{Lu}\.?\s)?\p{Lu}/u;

const STREET =
  /^(?:\d+[\s,]*(?:bis|ter)?[\s,]*)?(?:rue|avenue|av|allee|allée|impasse|place|square|chemin|boulevard|bd|résidence|residence|école|ecole|collège|college|lycée|lycee|quai|cité|cite|route|sentier|passage|clos)\b/i;

/** Ten digits, in pairs or not, or nine after +33. */
const PHONE = /^(?:(?:\+|00)33[\s.-]?(?:\(0\)[\s.-]?)?|0)[1-9](?:[\s.-]?\d{2}){4}$/;

const CIVILITY =
  /^(?:m\.|mr|mme|mmes|mlle|monsieur|madame|mademoiselle|messieurs|consorts|epoux|époux|veuve|vve|indivision|succession|héritiers|heritiers)\s+\p{L}/iu;

const SERVICE =
  /\b(contact|accueil|info|infos|mairie|urbanisme|sig|service|services|secretariat|direction|dgs|dst|technique|techniques|communication|environnement|eau|assainissement|habitat|tourisme|economie|commercial|support|administration|admin|bureau|agence|guichet|courrier|commune|ville|prefecture|ddtm?|dreal|syndicat|exploitation|supervision|hotline|sav|standard|gestion|donnees|data|opendata|geomatique|fondfriche)\b/;

/** Mail boxes of private persons. */
const PRIVATE_MAIL =
  /^(gmail|hotmail|outlook|live|msn|yahoo|ymail|icloud|me|aol|orange|wanadoo|free|laposte|sfr|neuf|bbox|numericable|aliceadsl|club-internet|protonmail|proton|gmx)\.(com|fr|net|me)$/;

const ORGANISATION =
  /\b(commune|communes|communal\w*|ville|mairie|communaute|agglo\w*|cabbalr|metropole|intercommunal\w*|departement\w*|region\w*|etat|prefecture|conseil|ministere|syndicat|sivom|sivu|siad\w*|epf\w*|etablissement|office|sncf|vnf|rff|rte|enedis|grdf|edf|engie|orange|sci|sa|sas|sasu|sarl|eurl|scea|gaec|earl|snc|gie|sem|spl|spla|hlm|oph|societe|ste|entreprise|association|asso|cooperative|fondation|chambre|hopital|chu|ch|universite|college|lycee|ecole|banque|caisse|groupe|prive|prives|public|publics|publique|collectivite\w*|particulier|particuliers|inconnu|autre|locatif|bailleur\w*|copropriete|maisons|habitat|pas de calais|voies navigables|conservatoire|parc|diocese|paroisse|fabrique|federation|compagnie|cie|holding|industries|services|transports|autoroutes?|domaine|foyer|residence|syndic|cites|immobilier\w*|logement\w*|supermarche\w*|oui|non)\b/;

/** The commonest first names of France in the last century (INSEE, fichier des prénoms), folded. */
const FIRST_NAMES = new Set(
  'adele adrien agnes alain albert alexandre alice amandine amelie andre andree anne annick annie antoine arnaud arthur aurelie aurelien baptiste beatrice benjamin benoit bernadette bernard brigitte bruno camille caroline catherine cecile cedric celine chantal charles charlotte chloe christelle christian christiane christine christophe claire claude claudine clement colette corinne cyril damien daniel daniele david delphine denis denise didier dominique edouard elisabeth elise elodie emilie emma emmanuel emmanuelle eric estelle etienne eugene evelyne fabien fabienne fabrice fanny florence florian francine francis francois francoise frederic gabriel gaelle genevieve georges gerald gerard germaine gilbert gilles ginette gisele gregory guillaume guy helene henri herve hugo isabelle jacqueline jacques janine jean jeanine jeanne jeannine jeremy jerome joel jonathan joseph josette josiane julie julien juliette karine kevin laetitia laura laure laurence laurent lea liliane lionel louis louise luc lucas lucette lucie lucien ludovic madeleine magali manon marc marcel marcelle margaux marguerite maria marie marine marion marthe martine mathieu mathilde maurice maxime melanie michel michele micheline mickael monique morgane muriel nadine nathalie nicolas nicole nicolle noel odette odile olivier pascal pascale patrice patricia patrick paul paulette pauline philippe pierre pierrette raphael raymond raymonde regine regis rene renee richard robert roger roland romain sabine sandra sandrine sarah sebastien serge severine simon simone solange sophie stephane stephanie suzanne sylvain sylvie therese thierry thomas valerie vanessa veronique victor vincent virginie viviane xavier yann yves yvette yvonne'.split(
    ' ',
  ),
);
