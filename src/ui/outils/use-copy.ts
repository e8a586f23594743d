import { useState } from 'react';

/** What became of a text that was to be copied. */
export type Copied = 'none' | 'copied' | 'refused';

/** Copies texts, and tells what became of the last: browsers refuse without HTTPS, or without the reader's leave. */
export function useCopy(): [Copied, (text: string) => void] {
  const [copied, setCopied] = useState<Copied>('none');
  const copy = (text: string) => {
    if (!navigator.clipboard) return setCopied('refused');
    navigator.clipboard.writeText(text).then(
      () => setCopied('copied'),
      () => setCopied('refused'),
    );
  };
  return [copied, copy];
}
