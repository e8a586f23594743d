import { Paintbrush, Trash2 } from 'lucide-react';
import { Suspense, useState } from 'react';
import type { Layer } from '../../domain/layer.ts';
import { describeTemporary } from '../../state/temporary-layers.ts';
import { useAct, useEffects } from '../app-context.tsx';
import { IconButton } from '../frame/icon-button.tsx';
import { lazyPart } from '../frame/lazy-part.tsx';
import { temporaires } from '../strings/temporaires.ts';

/** Says that a layer is not published, and lets it be drawn otherwise and removed. */
export function TemporaryTools({ layer }: { layer: Layer }) {
  const [isStyling, setStyling] = useState(false);
  const { releaseLayer } = useEffects();
  const act = useAct();
  const { id, title } = layer;
  return (
    <div className="temporary-tools">
      <p>
        <span className="temporary-mark">{temporaires.mark}</span>
        <IconButton
          label={temporaires.style(title)}
          icon={Paintbrush}
          onClick={() => setStyling(!isStyling)}
        />
        <IconButton
          label={temporaires.remove(title)}
          icon={Trash2}
          onClick={() => releaseLayer(id)}
        />
      </p>
      {isStyling && (
        <Suspense fallback={<p className="quiet">{temporaires.loading}</p>}>
          <StyleForm
            layer={id}
            meta={layer}
            choice={null}
            official={null}
            onStyle={(_choice, style) => act((state) => describeTemporary(state, id, { style }))}
          />
        </Suspense>
      )}
    </div>
  );
}

const StyleForm = lazyPart(async () => (await import('../publier/style-form.tsx')).StyleForm);
