/** How messages look: the only place with colours and sizes. */

/** Colours as #RRGGBB. Every pair of text and background in use is in `pairs`, whose contrast a test computes. */
export const colours = {
  paper: '#FFFFFF',
  ink: '#1B2430',
  /** Hints and the labels of rows. */
  muted: '#55606E',
  /** The one button that leads on. */
  main: '#0A6B4B',
  onMain: '#FFFFFF',
  plain: '#E6ECF1',
  /** LINE writes the label of a `secondary` button in this colour; boxes that stand for buttons follow it. */
  onPlain: '#111111',
} as const;

/** Text over background, as used. WCAG 2.1 AA asks for 4.5:1. */
export const pairs: readonly { text: string; background: string }[] = [
  { text: colours.ink, background: colours.paper },
  { text: colours.muted, background: colours.paper },
  { text: colours.onMain, background: colours.main },
  { text: colours.onPlain, background: colours.plain },
];

/** Flex sizes. None is a fixed height: people read LINE with large letters. */
export const sizes = {
  bubble: 'mega',
  title: 'lg',
  text: 'md',
  small: 'sm',
  gap: 'md',
  buttonGap: 'sm',
  padding: '12px',
  corner: '8px',
  /** Thai stacks marks above and below; lines need air. */
  lineSpacing: '4px',
} as const;
