import type { ContentError } from './copy-with-changes.ts';

export const cases: ContentError[] = [
  {
    name: 'a published address that doesn’t exist',
    change: { '_published.txt': '/\n/events/lantern/\n/events/lost/\n' },
    expect: [['_published.txt:3', '"/events/lost/"', 'redirects.yaml']],
  },
  {
    name: 'a published page that was deleted',
    change: { '_published.txt': '/events/lantern/\n/events/panel-market/\n', 'events/panel-market.en.md': null },
    expect: [
      [
        '_published.txt:2',
        '"/events/panel-market/"',
        'events/panel-market.en.md',
        'set status: cancelled',
        'calendars',
        'redirects.yaml',
      ],
      ['host-cities/bir-salwan.ar.md:6', '/events/panel-market/'],
      ['host-cities/bir-salwan.en.md:16', '/events/panel-market/'],
    ],
  },
  {
    name: 'a published calendar of a day whose only event is invalid',
    change: {
      '_published.txt': '/calendar/2033-03-03.ics\n',
      'sessions/open-still.en.md': { replace: 'audience: "public"', with: 'audience: "public"\nstatus: "canceled"' },
    },
    expect: [['sessions/open-still.en.md:8', 'status', 'cancelled']],
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
    name: 'a published past host that was deleted',
    change: {
      '_published.txt': '/past-hosts/sandhaven-2034/\n',
      'past-hosts/sandhaven-2034.en.md': null,
    },
    expect: [['_published.txt:1', '"/past-hosts/sandhaven-2034/"', 'redirects.yaml']],
  },
  {
    name: 'an event whose calendars were published is deleted: one error',
    change: {
      '_published.txt':
        '/calendar/2033-02-27.ics\n/calendar/field-comics.ics\n/events/panel-market.ics\n/events/panel-market/\n',
      'events/panel-market.en.md': null,
      'host-cities/bir-salwan.ar.md': { replace: '/events/panel-market/', with: '/events/' },
      'host-cities/bir-salwan.en.md': { replace: '/events/panel-market/', with: '/events/' },
    },
    expect: [['_published.txt:4', '"/events/panel-market/"', 'set status: cancelled']],
  },
  {
    name: 'a published calendar of an event that was deleted, whose page isn’t in the list',
    change: {
      '_published.txt': '/programme/ink-hour.ics\n',
      'sessions/ink-hour.en.md': null,
    },
    expect: [['_published.txt:1', '"/programme/ink-hour.ics"', 'sessions/ink-hour.en.md', 'set status: cancelled']],
  },
  {
    name: 'an event with a published calendar loses its date',
    change: {
      '_published.txt': '/events/panel-market.ics\n/events/panel-market/\n',
      'events/panel-market.en.md': { replace: 'starts: "2033-02-27"\nends: "2033-03-02"\n', with: '' },
    },
    expect: [['_published.txt:1', '"/events/panel-market.ics"', 'status: postponed']],
  },
  {
    name: 'the only event of a day with a published calendar is moved',
    change: {
      '_published.txt': '/calendar/2033-03-03.ics\n',
      'sessions/open-still.en.md': { replace: '2033-03-03 15:00', with: '2033-03-04 15:00' },
    },
    expect: [['_published.txt:1', '"/calendar/2033-03-03.ics": "/calendar.ics"']],
  },
  {
    name: 'a calendar that still exists but is redirected, and ones that redirect to no calendar',
    change: {
      'redirects.yaml':
        '"/old/lanterns/": "/events/lantern/"\n"/calendar.ics": "/calendar/field-comics.ics"\n"/calendar/2032-01-01.ics": "/programme/"\n"/calendar/2032-01-02.ics": "/calendar/2032-01-03.ics"\n',
    },
    expect: [
      ['redirects.yaml:2', '"/calendar.ics"', 'still has a calendar'],
      ['redirects.yaml:3', '"/calendar/2032-01-01.ics"', 'like "/calendar.ics"'],
      ['redirects.yaml:4', '"/calendar/2032-01-02.ics"', 'like "/calendar.ics"'],
    ],
  },
  {
    name: 'a redirect of a published address is deleted',
    change: { '_published.txt': '/old/lanterns/\n/events/lantern/\n', 'redirects.yaml': '' },
    expect: [['_published.txt:1', '"/old/lanterns/"', 'redirects.yaml']],
  },
];
