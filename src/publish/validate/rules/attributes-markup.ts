import type { Rule } from '../rule.ts';
import { scanTexts, sightHit } from '../scan-texts.ts';

/** Text with HTML in it: it is shown as it stands, never run nor laid out. Told once a column. */
export const attributesMarkup: Rule = {
  id: 'attributes.markup',
  severity: 'notice',
  async check(context) {
    const hits = await scanTexts(context, (text) => text.includes('<') && MARKUP.test(text));
    return hits.map(sightHit);
  },
};

const MARKUP = /<(?:\/?[a-z][a-z\d]*(?:\s[^<>]*)?\/?|!--)>?/i;
