import { ChevronDown } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Popover } from '../frame/popover.tsx';
import { territoires as words } from '../strings/territoires.ts';
import { fetchOtherTerritories, type OtherTerritory } from './served-territories.ts';
import '../styles/territoires.css';

/** A quiet way to the other territories of the site; nothing where there is one alone. */
export function OtherTerritories() {
  const [others, setOthers] = useState<OtherTerritory[]>([]);
  useEffect(() => {
    const controller = new AbortController();
    void fetchOtherTerritories(controller.signal).then(setOthers);
    return () => controller.abort();
  }, []);
  if (others.length === 0) return null;
  return (
    <Popover
      label={words.others}
      className="icon-button other-territories"
      face={<ChevronDown size={18} aria-hidden="true" />}
    >
      {() => (
        <nav aria-label={words.others}>
          <p className="quiet">{words.others}</p>
          <ul className="other-territories-list">
            {others.map(({ name, href }) => (
              <li key={href}>
                <a href={href}>{name}</a>
              </li>
            ))}
          </ul>
        </nav>
      )}
    </Popover>
  );
}
