import type { ContentError } from './copy-with-changes.ts';

/** Inserts a text into pages/visit.en.md, at line 13. */
const visit = (text: string): ContentError['change'] => ({
  'pages/visit.en.md': { replace: '## On foot', with: `${text}\n\n## On foot` },
});
/** The same page as MDX; `text` begins on line 7. */
const mdx = (text: string): ContentError['change'] => ({
  'pages/visit.en.md': null,
  'pages/visit.en.mdx': [
    '---',
    'title: "Visit"',
    'summary: "How to reach the three towns and travel between them."',
    'sources: [valley-line]',
    '---',
    '',
    text,
    '',
  ].join('\n'),
});
const at = (line: number) => `pages/visit.en.md:${line}`;
const lantern = 'events/lantern.en.md';

export const cases: ContentError[] = [
  // Links
  {
    name: 'a link to a page that does not exist',
    change: visit('See [the lanterns](/events/lanterns/).'),
    expect: [[at(13), '"/events/lanterns/"', 'did you mean "/events/lantern/"?']],
  },
  {
    name: 'a link in the second line of a paragraph',
    change: visit('See what\nis on at [the lanterns](/events/lanterns/).'),
    expect: [[at(14), '"/events/lanterns/"']],
  },
  {
    name: 'a link in a translation to a page that does not exist',
    change: { 'host-cities/bir-salwan.ar.md': { replace: '/events/panel-market/', with: '/events/panel-markt/' } },
    expect: [['host-cities/bir-salwan.ar.md:6', '"/events/panel-markt/"', 'did you mean "/events/panel-market/"?']],
  },
  {
    name: 'a link without a trailing slash',
    change: visit('See [the lanterns](/events/lantern).'),
    expect: [[at(13), '"/events/lantern"', '/events/lantern/', 'slash']],
  },
  {
    name: 'a link without a trailing slash, before a fragment',
    change: visit('See [the order](/events/lantern#the-order-of-the-night).'),
    expect: [[at(13), '/events/lantern/', 'slash']],
  },
  {
    name: 'a link to the calendar of a day without events',
    change: visit('See [the day](/calendar/2033-03-09.ics).'),
    expect: [[at(13), '"/calendar/2033-03-09.ics"', 'there is no page']],
  },
  {
    name: 'a link to the calendar of a misspelt city',
    change: visit('See [the city](/calendar/city-tizruane.ics).'),
    expect: [[at(13), '"/calendar/city-tizruane.ics"', 'did you mean "/calendar/city-tizrouane.ics"?']],
  },
  {
    name: 'a link to the calendar of an event without a date',
    change: {
      ...visit('See [the night](/events/lantern.ics).'),
      [lantern]: { replace: 'starts: "2033-03-02 22:00"\nends: "2033-03-03 01:30"\n', with: '' },
    },
    expect: [13, 19].map((line) => [at(line), '"/events/lantern.ics"', 'there is no page']),
  },
  {
    name: 'a link that names a language',
    change: visit('See [the lanterns](/ar/events/lantern/).'),
    expect: [[at(13), '"/ar/events/lantern/"', 'names the language', '/events/lantern/']],
  },
  {
    name: 'a link that names a language with a region, spelt as in addresses',
    change: visit('See [the lanterns](/pt-br/events/lantern/).'),
    expect: [[at(13), '"/pt-br/events/lantern/"', 'names the language']],
  },
  {
    name: 'a link that names the default language',
    change: visit('See [the lanterns](/en/events/lantern/).'),
    expect: [[at(13), '"/en/events/lantern/"', 'names the language']],
  },
  {
    name: 'a link to a file instead of its page',
    change: visit('See [the lanterns](../events/lantern.en.md).'),
    expect: [[at(13), '"../events/lantern.en.md"', '/events/']],
  },
  {
    name: 'a relative link',
    change: visit('See [the lanterns](events/lantern/).'),
    expect: [[at(13), '"events/lantern/"', 'must begin with']],
  },
  {
    name: 'a link to another site without its scheme',
    change: visit('See [the railways](www.example.org/railways).'),
    expect: [[at(13), '"www.example.org/railways"', 'https://']],
  },
  {
    name: 'a protocol-relative link to another site',
    change: visit('See [the railways](//example.org/railways).'),
    expect: [[at(13), '"//example.org/railways"', 'must begin with']],
  },
  {
    name: 'a link to this site with its full address',
    change: visit('See [the lanterns](https://trio.example/events/lantern/).'),
    expect: [[at(13), 'https://trio.example/events/lantern/', '/events/lantern/']],
  },
  ...(
    [
      ['http://trio.example/events/lantern/', 'with another scheme', '/events/lantern/'],
      ['https://TRIO.example./events/?q=a#b', 'in another spelling', '/events/?q=a#b'],
      ['https://www.trio.example', 'with www', '"https://www.trio.example" leads to this site'],
      ['http://localhost:4321/events/', 'to the editor’s computer', 'your own computer'],
      ['http://192.168.0.7/events/', 'to a local network', 'your own computer'],
      ['https://example', 'without a dot', 'has no domain'],
      ['https://example.org”', 'with a quotation mark at the end', '”'],
      ['/events/\u00a0', 'with a non-breaking space', 'U+00A0'],
      ['tel:call-us', 'that is not a phone number', 'tel:+48'],
      ['mailto:info', 'that is not an e-mail address', 'mailto:mail@example.org'],
      ['info@example.org', 'to an e-mail address without mailto:', 'mailto:'],
      ['/programme/#city-krakau', 'to a city that is not in the programme', 'city-'],
      ['/data/event.json', 'to data that do not exist', 'did you mean "/data/events.json"?'],
    ] as const
  ).map(([target, which, remedy]) => ({
    name: `a link ${which}: ${target}`,
    change: visit(`See [this](${target}).`),
    expect: [[at(13), remedy]] satisfies ContentError['expect'],
  })),
  {
    name: 'an empty link',
    change: visit('See [the lanterns]().'),
    expect: [[at(13), 'link', 'empty']],
  },
  {
    name: 'a link without words',
    change: visit('See [](/events/lantern/).'),
    expect: [[at(13), '/events/lantern/', 'words']],
  },
  {
    name: 'a space between the words of a link and its address',
    change: visit('See [the lanterns] (/events/lantern/).'),
    expect: [[at(13), '[the lanterns]', 'space']],
  },
  {
    name: 'a reference link without a definition',
    change: visit('See [the lanterns][lantern].'),
    expect: [[at(13), '[lantern]']],
  },
  {
    name: 'a reference link to a page that does not exist',
    change: visit('See [the lanterns][lantern].\n\n[lantern]: /events/lamps/'),
    expect: [[at(15), '"/events/lamps/"']],
  },
  {
    name: 'a link with a script in it',
    change: visit('See [the lanterns](javascript:alert(1)).'),
    expect: [[at(13), 'javascript:alert(1)', 'https:']],
  },
  {
    name: 'a link with a script in it, disguised',
    change: visit('See [the lanterns](JavaScript&colon;alert(1)).'),
    expect: [[at(13), 'alert(1)']],
  },
  {
    name: 'a link with a whole page in it',
    change: visit('See [the lanterns](data:text/html,lanterns).'),
    expect: [[at(13), 'data:text/html', 'https:']],
  },
  {
    name: 'a link to a missing heading of the same page',
    change: visit('See [the train](#by-tram).'),
    expect: [[at(13), '"#by-tram"', 'did you mean "by-train"?']],
  },
  {
    name: 'a link to a missing heading of another page',
    change: visit('See [the order](/events/lantern/#order-of-the-night).'),
    expect: [[at(13), '"#order-of-the-night"', 'the-order-of-the-night']],
  },
  {
    name: 'a link to a heading of a section, which has none',
    change: visit('See [the first day](/programme/#first-day).'),
    expect: [[at(13), '#first-day']],
  },
  {
    name: 'a link to a calendar file that does not exist',
    change: visit('Put [the night](/events/lanterns.ics) into your calendar.'),
    expect: [[at(13), '"/events/lanterns.ics"']],
  },

  // Footnotes
  {
    name: 'a footnote that is neither a source nor defined',
    change: { [lantern]: { replace: '1611.[^lamp-ledger]', with: '1611.[^lamp-leger]' } },
    expect: [[`${lantern}:21`, '[^lamp-leger]', 'did you mean "lamp-ledger"?']],
  },
  {
    name: 'an undefined footnote in a translation',
    change: { 'meeting.pt-BR.md': { replace: '[^call]', with: '[^chamada]' } },
    expect: [['meeting.pt-BR.md:10', '[^chamada]']],
  },
  {
    name: 'a footnote that nothing refers to',
    change: { [lantern]: { replace: 'olive oil.[^oil]', with: 'olive oil.' } },
    expect: [[`${lantern}:33`, '[^oil]', 'refer to it or delete it']],
  },
  {
    name: 'a repeated footnote',
    change: { [lantern]: { replace: '[^oil]: Since', with: '[^oil]: It may be any oil.\n\n[^oil]: Since' } },
    expect: [[`${lantern}:35`, '[^oil]', 'twice']],
  },

  {
    name: 'a footnote with a space in its name',
    change: { [lantern]: { replace: '1611.[^lamp-ledger]', with: '1611.[^lamp ledger]' } },
    expect: [[`${lantern}:21`, '[^lamp ledger]']],
  },

  // Pictures
  {
    name: 'a picture that does not exist',
    change: { [lantern]: { replace: './lantern.png', with: './lantern-2.jpg' } },
    expect: [[`${lantern}:23`, '"./lantern-2.jpg"', "doesn't exist"]],
  },
  {
    name: 'a picture with the wrong extension',
    change: { [lantern]: { replace: './lantern.png', with: './lantern.jpg' } },
    expect: [[`${lantern}:23`, '"./lantern.jpg"', 'did you mean', 'lantern.png']],
  },
  {
    name: 'a picture whose file was deleted',
    change: { 'events/lantern.png': null },
    expect: [
      ['events/lantern.ar.md:16', '"./lantern.png"', "doesn't exist"],
      [`${lantern}:23`, '"./lantern.png"', "doesn't exist"],
    ],
  },
  {
    name: 'a picture without alternative text',
    change: { [lantern]: { replace: '![A lantern]', with: '![]' } },
    expect: [[`${lantern}:23`, '"./lantern.png"', 'alternative text']],
  },
  {
    name: 'a picture whose alternative text is the name of its file',
    change: { [lantern]: { replace: '![A lantern]', with: '![lantern.png]' } },
    expect: [[`${lantern}:23`, '"lantern.png"', 'describe']],
  },
  {
    name: 'a picture from another site',
    change: { [lantern]: { replace: './lantern.png', with: 'https://example.org/lantern.png' } },
    expect: [[`${lantern}:23`, '"https://example.org/lantern.png"', 'folder of this file']],
  },
  {
    name: 'a picture with a protocol-relative address',
    change: { [lantern]: { replace: './lantern.png', with: '//example.org/lantern.png' } },
    expect: [[`${lantern}:23`, '"//example.org/lantern.png"', 'folder of this file']],
  },
  {
    name: 'a picture from outside the content',
    change: { [lantern]: { replace: './lantern.png', with: '../../../../../etc/hostname' } },
    expect: [[`${lantern}:23`, 'etc/hostname', 'folder of this file']],
  },
  {
    name: 'a picture that is a text file',
    change: { [lantern]: { replace: './lantern.png', with: './lantern.en.md' } },
    expect: [[`${lantern}:23`, '"./lantern.en.md"', 'picture']],
  },

  // Headings
  {
    name: 'a first-level heading',
    change: visit('# By coach'),
    expect: [[at(13), '# By coach', 'write ##']],
  },
  {
    name: 'a line of equal signs makes a first-level heading',
    change: visit('By coach\n========'),
    expect: [[at(13), 'By coach', 'first-level']],
  },
  {
    name: 'a heading that skips a level',
    change: visit('#### By coach'),
    expect: [[at(13), '"By coach"', 'skips a level', '###']],
  },
  {
    name: 'the first heading has too low a level',
    change: { [lantern]: { replace: '## The order', with: '### The order' } },
    expect: [[`${lantern}:25`, '"The order of the night"', 'skips a level']],
  },
  {
    name: 'a heading that repeats the title',
    change: visit('## Visit'),
    expect: [[at(13), '"Visit"', 'repeats the title']],
  },
  {
    name: 'a heading that repeats the title of a translation',
    change: { 'events/lantern.ar.md': { replace: '## ترتيب الليلة', with: '## ليلة الفوانيس' } },
    expect: [['events/lantern.ar.md:12', 'ليلة الفوانيس', 'repeats the title']],
  },
  {
    name: 'an empty heading',
    change: visit('##'),
    expect: [[at(13), 'heading is empty']],
  },
  {
    name: 'a heading without a space after #',
    change: visit('##By coach'),
    expect: [[at(13), '##By coach', 'space']],
  },

  // HTML and MDX
  {
    name: 'HTML around a text',
    change: visit('<div class="box">By coach</div>'),
    expect: [[at(13), '<div', 'Markdown']],
  },
  {
    name: 'HTML in a text',
    change: visit('By coach<br>or by car'),
    expect: [[at(13), '<br>', 'Markdown']],
  },
  {
    name: 'a script',
    change: visit('<script>alert(1)</script>'),
    expect: [[at(13), '<script>', 'Markdown']],
  },
  {
    name: 'a script in the second line of a paragraph',
    change: visit('By coach\nor <script>alert(1)</script> by car'),
    expect: ['"<script>"', '"</script>"'].map((tag) => [at(14), tag, 'Markdown']),
  },
  {
    name: 'a script after a comment',
    change: visit('<!-- by coach --><script>alert(1)</script>'),
    expect: [[at(13), '<script>']],
  },
  {
    name: 'an iframe from another site',
    change: visit('<iframe src="https://example.org/map"></iframe>'),
    expect: [[at(13), '<iframe', 'Markdown']],
  },
  {
    name: 'a comment that is not closed swallows the rest',
    change: visit('<!-- To do: by coach'),
    expect: [[at(13), '<!--', '-->']],
  },
  {
    name: 'MDX with an element that is not closed',
    change: mdx('## By train\n\n<div>\n\nThe valley line.'),
    expect: [['pages/visit.en.mdx:9', 'div']],
  },
  {
    name: 'MDX with braces around something that is not an expression',
    change: mdx('## By train\n\nThe {valley line} joins the towns.'),
    expect: [['pages/visit.en.mdx:9', '{']],
  },
  {
    name: 'MDX with a component that is not imported',
    change: mdx('## By train\n\n<Timetable />'),
    expect: [['pages/visit.en.mdx:9', 'Timetable']],
  },
  {
    name: 'MDX that imports a file that does not exist',
    change: mdx("import Timetable from './Timetable.astro';\n\n<Timetable />"),
    expect: [['pages/visit.en.mdx:7', './Timetable.astro']],
  },

  // Nesting
  {
    name: 'blockquotes nested thousands of levels deep',
    change: visit(`${'>'.repeat(10_000)} By coach`),
    expect: [[at(13), 'deep']],
  },
  {
    name: 'emphasis nested thousands of levels deep',
    change: visit(`${'*by '.repeat(1500)}${'coach* '.repeat(1500)}`),
    expect: [[at(13), 'deep']],
  },

  // Leftovers
  {
    name: 'a merge conflict in a text',
    change: visit('<<<<<<< HEAD\nBy coach\n=======\nBy car\n>>>>>>> branch'),
    expect: [
      [at(13), '<<<<<<< HEAD', 'merge conflict'],
      [at(17), '>>>>>>> branch', 'merge conflict'],
    ],
  },
  {
    name: 'a merge conflict in the fields',
    change: {
      [lantern]: {
        replace: 'venue: "cistern-hall"',
        with: '<<<<<<< HEAD\nvenue: "cistern-hall"\n=======\ncity: "tizrouane"\n>>>>>>> branch',
      },
    },
    expect: [
      [`${lantern}:11`, 'merge conflict'],
      [`${lantern}:15`, 'merge conflict'],
    ],
  },
  {
    name: 'a merge conflict in the settings',
    change: {
      'site.yaml': {
        replace: 'name: "Trio 2033"',
        with: '<<<<<<< HEAD\nname: "Trio 2033"\n=======\nname: "Trio"\n>>>>>>> branch',
      },
    },
    expect: [
      ['site.yaml:2', 'merge conflict'],
      ['site.yaml:6', 'merge conflict'],
    ],
  },
];
