import { account } from './id/account.ts'
import { admin } from './id/admin.ts'
import { adminRules } from './id/admin-rules.ts'
import { channels } from './id/channels.ts'
import { citizen } from './id/citizen.ts'
import { clock, size } from './id/clock.ts'
import { acts } from './id/desk/acts.ts'
import { ahead } from './id/desk/ahead.ts'
import { brought } from './id/desk/brought.ts'
import { exports } from './id/desk/exports.ts'
import { figures } from './id/desk/figures.ts'
import { templates } from './id/desk/templates.ts'
import { work } from './id/desk/work.ts'
import { desk } from './id/desk.ts'
import { errors, problems } from './id/errors.ts'
import { field } from './id/field.ts'
import { inspectorate } from './id/inspectorate.ts'
import { moves } from './id/moves.ts'
import { archive, extension, returning } from './id/reasons.ts'
import { refusals } from './id/refusals.ts'
import { actions, brand, emergency, footer, language, nav, pager, site, staffSite } from './id/site.ts'
import { audience, channel, kind, office, role, status, statusSays, verdicts } from './id/states.ts'
import { audits } from './id/supervision/audits.ts'
import { supervisionList } from './id/supervision/list.ts'
import { monthly } from './id/supervision/month.ts'
import { supervision } from './id/supervision/page.ts'
import { plans } from './id/supervision/plans.ts'

export const id = {
  lang: 'id' as 'id' | 'en',
  actions,
  brand,
  emergency,
  footer,
  language,
  nav,
  pager,
  site,
  staffSite,
  audience,
  channel,
  kind,
  office,
  role,
  status,
  statusSays,
  verdicts,
  moves,
  archive,
  extension,
  returning,
  errors,
  problems,
  refusals,
  clock,
  size,
  citizen,
  desk,
  account,
  admin,
  adminRules,
  channels,
  field,
  audits,
  plans,
  inspectorate,
  acts,
  ahead,
  brought,
  exports,
  figures,
  monthly,
  supervision,
  supervisionList,
  templates,
  work,
}
