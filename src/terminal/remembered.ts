/** What was reckoned of an object before, by name, or reckoned now and kept as long as the object lives. */
export function remembered<K extends WeakKey, V>(
  memory: WeakMap<K, Map<string, V>>,
  of: K,
  name: string,
  reckon: () => V,
): V {
  const known = memory.get(of) ?? new Map<string, V>();
  memory.set(of, known);
  const before = known.get(name);
  if (before !== undefined) return before;
  const value = reckon();
  known.set(name, value);
  return value;
}
