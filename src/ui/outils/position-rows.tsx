import { Copy } from 'lucide-react';
import { systemsOf } from '../../domain/crs.ts';
import type { LngLat } from '../../domain/units.ts';
import { toMetres } from '../../map/measure/places.ts';
import { useAppState } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import {
  decimalDegrees,
  plainMetres,
  sexagesimal,
  coordonnees as words,
} from '../strings/coordonnees.ts';
import { useCopy } from './use-copy.ts';

/** A position in every system that planners use, each of which can be copied. */
export function PositionRows({ at }: { at: LngLat }) {
  const [copied, copy] = useCopy();
  const own = useAppState(({ catalogue }) => catalogue?.territory.metricCrs ?? 'EPSG:2154');
  const rows = [
    { name: words.rows.decimal, text: decimalDegrees(at) },
    { name: words.rows.sexagesimal, text: sexagesimal(at) },
    ...systemsOf(own).map((crs) => ({
      name: words.rows.metres(crs),
      text: plainMetres(...toMetres(at, crs)),
    })),
  ];
  return (
    <>
      <dl className="position-rows">
        {rows.map(({ name, text }) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <span>{text}</span>
              <IconButton label={words.copy(name)} icon={Copy} onClick={() => copy(text)} />
            </dd>
          </div>
        ))}
      </dl>
      <p role="status" className="quiet">
        {{ none: '', copied: words.copied, refused: words.refused }[copied]}
      </p>
    </>
  );
}
