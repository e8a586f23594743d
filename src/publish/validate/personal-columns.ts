import type { Value } from '../../domain/feature.ts';
import {
  isBareName,
  isCadastralPerson,
  isFirstName,
  type PersonalKind,
  personalKind,
} from './personal-names.ts';
import {
  emailsIn,
  hasCivility,
  hasWords,
  isFullName,
  isMobile,
  isNir,
  isOrganisation,
  isPhone,
  isServiceEmail,
  isSurnameFirst,
  jsonNameIn,
  mask,
  mobileIn,
} from './personal-values.ts';
import type { RuleContext } from './rule.ts';
import { isBlank, schemaColumns } from './schema-columns.ts';
import { eachOf } from './slices.ts';

/** A column that looks as though it told who somebody is, and why. */
export interface PersonalColumn {
  field: string;
  kind: PersonalKind;
  /** Values that look personal, and values that are there. */
  count: number;
  filled: number;
  /** One of them, masked. */
  sample: string;
  /** True when all of them are those of services and organisations. */
  isOrganisation: boolean;
}

/**
 * Columns whose names or values look like persons: names, owners, births, e-mails, telephones, and objects of JSON
 * that hold such. Left out are those that the official schema publishes and those that `keep` names. Evidence is counted,
 * never told.
 */
export async function findPersonalColumns(context: RuleContext): Promise<PersonalColumn[]> {
  const allowed = new Set(schemaColumns(context).map(({ name }) => name));
  const kept = new Set(context.keep.map((name) => name.toLowerCase()));
  const hasFirstNames = Object.keys(context.table.columns).some(isFirstName);
  const found: PersonalColumn[] = [];
  for (const [field, values] of Object.entries(context.table.columns)) {
    if (allowed.has(field) || kept.has(field.toLowerCase())) continue;
    const kind = hasFirstNames && isBareName(field) ? 'name' : personalKind(field);
    const column = await judge(context, field, kind, values);
    if (column) found.push(column);
  }
  return found;
}

/** What the values of a column look like: how many of each, and the first of each, by row. */
interface Tally {
  filled: number;
  texts: number;
  /** Texts of several words that name no organisation. */
  persons: number;
  /** Texts of one word that name no organisation: a surname, a first name, a firm. */
  singles: number;
  emails: number;
  personalEmails: number;
  phones: number;
  mobiles: number;
  civilities: number;
  fullNames: number;
  surnamesFirst: number;
  /** Mobile numbers among other words. */
  proseMobiles: number;
  /** Objects of JSON that hold who somebody is. */
  objects: number;
  nirs: number;
  /** Names of objects of JSON that were judged before. */
  knownNames: Map<string, boolean>;
  firsts: Partial<
    Record<
      'text' | 'person' | 'email' | 'phone' | 'civility' | 'fullName' | 'prose' | 'object' | 'nir',
      string
    >
  >;
}

async function judge(
  context: RuleContext,
  field: string,
  kind: PersonalKind | null,
  values: readonly Value[],
): Promise<PersonalColumn | null> {
  const tally = await count(context, values, kind);
  const { filled, texts, emails, phones, civilities, fullNames, firsts } = tally;
  const column = (
    seen: PersonalKind,
    seenCount: number,
    sample: string | undefined,
    isOrganisationOnly: boolean,
  ): PersonalColumn => ({
    field,
    kind: seen,
    count: seenCount,
    filled,
    sample: mask(sample ?? ''),
    isOrganisation: isOrganisationOnly,
  });
  if (filled > 0 && isCadastralPerson(field)) {
    return column('owner', filled, firsts.text, false);
  }
  if (tally.objects > 0) return column('name', tally.objects, firsts.object, false);
  if (tally.nirs >= MANY && tally.nirs > filled / 2) {
    return column('birth', tally.nirs, firsts.nir, false);
  }
  if (emails > 0) return column('email', emails, firsts.email, tally.personalEmails === 0);
  if (tally.proseMobiles > 0) return column('phone', tally.proseMobiles, firsts.prose, false);
  const isNamedPhone = kind === 'phone' && phones > 0;
  if (isNamedPhone || (phones >= MANY && phones > filled / 2)) {
    return column('phone', phones, firsts.phone, tally.mobiles === 0);
  }
  if (civilities >= MANY && civilities > filled / 10) {
    return column('name', civilities, firsts.civility, false);
  }
  if (tally.surnamesFirst >= MANY && tally.surnamesFirst > filled / 2) {
    return column('name', tally.surnamesFirst, firsts.fullName, false);
  }
  if (kind === 'agent') {
    return fullNames > filled / 5 ? column('agent', fullNames, firsts.fullName, false) : null;
  }
  if (kind === null || kind === 'email' || kind === 'phone') return null;
  if (kind === 'birth' && filled > 0) return column(kind, filled, firsts.text, false);
  if (texts === 0) return null;
  const isSingles = tally.singles > texts / 2;
  const isPersons = civilities > 0 || tally.persons > texts / 20 || isSingles;
  return isPersons
    ? column(kind, tally.persons + (isSingles ? tally.singles : 0), firsts.person, false)
    : column(kind, texts, firsts.text, true);
}

