/** FM's version documents: no token needed. */
import type { Call, Reply } from '../kernel/http';

export function rootDocument(call: Call): Reply {
  const v1 = { id: 'v1', links: [{ href: `${call.origin}/v1/`, rel: 'self' }] };
  return {
    status: 200,
    body: {
      name: 'Fault Management API',
      description: 'Alarms and logs of the platform.',
      versions: [v1],
      default_version: v1,
    },
  };
}

export function versionDocument({ origin }: Call): Reply {
  const resource = (name: string) => [
    { href: `${origin}/v1/${name}/`, rel: 'self' },
    { href: `${origin}/${name}/`, rel: 'bookmark' },
  ];
  return {
    status: 200,
    body: {
      id: 'v1',
      media_types: [{ base: 'application/json', type: 'application/vnd.openstack.fm.v1+json' }],
      links: [
        { href: `${origin}/v1/`, rel: 'self' },
        {
          href: 'http://www.windriver.com/developer/fm/dev/api-spec-v1.html',
          rel: 'describedby',
          type: 'text/html',
        },
      ],
      alarms: resource('alarms'),
      event_log: resource('event_log'),
      event_suppression: resource('event_suppression'),
    },
  };
}
