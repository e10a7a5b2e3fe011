import type * as id from '../id/admin.ts'

export const admin: typeof id.admin = { title: 'Manage' }
