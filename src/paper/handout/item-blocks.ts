import type { PlanMark } from '../../plan/plan.ts';
import type { Block } from '../flow-blocks.ts';
import { INK, LINE, QUIET } from '../ink.ts';
import type { TextMeasure } from '../page.ts';
import { textBlock } from '../text-block.ts';
import type { HandoutItem } from './handout-request.ts';
import { handoutStrings as words } from './handout-strings.ts';

/** Sizes of the type of a page, mm. */
export interface HandoutType {
  text: number;
  figure: number;
  small: number;
}

/** What is said at the left: the text, what the question found, the decision. */
export function textBlocks(
  { item, answer }: HandoutItem,
  width: number,
  type: HandoutType,
  measure: TextMeasure,
): Block[] {
  const text = { sizeMm: type.text, weight: 'regular', colour: INK } as const;
  const paragraphs = item.text.split(/\n\s*\n/).filter((paragraph) => paragraph.trim() !== '');
  return [
    ...paragraphs.map((one) => textBlock(one, text, { width, measure, spaceMm: 2 })),
    ...titled(words.answer, answer ?? '', width, type, measure),
    ...titled(words.decision, item.decision ?? '', width, type, measure),
  ];
}

/** What is said at the right: figures in large type, the amount and who pays. */
export function figureBlocks(
  { item: { figures, amount } }: HandoutItem,
  width: number,
  type: HandoutType,
  measure: TextMeasure,
): Block[] {
  const large = { sizeMm: type.figure, weight: 'bold', colour: CANAL, leading: 1.1 } as const;
  const label = { sizeMm: type.text, weight: 'regular', colour: INK, leading: 1.15 } as const;
  const small = { sizeMm: type.small, weight: 'regular', colour: QUIET, leading: 1.15 } as const;
  const at = { width, measure };
  return [
    ...figures.flatMap(({ label: what, value, unit, source }) => [
      textBlock(words.figure(value, unit), large, { ...at, spaceMm: 2.6, staysWithNext: true }),
      textBlock(what, label, { ...at, spaceMm: 0.2 }),
      ...(source ? [textBlock(words.source(source), small, { ...at, spaceMm: 0.4 })] : []),
    ]),
    ...(amount
      ? [
          heading(words.amount, width, type, measure),
          textBlock(words.euros(amount.eur), large, { ...at, spaceMm: 0.8 }),
          textBlock(amount.pays, label, { ...at, spaceMm: 0.2 }),
          ...amount.funding.map(({ who, eur }, i) =>
            textBlock(words.share(who, eur, amount.eur), label, { ...at, spaceMm: i ? 0.3 : 1.4 }),
          ),
          ...(amount.funding.length > 0 ? [fundingBar(amount, width)] : []),
        ]
      : []),
  ];
}

function titled(
  title: string,
  text: string,
  width: number,
  type: HandoutType,
  measure: TextMeasure,
): Block[] {
  if (text.trim() === '') return [];
  const style = { sizeMm: type.text, weight: 'regular', colour: INK } as const;
  return [
    heading(title, width, type, measure),
    textBlock(text, style, { width, measure, spaceMm: 0.6 }),
  ];
}

function heading(title: string, width: number, type: HandoutType, measure: TextMeasure): Block {
  const style = { sizeMm: type.text * 1.08, weight: 'bold', colour: CANAL } as const;
  return textBlock(title, style, { width, measure, role: 'H2', spaceMm: 3, staysWithNext: true });
}

/** The shares along a bar; what nobody is said to pay stays white. The words above say the same. */
function fundingBar(
  { eur, funding }: NonNullable<HandoutItem['item']['amount']>,
  width: number,
): Block {
  const whole = Math.max(
    eur,
    funding.reduce((sum, part) => sum + part.eur, 0),
  );
  let x = 0;
  const parts = funding.map(({ eur: part }, i) => {
    const from = x;
    x += whole > 0 ? (part / whole) * width : 0;
    return box(from, x, SHARES[i % SHARES.length] as string);
  });
  const frame: PlanMark = { ...box(0, width, '#ffffff'), stroke: EDGE };
  return {
    heightMm: BAR_MM,
    spaceMm: 1.2,
    place: (left, y) => ({
      role: 'Artifact',
      drawings: [
        { box: { x: left, y, width, height: BAR_MM }, marks: [frame, ...parts], isOpen: true },
      ],
    }),
  };
}

function box(left: number, right: number, colour: string) {
  const rings = [Float64Array.of(left, 0, right, 0, right, BAR_MM, left, BAR_MM, left, 0)];
  return { kind: 'area' as const, rings, fill: { colour, opacity: 1 } };
}

const BAR_MM = 3;
const CANAL = '#1c5d7d';
const EDGE = { colour: LINE, opacity: 1, widthMm: 0.2 };
const SHARES = ['#1c5d7d', '#5fa3c4', '#a8d0e3', '#8a8f94'];
