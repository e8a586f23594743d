/** How many issues of a rule are not listed. */
export function restSentence(count: number): string {
  const others = count > 1 ? 'autres' : 'autre';
  return `… et ${new Intl.NumberFormat('fr-FR').format(count)} ${others} du même genre : le rapport les liste tous.`;
}
