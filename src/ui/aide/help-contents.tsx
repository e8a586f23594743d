import { Compass } from 'lucide-react';
import { useState } from 'react';
import { version } from '../../../package.json';
import { startVisit } from '../../state/visit-actions.ts';
import { useAct } from '../app-context.tsx';
import { accessibilite } from '../strings/aide/accessibilite.ts';
import { aide } from '../strings/aide/aide.ts';
import { visite } from '../strings/aide/visite.ts';
import { screens } from '../strings/screens.ts';
import { AppearanceChoice } from './appearance-choice.tsx';
import { HelpLink } from './help-link.tsx';
import { GUIDES, METHODS, searchHelp } from './help-pages.ts';

/** The contents of the help: search, guides by role, references, the visit, and the colours of the interface. */
export function HelpContents({ isUnknown }: { isUnknown: boolean }) {
  const [text, setText] = useState('');
  const act = useAct();
  return (
    <div className="help">
      <h2 tabIndex={-1}>{screens.aide.title}</h2>
      <p className="quiet">{aide.intro}</p>
      {isUnknown && <p className="warning">{aide.unknown}</p>}
      <label className="help-search">
        {aide.search}
        <input type="search" value={text} onChange={(event) => setText(event.target.value)} />
      </label>
      {text.trim() === '' ? <AllPages /> : <FoundPassages text={text} />}
      <button type="button" className="button help-visit" onClick={() => act(startVisit)}>
        <Compass size={16} aria-hidden="true" /> {visite.replay}
      </button>
      <AppearanceChoice />
      <p className="quiet">{aide.version(version)}</p>
    </div>
  );
}

function AllPages() {
  return (
    <>
      <h3>{aide.guides}</h3>
      <ul className="help-cards">
        {GUIDES.map(({ id, title, lead }) => (
          <li key={id}>
            <HelpLink to={id}>{title}</HelpLink>
            <p>{lead}</p>
          </li>
        ))}
      </ul>
      <h3>{aide.references}</h3>
      <ul className="help-references">
        {[aide.keys, aide.words, ...METHODS, accessibilite].map(({ id, title }) => (
          <li key={id}>
            <HelpLink to={id}>{title}</HelpLink>
          </li>
        ))}
      </ul>
    </>
  );
}

function FoundPassages({ text }: { text: string }) {
  const found = searchHelp(text);
  return (
    <>
      <p role="status" className="quiet">
        {found.length === 0 ? aide.none(text.trim()) : aide.found(found.length)}
      </p>
      <ul className="help-references">
        {found.map(({ to, page, title }) => (
          <li key={`${to} ${title}`}>
            <HelpLink to={to}>{title}</HelpLink> <span className="quiet">{page}</span>
          </li>
        ))}
      </ul>
    </>
  );
}
