/** Where each province stands on the map of tiles, by its official code: two letters, column and row. About where it lies. Pure. */

export type Tile = readonly [letters: string, column: number, row: number]

// biome-ignore format: the map, from west to east
export const provinces: Readonly<Record<string, Tile>> = {
  '11': ['AC', 0, 0],
  '12': ['SU', 1, 1], '14': ['RI', 2, 1], '21': ['KR', 3, 1],
  '13': ['SB', 1, 2], '15': ['JA', 2, 2], '19': ['BB', 3, 2],
  '17': ['BE', 2, 3], '16': ['SS', 3, 3],
  '18': ['LA', 3, 4],
  '36': ['BT', 4, 5], '32': ['JB', 5, 5], '31': ['JK', 5, 4], '33': ['JT', 6, 5], '34': ['YO', 6, 6], '35': ['JI', 7, 5],
  '51': ['BA', 8, 5], '52': ['NB', 9, 5], '53': ['NT', 10, 5],
  '61': ['KB', 5, 2], '62': ['KT', 6, 2], '63': ['KS', 6, 3], '64': ['KI', 7, 2], '65': ['KU', 7, 1],
  '76': ['SR', 8, 3], '73': ['SN', 8, 4], '74': ['SG', 9, 4], '72': ['ST', 9, 2], '75': ['GO', 9, 1], '71': ['SA', 10, 1],
  '82': ['MU', 11, 2], '81': ['MA', 12, 3],
  '96': ['PD', 13, 2], '92': ['PB', 14, 2], '91': ['PA', 15, 2], '94': ['PT', 14, 3], '95': ['PE', 15, 3], '93': ['PS', 15, 4],
}
