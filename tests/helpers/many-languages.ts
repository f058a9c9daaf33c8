/**
 * A minimal edition in every language of the kit, with texts for each: one meeting, host, field, event and
 * source. All of it is invented. Tests build it; for `npm run screenshots`, set CONTENT_DIR to the folder below.
 */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { shippedLanguages } from '../../src/model/read/shipped-words.ts';
import { isRightToLeft } from '../../src/model/schema/site.ts';

/** The folder that the edition is written to. */
export const manyLanguages = 'tests/.built/editions/languages';

interface Texts {
  /** The language's own name. */
  name: string;
  meeting: string;
  theme: string;
  city: string;
  field: string;
  event: string;
  /** Queries whose first result must be the event; most are words from its title. */
  questions: string[];
  /** A sentence of 30 to 160 characters that suits every entry. */
  summary: string;
  /** The event's text. */
  text: string;
}

export const texts: Record<string, Texts> = {
  en: {
    name: 'English',
    meeting: 'Annual Meeting of Creative Cities',
    theme: 'Glass and light',
    city: 'Tamira',
    field: 'Glass art',
    event: 'Night of Lanterns',
    questions: ['night', 'lanterns', 'lantern', 'Night of Lanterns', 'lanters'],
    summary: 'Lamps of coloured glass light the streets of the old town for one long night.',
    text: 'Glassmakers show their lamps, and children carry them through the lanes to the harbour.',
  },
  pl: {
    name: 'Polski',
    meeting: 'Doroczne Spotkanie Miast Kreatywnych',
    theme: 'Szkło i światło',
    city: 'Tamira',
    field: 'Sztuka szkła',
    event: 'Noc latarni',
    questions: ['noc', 'latarni', 'latarnie', 'Noc latarni'],
    summary: 'Lampy z barwnego szkła oświetlają ulice starego miasta przez jedną długą noc.',
    text: 'Szklarze pokazują swoje lampy, a dzieci niosą je zaułkami do portu.',
  },
  fr: {
    name: 'Français',
    meeting: 'Réunion annuelle des villes créatives',
    theme: 'Verre et lumière',
    city: 'Tamira',
    field: 'Art du verre',
    event: 'Nuit des lanternes',
    questions: ['nuit', 'lanternes', 'lanterne', 'Nuit des lanternes'],
    summary: 'Des lampes de verre coloré éclairent les rues de la vieille ville, toute une nuit.',
    text: 'Les verriers montrent leurs lampes, et les enfants les portent par les ruelles jusqu’au port.',
  },
  es: {
    name: 'Español',
    meeting: 'Reunión anual de ciudades creativas',
    theme: 'Vidrio y luz',
    city: 'Tamira',
    field: 'Arte del vidrio',
    event: 'Noche de los faroles',
    questions: ['noche', 'faroles', 'farol', 'Noche de los faroles'],
    summary: 'Lámparas de vidrio de colores iluminan las calles del casco antiguo toda una noche.',
    text: 'Los vidrieros muestran sus lámparas, y los niños las llevan por los callejones hasta el puerto.',
  },
  pt: {
    name: 'Português',
    meeting: 'Encontro Anual das Cidades Criativas',
    theme: 'Vidro e luz',
    city: 'Tamira',
    field: 'Arte do vidro',
    event: 'Noite das lanternas',
    questions: ['noite', 'lanternas', 'lanterna', 'Noite das lanternas'],
    summary: 'Candeeiros de vidro colorido iluminam as ruas da cidade velha durante uma noite inteira.',
    text: 'Os vidreiros mostram os seus candeeiros, e as crianças levam-nos pelas vielas até ao porto.',
  },
  'pt-BR': {
    name: 'Português do Brasil',
    meeting: 'Encontro Anual das Cidades Criativas',
    theme: 'Vidro e luz',
    city: 'Tamira',
    field: 'Arte em vidro',
    event: 'Noite dos lampiões',
    questions: ['noite', 'lampiões', 'lampioes', 'Noite dos lampiões'],
    summary: 'Luminárias de vidro colorido acendem as ruas da cidade velha por uma noite inteira.',
    text: 'Os vidreiros mostram suas luminárias, e as crianças as levam pelos becos até o porto.',
  },
  it: {
    name: 'Italiano',
    meeting: 'Incontro annuale delle città creative',
    theme: 'Vetro e luce',
    city: 'Tamira',
    field: 'Arte del vetro',
    event: 'Notte delle lanterne',
    questions: ['notte', 'lanterne', 'lanterna', 'Notte delle lanterne'],
    summary: 'Lampade di vetro colorato illuminano le vie della città vecchia per una lunga notte.',
    text: 'I vetrai mostrano le loro lampade, e i bambini le portano per i vicoli fino al porto.',
  },
  sv: {
    name: 'Svenska',
    meeting: 'De kreativa städernas årsmöte',
    theme: 'Glas och ljus',
    city: 'Tamira',
    field: 'Glaskonst',
    event: 'Lyktornas natt',
    questions: ['natt', 'lyktornas', 'lykta', 'Lyktornas natt'],
    summary: 'Lampor av färgat glas lyser upp gatorna i den gamla staden under en lång natt.',
    text: 'Glasmästarna visar sina lampor, och barnen bär dem genom gränderna ner till hamnen.',
  },
  tr: {
    name: 'Türkçe',
    meeting: 'Yaratıcı Şehirler Yıllık Toplantısı',
    theme: 'Cam ve ışık',
    city: 'Tamira',
    field: 'Cam sanatı',
    event: 'Işıklı Fenerler Gecesi',
    questions: ['gecesi', 'fenerler', 'fener', 'ışıklı', 'isikli', 'Işıklı Fenerler Gecesi'],
    summary: 'Renkli camdan lambalar uzun bir gece boyunca eski şehrin sokaklarını aydınlatır.',
    text: 'Cam ustaları lambalarını gösterir, çocuklar da onları dar sokaklardan limana taşır.',
  },
  ru: {
    name: 'Русский',
    meeting: 'Ежегодная встреча креативных городов',
    theme: 'Стекло и свет',
    city: 'Тамира',
    field: 'Искусство стекла',
    event: 'Ночь фонарей',
    questions: ['ночь', 'фонарей', 'фонари', 'Ночь фонарей'],
    summary: 'Лампы из цветного стекла всю ночь освещают улицы старого города.',
    text: 'Стеклодувы показывают свои лампы, а дети несут их по переулкам к гавани.',
  },
  ar: {
    name: 'العربية',
    meeting: 'الاجتماع السنوي للمدن المبدعة',
    theme: 'الزجاج والضوء',
    city: 'تاميرا',
    field: 'فن الزجاج',
    event: 'ليلة الفوانيس',
    questions: ['ليلة', 'الفوانيس', 'فوانيس', 'بالفوانيس', 'الليلة', 'ليلة الفوانيس'],
    summary: 'مصابيح من الزجاج الملون تضيء شوارع المدينة القديمة طوال ليلة كاملة.',
    text: 'يعرض صنّاع الزجاج مصابيحهم، ويحملها الأطفال عبر الأزقة إلى الميناء.',
  },
  'zh-Hans': {
    name: '简体中文',
    meeting: '创意城市年会',
    theme: '玻璃与光',
    city: '塔米拉',
    field: '玻璃艺术',
    event: '灯笼之夜',
    questions: ['灯笼', '灯笼之夜', '夜', '灯'],
    summary: '彩色玻璃灯整夜照亮老城的街道，从山顶的广场一直亮到海边的码头。',
    text: '玻璃匠人展示他们的灯，孩子们提着灯穿过小巷，走到港口。',
  },
  ja: {
    name: '日本語',
    meeting: '創造都市年次総会',
    theme: 'ガラスと光',
    city: 'タミラ',
    field: 'ガラス工芸',
    event: '提灯の夜',
    questions: ['提灯', '提灯の夜', '夜', 'ちょうちん'],
    summary: '色ガラスのランプが一晩じゅう旧市街の通りを照らし、広場から港まで続きます。',
    text: 'ガラス職人がランプを披露し、子どもたちが路地を抜けて港まで運びます。ちょうちん作りの体験もあります。',
  },
  ko: {
    name: '한국어',
    meeting: '창의도시 연례회의',
    theme: '유리와 빛',
    city: '타미라',
    field: '유리 공예',
    event: '등불의 밤',
    questions: ['등불', '등불의 밤', '밤', '등불의'],
    summary: '색유리 등불이 긴 밤 내내 옛 도시의 거리를 밝히며 광장에서 항구까지 이어집니다.',
    text: '유리 장인들이 등을 선보이고, 아이들이 골목을 지나 항구까지 등을 들고 갑니다.',
  },
};

