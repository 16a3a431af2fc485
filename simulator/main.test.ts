import { describe, expect, it } from 'vitest';
import { readOptions } from './main';

describe('the command line', () => {
  it('has a default for everything', () => {
    expect(readOptions([])).toEqual({ world: 'standard', port: 15_350, speed: 10, tokenTtl: 3600 });
  });

  it('reads every option', () => {
    const args = '--world fleet --port 16000 --speed 0.5 --token-ttl 90 --keystone http://127.0.0.1:5000/v3';
    expect(readOptions(args.split(' '))).toEqual({
      world: 'fleet',
      port: 16_000,
      speed: 0.5,
      tokenTtl: 90,
      keystone: 'http://127.0.0.1:5000/v3',
    });
  });

  it('can have alarms come and go, and a long past', () => {
    expect(readOptions(['--noise', '--events', '50000'])).toMatchObject({ noise: true, events: 50_000 });
  });

  it.each([
    ['--world mars', '--world is one of'],
    ['--port 65535', '--port is'],
    ['--port http', '--port is'],
    ['--speed 0', '--speed is'],
    ['--speed fast', '--speed is'],
    ['--token-ttl -1', '--token-ttl'],
    ['--keystone nowhere', '--keystone is'],
    ['--events many', '--events is'],
    ['--colour red', '--colour'],
  ])('refuses %s in words', (line, words) => {
    expect(readOptions(line.split(' '))).toContain(words);
  });
});
