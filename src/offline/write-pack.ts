import { AppError } from '../domain/errors.ts';
import type { Layer } from '../domain/layer.ts';
import { entryOf } from '../domain/seance.ts';
import { type ByteSource, httpSource } from '../loaders/byte-source.ts';
import { bytesAtMost, cutLayer } from './cut-layer.ts';
import { keepEngine } from './engine-files.ts';
import type { PackProgress, PackRequest } from './pack-protocol.ts';
import type { PackedLayer, PackRecord } from './pack-record.ts';
import { commitPack, packCacheName } from './pack-store.ts';
import { type LayerPart, packCatalogue } from './plan-pack.ts';
import { packFolder } from './site-address.ts';
import { asStorageFault, checkRoom } from './storage-fault.ts';

/** Bytes that a session takes at most once it is prepared; those of the engine count, though several sessions share them. */
export async function measurePack(request: PackRequest): Promise<number> {
  return sum(await measureParts(request)) + (await otherBytes(request));
}

/**
 * Prepares a session: its layers are cut and written to a cache of their own, then one write makes it prepared, in the place
 * of what was prepared before. Whatever ends it earlier leaves nothing that is shown.
 * @throws {AppError} `offline-full` before anything is fetched or when the disk fills up; what reading or writing a layer throws.
 */
export async function writePack(
  request: PackRequest,
  onProgress: (progress: PackProgress) => void,
): Promise<PackRecord> {
  const { root, plan } = request;
  const sizes = await measureParts(request);
  const total = sum(sizes) + (await otherBytes(request));
  await checkRoom(total);
  const now = new Date().toISOString();
  const cache = packCacheName(root, plan.seance.id, now);
  const files = await caches.open(cache);
  const put = (path: string, body: BodyInit, type: string) =>
    files.put(packFolder(root, plan.seance.id) + path, served(body, type));
  let done = 0;
  try {
    const packed: PackedPart[] = [];
    for (const [i, part] of plan.layers.entries()) {
      onProgress({ layer: part.layer.title, done, total });
      packed.push(await packLayer(part, request, put));
      done += sizes[i] ?? 0;
    }
    const other = await writeTexts(request, packed, put);
    onProgress({ layer: null, done, total });
    await keepEngine(root, request.engine, (count) => {
      done += count;
      onProgress({ layer: null, done, total });
    });
    const record = recordOf(request, packed, { cache, preparedAt: now, other });
    await commitPack(root, record);
    return record;
  } catch (cause) {
    throw asStorageFault(cause, total);
  }
}

interface PackedPart {
  layer: Layer;
  told: PackedLayer;
}

type Put = (path: string, body: BodyInit, type: string) => Promise<void>;

async function packLayer(part: LayerPart, request: PackRequest, put: Put): Promise<PackedPart> {
  const open = openerOf(request);
  const cut = await cutLayer(part, open);
  const layer = cut?.layer ?? part.layer;
  const data = cut?.data ?? (await readWhole(open(part.layer)));
  await put(layer.file.path, data, 'application/vnd.apache.parquet');
  const { id, title, date } = part.layer;
  const { bytes, rows } = layer.file;
  const told = { id, title, date, version: part.layer.file.version, isWhole: !cut, rows, bytes };
  return { layer, told };
}

/** Writes what is no layer; gives its bytes. */
async function writeTexts(request: PackRequest, packed: PackedPart[], put: Put): Promise<number> {
  const layers = packed.map(({ layer }) => layer);
  const texts = await textsOf(request, layers);
  for (const [path, text] of texts) await put(path, text, 'application/json; charset=utf-8');
  return textBytes(texts);
}

/** Path and text of the catalogue, of the session with its list of one, and of the library where a scene shows a figure of it. */
async function textsOf(
  { plan, root, catalogue }: PackRequest,
  layers: Layer[],
): Promise<[path: string, text: string][]> {
  const { seance } = plan;
  const texts: [string, string][] = [
    ['catalogue.json', JSON.stringify(packCatalogue(catalogue, layers))],
    ['seances/index.json', JSON.stringify({ version: 1, seances: [entryOf(seance)] })],
    [`seances/${seance.id}.json`, JSON.stringify(seance)],
  ];
  if (!plan.needsLibrary) return texts;
  const url = `${root}library.json`;
  const response = await fetch(url, { cache: 'no-cache' });
  const { ok, status } = response;
  if (!ok) throw new AppError('library-missing', `${url} answered ${status}`, { url, status });
  return [...texts, ['library.json', await response.text()]];
}

/** Bytes of all that is no layer. */
async function otherBytes(request: PackRequest): Promise<number> {
  const texts = await textsOf(
    request,
    request.plan.layers.map(({ layer }) => layer),
  );
  return textBytes(texts) + engineBytes(request);
}

const textBytes = (texts: [string, string][]) => new Blob(texts.map(([, text]) => text)).size;

function recordOf(
  request: PackRequest,
  packed: PackedPart[],
  { cache, preparedAt, other }: { cache: string; preparedAt: string; other: number },
): PackRecord {
  const { plan, source } = request;
  const layers = packed.map(({ told }) => told);
  return {
    id: plan.seance.id,
    title: plan.seance.title,
    cache,
    preparedAt,
    seance: source,
    layers,
    leftOut: plan.leftOut,
    parts: plan.parts,
    bytes: sum(layers.map(({ bytes }) => bytes)) + other + engineBytes(request),
  };
}

const measureParts = (request: PackRequest) =>
  Promise.all(request.plan.layers.map((part) => bytesAtMost(part, openerOf(request))));

const engineBytes = ({ engine }: PackRequest) => sum(engine.map(({ bytes }) => bytes));

const openerOf =
  ({ root }: PackRequest) =>
  ({ file }: Layer): ByteSource =>
    httpSource(new URL(file.path, root).href, file.bytes);

const readWhole = (source: ByteSource) => source.read(0, source.bytes);

const served = (body: BodyInit, type: string) =>
  new Response(body, { headers: { 'Content-Type': type, 'Accept-Ranges': 'bytes' } });

const sum = (numbers: number[]) => numbers.reduce((total, number) => total + number, 0);
