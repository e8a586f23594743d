import { Fragment } from 'react';
import { aide } from '../strings/aide/aide.ts';
import { shortcutGroups } from '../strings/aide/shortcuts.ts';
import { HelpPage } from './help-page.tsx';

/** All keys, by place. */
export function KeysPage({ passage }: { passage: string | null }) {
  return (
    <HelpPage title={aide.keys.title} lead={aide.keys.lead} passage={passage}>
      {shortcutGroups.map(({ id, title, shortcuts }) => (
        <section key={id} className="help-section">
          <h3 id={`aide-${id}`} tabIndex={-1}>
            {title}
          </h3>
          <dl className="help-keys">
            {shortcuts.map(([keys, does]) => (
              <div key={does}>
                <dt>
                  {keys.map((key, i) => (
                    <Fragment key={key}>
                      {i > 0 && <span className="help-or"> {aide.keys.or} </span>}
                      <kbd>{key}</kbd>
                    </Fragment>
                  ))}
                </dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </HelpPage>
  );
}
