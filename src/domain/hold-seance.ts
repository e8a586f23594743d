import type { Catalogue } from './catalogue.ts';
import { checkQuestion } from './check-question.ts';
import { COMMUNE_LAYER } from './commune.ts';
import { type ErrorData, errorToData } from './errors.ts';
import { layersOf, type Question } from './question.ts';
import type { Scene, Seance, SeanceItem } from './seance.ts';

/** A session as a catalogue can show it, and what had to be left out of it. */
export interface HeldSeance {
  seance: Seance;
  /** SIREN of the territory that it was made for, when it is another one than the catalogue's. */
  foreign: string | null;
  /** One a part left out, with the number of its `item`. */
  faults: ErrorData[];
}

/**
 * The session without what the catalogue does not have: layers that are not there, a selection or a commune in one of these, a
 * question that cannot be asked. The items all stay, with their texts and figures.
 */
export function holdSeance(seance: Seance, catalogue: Catalogue): HeldSeance {
  const faults: ErrorData[] = [];
  const items = seance.items.map((item) => holdItem(item, catalogue, faults));
  const isOwn = seance.territory === catalogue.territory.siren;
  return { seance: { ...seance, items }, foreign: isOwn ? null : seance.territory, faults };
}

function holdItem(item: SeanceItem, catalogue: Catalogue, faults: ErrorData[]): SeanceItem {
  const told = new Set<string>();
  const tell = (fault: ErrorData) =>
    faults.push({ ...fault, context: { ...fault.context, item: item.number } });
  const has = (layer: string): boolean => {
    const isThere = catalogue.layers.some(({ id }) => id === layer);
    if (!isThere && !told.has(layer)) {
      told.add(layer);
      tell({
        code: 'layer-unknown',
        message: `session, item ${item.number}: no layer "${layer}"`,
        context: { layer },
      });
    }
    return isThere;
  };
  return { ...item, scene: holdScene(item.scene, catalogue, has, tell) };
}

function holdScene(
  scene: Scene,
  catalogue: Catalogue,
  has: (layer: string) => boolean,
  tell: (fault: ErrorData) => void,
): Scene {
  const { selection, commune, question, beforeAfter, ...rest } = scene;
  const side = ({ label, layers }: { label: string; layers: string[] }) => ({
    label,
    layers: layers.filter(has),
  });
  const asked = question && askable(question, catalogue, has, tell);
  return {
    ...rest,
    layers: scene.layers.filter(({ id }) => has(id)),
    ...(selection && has(selection.layer) ? { selection } : {}),
    ...(commune !== undefined && has(COMMUNE_LAYER) ? { commune } : {}),
    ...(asked ? { question } : {}),
    ...(beforeAfter
      ? { beforeAfter: { before: side(beforeAfter.before), after: side(beforeAfter.after) } }
      : {}),
  };
}

/** Whether the catalogue can answer a question; each of its layers that is not there is told, else the first other fault. */
function askable(
  question: Question,
  catalogue: Catalogue,
  has: (layer: string) => boolean,
  tell: (fault: ErrorData) => void,
): boolean {
  if (!layersOf(question).map(has).every(Boolean)) return false;
  try {
    checkQuestion(question, catalogue);
    return true;
  } catch (error) {
    tell(errorToData(error));
    return false;
  }
}
