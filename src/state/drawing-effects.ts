import type { MetricCrs } from '../domain/crs.ts';
import { AppError, errorToData, isAbort } from '../domain/errors.ts';
import type { Shape, ShapeGeometry } from '../domain/shape.ts';
import type { Engine } from '../engine/protocol.ts';
import { addNotice } from './actions.ts';
import type { AppState, Selection } from './app-state.ts';
import * as drawing from './drawing-actions.ts';
import { shapesToShow } from './question-shapes.ts';
import type { AppStore } from './store.ts';

/** The effects of what is drawn on the map: each shape is checked and measured by the engine as soon as it is there. */
export function createDrawingEffects(store: AppStore, engine: Engine) {
  const apply = (action: (state: AppState) => AppState) =>
    store.setState(action(store.getState()), true);

  /** The shapes that are being measured, or were. */
  const settling = new WeakSet<Shape>();

  /** Measures a shape; one that is sound is handed to who asked for it, another stays on the map to be mended. */
  async function settle(name: string, isDone: boolean): Promise<void> {
    const shape = store.getState().drawn.find((candidate) => candidate.name === name);
    if (!shape) return;
    settling.add(shape);
    try {
      const { facts } = await engine.call('readShape', { geometry: shape.geometry });
      apply((state) => {
        if (!state.drawn.includes(shape)) return state;
        const measured = drawing.setShapeFacts(state, name, facts);
        const isAsked = isDone && state.drawing?.edited === name;
        return isAsked && !facts.fault ? drawing.handOver(measured, name) : measured;
      });
    } catch (error) {
      if (!isAbort(error)) apply((state) => addNotice(state, errorToData(error)));
    }
  }

  /** Adds a shape that is there already, answers what is being asked for, if anything, and gives the name that it has now. */
  async function addShape(shape: Shape): Promise<string> {
    apply((state) => {
      const added = drawing.addShape(state, shape);
      const edited = added.drawn.at(-1)?.name ?? null;
      return state.drawing ? { ...added, drawing: { ...state.drawing, edited } } : added;
    });
    const name = store.getState().drawn.at(-1)?.name ?? '';
    await settle(name, true);
    return name;
  }

  return {
    addShape,

    /** Puts the shapes of the questions at hand on the map, where a link or a reload brought them without it. */
    showQuestionShapes(): void {
      if (store.getState().drawing) return;
      for (const shape of shapesToShow(store.getState())) void addShape(shape);
    },

    /** Measures the shapes of which nothing is known: those of a link, a file, or a tab that was loaded again. */
    async measureDrawn(): Promise<void> {
      const { drawn, shapeFacts } = store.getState();
      const unknown = drawn.filter((shape) => !shapeFacts[shape.name] && !settling.has(shape));
      await Promise.all(unknown.map(({ name }) => settle(name, false)));
    },

    /** Takes what was drawn on the map: a new shape, or another outline of the one that is being changed. */
    async takeOutline(geometry: ShapeGeometry, name: string): Promise<void> {
      const edited = store.getState().drawing?.edited;
      if (!edited) {
        await addShape({ name, geometry });
        return;
      }
      apply((state) => drawing.reshape(state, edited, geometry));
      await settle(edited, false);
    },

    /** Ends the change of a shape: it is handed over when it is sound, else it stays to be mended. */
    async finishEditing(): Promise<void> {
      const edited = store.getState().drawing?.edited;
      if (edited) await settle(edited, true);
    },

    /** Adds the outline of a feature and gives its name; null when it has none, which a notice tells. */
    async addFeatureShape({ layer, key }: Selection, name: string): Promise<string | null> {
      try {
        const { geometry } = await engine.call('readShape', { layer, key });
        return await addShape({ name, geometry });
      } catch (error) {
        if (!isAbort(error)) apply((state) => addNotice(state, errorToData(error)));
        return null;
      }
    },

    /**
     * Adds the zone within so many metres of a shape, and gives the name that it has; null when there is no such shape.
     * @throws {AppError} `geometry-invalid` for a distance that makes no zone.
     */
    async addZone(around: string, metres: number, name: string): Promise<string | null> {
      const shape = store.getState().drawn.find((candidate) => candidate.name === around);
      if (!shape) return null;
      const { geometry } = await engine.call('readShape', {
        geometry: shape.geometry,
        around: metres,
      });
      return addShape({ name, geometry });
    },

    /**
     * Adds a shape whose coordinates are in `crs` (null: degrees).
     * @throws {AppError} `geometry-invalid` when it cannot be placed in the territory's system.
     */
    async addPlacedShape(shape: Shape, crs: MetricCrs | null): Promise<void> {
      const { geometry, facts } = await engine.call('readShape', {
        geometry: shape.geometry,
        ...(crs ? { crs } : {}),
      });
      if (facts.isOutside) {
        throw new AppError('geometry-invalid', 'the shape is outside the territory', {
          reason: 'outside',
        });
      }
      await addShape({ name: shape.name, geometry });
    },
  };
}
