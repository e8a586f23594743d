/**
 * The shares of amounts in a total, in tenths of a percent, rounded so that they add up as the amounts do: what rounding down leaves goes
 * to the largest remainders. Amounts that are not the whole, or more than it, keep their own sum.
 */
export function sharesInTenths(amounts: readonly number[], total: number): number[] {
  const exact = amounts.map((amount) => (amount / total) * 1000);
  const shares = exact.map(Math.floor);
  const wanted = Math.round(exact.reduce((sum, share) => sum + share, 0));
  const missing = wanted - shares.reduce((sum, share) => sum + share, 0);
  const remainder = (i: number) => (exact[i] as number) - (shares[i] as number);
  const byRemainder = amounts.map((_, i) => i).sort((a, b) => remainder(b) - remainder(a));
  for (const i of byRemainder.slice(0, missing)) shares[i] = (shares[i] as number) + 1;
  return shares;
}
