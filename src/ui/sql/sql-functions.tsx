import { SQL_FUNCTIONS } from '../../sql/function-catalogue.ts';
import { sqlHelp } from '../strings/sql-help.ts';
import { sqlScreen } from '../strings/sql-screen.ts';

/** The geographic functions that a statement may call, each with its parameters and what it gives. */
export function SqlFunctions() {
  return (
    <details className="sql-help">
      <summary>{sqlScreen.functions}</summary>
      <dl>
        {SQL_FUNCTIONS.map(({ name, forms }) => (
          <div key={name}>
            <dt>
              {forms.map(({ parameters }) => (
                <code key={parameters.join()}>{`${name}(${parameters.join(', ')})`}</code>
              ))}
            </dt>
            <dd>{sqlHelp[name]}</dd>
          </div>
        ))}
      </dl>
    </details>
  );
}
