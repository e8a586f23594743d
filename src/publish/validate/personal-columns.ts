import type { Value } from '../../domain/feature.ts';
import { type PersonalKind, personalKind } from './personal-names.ts';
import {
  emailIn,
  hasCivility,
  hasWords,
  isFullName,
  isMobile,
  isOrganisation,
  isPhone,
  isServiceEmail,
  mask,
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
 * Columns whose names or values look like persons: names, owners, births, e-mails, telephones. Left out are those that the
 * official schema publishes, those that `keep` names, and the key. Evidence is counted, never told.
 */
export async function findPersonalColumns(context: RuleContext): Promise<PersonalColumn[]> {
  const allowed = new Set(schemaColumns(context).map(({ name }) => name));
  const kept = new Set(context.keep.map((name) => name.toLowerCase()));
  const found: PersonalColumn[] = [];
  for (const [field, values] of Object.entries(context.table.columns)) {
    if (allowed.has(field) || kept.has(field.toLowerCase())) continue;
    const column = await judge(context, field, values);
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
  emails: number;
  personalEmails: number;
  phones: number;
  mobiles: number;
  civilities: number;
  fullNames: number;
  firsts: Partial<Record<'text' | 'person' | 'email' | 'phone' | 'civility' | 'fullName', string>>;
}

async function judge(
  context: RuleContext,
  field: string,
  values: readonly Value[],
): Promise<PersonalColumn | null> {
  const kind = personalKind(field);
  const tally = await count(context, values, kind !== null);
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
  if (emails > 0) return column('email', emails, firsts.email, tally.personalEmails === 0);
  const isNamedPhone = kind === 'phone' && phones > 0;
  if (isNamedPhone || (phones >= MANY && phones > filled / 2)) {
    return column('phone', phones, firsts.phone, tally.mobiles === 0);
  }
  if (civilities >= MANY && civilities > filled / 10) {
    return column('name', civilities, firsts.civility, false);
  }
  if (kind === 'agent') {
    return fullNames > filled / 5 ? column('agent', fullNames, firsts.fullName, false) : null;
  }
  if (kind === null || kind === 'email' || kind === 'phone') return null;
  if (kind === 'birth' && filled > 0) return column(kind, filled, firsts.text, false);
  if (texts === 0) return null;
  const isPersons = civilities > 0 || tally.persons > texts / 20;
  return isPersons
    ? column(kind, tally.persons, firsts.person, false)
    : column(kind, texts, firsts.text, true);
}

/** Letters of a value that are looked at: what comes later is prose, not a name. */
const LOOKED_AT = 500;

/** Values of a kind from which a column that is not named so is taken to be of it. */
const MANY = 3;

async function count(
  context: RuleContext,
  values: readonly Value[],
  isNamed: boolean,
): Promise<Tally> {
  const tally: Tally = {
    filled: 0,
    texts: 0,
    persons: 0,
    emails: 0,
    personalEmails: 0,
    phones: 0,
    mobiles: 0,
    civilities: 0,
    fullNames: 0,
    firsts: {},
  };
  await eachOf(values.length, context, (row) => {
    const value = values[row];
    if (isBlank(value)) return;
    tally.filled++;
    if (typeof value === 'string') countText(tally, value.trim().slice(0, LOOKED_AT), isNamed);
  });
  return tally;
}

function countText(tally: Tally, text: string, isNamed: boolean): void {
  const { firsts } = tally;
  const email = emailIn(text);
  if (email) {
    tally.emails++;
    firsts.email ??= email;
    if (!isServiceEmail(email)) tally.personalEmails++;
  }
  if (text.length <= 40 && /^[+\d]/.test(text) && isPhone(text)) {
    tally.phones++;
    firsts.phone ??= text;
    if (isMobile(text)) tally.mobiles++;
  }
  if (hasCivility(text)) {
    tally.civilities++;
    firsts.civility ??= text;
  }
  if (!isNamed) return;
  tally.texts++;
  firsts.text ??= text;
  if (hasCivility(text) || (hasWords(text) && !isOrganisation(text))) {
    tally.persons++;
    firsts.person ??= text;
  }
  if (isFullName(text)) {
    tally.fullNames++;
    firsts.fullName ??= text;
  }
}
