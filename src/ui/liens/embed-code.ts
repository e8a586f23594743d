/** HTML that shows a link inside another page: the same address with `?embed=1` before what it shows. */
export function embedCode(url: string, title: string): string {
  const [base = '', hash = ''] = url.split(/(?=#)/);
  const [path = '', query = ''] = base.split('?');
  const parameters = [...query.split('&').filter((part) => part && part !== 'embed=1'), 'embed=1'];
  const src = escapeHtml(`${path}?${parameters.join('&')}${hash}`);
  return `<iframe src="${src}" title="${escapeHtml(title)}" width="100%" height="520" loading="lazy" allowfullscreen></iframe>`;
}

/** A link that opens a message with the link in it, in the reader's own mail program. */
export function mailLink(url: string, subject: string, body: string): string {
  return `mailto:?subject=${encodeURIComponent(subject)}&body=${encodeURIComponent(`${body}\n\n${url}`)}`;
}

const escapeHtml = (text: string) => text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
