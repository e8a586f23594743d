/** Says of a column that it came from another table of its delivery. */
export function joinedNote(table: string, key: string): string {
  return `Repris de la table ${table}, par ${key}.`;
}

/** How a kind of planning document is called in a title. */
const DOCUMENT_NAMES: Record<string, string> = {
  PLU: 'PLU',
  PLUI: 'PLUi',
  POS: 'POS',
  PSMV: 'PSMV',
  CC: 'carte communale',
};

/** What is known of a planning document. */
export interface PlanningFacts {
  /** TYPEDOC; null when nothing tells it. */
  type: string | null;
  /** INSEE code or SIREN; null for the territory's own document. */
  place: string | null;
  /** Day of the last procedure, `YYYY-MM-DD`. */
  date: string | null;
  procedure: string | null;
  /** Meaning of ETAT. */
  state: string | null;
}

/** Title of a layer of a planning document: « Zonage du PLUi », « Prescriptions surfaciques (PLU, 41175) ». */
export function planningTitle(table: string, title: string, facts: PlanningFacts): string {
  const document = DOCUMENT_NAMES[facts.type?.toUpperCase() ?? ''] ?? 'document d’urbanisme';
  if (table === 'SECTEUR_CC') return facts.place ? `${title} (${facts.place})` : title;
  if (table !== 'ZONE_URBA')
    return `${title} (${[document, facts.place].filter(Boolean).join(', ')})`;
  const of = document === 'carte communale' ? `de la ${document}` : `du ${document}`;
  return `Zonage ${of}${facts.place ? ` (${facts.place})` : ''}`;
}

/** One sentence on a planning document. */
export function planningAbstract({ date, procedure, state }: PlanningFacts): string {
  const details = [
    date && `du ${longDate(date)}`,
    procedure && `procédure ${procedure}`,
    state && `état : ${state}`,
  ].filter(Boolean);
  return details.length > 0 ? `Document d’urbanisme ${details.join(', ')}.` : '';
}

/** Keywords of every layer of a planning document. */
export const PLANNING_KEYWORDS = ['urbanisme', 'document d’urbanisme', 'usage des sols'];

/** Title of a layer of servitudes: « Servitudes AC1 : assiettes surfaciques ». */
export function servitudeTitle(title: string, categories: readonly string[]): string {
  const kinds = title.replace(/ des servitudes$/, '').toLowerCase();
  return `Servitudes ${categories.join(', ')}`.trimEnd().concat(' : ', kinds);
}

/** One sentence on a set of servitudes, with the name of who keeps them when it is known. */
export function servitudeAbstract(count: number, keeper: string | null): string {
  const words = count > 1 ? `${count} servitudes` : `${count} servitude`;
  return `${words} d’utilité publique${keeper ? `, gestionnaire : ${keeper}` : ''}.`;
}

/** Keywords of every layer of servitudes. */
export const SERVITUDE_KEYWORDS = ['servitude d’utilité publique', 'urbanisme'];

/** Title of a layer of a risk prevention plan: « PPRT Domène : zonage réglementaire ». */
export function riskPlanTitle(title: string, plan: string): string {
  return `${plan} : ${title.charAt(0).toLowerCase()}${title.slice(1)}`;
}

/** One sentence on a risk prevention plan. */
export function riskPlanAbstract(code: string, state: string | null, date: string | null): string {
  const details = [state, date && `le ${longDate(date)}`].filter(Boolean).join(' ');
  return `Plan de prévention des risques ${code}${details ? `, procédure ${details}` : ''}.`;
}

/** Keywords of every layer of a risk prevention plan. */
export const RISK_KEYWORDS = ['risques', 'plan de prévention des risques'];

/** Title of a layer of the flood directive: « Hauteurs d’eau, crue moyenne (TRI de Béthune) ». */
export function floodTitle(title: string, scenario: string | null, area: string | null): string {
  const short = scenario?.replace(/ \(.*\)$/, '');
  return title + (short ? `, ${short}` : '') + (area ? ` (${area})` : '');
}

/** One sentence on a set of the flood directive. */
export function floodAbstract(area: string | null): string {
  const where = area ? ` du territoire à risque important d’inondation « ${area} »` : '';
  return `Cartographie${where} au titre de la directive inondation.`;
}

/** Keywords of every layer of the flood directive. */
export const FLOOD_KEYWORDS = [
  'inondation',
  'directive inondation',
  'territoire à risque important',
];

/** 28 janvier 2020, 1er mars 2021. */
function longDate(day: string): string {
  const text = new Intl.DateTimeFormat('fr-FR', { dateStyle: 'long', timeZone: 'UTC' });
  return text.format(new Date(`${day}T00:00:00Z`)).replace(/^1 /, '1er ');
}
