import { describe, expect, test } from 'vitest';
import { leading, leadingPossessive, possessive, the } from '../../src/scenario/article.ts';

describe('a name within a sentence', () => {
  test.each([
    ['Ukraine', 'Ukraine'],
    ['United States', 'the United States'],
    ['Soviet Union', 'the Soviet Union'],
    ['United Nations Command', 'the United Nations Command'],
    ['International Committee of the Red Cross', 'the International Committee of the Red Cross'],
    ['Republic of Korea', 'the Republic of Korea'],
    ['Netherlands', 'the Netherlands'],
    ['The Canton of Lund', 'the Canton of Lund'],
    ['the Union', 'the Union'],
    ['Unionville', 'Unionville'],
  ])('%s', (name, told) => {
    expect(the(name)).toBe(told);
    expect(leading(name)).toBe(told.replace(/^the/, 'The'));
  });

  test('has its possessive, after an s too', () => {
    expect(possessive('United States')).toBe("the United States'");
    expect(leadingPossessive('United States')).toBe("The United States'");
    expect(leadingPossessive('Ukraine')).toBe("Ukraine's");
  });
});
