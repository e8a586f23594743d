/** A picture in a text, which the face of a report has not. Unicode counts ©, ® and ™ among them; the face has these. */
const PICTOGRAM =
  /(?![©®™])\p{Extended_Pictographic}[\u200d\ufe0f\p{Emoji_Modifier}\p{Extended_Pictographic}]*/gu;

/**
 * Any plain data with its texts as the face of a report can write them: narrow no-break spaces as no-break spaces, pictograms as a
 * lozenge.
 */
export function printable<T>(data: T): T {
  if (typeof data === 'string') {
    return data.replaceAll('\u202f', '\u00a0').replace(PICTOGRAM, '◊') as T;
  }
  if (Array.isArray(data)) return data.map(printable) as T;
  if (data === null || typeof data !== 'object') return data;
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [key, printable(value)]),
  ) as T;
}

/** Whether a text holds a pictogram. */
export function hasPictogram(text: string): boolean {
  return text.search(PICTOGRAM) >= 0;
}
