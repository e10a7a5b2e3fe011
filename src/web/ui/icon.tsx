/** Icons drawn in the page itself: repeats cost next to nothing once the page is compressed. */

const paths = {
  anon: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M5 20a7 7 0 0 1 14 0M3 3l18 18',
  archive: 'M3 5h18v4H3zM5 9v10h14V9M10 13h4',
  ask: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M9.5 9.5a2.5 2.5 0 1 1 3.6 2.2c-.8.5-1.1.9-1.1 1.8M12 17h.01',
  await: 'M4 5h16v11h-9l-5 4v-4H4zM9 10.5l2 2 4-4',
  back: 'M20 18v-4a4 4 0 0 0-4-4H5M10 5l-5 5 5 5',
  cam: 'M4 8h4l2-3h4l2 3h4v11H4zM12 10a3.5 3.5 0 1 1 0 7 3.5 3.5 0 0 1 0-7',
  check: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M8 12l3 3 5-6',
  clock: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M12 7v5l3.5 2',
  close: 'M6 6l12 12M18 6 6 18',
  edit: 'm4 20 1-4L16.5 4.5l3 3L8 19z',
  eye: 'M2 12s4-7 10-7 10 7 10 7-4 7-10 7S2 12 2 12M12 9a3 3 0 1 1 0 6 3 3 0 0 1 0-6',
  file: 'M6 3h8l4 4v14H6zM14 3v4h4M9 13h6M9 17h6',
  flag: 'M6 21V4h12l-3 4 3 4H6',
  fwd: 'M4 12h15M13 6l6 6-6 6',
  inbox: 'm4 13 2.5-8h11L20 13v6H4zh5l1 3h4l1-3h5',
  info: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M12 11v5M12 8h.01',
  late: 'M12 4 2.5 20h19zM12 10v4M12 17h.01',
  lock: 'M5 11h14v9H5zM8 11V8a4 4 0 0 1 8 0v3',
  mail: 'M3 6h18v12H3zM3 7l9 6.5L21 7',
  merge: 'M6 4v5a4 4 0 0 0 4 4h9M6 20v-3a4 4 0 0 1 4-4M15 9l4 4-4 4',
  off: 'M3 3l18 18M7 8.5A5 5 0 0 0 7 18h10M10 6a6 6 0 0 1 8 5 3.6 3.6 0 0 1 2.6 5',
  person: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M5 20a7 7 0 0 1 14 0',
  phone: 'M5 4h4l2 5-2.5 1.5a11 11 0 0 0 5 5L15 13l5 2v4a2 2 0 0 1-2 2A16 16 0 0 1 3 6a2 2 0 0 1 2-2',
  pin: 'M12 21s7-6 7-11a7 7 0 0 0-14 0c0 5 7 11 7 11M12 7.5a2.5 2.5 0 1 1 0 5 2.5 2.5 0 0 1 0-5',
  redo: 'M4.5 14a8 8 0 1 0 1.8-7.6M4 3.5V9h5.5',
  search: 'M10.5 4a6.5 6.5 0 1 1 0 13 6.5 6.5 0 0 1 0-13M15.5 15.5 21 21',
  silent: 'M12 3a9 9 0 1 1 0 18 9 9 0 0 1 0-18M8 12h8',
  team: 'M9 11a3.5 3.5 0 1 0 0-7 3.5 3.5 0 0 0 0 7M2.5 20a6.5 6.5 0 0 1 13 0M16 4.3a3.5 3.5 0 0 1 0 6.4M18.5 14.5a6.5 6.5 0 0 1 3 5.5',
  work: 'M14.5 6.2a4 4 0 0 0-5.2 5.1L4 16.6 7.4 20l5.3-5.3a4 4 0 0 0 5.1-5.2L15.2 12 12 8.8z',
} as const

export type IconName = keyof typeof paths
export const iconNames = Object.keys(paths) as IconName[]

/** Always beside a word: it says nothing to a screen reader. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg class="i" viewBox="0 0 24 24" aria-hidden="true">
    <path d={paths[name]} />
  </svg>
)

/** The kentongan, a village's alarm drum. */
export const Logo = () => (
  <svg viewBox="0 0 18 32" aria-hidden="true">
    <path
      fill="currentColor"
      fill-rule="evenodd"
      d="M9 0a9 9 0 0 1 9 9v14a9 9 0 0 1-18 0V9a9 9 0 0 1 9-9M9 3.6a1.6 1.6 0 1 0 0 3.2 1.6 1.6 0 0 0 0-3.2M9 10a2 2 0 0 0-2 2v12a2 2 0 0 0 4 0V12a2 2 0 0 0-2-2"
    />
  </svg>
)
