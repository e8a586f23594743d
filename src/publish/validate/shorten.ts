/** The beginning of a text, which stands for it in a sentence. */
export function shorten(text: string): string {
  return text.length > SAMPLE_LENGTH ? `${text.slice(0, SAMPLE_LENGTH)}…` : text;
}

const SAMPLE_LENGTH = 60;
