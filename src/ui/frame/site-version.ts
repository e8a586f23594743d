/** Whether the site serves the version of the app that this page is of: it does, it serves another, or it does not answer. */
export type SiteVersion = 'same' | 'other' | 'silent';

/** Asks the site which version it serves; one request of a few kilobytes, never rejected. */
export async function askSiteVersion(): Promise<SiteVersion> {
  const entry = document.querySelector('script[type=module][src]')?.getAttribute('src');
  try {
    const response = await fetch(location.href.replace(/#.*/, ''), { cache: 'no-store' });
    if (!response.ok) return 'silent';
    const page = await response.text();
    return !entry || page.includes(entry) ? 'same' : 'other';
  } catch {
    return 'silent';
  }
}
