import { X } from 'lucide-react';
import { useEffect, useId } from 'react';
import type { Commune } from '../../domain/commune.ts';
import { rankCommunes, spreadOf } from '../../domain/commune-ranks.ts';
import type { CommuneFigure, CommuneFigures } from '../../domain/library.ts';
import {
  type CommunePair,
  type CommuneValues,
  compareCommunes,
} from '../../state/commune-actions.ts';
import { useAct, useAppState, useEffects } from '../app-context.tsx';
import { ExportMenu } from '../export/export-menu.tsx';
import type { ExportSource } from '../export/export-source.ts';
import { ScrollRegion } from '../frame/scroll-region.tsx';
import { usePage } from '../indicateurs/page-context.ts';
import { communeFormat, communes } from '../strings/communes.ts';
import { FiguresWait } from './commune-comparison.tsx';
import { CommunePageLink } from './commune-page-link.tsx';
import { pairContent } from './communes-content.ts';
import { useCommuneFigures } from './use-commune-figures.ts';
import '../styles/communes.css';

/** Every figure of two communes side by side, with their difference, the median of all and their ranks. */
export function TwoCommunes({ pair }: { pair: CommunePair }) {
  const { library } = usePage();
  const names = useAppState((state) => state.communes);
  const act = useAct();
  const { readCommunes } = useEffects();
  useEffect(() => {
    void readCommunes();
  }, [readCommunes]);
  const [first, second] = pair;
  const nameOf = (code: string) => names?.find((commune) => commune.code === code)?.name ?? code;
  const choose = (at: 0 | 1) => (code: string | null) =>
    act((state) => compareCommunes(state, at === 0 ? [code, second] : [first, code]));
  return (
    <section className="two-communes" aria-label={communes.pair}>
      <header>
        <h3>{communes.pair}</h3>
        <button
          type="button"
          className="link-button with-icon"
          onClick={() => act((state) => compareCommunes(state, null))}
        >
          <X size={16} aria-hidden="true" />
          {communes.closePair}
        </button>
      </header>
      <p className="quiet">{communes.pairIntro}</p>
      <div className="communes-pair">
        <CommuneChoice
          label={communes.firstCommune}
          names={names ?? []}
          code={first}
          onChoose={choose(0)}
        />
        <CommuneChoice
          label={communes.secondCommune}
          names={names ?? []}
          code={second}
          onChoose={choose(1)}
        />
      </div>
      {first && first === second && <p className="warning">{communes.same}</p>}
      {first && second && first !== second && (
        <ScrollRegion className="plain-scroll two-communes-scroll" label={communes.pair}>
          <table className="plain-table two-communes-table">
            <caption className="visually-hidden">{communes.pair}</caption>
            <thead>
              <tr>
                <th scope="col">{communes.figure}</th>
                {[first, second].map((code) => (
                  <th key={code} scope="col" data-number="true">
                    <CommunePageLink code={code} otherwise={nameOf(code)}>
                      {nameOf(code)}
                    </CommunePageLink>
                  </th>
                ))}
                {[communes.difference, communes.median].map((head) => (
                  <th key={head} scope="col" data-number="true">
                    {head}
                  </th>
                ))}
              </tr>
            </thead>
            {library.communeFigures?.map((figures) => (
              <ThemeRows key={figures.theme} figures={figures} codes={[first, second]} />
            ))}
          </table>
        </ScrollRegion>
      )}
      {first && second && first !== second && (
        <PairExport codes={[first, second]} nameOf={nameOf} />
      )}
    </section>
  );
}

interface PairExportProps {
  codes: [string, string];
  nameOf(code: string): string;
}

/** The table as a file, once the figures of every theme are found. */
function PairExport({ codes, nameOf }: PairExportProps) {
  const { library, catalogue } = usePage();
  const statuses = useAppState((state) => state.communeFigures);
  const groups = (library.communeFigures ?? []).map(({ theme, figures }) => {
    const status = statuses[theme];
    return status?.kind === 'ready' ? { theme, figures, ...status } : null;
  });
  const ready = groups.filter((group) => group !== null);
  if (ready.length < groups.length || ready.length === 0) return null;
  const titleOf = (theme: string) => library.themes.find(({ id }) => id === theme)?.title ?? theme;
  const rows = ready.flatMap(({ theme, figures, values }) =>
    figures.map((figure) => {
      return { theme: titleOf(theme), figure, values: values[figure.column] ?? {} };
    }),
  );
  const versions = Object.assign({}, ...ready.map((group) => group.versions));
  const source: ExportSource = {
    rows: rows.length,
    kept: null,
    columns: 9,
    shown: null,
    hasGeometry: false,
    content: async () =>
      pairContent(rows, codes, { catalogue, versions, nameOf, link: location.href }),
  };
  return <ExportMenu source={source} />;
}

interface CommuneChoiceProps {
  label: string;
  names: Commune[];
  code: string | null;
  onChoose: (code: string | null) => void;
}

function CommuneChoice({ label, names, code, onChoose }: CommuneChoiceProps) {
  const id = useId();
  return (
    <p>
      <label htmlFor={id}>{label}</label>
      <select id={id} value={code ?? ''} onChange={({ target }) => onChoose(target.value || null)}>
        <option value="">{communes.chooseCommune}</option>
        {names.map((commune) => (
          <option key={commune.code} value={commune.code}>
            {commune.name}
          </option>
        ))}
      </select>
    </p>
  );
}

function ThemeRows({ figures, codes }: { figures: CommuneFigures; codes: [string, string] }) {
  const { library } = usePage();
  const status = useCommuneFigures(figures);
  const title = library.themes.find(({ id }) => id === figures.theme)?.title ?? figures.theme;
  return (
    <tbody>
      <tr>
        <th scope="rowgroup" colSpan={5} className="two-communes-theme">
          {title}
        </th>
      </tr>
      {status?.kind === 'ready' ? (
        figures.figures.map((figure) => (
          <FigureRow
            key={figure.column}
            figure={figure}
            values={status.values[figure.column] ?? {}}
            codes={codes}
          />
        ))
      ) : (
        <tr>
          <td colSpan={5}>
            <FiguresWait figures={figures} status={status} />
          </td>
        </tr>
      )}
    </tbody>
  );
}

interface FigureRowProps {
  figure: CommuneFigure;
  values: CommuneValues;
  codes: [string, string];
}

function FigureRow({ figure, values, codes }: FigureRowProps) {
  const { label, unit, method } = figure;
  const entries = new Map(Object.entries(values));
  const ranks = rankCommunes(entries);
  const format = communeFormat(entries.values(), unit);
  const [first, second] = codes.map((code) => ranks.get(code) ?? null);
  const gap = first && second ? second.value - first.value : null;
  const verdict = gap === null ? null : communes.verdict(figure, gap);
  return (
    <tr>
      <th scope="row" title={method}>
        {label}
      </th>
      {[first, second].map((rank, i) => (
        <td key={codes[i]} data-number="true">
          {format.value(rank?.value)}
          {rank && <span className="card-note">{communes.rank(rank)}</span>}
        </td>
      ))}
      <td data-number="true">
        {gap === null ? '—' : format.gap(gap)}
        {verdict && <span className="card-note">{verdict}</span>}
      </td>
      <td data-number="true">{format.value(spreadOf(entries)?.median)}</td>
    </tr>
  );
}
