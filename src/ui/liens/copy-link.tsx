import { Check, Link, X } from 'lucide-react';
import { type KeyboardEvent, Suspense, useEffect, useRef, useState } from 'react';
import { useServices } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { lazyPart } from '../frame/lazy-part.tsx';
import { liens } from '../strings/liens.ts';
import type { SharedLink } from './shared-link.ts';
import '../styles/liens.css';

type Copied = { link: SharedLink; isCopied: boolean };

/**
 * The button that copies the link to what is shown, and under it what that link holds; where that floats over the page
 * (`isCompact`), a press or the focus elsewhere closes it.
 */
export function CopyLink({ isCompact = false }: { isCompact?: boolean }) {
  const { store } = useServices();
  const [copied, setCopied] = useState<Copied | null>(null);
  const button = useRef<HTMLButtonElement>(null);
  const whole = useRef<HTMLDivElement>(null);
  const floats = isCompact && copied !== null;
  useEffect(() => {
    if (!floats) return;
    const onElsewhere = ({ target }: Event) => {
      if (target instanceof Node && !whole.current?.contains(target)) setCopied(null);
    };
    const moves = ['pointerdown', 'focusin'];
    for (const move of moves) document.addEventListener(move, onElsewhere);
    return () => {
      for (const move of moves) document.removeEventListener(move, onElsewhere);
    };
  }, [floats]);
  const copy = async () => {
    const { sharedLink } = await import('./shared-link.ts');
    const link = sharedLink(store.getState(), pageAddress());
    setCopied({ link, isCopied: !link.isTooLong && (await copyText(link.url)) });
  };
  const close = () => {
    setCopied(null);
    button.current?.focus();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !copied) return;
    event.preventDefault();
    close();
  };
  const CopyIcon = copied?.isCopied ? Check : Link;
  const label = copied?.isCopied ? liens.copied : liens.copy;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: Escape closes from any control inside
    <div className="copy-link" ref={whole} data-compact={isCompact} onKeyDown={onKeyDown}>
      <button
        type="button"
        className="button"
        ref={button}
        aria-expanded={copied !== null}
        title={isCompact ? label : undefined}
        onClick={() => void copy()}
      >
        <CopyIcon size={16} aria-hidden="true" />
        <span aria-live="polite">{label}</span>
      </button>
      {copied && (
        <section className="link-details" aria-label={liens.address}>
          <div className="link-close">
            <IconButton label={liens.close} icon={X} onClick={close} />
          </div>
          <Suspense>
            <LinkDetails {...copied} />
          </Suspense>
        </section>
      )}
    </div>
  );
}

const LinkDetails = lazyPart(async () => (await import('./link-details.tsx')).LinkDetails);

/** The address of the page, without what it shows. */
const pageAddress = () => location.href.replace(/#.*$/, '');

/** Whether the browser took the text: it refuses without HTTPS, without the reader's leave, or when the page is not in front. */
async function copyText(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    // Then the link stands on the page, to be copied by hand.
    return false;
  }
}
