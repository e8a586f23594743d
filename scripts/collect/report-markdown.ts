import { countOf, sizeOf } from '../french-counts.ts';
import { dayOf, STATES, totalSentence } from './messages.ts';
import type { CollectReport, ReportedSource } from './report.ts';

/** A report as Markdown, in French: what failed first. */
export function reportToMarkdown(report: CollectReport): string {
  const { territory, siren, endedAt, sources } = report;
  const failed = sources.filter(({ state }) => state === 'failed');
  const others = sources.filter(({ state }) => state !== 'failed');
  const sections = [...failed, ...others].map(section);
  return [
    `# Collecte du ${dayOf(endedAt.slice(0, 10))}`,
    `${territory} (${siren}). ${totalSentence(report)}`,
    ...sections,
    '',
  ].join('\n\n');
}

function section(source: ReportedSource): string {
  const { title, id, state, answeredAt, bytes, parts, retries, notes, layers } = source;
  const facts = [
    STATES[state],
    `${countOf(parts, 'demande', 'demandes')}, ${sizeOf(bytes)} reçus`,
    ...(retries > 0 ? [countOf(retries, 'nouvel essai', 'nouveaux essais')] : []),
    answeredAt
      ? `dernière réponse entière le ${dayOf(answeredAt.slice(0, 10))}`
      : 'jamais répondu en entier',
  ];
  const rows = layers.map(
    ({ id: layer, version, read, kept, warnings, bytes: size }) =>
      `| ${layer} | ${version ?? '–'} | ${read} | ${kept} | ${warnings} | ${sizeOf(size)} |`,
  );
  const table = [
    '| couche | version servie | objets lus | gardés | avertissements | fichier |',
    '|---|---|---|---|---|---|',
    ...rows,
  ];
  const said = notes.map((note) => `- ${note.replace(/\n\s*/g, ' ')}`);
  return [`## ${title} (${id})`, `${facts.join(' ; ')}.`, table.join('\n'), said.join('\n')]
    .filter((text) => text !== '')
    .join('\n\n');
}
