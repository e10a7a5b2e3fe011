import { alone } from './alone.ts'

const roles = ['lapor_app', 'lapor_intake', 'lapor_worker']

/** The login of the running application: a member of the three roles, which owns nothing. Call after `migrate`. */
export async function grantLogin(ownerUrl: string, appUrl: string): Promise<void> {
  const { username, password } = new URL(appUrl)
  return alone(ownerUrl, async (sql) => {
    const name = sql(decodeURIComponent(username))
    await sql.begin(async (tx) => {
      await tx`select pg_advisory_xact_lock(7215334)`
      const [is] = await tx`
        select count(*)::int as roles from pg_auth_members m
        join pg_roles r on r.oid = m.roleid join pg_roles l on l.oid = m.member
        where l.rolname = ${decodeURIComponent(username)} and r.rolname in ${tx(roles)}`
      if (is?.roles === roles.length) return
      const [there] = await tx`select from pg_roles where rolname = ${decodeURIComponent(username)}`
      if (!there) await tx`create role ${name} login noinherit nosuperuser nocreatedb nocreaterole`
      for (const role of roles) await tx`grant ${tx(role)} to ${name}`
      const [quoted] = await tx`select quote_literal(${decodeURIComponent(password)}) as text`
      await tx.unsafe(`alter role "${decodeURIComponent(username).replaceAll('"', '""')}" password ${quoted?.text}`)
    })
  })
}
