import { History } from 'lucide-react';
import { useAppState, useEffects } from '../app-context.tsx';
import { pastVersion } from '../strings/past-version.ts';

/** Says of each layer that is shown in an older version that it is, and leads back to the one of now. */
export function PastBanner() {
  const past = useAppState((state) => state.past);
  const { showCurrent } = useEffects();
  const shown = Object.entries(past);
  return (
    <div className="past-banners" role="status">
      {shown.map(([id, { publishedAt, current }]) => (
        <p key={id} className="past-banner">
          <History size={16} aria-hidden="true" />
          <span>
            {pastVersion.shown(publishedAt, current.title)}{' '}
            <button type="button" className="link-button" onClick={() => showCurrent(id)}>
              {pastVersion.current}
            </button>
          </span>
        </p>
      ))}
    </div>
  );
}
