import type { MapTool } from '../../state/app-state.ts';
import { toolNames } from '../strings/outils.ts';

/** What the open tool shows. */
export function ToolPanel({ tool }: { tool: MapTool }) {
  return <p className="quiet">{toolNames[tool].title}</p>;
}
