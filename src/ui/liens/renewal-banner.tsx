import { RefreshCw } from 'lucide-react';
import { useEffect } from 'react';
import { useAppState, useEffects } from '../app-context.tsx';
import { renouveau } from '../strings/liens.ts';
import '../styles/liens.css';

/** Offers the data that were published while the page is open; it looks for them when the reader comes back to it. */
export function RenewalBanner() {
  const renewal = useAppState((state) => state.renewal);
  const { lookForRenewal, takeRenewal, declineRenewal } = useEffects();
  useEffect(() => {
    const listening = new AbortController();
    const look = () => {
      if (document.visibilityState === 'visible') void lookForRenewal();
    };
    window.addEventListener('focus', look, { signal: listening.signal });
    document.addEventListener('visibilitychange', look, { signal: listening.signal });
    return () => listening.abort();
  }, [lookForRenewal]);
  return (
    <section className="renewal" aria-label={renouveau.label} role="status">
      {renewal && (
        <div className="past-banner">
          <RefreshCw size={16} aria-hidden="true" />
          <div>
            <p>{renouveau.published(renewal.titles)}</p>
            <p className="renewal-buttons">
              <button type="button" className="link-button" onClick={() => void takeRenewal()}>
                {renouveau.take}
              </button>
              <button type="button" className="link-button" onClick={declineRenewal}>
                {renouveau.later}
              </button>
            </p>
          </div>
        </div>
      )}
    </section>
  );
}
