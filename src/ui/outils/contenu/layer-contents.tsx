import type { Layer } from '../../../domain/layer.ts';
import { legendOf } from '../../../domain/style/legend.ts';
import type { FeatureInView, LayerInView } from '../../../domain/view-contents.ts';
import { useEffects } from '../../app-context.tsx';
import { othersFarther, whereabouts } from '../../strings/contenu.ts';
import { formatCount, formatNumber } from '../../strings/format.ts';

interface LayerContentsProps {
  contents: LayerInView;
  layer: Layer;
}

/** What one layer has in sight: how many features, by class, and the nearest of them, each of which opens its card. */
export function LayerContents({ contents, layer }: LayerContentsProps) {
  const { count, classCounts, nearest } = contents;
  const classes = legendOf(layer)
    .map(({ label }, i) => ({ label, count: classCounts[i] ?? 0 }))
    .filter((entry) => entry.count > 0);
  const others = count - nearest.length;
  return (
    <section aria-label={layer.title}>
      <h3>{layer.title}</h3>
      <p>{formatCount(count, layer.noun)}</p>
      {classes.length > 0 && (
        <ul className="contents-classes">
          {classes.map((entry) => (
            <li key={entry.label}>{`${entry.label} : ${formatNumber(entry.count)}`}</li>
          ))}
        </ul>
      )}
      <ol className="contents-nearest">
        {nearest.map((feature) => (
          <li key={feature.row}>
            <FeatureButton feature={feature} />
          </li>
        ))}
      </ol>
      {others > 0 && <p className="quiet">{othersFarther(others, layer.noun)}</p>}
    </section>
  );
}

function FeatureButton({ feature }: { feature: FeatureInView }) {
  const { openFeature } = useEffects();
  const { layer, key, title, subtitle } = feature;
  return (
    <button type="button" onClick={() => void openFeature(layer, key)}>
      <span className="contents-title">{subtitle ? `${title} (${subtitle})` : title}</span>
      {`, ${whereabouts(feature)}`}
    </button>
  );
}
