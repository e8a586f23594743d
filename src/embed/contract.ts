import * as v from 'valibot';
import { AppError } from '../domain/errors.ts';
import type { Extent } from '../domain/units.ts';

/** The edition of the messages between a page and the atlas in its frame: each message says it as `arpent`. */
export const EDITION = 1;

const lng = v.pipe(v.number(), v.minValue(-180), v.maxValue(180));
const lat = v.pipe(v.number(), v.minValue(-85), v.maxValue(85));
const zoom = v.pipe(v.number(), v.minValue(0), v.maxValue(24));
const layerId = v.pipe(v.string(), v.regex(/^[a-z][a-z0-9_]*$/));
const feature = v.strictObject({
  couche: layerId,
  cle: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
});
const extent = v.pipe(
  v.tuple([lng, lat, lng, lat]),
  v.check(([west, south, east, north]) => west < east && south < north, 'an empty box'),
);
const id = v.optional(v.union([v.string(), v.number()]));

/** Message of the page → what it says besides `arpent`, `type` and `id`. Places are degrees, longitude first. */
const SCHEMAS = {
  bonjour: v.strictObject({ id }),
  allerA: v.union([
    v.strictObject({ id, vue: v.tuple([lng, lat, zoom]) }),
    v.strictObject({ id, emprise: extent }),
    v.strictObject({ id, objet: feature }),
  ]),
  montrer: v.strictObject({
    id,
    couches: v.array(
      v.strictObject({
        id: layerId,
        opacite: v.optional(v.pipe(v.number(), v.minValue(0), v.maxValue(1))),
      }),
    ),
    fond: v.optional(v.pipe(v.string(), v.maxLength(60))),
  }),
  selectionner: v.strictObject({ id, objet: v.nullable(feature) }),
  poserQuestion: v.strictObject({ id, question: v.unknown() }),
};

type Said<N extends keyof typeof SCHEMAS> = v.InferOutput<(typeof SCHEMAS)[N]>;

/** What a page asks of the atlas in its frame. An `id` comes back with the reply, as `repond`. */
export type PageMessage = {
  [N in keyof typeof SCHEMAS]: { type: N } & Said<N>;
}[keyof typeof SCHEMAS];

/** The name that a page gave to one of its messages. */
export type MessageId = string | number;

/** What the atlas tells the page. `repond` is the `id` of the message that it replies to. */
export type FrameMessage =
  | {
      type: 'pret';
      territoire: string;
      couches: { id: string; titre: string }[];
      repond?: MessageId;
    }
  | { type: 'vue'; vue: [lng: number, lat: number, zoom: number]; emprise: Extent }
  | { type: 'selection'; objet: { couche: string; cle: string } | null }
  | { type: 'reponse'; compte: number; repond?: MessageId }
  | { type: 'fait'; repond: MessageId }
  | { type: 'erreur'; code: string; phrase: string; repond?: MessageId };

/** Whether what a page posted is meant for the atlas: pages and browser extensions post other things. */
export function isForAtlas(data: unknown): data is { arpent: unknown } {
  return typeof data === 'object' && data !== null && 'arpent' in data;
}

/** The `id` of what a page posted, to reply even to what cannot be read. */
export function idOf(data: { arpent: unknown }): MessageId | undefined {
  const { id: given } = data as { id?: unknown };
  return typeof given === 'string' || typeof given === 'number' ? given : undefined;
}

/**
 * The message that a page posted.
 * @throws {AppError} `message-invalid` with the reason: another edition, a message that is not known, or what is wrong in it.
 */
export function parseMessage(data: { arpent: unknown }): PageMessage {
  const { arpent, type, ...said } = data as { arpent: unknown; type?: unknown };
  if (arpent !== EDITION) throw invalid(`arpent: ${String(arpent)}, ${EDITION}`, 'edition');
  const name = Object.keys(SCHEMAS).find((known) => known === type) as keyof typeof SCHEMAS;
  if (!name) throw invalid(`type: ${String(type)}`, 'type');
  const parsed = v.safeParse<v.GenericSchema>(SCHEMAS[name], said);
  if (!parsed.success) {
    const issue = parsed.issues[0];
    throw invalid(`${name}.${v.getDotPath(issue) ?? ''}: ${issue.message}`, 'content');
  }
  return { type: name, ...(parsed.output as object) } as PageMessage;
}

function invalid(detail: string, reason: string): AppError {
  return new AppError('message-invalid', `message of the page: ${detail}`, { reason, detail });
}
