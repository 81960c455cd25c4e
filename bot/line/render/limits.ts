/** What LINE takes, each number with the page it comes from (developers.line.biz, Messaging API reference). */

export const limits = {
  /** Messages in one reply or push. "Send reply message", `messages`. */
  messages: 5,
  /** UTF-16 units of a text message. "Text message", `text`. */
  text: 5_000,
  /** UTF-16 units. "Flex message", `altText`. */
  altText: 1_500,
  /** "Quick reply", `items`. */
  quickReplies: 13,
  /** Graphemes. "Action objects", `label` of a quick reply button. */
  quickReplyLabel: 20,
  /** Graphemes. "Action objects", `label` of a Flex button. */
  buttonLabel: 40,
  /** Graphemes. "Postback action", `displayText`. */
  displayText: 300,
  /** Characters, percent-encoded. "URI action", `uri`. */
  uri: 1_000,
  /** "Location message", `title`. Counted in UTF-16 units, as all that the character-count page does not name. */
  locationTitle: 100,
  /** "Location message", `address`. Counted as the title is. */
  locationAddress: 100,
  /** Degrees from the equator, and from Greenwich: a position with its numbers swapped shows here. */
  latitude: 90,
  longitude: 180,
  /** "Carousel" of a Flex message, `contents`. */
  bubbles: 12,
  /** Bytes of one bubble as JSON. "Bubble": 30 KB, the smaller reading of KB. */
  bubbleBytes: 30_000,
  /** Bytes of a carousel as JSON. "Carousel": 50 KB, the smaller reading of KB. */
  carouselBytes: 50_000,
} as const;

/** What reads well, decided here: less than LINE would take. */
export const readable = {
  /** Buttons under one another in a bubble; more would not fit a small screen with large text. */
  buttons: 8,
  /** Graphemes that a button shows in one line on a small screen; longer labels become boxes that wrap. */
  oneLineLabel: 20,
  /**
   * UTF-16 units a one-line label may take. Twenty graphemes are about 40; much more is stacked marks or joined
   * emoji, which cost bytes and are cut.
   */
  oneLineUnits: 100,
} as const;
