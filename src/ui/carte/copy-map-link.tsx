import { Check, Link } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../frame/icon-button.tsx';
import { catalogue as strings } from '../strings/catalogue.ts';

interface CopyMapLinkProps {
  name: string;
  /** The part of the link from `#` on. */
  addressOf: () => string;
}

/** The button that copies the link of a map; where the browser refuses, the link stands below it. */
export function CopyMapLink({ name, addressOf }: CopyMapLinkProps) {
  const [told, setTold] = useState('');
  const copy = async () => {
    const url = location.href.replace(/#.*$/, '') + addressOf();
    try {
      await navigator.clipboard.writeText(url);
      setTold(strings.copied);
    } catch {
      // Without HTTPS, without the reader's leave, or with the page behind another: it is then copied by hand.
      setTold(strings.copyRefused(url));
    }
  };
  return (
    <>
      <IconButton
        label={strings.copy(name)}
        icon={told === strings.copied ? Check : Link}
        onClick={() => void copy()}
      />
      <p className="map-told" role="status">
        {told}
      </p>
    </>
  );
}
