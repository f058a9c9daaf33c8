import { shippedLanguage, shippedWords } from '../../src/model/read/shipped-words.ts';
import type { InterfaceWord } from '../../src/model/schema/interface-words.ts';

/** Placeholders for the summaries of a new edition, in the languages of the kit. */
const summaries: Record<string, string> = {
  ar: 'استبدل هذه الجملة بجملة واحدة تقول ما موضوع هذه الصفحة.',
  en: 'Replace this with one plain sentence that says what this page is about.',
  es: 'Sustituya este texto por una frase sencilla que diga de qué trata esta página.',
  fr: 'Remplacez ce texte par une phrase simple qui dit de quoi parle cette page.',
  it: 'Sostituisca questo testo con una frase semplice che dica di che cosa parla questa pagina.',
  ja: 'この文を、このページの内容を伝える簡潔な一文に置き換えてください。',
  ko: '이 문장을 이 페이지의 내용을 알려 주는 간단한 한 문장으로 바꾸세요.',
  pl: 'Zamiast tego tekstu proszę wpisać jedno proste zdanie o tym, czego dotyczy ta strona.',
  pt: 'Substitua este texto por uma frase simples que diga de que trata esta página.',
  'pt-BR': 'Substitua este texto por uma frase simples que diga do que trata esta página.',
  ru: 'Замените этот текст одним простым предложением о том, чему посвящена страница.',
  sv: 'Ersätt den här texten med en enkel mening som säger vad sidan handlar om.',
  tr: 'Bu metnin yerine, sayfanın konusunu anlatan sade bir cümle yazın.',
  'zh-Hans': '请将此处替换为一句简单的话，说明本页的内容，让读者一目了然。',
};

/** Placeholders for the texts of a new edition, in its language if the kit has it. */
export function placeholderTexts(lang: string) {
  const known = shippedLanguage(lang) ?? 'en';
  const words = shippedWords(known) ?? {};
  const word = (key: InterfaceWord) => words[key] ?? key;
  return { word, summaryOf: (key: InterfaceWord) => `${word(key)}: ${summaries[known] ?? summaries['en']}` };
}
