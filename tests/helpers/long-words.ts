import { cpSync, globSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseDocument, visit } from 'yaml';
import { shippedSource } from '../../src/model/read/shipped-words.ts';

/** The edition `trio` with long words from several scripts in all its texts; built as `long`. */
export const longWords = 'tests/.built/editions/long';

const words = [
  'Eröffnungsveranstaltungsvorbereitungsausschussvorsitzendenstellvertreter',
  'превысокомногорассмотрительствующийизобретательностьювдохновлённый',
  'ηλεκτροεγκεφαλογραφηματογραφικοτεχνολογικοσυνεδριακός',
  'أفاستسقيناكموهافأسقيناكموهاوسنستسقيكموهاغدا',
  'பண்பாட்டுத்தொடர்புவளர்ச்சிக்கழகத்தினருடையதென்பதாம்',
  'WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW',
  '国際創造都市年次総会開会式典準備委員会委員長代理補佐',
];

/** Fields that accept any text. */
const texts = new Set(['title', 'theme', 'organisers', 'aliases', 'address', 'name', 'publisher', 'note']);

const body = (word: string) => `
## ${word}

${word}${word} https://long.example/${'a-path-without-end/'.repeat(4)} \`code_${'word_'.repeat(14)}end\`
${'long.address'.repeat(5)}@long.example [${word}](https://long.example/) and a note.[^long]

### \`${'heading'.repeat(8)}\`

| ${word} | When | Where | How many | Remarks |
| :-- | :-- | :-- | --: | :-- |
| Opening | Wednesday, 2 March | The hall by the market | 1,250 | Registration at the desk |

\`\`\`text
${'a line of code '.repeat(10)}${word}
\`\`\`

- ${word}
  1. > ${word}

[^long]: ${word}${word}
`;

/** Writes the edition. */
export function writeLongWords(): void {
  rmSync(longWords, { recursive: true, force: true });
  cpSync('tests/editions/trio', longWords, { recursive: true });
  let count = 0;
  const next = () => `${(words[count % words.length] as string).slice(0, 66)}${count++}`;
  const edit = (file: string, change: (text: string) => string) => {
    const path = join(longWords, file);
    writeFileSync(path, change(readFileSync(path, 'utf8')));
  };
  const lengthen = (yaml: string) => {
    const document = parseDocument(yaml);
    visit(document, {
      Scalar: (_, node, ancestors) => {
        const pair = ancestors.findLast((ancestor) => 'key' in ancestor);
        const key = String(pair?.key);
        if (pair?.key === node || typeof node.value !== 'string') return;
        if (key === 'summary') node.value = `${next()} ${next()}.`;
        else if (texts.has(key)) node.value = next();
      },
    });
    return document.toString({ lineWidth: 0 });
  };
  for (const file of globSync('**/*.md', { cwd: longWords }))
    edit(file, (text) => {
      const [, front = '', rest = ''] = /^---\n(.*?\n)---\n(.*)$/s.exec(text) ?? [];
      return `---\n${lengthen(front)}---\n${rest.replace('"Drawing: Guild', `"Drawing: ${next()}`)}${body(next())}`;
    });
  edit('sources.yaml', lengthen);
  // Names in site.yaml have at most 40 characters.
  edit('site.yaml', (text) => text.replace(/name: ".*"/g, () => `name: "${next().slice(0, 38)}"`));
  edit('member-cities.csv', (text) => text.replace(/\n([^,\n]+)/g, (_, name: string) => `\n${name}${next()}`));
  const interfaceWords = shippedSource('en') ?? '';
  writeFileSync(
    join(longWords, 'interface/en.yaml'),
    interfaceWords.replace(/: "([^"{}]+)"$/gm, ': "$1 Barrierefreiheitserklärung"'),
  );
}
