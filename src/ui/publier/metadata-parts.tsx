import { useState } from 'react';
import { type LayerMeta, MAINTENANCE_FREQUENCIES } from '../../domain/layer.ts';
import { INSPIRE_THEMES } from '../../domain/nomenclature/inspire-themes.ts';
import { findLicence, LICENCES } from '../../domain/nomenclature/licences.ts';
import { MAINTENANCE_NAMES } from '../../domain/nomenclature/maintenance-frequencies.ts';
import { parseScale } from '../../domain/parse-scale.ts';
import { useAppState } from '../app-context.tsx';
import { upperFirst } from '../strings/format.ts';
import { publier } from '../strings/publier.ts';
import { editContact } from './edit-contact.ts';
import { type FaultyField, isUnsaid } from './meta-faults.ts';
import { SelectField, TextField } from './meta-field.tsx';
import type { MetaEdits } from './wizard-state.ts';

const words = publier.meta;

/** What every part of the form of metadata is given. */
export interface MetaPartProps {
  meta: LayerMeta;
  /** What is wrong with a field, one sentence; null when nothing is. */
  faultOf: (field: FaultyField) => string | null;
  onEdit: (part: MetaEdits) => void;
}

/** What the layer is called. */
export function NameFields({ meta, faultOf, onEdit }: MetaPartProps) {
  const themes = useAppState((state) => state.catalogue?.themes);
  return (
    <>
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
        options={(themes ?? []).map(({ id, title }) => [id, title])}
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
    </>
  );
}

/** Who made it, who refreshes it, who answers. */
export function OwnerFields({ meta, faultOf, onEdit }: MetaPartProps) {
  return (
    <>
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
          onChange={(service) => onEdit({ service: service || undefined })}
        />
      </div>
      <div className="publier-pair">
        <TextField
          label={words.contactName}
          value={meta.contact?.name ?? ''}
          onChange={(name) => onEdit({ contact: editContact(meta.contact, { name }) })}
        />
        <TextField
          label={words.contactEmail}
          value={meta.contact?.email ?? ''}
          fault={faultOf('email')}
          onChange={(email) => onEdit({ contact: editContact(meta.contact, { email }) })}
        />
      </div>
    </>
  );
}

/** What may be done with it, and how long it holds. */
export function UseFields({ meta, faultOf, onEdit }: MetaPartProps) {
  const licence = findLicence(meta.licence);
  return (
    <>
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
          onChange={(chosen) =>
            onEdit({ maintenance: MAINTENANCE_FREQUENCIES.find((code) => code === chosen) })
          }
        />
      </div>
    </>
  );
}

/** Where it comes from and how it is found. */
export function OriginFields({ meta, faultOf, onEdit }: MetaPartProps) {
  return (
    <>
      <TextField
        label={words.lineage}
        value={meta.lineage}
        isLong
        onChange={(lineage) => onEdit({ lineage })}
      />
      <div className="publier-pair">
        <ScaleField scale={meta.scale} fault={faultOf('scale')} onEdit={onEdit} />
        <SelectField
          label={words.inspire}
          value={meta.inspireTheme ?? ''}
          options={Object.entries(INSPIRE_THEMES).map(([code, { title }]) => [code, title])}
          unset={words.unset}
          onChange={(code) => onEdit({ inspireTheme: code || undefined })}
        />
      </div>
      <KeywordField keywords={meta.keywords ?? []} onEdit={onEdit} />
    </>
  );
}

interface ScaleFieldProps {
  scale: number | undefined;
  fault: string | null;
  onEdit: MetaPartProps['onEdit'];
}

/** What was typed stays as it was typed, also where it is no scale (yet). */
function ScaleField({ scale, fault, onEdit }: ScaleFieldProps) {
  const [text, setText] = useState(scale === undefined ? '' : String(scale));
  return (
    <TextField
      label={words.scale}
      value={text}
      fault={fault}
      onChange={(typed) => {
        setText(typed);
        onEdit({ scale: typed.trim() === '' ? undefined : (parseScale(typed) ?? Number.NaN) });
      }}
    />
  );
}

interface KeywordFieldProps {
  keywords: string[];
  onEdit: MetaPartProps['onEdit'];
}

/** Keywords are parted when they are read, not while they are typed. */
function KeywordField({ keywords, onEdit }: KeywordFieldProps) {
  const [text, setText] = useState(keywords.join(', '));
  return (
    <TextField
      label={words.keywords}
      value={text}
      onChange={(typed) => {
        setText(typed);
        const parts = typed.split(',').map((word) => word.trim());
        onEdit({ keywords: parts.filter((word) => word !== '') });
      }}
    />
  );
}
