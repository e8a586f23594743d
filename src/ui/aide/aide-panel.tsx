import { useAppState } from '../app-context.tsx';
import { accessibilite } from '../strings/aide/accessibilite.ts';
import { aide } from '../strings/aide/aide.ts';
import { AccessibilityPage } from './accessibility-page.tsx';
import { GlossaryPage } from './glossary-page.tsx';
import { GuideView } from './guide-view.tsx';
import { HelpContents } from './help-contents.tsx';
import { GUIDES, METHODS } from './help-pages.ts';
import { KeysPage } from './keys-page.tsx';
import '../styles/aide.css';
import '../styles/print.css';

/** The screen of help: its contents, or the page that the address names. */
export function AidePanel() {
  const helpPage = useAppState((state) => state.helpPage);
  const [id, passage = null] = helpPage?.split('.') ?? [];
  const guide = [...GUIDES, ...METHODS].find((page) => page.id === id);
  if (guide) return <GuideView key={guide.id} guide={guide} passage={passage} />;
  if (id === aide.keys.id) return <KeysPage passage={passage} />;
  if (id === accessibilite.id) return <AccessibilityPage passage={passage} />;
  if (id === aide.words.id) return <GlossaryPage />;
  return <HelpContents isUnknown={id !== undefined} />;
}
