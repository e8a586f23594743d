import { useEffect } from 'react';
import type { Catalogue } from '../../../domain/catalogue.ts';
import { isSameQuestion, type Question } from '../../../domain/question.ts';
import type { Scene } from '../../../domain/seance.ts';
import { useAppState, useEffects } from '../../app-context.tsx';
import { questionToSentence } from '../../strings/question-sentence.ts';
import { seanceEditor } from '../../strings/seance-editor.ts';
import { ChoiceField } from './fields.tsx';

const words = seanceEditor.scene;

interface SceneChoicesProps {
  at: string;
  scene: Scene;
  catalogue: Catalogue;
  onChange: (scene: Scene) => void;
}

/** What a scene asks, the commune that it outlines, the figure that colours the communes, and what is chosen on its map. */
export function SceneChoices(props: SceneChoicesProps) {
  const { scene, catalogue, onChange } = props;
  const { selection, ...rest } = scene;
  return (
    <>
      <QuestionChoice {...props} />
      <CommuneChoice {...props} />
      <FigureChoice {...props} />
      {selection && (
        <p className="seance-row-head">
          <span>
            {words.selection(
              catalogue.layers.find(({ id }) => id === selection.layer)?.title ?? selection.layer,
              selection.key,
            )}
          </span>
          <button type="button" className="link-button" onClick={() => onChange(rest)}>
            {words.noSelection}
          </button>
        </p>
      )}
    </>
  );
}

function QuestionChoice({ at, scene, catalogue, onChange }: SceneChoicesProps) {
  const asked = useAppState((state) => state.asked);
  const kept = useAppState((state) => state.shelf.kept);
  const { readKept } = useEffects();
  useEffect(() => readKept(), [readKept]);
  const { question, ...rest } = scene;
  const offers: { value: string; label: string; question: Question | null }[] = [
    { value: '', label: words.noQuestion, question: null },
    ...(asked ? [{ value: 'map', label: words.mapQuestion, question: asked }] : []),
    ...(kept ?? []).map((own) => ({ value: own.id, label: own.name, question: own.question })),
  ];
  const same = offers.find((offer) => isSameQuestion(offer.question, question ?? null));
  const own = same ? [] : [['own', words.ownQuestion] as const];
  return (
    <>
      <ChoiceField
        label={words.question}
        path={at}
        value={same?.value ?? 'own'}
        options={[...own, ...offers.map(({ value, label }) => [value, label] as const)]}
        onChange={(value) => {
          const chosen = offers.find((offer) => offer.value === value)?.question;
          if (value !== 'own') onChange(chosen ? { ...rest, question: chosen } : rest);
        }}
      />
      {question && <p className="quiet">{sentenceOf(question, catalogue)}</p>}
    </>
  );
}

/** A question of layers that are not there has no sentence: its fault is said at the field. */
function sentenceOf(question: Question, catalogue: Catalogue): string {
  try {
    return questionToSentence(question, catalogue);
  } catch {
    return '';
  }
}

function CommuneChoice({ at, scene, onChange }: SceneChoicesProps) {
  const communes = useAppState((state) => state.communes);
  const { readCommunes } = useEffects();
  useEffect(() => void readCommunes(), [readCommunes]);
  const { commune = '', ...rest } = scene;
  const known = (communes ?? []).map(({ code, name }) => [code, name] as const);
  const isKnown = commune === '' || known.some(([code]) => code === commune);
  return (
    <ChoiceField
      label={words.commune}
      path={`${at}.commune`}
      value={commune}
      options={[['', words.noCommune], ...(isKnown ? [] : [[commune, commune] as const]), ...known]}
      onChange={(code) => onChange(code ? { ...rest, commune: code } : rest)}
    />
  );
}

function FigureChoice({ at, scene, onChange }: SceneChoicesProps) {
  const library = useAppState((state) => state.library);
  const { readLibrary } = useEffects();
  useEffect(() => void readLibrary(), [readLibrary]);
  const { choropleth, ...rest } = scene;
  const value = choropleth ? `${choropleth.theme} ${choropleth.figure}` : '';
  const known =
    library.kind === 'ready'
      ? (library.library.communeFigures ?? []).flatMap(({ theme, figures }) =>
          figures.map(({ column, label }) => [`${theme} ${column}`, label] as const),
        )
      : [];
  const isKnown = value === '' || known.some(([option]) => option === value);
  return (
    <ChoiceField
      label={words.figure}
      path={`${at}.choropleth`}
      value={value}
      options={[['', words.noFigure], ...(isKnown ? [] : [[value, value] as const]), ...known]}
      onChange={(option) => {
        const [theme = '', figure = ''] = option.split(' ');
        onChange(option ? { ...rest, choropleth: { theme, figure } } : rest);
      }}
    />
  );
}
