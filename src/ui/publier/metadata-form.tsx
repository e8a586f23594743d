import { useState } from 'react';
import {
  type Contact,
  type LayerMeta,
  MAINTENANCE_FREQUENCIES,
  type MaintenanceFrequency,
} from '../../domain/layer.ts';
import { INSPIRE_THEMES } from '../../domain/nomenclature/inspire-themes.ts';
import { findLicence, LICENCES } from '../../domain/nomenclature/licences.ts';
import { MAINTENANCE_NAMES } from '../../domain/nomenclature/maintenance-frequencies.ts';
import { useAppState } from '../app-context.tsx';
import { upperFirst } from '../strings/format.ts';
import { publier } from '../strings/publier.ts';
import { type FaultyField, isUnsaid, metaFaults } from './meta-faults.ts';
import { SelectField, TextField } from './meta-field.tsx';

const words = publier.meta;

interface MetadataFormProps {
  meta: LayerMeta;
  onEdit: (part: Partial<LayerMeta>) => void;
}

/** The form of a layer's metadata; what is wrong is said at its field. */
export function MetadataForm({ meta, onEdit }: MetadataFormProps) {
  const themes = useAppState((state) => state.catalogue?.themes ?? NO_THEMES);
  const faults = metaFaults(
    meta,
    themes.map(({ id }) => id),
  );
  const faultOf = (field: FaultyField) => {
    const kind = faults[field];
    if (!kind) return null;
    return kind === 'missing' ? words.missing : (words.malformed[field] ?? words.missing);
  };
  const editContact = (part: Partial<Contact>) =>
    onEdit({ contact: { name: '', ...meta.contact, ...part } });
  const licence = findLicence(meta.licence);
  return (
    <div className="publier-form">
      <TextField
        label={words.title}
        value={meta.title}
        fault={faultOf('title')}
        onChange={(title) => onEdit({ title })}
      />
      <TextField
        label={words.abstract}
        value={meta.abstract}
        help={words.abstractHint}
        isLong
        onChange={(abstract) => onEdit({ abstract })}
      />
      <SelectField
        label={words.theme}
        value={meta.theme}
        fault={faultOf('theme')}
        options={themes.map(({ id, title }) => [id, title])}
        unset={words.unset}
        onChange={(theme) => onEdit({ theme })}
      />
      <div className="publier-pair">
        <TextField
          label={words.noun}
          value={meta.noun[0]}
          fault={faultOf('noun')}
          onChange={(singular) => onEdit({ noun: [singular, meta.noun[1]] })}
        />
        <TextField
          label={words.nouns}
          value={meta.noun[1]}
          fault={faultOf('noun')}
          onChange={(plural) => onEdit({ noun: [meta.noun[0], plural] })}
        />
      </div>
      <div className="publier-pair">
        <SelectField
          label={words.gender}
          value={meta.gender}
          options={[
            ['m', words.genders.m],
            ['f', words.genders.f],
          ]}
          onChange={(gender) => onEdit({ gender: gender === 'f' ? 'f' : 'm' })}
        />
        <SelectField
          label={words.titleField}
          value={meta.titleField}
          options={meta.fields.map(({ name, label }) => [name, label])}
          onChange={(titleField) => onEdit({ titleField })}
        />
      </div>
      <div className="publier-pair">
        <TextField
          label={words.producer}
          value={isUnsaid(meta.producer) ? '' : meta.producer}
          fault={faultOf('producer')}
          onChange={(producer) => onEdit({ producer })}
        />
        <TextField
          label={words.service}
          value={meta.service ?? ''}
          onChange={(service) => onEdit({ service })}
        />
      </div>
      <div className="publier-pair">
        <TextField
          label={words.contactName}
          value={meta.contact?.name ?? ''}
          onChange={(name) => editContact({ name })}
        />
        <TextField
          label={words.contactEmail}
          value={meta.contact?.email ?? ''}
          fault={faultOf('email')}
          onChange={(email) => editContact({ email })}
        />
      </div>
      <SelectField
        label={words.licence}
        value={licence?.name ?? ''}
        fault={faultOf('licence')}
        help={licence?.obliges}
        options={LICENCES.map(({ name }) => [name, name])}
        unset={words.licenceUnset}
        onChange={(name) => onEdit({ licence: name })}
      />
      <div className="publier-pair">
        <TextField
          label={words.date}
          type="date"
          value={meta.date}
          fault={faultOf('date')}
          onChange={(date) => onEdit({ date })}
        />
        <SelectField
          label={words.maintenance}
          value={meta.maintenance ?? ''}
          options={MAINTENANCE_FREQUENCIES.map((code) => [
            code,
            upperFirst(MAINTENANCE_NAMES[code]),
          ])}
          unset={words.unset}
          onChange={(code) => onEdit({ maintenance: code as MaintenanceFrequency })}
        />
      </div>
      <TextField
        label={words.lineage}
        value={meta.lineage}
        isLong
        onChange={(lineage) => onEdit({ lineage })}
      />
      <div className="publier-pair">
        <TextField
          label={words.scale}
          value={meta.scale === undefined ? '' : String(meta.scale)}
          fault={faultOf('scale')}
          onChange={(text) =>
            onEdit({ scale: text.trim() === '' ? undefined : Number(text) } as never)
          }
        />
        <SelectField
          label={words.inspire}
          value={meta.inspireTheme ?? ''}
          options={Object.entries(INSPIRE_THEMES).map(([code, { title }]) => [code, title])}
          unset={words.unset}
          onChange={(code) => onEdit({ inspireTheme: code || undefined } as never)}
        />
      </div>
      <KeywordField keywords={meta.keywords ?? []} onEdit={onEdit} />
    </div>
  );
}

const NO_THEMES: never[] = [];

/** Keywords are parted when they are read, not while they are typed. */
function KeywordField({
  keywords,
  onEdit,
}: {
  keywords: string[];
  onEdit: MetadataFormProps['onEdit'];
}) {
  const [text, setText] = useState(keywords.join(', '));
  return (
    <TextField
      label={words.keywords}
      value={text}
      onChange={(typed) => {
        setText(typed);
        const words = typed.split(',').map((word) => word.trim());
        onEdit({ keywords: words.filter((word) => word !== '') });
      }}
    />
  );
}
