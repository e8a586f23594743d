import { Download } from 'lucide-react';
import { useId, useState } from 'react';
import { annotationsToGeoJson, geoJsonToAnnotations } from '../../../domain/annotation-file.ts';
import { AppError, errorToData } from '../../../domain/errors.ts';
import { annotate } from '../../../state/annotation-actions.ts';
import { useAct, useAppState, useEffects, useServices } from '../../app-context.tsx';
import { saveFile } from '../../frame/save-file.ts';
import { annotationProblem, annotations as words } from '../../strings/annotations.ts';

/** Takes the drawings away as a file, and brings those of a file back. */
export function AnnotationFiles() {
  const id = useId();
  const act = useAct();
  const { store } = useServices();
  const { addShape } = useEffects();
  const count = useAppState((state) => state.drawn.length);
  const [told, setTold] = useState({ text: '', isFault: false });
  const save = () => {
    const { drawn, annotations } = store.getState();
    const text = annotationsToGeoJson(drawn, annotations);
    saveFile(text, 'application/geo+json', words.fileName);
  };
  const load = async (file: File) => {
    try {
      const read = geoJsonToAnnotations(await file.text(), words.unnamed);
      for (const { shape, annotation } of read) {
        const name = await addShape(shape);
        act((state) => annotate(state, name, annotation));
      }
      setTold({ text: words.loaded(read.length), isFault: false });
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      setTold({ text: annotationProblem(errorToData(error)), isFault: true });
    }
  };
  return (
    <details>
      <summary>{words.files}</summary>
      <div className="annotation-files">
        <button type="button" className="button" disabled={count === 0} onClick={save}>
          <Download size={16} aria-hidden="true" />
          {words.save}
        </button>
        <label htmlFor={id}>{words.loadLabel}</label>
        <input
          id={id}
          type="file"
          accept=".geojson,.json,application/geo+json"
          onChange={({ target }) => {
            const [file] = target.files ?? [];
            if (file) void load(file);
            target.value = '';
          }}
        />
        <p className={told.isFault ? 'drawing-fault' : ''} role={told.isFault ? 'alert' : 'status'}>
          {told.text}
        </p>
      </div>
    </details>
  );
}
