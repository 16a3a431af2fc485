import { expect, it } from 'vitest';
import { eventViewOf } from './event-url';

it.each<[string, string]>([
  ['', ''],
  ['?what=cleared&last=3h', 'last=3h&what=cleared'],
  // One spelling, whatever the order; neither the instant of a link nor an open row is part of a view.
  ['last=3h&at=2026-08-03T10:00:00Z&open=a.set.1&what=cleared', 'last=3h&what=cleared'],
  ['cols=at,reason&sel=a~b&host=worker-1', 'cols=at%2Creason&host=worker-1&sel=a%7Eb'],
  ['text=&unknown=1', ''],
])('%s is the view %s', (search, view) => expect(eventViewOf(search)).toBe(view));
