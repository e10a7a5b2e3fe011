import type { Messages } from '../messages.ts'
import { account } from './en/account.ts'
import { admin } from './en/admin.ts'
import { adminRules } from './en/admin-rules.ts'
import { channels } from './en/channels.ts'
import { citizen } from './en/citizen.ts'
import { clock, size } from './en/clock.ts'
import { acts } from './en/desk/acts.ts'
import { ahead } from './en/desk/ahead.ts'
import { brought } from './en/desk/brought.ts'
import { exports } from './en/desk/exports.ts'
import { figures } from './en/desk/figures.ts'
import { templates } from './en/desk/templates.ts'
import { work } from './en/desk/work.ts'
import { desk } from './en/desk.ts'
import { errors, problems } from './en/errors.ts'
import { field } from './en/field.ts'
import { inspectorate } from './en/inspectorate.ts'
import { moves } from './en/moves.ts'
import { archive, extension, returning } from './en/reasons.ts'
import { refusals } from './en/refusals.ts'
import { actions, brand, emergency, footer, language, nav, pager, site, staffSite } from './en/site.ts'
import { audience, channel, kind, office, role, status, statusSays, verdicts } from './en/states.ts'
import { audits } from './en/supervision/audits.ts'
import { supervisionList } from './en/supervision/list.ts'
import { monthly } from './en/supervision/month.ts'
import { supervision } from './en/supervision/page.ts'
import { plans } from './en/supervision/plans.ts'

export const en: Messages = {
  lang: 'en' as 'id' | 'en',
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
