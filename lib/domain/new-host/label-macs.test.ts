import { expect, it } from 'vitest';
import { macsOnLabel } from './label-macs';

it.each<[string, string[], string[]]>([
  ['digits alone', ['3CFDFE000400'], ['3c:fd:fe:00:04:00']],
  ['with a word before it', ['MAC:3CFDFE000400'], ['3c:fd:fe:00:04:00']],
  [
    'in a line of several things',
    ['S/N J41R9Z7;MAC1=3C-FD-FE-00-04-00;MAC2=3c:fd:fe:00:04:01'],
    ['3c:fd:fe:00:04:00', '3c:fd:fe:00:04:01'],
  ],
  ['in groups of four', ['3cfd.fe00.0400'], ['3c:fd:fe:00:04:00']],
  ['of several codes, each once', ['3CFDFE000400', 'J41R9Z7', '3cfdfe000400'], ['3c:fd:fe:00:04:00']],
])('finds an address, %s', (_, texts, wanted) => {
  expect(macsOnLabel(texts)).toEqual(wanted);
});

it.each([
  ['a longer number', '3CFDFE0004001'],
  ['a uuid', '9f1c2d3e-0000-4000-8000-3cfdfe000400'],
  ['a serial number with other letters', 'CN70163A1B2CZZ'],
  ['a group address', '01005E000001'],
  ['no address at all', '000000000000'],
  ['nothing', ''],
])('takes %s for none', (_, text) => {
  expect(macsOnLabel([text])).toEqual([]);
});
