import type { SeanceAmount } from '../../domain/seance.ts';
import { show } from '../strings/seance.ts';

/** What an item costs, and who pays: a bar of shares, each said in words below it. */
export function ItemAmount({ amount: { eur, pays, funding } }: { amount: SeanceAmount }) {
  const parts = fundingParts(eur, funding);
  return (
    <div className="show-amount">
      <h2>{show.amount}</h2>
      <p>
        <strong className="show-euros">{show.euros(eur)}</strong>
        {pays && <span>{` ${pays}`}</span>}
      </p>
      {funding.length > 0 && (
        <>
          <div className="show-bar" aria-hidden="true">
            {parts.map(({ who, share }, i) => (
              <span key={who} data-part={partOf(who, i)} style={{ flexGrow: share }} />
            ))}
          </div>
          <ul aria-label={show.funding}>
            {parts.map(({ who, eur: part, share }, i) => (
              <li key={who}>
                <i data-part={partOf(who, i)} aria-hidden="true" />
                <span>{who}</span>
                <span className="show-share">{`${show.euros(part)} (${show.share(share)})`}</span>
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  );
}

/** How the style sheet fills a part of the bar: the rest, of which no payer is told, is hatched, never in the colour of one who pays. */
const partOf = (who: string, i: number) => (who === show.unfunded ? 'rest' : i % PART_COLOURS);

/** Colours that the style sheet has for those who pay. */
const PART_COLOURS = 4;

/** Who pays what share of the whole, and what is left, whose payer is not told; where they pay more than the amount, shares are of what they pay. */
function fundingParts(eur: number, funding: SeanceAmount['funding']) {
  const paid = funding.reduce((sum, part) => sum + part.eur, 0);
  const rest = eur - paid;
  const parts = rest > 0.5 ? [...funding, { who: show.unfunded, eur: rest }] : funding;
  const whole = Math.max(eur, paid);
  return parts.map((part) => ({ ...part, share: whole > 0 ? part.eur / whole : 0 }));
}
