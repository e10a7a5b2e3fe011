import type * as id from '../id/account.ts'

export const account: typeof id.account = { title: 'Sign in' }
