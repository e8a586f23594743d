import { aide } from '../strings/aide/aide.ts';
import { glossary } from '../strings/aide/glossary.ts';
import { HelpPage } from './help-page.tsx';

/** The words of planners and of measures. */
export function GlossaryPage() {
  return (
    <HelpPage title={aide.words.title} lead={aide.words.lead} passage={null}>
      <dl className="help-words">
        {glossary.map(([word, meaning]) => (
          <div key={word}>
            <dt>{word}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </HelpPage>
  );
}