/** Writes the edition in these languages, of which the first is the default. */
export function writeManyLanguages(languages: readonly string[] = shippedLanguages(), dir = manyLanguages): void {
  rmSync(dir, { recursive: true, force: true });
  const write = (file: string, lines: readonly string[]) => {
    mkdirSync(dirname(join(dir, file)), { recursive: true });
    writeFileSync(join(dir, file), `${lines.join('\n')}\n`);
  };
  const named = languages.map((lang) => [lang, texts[lang] as Texts] as const);
  write('site.yaml', [
    'address: "https://languages.example"',
    'name: "Tamira 2033"',
    'languages:',
    ...named.flatMap(([code, { name }]) => [
      `  - code: "${code}"`,
      `    name: "${name}"`,
      ...(isRightToLeft(code) ? ['    dir: "rtl"'] : []),
    ]),
    'timeZone: "Africa/Casablanca"',
    'menu: ["about", "programme", "events", "host-cities", "fields"]',
  ]);
  write('sources.yaml', [
    'call:',
    '  title: "Tamira 2033"',
    '  publisher: "Tamira"',
    '  url: "https://tamira.example/"',
  ]);
  named.forEach(([lang, of], index) => {
    const entry = (file: string, title: string, facts: readonly string[], words: readonly string[] = [], text = '') => {
      const own = index === 0 ? [...facts, 'sources: ["call"]'] : [];
      write(`${file}.${lang}.md`, [
        '---',
        `title: "${title}"`,
        `summary: "${of.summary}"`,
        ...words,
        ...own,
        '---',
        '',
        text,
      ]);
    };
    const place = ['country: "MA"', 'location: { lat: 31.6, lon: -8 }', 'field: "glass"', 'since: 2020'];
    const days = ['starts: "2033-03-01"', 'ends: "2033-03-04"'];
    entry('meeting', of.meeting, ['edition: 21', ...days, 'hosts: ["tamira"]'], [`theme: "${of.theme}"`]);
    entry('host-cities/tamira', of.city, place);
    entry('fields/glass', of.field, ['order: 1', 'hue: 200', 'motif: "grid"']);
    const hours = ['starts: "2033-03-02 19:00"', 'ends: "2033-03-02 22:30"'];
    entry('events/lanterns', of.event, ['fields: ["glass"]', 'city: "tamira"', ...hours], [], of.text);
  });
}
