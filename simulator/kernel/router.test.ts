import { describe, expect, it } from 'vitest';
import { Router } from './http';

const routes = new Router<string>()
  .on('GET', '/v1/alarms', 'list')
  .on('GET', '/v1/alarms/summary', 'summary')
  .on('GET', '/v1/alarms/:id', 'one')
  .on('DELETE', '/v1/alarms/:id', 'delete')
  .on('GET', '/v1.0/subclouds', 'subclouds');

describe('Router', () => {
  it.each([
    ['GET', '/v1/alarms', 'list', {}],
    ['GET', '/v1/alarms/', 'list', {}],
    ['GET', '/v1/alarms/summary', 'summary', {}],
    ['GET', '/v1/alarms/a%2Fb', 'one', { id: 'a/b' }],
    ['DELETE', '/v1/alarms/17', 'delete', { id: '17' }],
    ['GET', '/v1/alarms/%E0%A4%A', 'one', { id: '%E0%A4%A' }],
  ])('%s %s is %s', (method, path, handler, params) => {
    expect(routes.find(method, path)).toMatchObject({ handler, params });
  });

  it('names the methods of a path that exists under another', () => {
    expect(routes.find('PATCH', '/v1/alarms/17')).toEqual({
      allowed: ['DELETE', 'GET'],
      path: '/v1/alarms/:id',
    });
  });

  it.each(['/v2/alarms', '/v1/alarms/17/more', '/v1x0/subclouds'])('has nothing at %s', (path) => {
    expect(routes.find('GET', path)).toBeUndefined();
  });
});
