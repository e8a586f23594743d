import { useEffect, useState } from 'react';

/** Where the page of a commune is, from the app's own address. */
export const communePage = (code: string): string => `communes/${code}.html`;

/** Whether this site has the pages of the communes, which a command of its own makes; null until it is known. Asked once. */
export function useCommunePages(): boolean | null {
  const [has, setHas] = useState<boolean | null>(null);
  useEffect(() => {
    let isGone = false;
    asked ??= fetch('communes/index.html', { method: 'HEAD' }).then(
      ({ ok }) => ok,
      () => false,
    );
    void asked.then((answer) => {
      if (!isGone) setHas(answer);
    });
    return () => {
      isGone = true;
    };
  }, []);
  return has;
}

let asked: Promise<boolean> | null = null;
