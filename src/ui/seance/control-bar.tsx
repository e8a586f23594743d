import {
  ChevronLeft,
  ChevronRight,
  CircleHelp,
  EyeOff,
  Layers,
  type LucideIcon,
  Maximize,
  NotebookText,
  Pointer,
  Timer,
  Undo2,
  X,
} from 'lucide-react';
import type { SeanceItem } from '../../domain/seance.ts';
import type { KeyCommand } from '../../state/seance-keys.ts';
import type { Presenter } from '../../state/seance-presenter.ts';
import { isAstray } from '../../state/seance-scene.ts';
import { useAppState } from '../app-context.tsx';
import { show } from '../strings/seance.ts';
import '../styles/seance-controls.css';
import { ShowTimer } from './show-timer.tsx';
import type { ShowCommands } from './use-presenter-keys.ts';

interface ControlBarProps {
  presenter: Presenter;
  item: SeanceItem;
  count: number;
  commands: ShowCommands;
}

/** Where the session stands, and every key as a button, for hands on a mouse or a screen. */
export function ControlBar({ presenter, item, count, commands }: ControlBarProps) {
  const isAway = useAppState((state) => isAstray(item.scene, state, presenter.side));
  const place = presenter.index + 1;
  return (
    <footer className="show-foot">
      <div className="show-progress">
        <strong>{show.progress(place, count)}</strong>
        <progress value={place} max={count} aria-hidden="true" />
        {presenter.hasTimer && <ShowTimer presenter={presenter} />}
      </div>
      {isAway && (
        <button
          type="button"
          className="show-return"
          onClick={() => commands.run({ kind: 'back' })}
        >
          {show.back}
        </button>
      )}
      <fieldset className="show-controls" aria-label={show.controls.label}>
        {CONTROLS.map(({ command, label, icon: Icon }) => (
          <button
            key={command.kind}
            type="button"
            aria-label={label}
            aria-pressed={pressedOf(presenter, command.kind)}
            title={label}
            onClick={() => commands.run(command)}
          >
            <Icon aria-hidden="true" />
          </button>
        ))}
      </fieldset>
    </footer>
  );
}

function pressedOf(presenter: Presenter, kind: KeyCommand['kind']): boolean | undefined {
  if (kind === 'pointer') return presenter.hasPointer;
  if (kind === 'layers') return presenter.hasLayers;
  if (kind === 'notes') return presenter.hasNotes;
  if (kind === 'timer') return presenter.hasTimer;
  return undefined;
}

const { controls } = show;

const CONTROLS: { command: KeyCommand; label: string; icon: LucideIcon }[] = [
  { command: { kind: 'previous' }, label: controls.previous, icon: ChevronLeft },
  { command: { kind: 'next' }, label: controls.next, icon: ChevronRight },
  { command: { kind: 'layers' }, label: controls.layers, icon: Layers },
  { command: { kind: 'back' }, label: controls.back, icon: Undo2 },
  { command: { kind: 'pointer' }, label: controls.pointer, icon: Pointer },
  { command: { kind: 'notes' }, label: controls.notes, icon: NotebookText },
  { command: { kind: 'timer' }, label: controls.timer, icon: Timer },
  { command: { kind: 'blank' }, label: controls.blank, icon: EyeOff },
  { command: { kind: 'full-screen' }, label: controls.fullScreen, icon: Maximize },
  { command: { kind: 'help' }, label: controls.help, icon: CircleHelp },
  { command: { kind: 'escape' }, label: controls.leave, icon: X },
];