/** Letters of a value that are looked at: what comes later is prose, not a name. */
const LOOKED_AT = 500;

/** Values of a kind from which a column that is not named so is taken to be of it. */
const MANY = 3;

async function count(
  context: RuleContext,
  values: readonly Value[],
  kind: PersonalKind | null,
): Promise<Tally> {
  const tally: Tally = {
    filled: 0,
    texts: 0,
    persons: 0,
    singles: 0,
    emails: 0,
    personalEmails: 0,
    phones: 0,
    mobiles: 0,
    civilities: 0,
    fullNames: 0,
    surnamesFirst: 0,
    proseMobiles: 0,
    objects: 0,
    nirs: 0,
    knownNames: new Map(),
    firsts: {},
  };
  await eachOf(values.length, context, (row) => {
    const value = values[row];
    if (isBlank(value)) return;
    tally.filled++;
    if (typeof value === 'string') countText(tally, value.trim(), kind);
    else if (typeof value === 'number') countNumber(tally, value, kind);
  });
  return tally;
}

/** A number that a spreadsheet made of a telephone or of a number of the register of persons. */
function countNumber(tally: Tally, value: number, kind: PersonalKind | null): void {
  const text = String(value);
  if (kind === 'phone') countPhone(tally, text.padStart(10, '0'));
  countNir(tally, text);
}

function countPhone(tally: Tally, text: string): void {
  if (!isPhone(text)) return;
  tally.phones++;
  tally.firsts.phone ??= text;
  if (isMobile(text)) tally.mobiles++;
}

function countNir(tally: Tally, text: string): void {
  if (text.length < 15 || text.length > 25 || !isNir(text)) return;
  tally.nirs++;
  tally.firsts.nir ??= text;
}

function countText(tally: Tally, whole: string, kind: PersonalKind | null): void {
  const { firsts } = tally;
  const text = whole.slice(0, LOOKED_AT);
  const emails = emailsIn(whole);
  if (emails.length > 0) {
    const personal = emails.find((email) => !isServiceEmail(email));
    tally.emails++;
    firsts.email ??= personal ?? emails[0];
    if (personal) tally.personalEmails++;
  }
  if (text.length <= 40 && /^[+\d]/.test(text) && isPhone(text)) countPhone(tally, text);
  else {
    const mobile = mobileIn(whole);
    if (mobile) tally.proseMobiles++;
    firsts.prose ??= mobile ?? undefined;
  }
  countNir(tally, text);
  const name = jsonNameIn(whole, (key) => saysWho(tally.knownNames, key));
  if (name) tally.objects++;
  firsts.object ??= name ?? undefined;
  if (hasCivility(text)) {
    tally.civilities++;
    firsts.civility ??= text;
  }
  if (isSurnameFirst(text)) {
    tally.surnamesFirst++;
    firsts.fullName ??= text;
  }
  if (kind === null) return;
  tally.texts++;
  firsts.text ??= text;
  const isSingle = ONE_WORD.test(text) && ['owner', 'name'].includes(kind) && !isOrganisation(text);
  if (isSingle) tally.singles++;
  const isPerson = hasCivility(text) || (hasWords(text) && !isOrganisation(text));
  if (isPerson) tally.persons++;
  if (isPerson || isSingle) firsts.person ??= text;
  if (isFullName(text)) {
    tally.fullNames++;
    firsts.fullName ??= text;
  }
}

function saysWho(known: Map<string, boolean>, name: string): boolean {
  let says = known.get(name);
  if (says === undefined) {
    says = SAYS_WHO.includes(personalKind(name) ?? '');
    if (known.size < MOST_NAMES) known.set(name, says);
  }
  return says;
}

/** Names that are remembered. */
const MOST_NAMES = 10_000;

/** Kinds that, as names of an object of JSON, say who somebody is. */
const SAYS_WHO = ['owner', 'name', 'birth', 'address'];

const ONE_WORD = /^[\p{L}'’-]{2,}$/u;
