import { parseNegotiator } from '../../negotiators/index.ts';
import type { Negotiator } from '../../negotiators/negotiator.ts';

/** The negotiator of a name that was found sound before. */
export function seated(name: string): Negotiator {
  const found = parseNegotiator(name);
  if (!found.ok) throw new Error(found.message);
  return found.negotiator;
}
