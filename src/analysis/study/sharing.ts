/**
 * Plain data equal to `other` that uses the parts of `base` wherever they are equal: what many variants
 * of one scenario take of memory is little more than what they differ in.
 */
export function sharing<T>(base: unknown, other: T): T {
  if (Object.is(base, other)) return other;
  if (!isObject(base) || !isObject(other) || Array.isArray(base) !== Array.isArray(other)) return other;
  const shared = Object.entries(other).map(([key, value]) => [key, sharing(base[key], value)] as const);
  const same =
    shared.length === Object.keys(base).length && shared.every(([key, value]) => Object.is(value, base[key]));
  if (same) return base as T;
  return (Array.isArray(other) ? shared.map(([, value]) => value) : Object.fromEntries(shared)) as T;
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
