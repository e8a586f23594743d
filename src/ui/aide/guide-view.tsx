import { aide } from '../strings/aide/aide.ts';
import type { GuidePage, GuideSection } from '../strings/aide/guide-page.ts';
import { GuideLinks } from './guide-links.tsx';
import { HelpLink } from './help-link.tsx';
import { HelpPage } from './help-page.tsx';

/** A page of the guide, with the list of its passages. */
export function GuideView({ guide, passage }: { guide: GuidePage; passage: string | null }) {
  return (
    <HelpPage title={guide.title} lead={guide.lead} passage={passage}>
      <nav className="help-toc" aria-label={aide.onPage}>
        <ul>
          {guide.sections.map(({ id, title }) => (
            <li key={id}>
              <HelpLink to={`${guide.id}.${id}`}>{title}</HelpLink>
            </li>
          ))}
        </ul>
      </nav>
      {guide.sections.map((section) => (
        <section key={section.id} className="help-section">
          <h3 id={`aide-${section.id}`} tabIndex={-1}>
            {section.title}
          </h3>
          <Passage section={section} />
        </section>
      ))}
    </HelpPage>
  );
}

/** What a passage says: what to do, what to know, and where to go. */
export function Passage({ section }: { section: GuideSection }) {
  const { steps, text, code, links } = section;
  return (
    <>
      {steps && (
        <ol>
          {steps.map((step) => (
            <li key={step}>{step}</li>
          ))}
        </ol>
      )}
      {text?.map((paragraph) => (
        <p key={paragraph}>{paragraph}</p>
      ))}
      {code && (
        <pre className="help-code">
          <code>{code}</code>
        </pre>
      )}
      {links && <GuideLinks links={links} />}
    </>
  );
}
