'use client';

import { useMemo } from 'react';
import { changeSearch, type How, useSearchText } from './address';
import { type ParamChanges, type Params, type ParamValues, readParams, writeParams } from './params';

/** Values of some parameters, and how to change them. `params` must be stable; the values are while their texts are. */
export function useParams<P extends Params>(
  params: P,
): readonly [ParamValues<P>, (changes: ParamChanges<P>, how: How) => void] {
  const search = useSearchText();
  const own = useMemo(() => {
    const query = new URLSearchParams(search);
    for (const name of [...query.keys()]) if (!Object.hasOwn(params, name)) query.delete(name);
    return query.toString();
  }, [search, params]);
  const values = useMemo(() => readParams(params, new URLSearchParams(own)), [params, own]);
  return useMemo(
    () => [values, (changes, how) => changeSearch(writeParams(params, changes), how)] as const,
    [values, params],
  );
}
