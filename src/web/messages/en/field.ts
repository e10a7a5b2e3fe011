import type * as id from '../id/field.ts'

export const field: typeof id.field = { title: 'Field tasks' }
