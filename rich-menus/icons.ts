/** Line icons, drawn for these menus: SVG shapes on a square of 24, stroked in one colour, never filled. */

const pinOutline = 'M12 21c-4-4.6-6-8-6-11a6 6 0 0 1 12 0c0 3-2 6.4-6 11Z';
const path = (d: string) => `<path d="${d}"/>`;
const circle = (x: number, y: number, r: number) => `<circle cx="${x}" cy="${y}" r="${r}"/>`;
const box = (x: number, y: number, width: number, height: number) =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="1.6"/>`;

/** Each icon by name. */
export const icons = {
  /** Where one stands, with rings around. */
  near: circle(12, 12, 2.4) + circle(12, 12, 6.6) + path('M12 2v3.4M12 18.6V22M2 12h3.4M18.6 12H22'),
  search: circle(10.5, 10.5, 6.5) + path('M15.4 15.4 21 21'),
  star: path('M12 3.2l2.7 5.6 6.1.8-4.5 4.2 1.1 6.1L12 17l-5.4 2.9 1.1-6.1-4.5-4.2 6.1-.8Z'),
  complain: path('M4 4.5h16v11.5h-9l-4.5 4V16H4Z') + path('M12 7.5v3.6M12 13.3v.2'),
  /** A paper with a clock on it. */
  track:
    path('M11 21H5V3h9l4 4v3.2') +
    path('M8.2 8.5h4M8.2 12h3') +
    circle(17, 17, 4.4) +
    path('M17 14.6V17l1.7 1.1'),
  heart: path(
    'M12 20.2C6.4 16 3.4 12.9 3.4 9.2a4.5 4.5 0 0 1 8.6-1.9 4.5 4.5 0 0 1 8.6 1.9c0 3.7-3 6.8-8.6 11Z',
  ),
  pin: path(pinOutline) + path('M12 7.4v5.2M9.4 10h5.2'),
  pins:
    path('M8.5 21c-3.4-3.9-5-6.7-5-9.2a5 5 0 0 1 10 0c0 2.5-1.6 5.3-5 9.2Z') +
    circle(8.5, 11.8, 1.7) +
    path('M12.6 4.6A4.6 4.6 0 0 1 20.6 8c0 2.2-1.4 4.7-4 7.6'),
  survey:
    box(4.5, 4.2, 15, 17) +
    path('M9 2.8h6v3H9Z') +
    path('M7.8 11l1.3 1.3 2.2-2.5M13.4 11.2h3M7.8 16.4l1.3 1.3 2.2-2.5M13.4 16.6h3'),
  /** One paper where there were two. */
  copies: box(8.4, 7.4, 11.6, 14) + path('M15.6 4.6V3H4v14h1.8') + path('M11.6 12h5.2M11.6 16h5.2'),
  book:
    path('M12 6.2C9.6 4.6 6.6 4 3 4v14.4c3.6 0 6.6.6 9 2.2 2.4-1.6 5.4-2.2 9-2.2V4c-3.6 0-6.6.6-9 2.2Z') +
    path('M12 6.2v14.4'),
  tasks:
    path('M3.4 6l1.5 1.5 2.6-3M3.4 12.3l1.5 1.5 2.6-3M3.4 18.6l1.5 1.5 2.6-3') +
    path('M11 6.3h9.6M11 12.5h9.6M11 18.8h9.6'),
  /** Words that arrived in a tray. */
  cases:
    path('M3 13.6V20h18v-6.4h-5.4a3.6 3.6 0 0 1-7.2 0Z') +
    path('M5.4 10.6V3.6h13.2v7') +
    path('M12 5.8v2.6M12 10.4v.2'),
  progress: path('M3 20.6h18') + box(4.6, 12.6, 3.6, 8) + box(10.2, 8, 3.6, 12.6) + box(15.8, 3.4, 3.6, 17.2),
  report: path('M14 3H5.4v18h13.2V7.6Z') + path('M14 3v4.6h4.6') + path('M9 17v-3M12 17v-5.4M15 17v-1.8'),
  approve:
    circle(9.5, 8, 4) +
    path('M2.6 20.4c.5-4 3-6.2 6.9-6.2 1.6 0 3 .4 4.1 1.1') +
    path('M14.4 18.4l2.3 2.3 4.5-5'),
  calendar: box(3.6, 5, 16.8, 16) + path('M3.6 9.8h16.8M8.2 2.8v4M15.8 2.8v4') + path('M12 12.4v3l2 1.4'),
  invite:
    circle(9.5, 8, 4) + path('M2.6 20.4c.5-4 3-6.2 6.9-6.2s6.4 2.2 6.9 6.2') + path('M19 6.6v6M16 9.6h6'),
} as const;

export type IconName = keyof typeof icons;
