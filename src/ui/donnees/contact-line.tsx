import type { Contact } from '../../domain/layer.ts';
import { sheet } from '../strings/donnees.ts';

/** Whom to ask, with an address that opens; one that is neither a mail nor a web address is not made a link. */
export function ContactLine({ contact: { name, email, url } }: { contact: Contact }) {
  return (
    <>
      {name}
      {email && (
        <>
          {' · '}
          <a href={`mailto:${encodeURI(email)}`}>{email}</a>
        </>
      )}
      {url && (
        <>
          {' · '}
          <WebLink url={url} />
        </>
      )}
    </>
  );
}

/** A web address as a link to a window of its own; any other text as it stands. */
export function WebLink({ url, children = url }: { url: string; children?: string }) {
  if (!/^https?:\/\//.test(url)) return url;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      {children}
      <span className="visually-hidden">{sheet.newWindow}</span>
    </a>
  );
}
