import { Box, Text, type TextProps } from 'ink';
import type { ReactElement } from 'react';
import type { Line, Tone } from '../line.ts';
import type { Theme } from '../settings.ts';

type Looks = Readonly<Record<Tone, TextProps>>;

const WITHOUT_COLOUR: Looks = {
  plain: {},
  strong: { bold: true },
  dim: { dimColor: true },
  own: {},
  theirs: {},
  warn: { bold: true },
  key: { bold: true },
  chosen: { inverse: true },
  title: { bold: true, underline: true },
};

/**
 * How each tone looks. Colour is never alone: signs and words say the same. Blue, orange and
 * vermilion are told apart whatever one's colour vision (Okabe and Ito, Color Universal Design, 2008),
 * here darker or lighter for the background they stand on.
 */
const LOOKS: Readonly<Record<Theme, Looks>> = {
  standard: coloured('#2a8fd0', '#c87800', '#d84a00', '#00936b'),
  dark: coloured('#56b4e9', '#e69f00', '#ff7f3f', '#2fc99b'),
  light: coloured('#0060a0', '#8f5600', '#b03a00', '#00664a'),
  monochrome: WITHOUT_COLOUR,
};

function coloured(own: string, theirs: string, warn: string, key: string): Looks {
  return {
    ...WITHOUT_COLOUR,
    own: { color: own },
    theirs: { color: theirs },
    warn: { color: warn, bold: true },
    key: { color: key, bold: true },
  };
}

export interface LinesProps {
  /** The rows of the screen, from the top. */
  readonly lines: readonly Line[];
  readonly theme: Theme;
}

/** Puts rows on the screen. They already have its width; nothing is wrapped or measured here. */
export function Lines({ lines, theme }: LinesProps): ReactElement {
  return (
    <Box flexDirection="column">
      {lines.map((segments, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row is its place on the screen
        <Text key={row} wrap="truncate-end">
          {segments.map((segment, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a segment is its place in the row
            <Text key={at} {...LOOKS[theme][segment.tone]}>
              {segment.text}
            </Text>
          ))}
        </Text>
      ))}
    </Box>
  );
}
