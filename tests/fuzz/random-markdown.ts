/** Random Markdown with a unique word in each piece, reproducible from a seed. */

const inline: ((word: string) => string)[] = [
  (word) => word,
  (word) => word,
  (word) => `**${word}**`,
  (word) => `**${word} **`,
  (word) => `*${word}*`,
  (word) => `_${word}_x`,
  (word) => `~${word}~`,
  (word) => `~~${word}~~`,
  (word) => `[${word}](/events/)`,
  (word) => `[${word}] (/events/)`,
  (word) => `[${word}](/events/ x)`,
  (word) => `[${word}][name]`,
  (word) => `[${word}[^note]](/events/)`,
  (word) => `<${word}>`,
  (word) => `<!-- ${word}`,
  (word) => `&${word};`,
  (word) => `"${word}"`,
  (word) => `„${word}”`,
  (word) => `${word}[^note]`,
  (word) => `${word}|x`,
  (word) => `${word}\t`,
  (word) => `{${word}}`,
  (word) => `[[${word}]]`,
  (word) => `![${word}](./x.png "c")`,
  (word) => `^[${word}]`,
  (word) => `=${word}=`,
  (word) => `\\*${word}\\*`,
  (word) => `<https://example.org/${word}>`,
  (word) => `2*${word}*3`,
];

const starts = [
  ...['', '', '', '- ', '* ', '+ ', '1. ', '7) ', '12. ', '> ', '>', '# ', '## ', '###', '##\u00a0', '-\u00a0', '• '],
  ...['    ', '\t', '  ', '| ', '|', '- [ ] ', '[^note]: ', '[^note]:\n', '[name]: ', '[name]: /events/\n', ': '],
  ...[
    '```\n',
    '```',
    '~~~ x\n',
    '---\n',
    '===\n',
    '-\n',
    '|---|---|\n',
    '| a | b |\n|---|---|\n',
    ':::\n',
    '<!-- x -->\n',
    '\\',
  ],
];

const ends = [
  '',
  '',
  '',
  ' |',
  ' | x |',
  '|',
  '  ',
  '\\',
  ' ##',
  ' {#x}',
  '\n---',
  '\n```',
  '\n===',
  '\n|---|---|',
  '\n',
  '\n\n',
];

export function randomMarkdown(next: () => number): { text: string; words: string[] } {
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const words: string[] = [];
  const word = () => {
    const made = `q${words.length}x`;
    words.push(made);
    return made;
  };
  const lines = Array.from({ length: 1 + Math.floor(next() * 4) }, () => {
    const pieces = Array.from({ length: 1 + Math.floor(next() * 3) }, () => pick(inline)(word()));
    return `${pick(starts)}${pieces.join(pick(['', ' ', ' ', ', ', ' | ']))}${pick(ends)}`;
  });
  return { text: lines.join(pick(['\n', '\n\n'])), words };
}
