/** Styles for scripts other than Latin, Greek and Cyrillic: the reader's serif fonts, and room for their letters. */
import type { Site } from '../model/schema/site.ts';

/** Fonts that come with operating systems, best first; `serif` is the last resort. */
const serifs: Record<string, string> = {
  Arab: '"Noto Naskh Arabic","Geeza Pro","Sakkal Majalla","Times New Roman"',
  Hans: '"Noto Serif SC","Noto Serif CJK SC","Source Han Serif SC","Songti SC",SimSun',
  Hant: '"Noto Serif TC","Noto Serif CJK TC","Source Han Serif TC","Songti TC",PMingLiU',
  Jpan: '"Noto Serif JP","Noto Serif CJK JP","Hiragino Mincho ProN","Yu Mincho",YuMincho',
  Kore: '"Noto Serif KR","Noto Serif CJK KR",AppleMyungjo,"Nanum Myeongjo",Batang',
};
/** For Latin letters in such text: the site's own font, and its fallbacks until it has loaded (tokens.css). */
const latin = '"Brygada 1918","Brygada as Georgia","Brygada as Noto Serif","Brygada as Times"';
const familiar = ['Latn', 'Cyrl', 'Grek'];

/** Rules for the languages of a site that need them. */
export const writingSystemStyles = ({ languages }: Site): string =>
  languages.map(({ code }) => stylesOf(code)).join('');

function stylesOf(lang: string): string {
  const script = new Intl.Locale(lang).maximize().script ?? '';
  if (familiar.includes(script)) return '';
  const own = `:lang(${lang})`;
  const serif = serifs[script] === undefined ? '' : `:root${own}{--serif:${latin},${serifs[script]},serif}`;
  return (
    serif +
    // Joined letters stay joined, and those that reach high or low need room. No font for these scripts has an italic.
    `:root :is(h1,h2,h3,h4)${own}{letter-spacing:0;line-height:1.3}:root${own} body{line-height:1.7}` +
    `${own}{font-synthesis-style:none}` +
    // Korean lines break between words.
    (script === 'Kore' ? `${own}{word-break:keep-all}` : '')
  );
}
