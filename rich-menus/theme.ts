/** How menus look: the only place with their colours and measures. */

/** Colours as #RRGGBB. Every pair of foreground and background in use is in `pairs`, whose contrast a test computes. */
export const colours = {
  /** Between the tiles. */
  ground: '#DCE7E1',
  tile: '#FFFFFF',
  ink: '#1B2430',
  icon: '#0A6B4B',
  main: '#0A6B4B',
  onMain: '#FFFFFF',
  /** Behind the tabs; the open tab has the colour of the ground, as if it were one with it. */
  strip: '#07402D',
  onStrip: '#FFFFFF',
} as const;

/** Letters and icons over background, as drawn. WCAG 2.1 AA asks for 4.5:1. */
export const pairs: readonly { drawn: string; background: string }[] = [
  { drawn: colours.ink, background: colours.tile },
  { drawn: colours.icon, background: colours.tile },
  { drawn: colours.onMain, background: colours.main },
  { drawn: colours.ink, background: colours.ground },
  { drawn: colours.onStrip, background: colours.strip },
];

/** Pixels of the picture. LINE shows it as wide as the phone: 2,500 are about 360 points there. */
export const sizes = {
  width: 2500,
  /** Two thirds of the width, LINE's large form. */
  height: 1686,
  /** The strip of tabs: a finger wide on a phone. */
  strip: 270,
  gap: 28,
  corner: 56,
  icon: 264,
  /** Of a row of three, and of a row with more. */
  letters: 112,
  lettersOfMany: 92,
  tabLetters: 104,
} as const;
