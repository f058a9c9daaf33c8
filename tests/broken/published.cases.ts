import type { Broken } from './broken.ts';

export const cases: Broken[] = [
  {
    name: 'a published address that doesn’t exist',
    change: { '_published.txt': '/\n/events/lantern/\n/events/lost/\n' },
    expect: [['_published.txt:3', '"/events/lost/"', 'redirects.yaml']],
  },
  {
    name: 'a published page that was deleted',
    change: { '_published.txt': '/events/lantern/\n/events/panel-market/\n', 'events/panel-market.en.md': null },
    expect: [
      ['_published.txt:2', '"/events/panel-market/"', 'redirects.yaml'],
      ['host-cities/bir-salwan.ar.md:6', '/events/panel-market/'],
      ['host-cities/bir-salwan.en.md:16', '/events/panel-market/'],
    ],
  },
  {
    name: 'a published page that was renamed',
    change: {
      '_published.txt': '/\n/visit/\n',
      'pages/visit.en.md': { moveTo: 'pages/travel.en.md' },
      'site.yaml': { replace: '  - "visit"', with: '  - "travel"' },
    },
    expect: [['_published.txt:2', '"/visit/"', 'redirects.yaml']],
  },
  {
    name: 'a published page that was moved to another collection',
    change: {
      '_published.txt': '/past-hosts/sandhaven-2034/\n',
      'past-hosts/sandhaven-2034.en.md': null,
    },
    expect: [['_published.txt:1', '"/past-hosts/sandhaven-2034/"', 'redirects.yaml']],
  },
  {
    name: 'a redirect of a published address is deleted',
    change: { '_published.txt': '/old/lanterns/\n/events/lantern/\n', 'redirects.yaml': '' },
    expect: [['_published.txt:1', '"/old/lanterns/"', 'redirects.yaml']],
  },
];
