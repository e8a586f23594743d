import type { Position } from 'geojson';
import type { DemoFeature, DemoLayer } from '../../demo-layer.ts';
import type { Ground, GroundCommune } from '../../ground/ground.ts';
import { apportion } from '../../shapes/apportion.ts';
import { shapeContains } from '../../shapes/polygon.ts';
import { layOutQuarters, type Quarter } from '../habitat/quarters.ts';
import { type Building, buildingsOf } from './buildings.ts';
import { describeCell } from './cell-profile.ts';
import { type Cell, cellAt, cellId, cellRing } from './grid-200m.ts';

/**
 * The inhabited cells of the 200 m grid of Insee. Inhabitants go with the dwellings; those of the cells of a commune add
 * up to its official population.
 */
export function buildCarreaux200m(ground: Ground): DemoLayer {
  const cells = gatherCells(buildingsOf(ground));
  const quarters = layOutQuarters(ground).filter(({ kind }) => kind === 'qpv');
  const features = ground.communes.flatMap((commune) => {
    const own = cells.filter((cell) => cell.commune === commune.code);
    return peopleCommune(commune, own, quarters);
  });
  return { id: 'carreaux_200m', features };
}

interface InhabitedCell {
  cell: Cell;
  /** INSEE code of the commune with most dwellings here. */
  commune: string;
  /** INSEE codes of all communes with dwellings here, most dwellings first. */
  communes: string[];
  houses: Building[];
}

function gatherCells(buildings: Building[]): InhabitedCell[] {
  const byId = new Map<string, { cell: Cell; houses: Building[] }>();
  for (const building of buildings) {
    if (building.dwellings === 0) continue;
    const cell = cellAt(building.centre);
    const id = cellId(cell);
    const known = byId.get(id);
    if (known) known.houses.push(building);
    else byId.set(id, { cell, houses: [building] });
  }
  return [...byId.values()].map(({ cell, houses }) => {
    const communes = rankCommunes(houses);
    return { cell, houses, communes, commune: communes[0]! };
  });
}

function rankCommunes(houses: Building[]): string[] {
  const dwellings = new Map<string, number>();
  for (const house of houses) {
    dwellings.set(house.commune, (dwellings.get(house.commune) ?? 0) + house.dwellings);
  }
  return [...dwellings.keys()].sort((a, b) => dwellings.get(b)! - dwellings.get(a)!);
}

function peopleCommune(
  { code, name, population }: GroundCommune,
  cells: InhabitedCell[],
  quarters: Quarter[],
) {
  const people = apportion(
    population,
    cells.map(({ houses }) =>
      houses.reduce((sum, house) => sum + (house.commune === code ? house.dwellings : 0), 0),
    ),
  );
  return cells.flatMap(({ cell, communes, houses }, index): DemoFeature[] => {
    if (people[index] === 0) return [];
    const centre = centreOf(cellRing(cell));
    const inQuarter = quarters.some(({ shape }) => shapeContains(shape, centre));
    const properties = {
      idcar_200m: cellId(cell),
      comm_insee: code,
      comm_nom: name,
      idcar_1km: cellId(cell, 1000),
      lcog_geo: communes.join(''),
      i_est_200: 1,
      ...describeCell(cellId(cell), people[index]!, houses, inQuarter),
    };
    return [{ geometry: { type: 'Polygon', coordinates: [cellRing(cell)] }, properties }];
  });
}

function centreOf(ring: Position[]): Position {
  const [a, , c] = ring as [Position, Position, Position];
  return [(a[0]! + c[0]!) / 2, (a[1]! + c[1]!) / 2];
}
