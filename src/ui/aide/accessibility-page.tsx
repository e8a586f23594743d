import { accessibilite } from '../strings/aide/accessibilite.ts';
import '../styles/plain-table.css';
import { HelpPage } from './help-page.tsx';
import { countRgaa, RGAA, type RgaaCriterion, type RgaaResult } from './rgaa.ts';

/** The accessibility statement: what holds, counted from the assessment; what does not; whom to ask. */
export function AccessibilityPage({ passage }: { passage: string | null }) {
  return (
    <HelpPage title={accessibilite.title} lead={accessibilite.lead} passage={passage}>
      <h3>{accessibilite.state}</h3>
      <p>{accessibilite.stateText(countRgaa())}</p>
      <p>{accessibilite.stateHow}</p>
      <h3>{accessibilite.tested}</h3>
      <ul className="help-list">
        {accessibilite.testedMachine.map((text) => (
          <li key={text}>{text}</li>
        ))}
      </ul>
      <p>{accessibilite.testedNot}</p>
      <h3>{accessibilite.failures}</h3>
      <CriteriaList wanted="NC" />
      <h3>{accessibilite.unverified}</h3>
      <CriteriaList wanted="NV" />
      <h3>{accessibilite.exempt}</h3>
      <p>{accessibilite.exemptText}</p>
      <h3>{accessibilite.contact}</h3>
      <p>{accessibilite.contactText}</p>
      <h3>{accessibilite.recourse}</h3>
      <p>{accessibilite.recourseText}</p>
      <h3>{accessibilite.table}</h3>
      {RGAA.map(({ title, criteria }) => (
        <details key={title}>
          <summary>{title}</summary>
          <CriteriaTable title={title} criteria={criteria} />
        </details>
      ))}
    </HelpPage>
  );
}

function CriteriaList({ wanted }: { wanted: RgaaResult }) {
  const criteria = RGAA.flatMap((theme) => theme.criteria);
  return (
    <ul className="help-list">
      {criteria
        .filter(([, result]) => result === wanted)
        .map(([id, , note]) => (
          <li key={id}>
            {id}&nbsp;: {note}
          </li>
        ))}
    </ul>
  );
}

function CriteriaTable({ title, criteria }: { title: string; criteria: readonly RgaaCriterion[] }) {
  return (
    <table className="plain-table">
      <caption className="visually-hidden">{accessibilite.tableCaption(title)}</caption>
      <thead>
        <tr>
          {accessibilite.columns.map((column) => (
            <th key={column} scope="col">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {criteria.map(([id, result, note]) => (
          <tr key={id}>
            <th scope="row">{id}</th>
            <td>{accessibilite.results[result]}</td>
            <td>{note}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
