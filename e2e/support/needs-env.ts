/** What run.ts found missing, as the tests see it: `ROOST_WITHOUT=keystone,nginx`. */
export const isWithout = (need: 'keystone' | 'nginx' | 'postgresql'): boolean =>
  (process.env.ROOST_WITHOUT ?? '').split(',').includes(need);
