/** What an option collects that may be given more than once. Options with any other parser are given once. */
export function collect(value: string, before: readonly string[] = []): string[] {
  return [...before, value];
}
