import { useAppState } from '../app-context.tsx';
import { PrintButton } from '../imprimer/print-button.tsx';
import { CopyLink } from '../liens/copy-link.tsx';
import { fr } from '../strings/fr.ts';
import { AppearanceButton } from './appearance-button.tsx';
import { Logo } from './logo.tsx';

/** Name of the atlas and of its territory, the permanent sentence that says what is simulated, and the link to what is shown. */
export function TopBar() {
  const territory = useAppState((state) => state.catalogue?.territory ?? null);
  return (
    <header className="top-bar">
      <h1 className="top-bar-name">
        <Logo />
        {fr.app.title}
        {territory && <span className="top-bar-territory">{territory.shortName}</span>}
      </h1>
      {territory?.banner && <p className="top-bar-banner">{territory.banner}</p>}
      {territory && (
        <div className="top-bar-tools">
          <PrintButton />
          <CopyLink isCompact />
          <AppearanceButton />
        </div>
      )}
    </header>
  );
}
