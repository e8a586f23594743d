import type { LayerMeta } from '../../domain/layer.ts';
import { useAppState } from '../app-context.tsx';
import { publier } from '../strings/publier.ts';
import { type FaultyField, metaFaults } from './meta-faults.ts';
import { NameFields, OriginFields, OwnerFields, UseFields } from './metadata-parts.tsx';
import type { MetaEdits } from './wizard-state.ts';

const words = publier.meta;

interface MetadataFormProps {
  meta: LayerMeta;
  onEdit: (part: MetaEdits) => void;
}

/** The form of a layer's metadata; what is wrong is said at its field. */
export function MetadataForm({ meta, onEdit }: MetadataFormProps) {
  const themes = useAppState((state) => state.catalogue?.themes);
  const themeIds = themes?.map(({ id }) => id) ?? [];
  const faults = metaFaults(meta, themeIds);
  const faultOf = (field: FaultyField) => {
    const kind = faults[field];
    if (!kind) return null;
    return kind === 'missing' ? words.missing : (words.malformed[field] ?? words.missing);
  };
  const part = { meta, faultOf, onEdit };
  return (
    <div className="publier-form">
      <NameFields {...part} />
      <OwnerFields {...part} />
      <UseFields {...part} />
      <OriginFields {...part} />
    </div>
  );
}
