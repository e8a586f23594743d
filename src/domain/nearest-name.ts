/** The name nearest to one that does not exist, accents and case aside; null when none is near. */
export function nearestName(name: string, candidates: readonly string[]): string | null {
  return nearestWithin(name, candidates, Math.max(2, Math.floor(name.length / 3)));
}

/** The name nearest to one that does not exist, however far; null when there is none at all. */
export function closestName(name: string, candidates: readonly string[]): string | null {
  return nearestWithin(name, candidates, Number.POSITIVE_INFINITY);
}

/**
 * The name that was meant but misspelt: at most two letters and a fifth of it apart, accents and case aside; null when none
 * is so near.
 */
export function misspeltName(name: string, candidates: readonly string[]): string | null {
  const reach = Math.min(2, Math.floor(name.length / 5));
  const folded = fold(name);
  let best: string | null = null;
  let least = reach + 1;
  for (const candidate of candidates) {
    const other = fold(candidate);
    if (Math.abs(other.length - folded.length) > reach) continue;
    const changes = editDistance(folded, other);
    if (changes >= least) continue;
    least = changes;
    best = candidate;
  }
  return best;
}

function nearestWithin(name: string, candidates: readonly string[], reach: number): string | null {
  const folded = fold(name);
  let best: string | null = null;
  let least = reach + 1;
  for (const candidate of candidates) {
    const other = fold(candidate);
    const isPart = folded.length > 3 && (other.startsWith(folded) || folded.startsWith(other));
    const changes = isPart ? 1 : editDistance(folded, other);
    if (changes >= least) continue;
    least = changes;
    best = candidate;
  }
  return best;
}

function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Letters to insert, remove or change to make one text of the other (Levenshtein). */
function editDistance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (previous[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1);
      current.push(Math.min(change, (previous[j] as number) + 1, (current[j - 1] as number) + 1));
    }
    previous = current;
  }
  return previous[b.length] as number;
}
