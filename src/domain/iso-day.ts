/** Whether a text is a day of the calendar written `YYYY-MM-DD`: `2024-02-29` is, `2023-02-29` is not. */
export function isIsoDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(text);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** Days from one day to another, both `YYYY-MM-DD`; negative when the second comes first. */
export function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / DAY_MS;
}

/** A day in milliseconds. */
export const DAY_MS = 86_400_000;
