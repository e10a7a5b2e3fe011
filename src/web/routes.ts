import type { Hono } from 'hono'
import type { AppEnv, Deps } from '../app.ts'
import { languageAct, ownPage, passwordAct, passwordPage, signOutAllAct } from './account/own.tsx'
import { forgotAct, forgotPage, linkAct, linkPage } from './account/reset.tsx'
import { signInAct, signInPage, signOutAct } from './account/sign-in.tsx'
import { accountShowPage } from './admin/account.tsx'
import {
  detailsAct,
  disableAct,
  enableAct,
  handOverAct,
  inviteAct,
  moveAct,
  rolesAct,
  slipAct,
} from './admin/account-change.tsx'
import { accountNewAct, accountNewPage } from './admin/account-new.tsx'
import { accountsPage } from './admin/accounts.tsx'
import { agencyCloseAct, agencyCreateAct, agencyRenameAct, agencySearchPage, agencyShowPage } from './admin/agency.tsx'
import { calendarPage, holidayAct, holidayRemoveAct } from './admin/calendar.tsx'
import { categoriesPage, categoryAct } from './admin/categories.tsx'
import { againAct, reportAct, seenAct } from './admin/channel/acts.ts'
import { byHandAct } from './admin/channel/by-hand.ts'
import { channelsPage } from './admin/channel/channels.tsx'
import { setAsidePage } from './admin/channel/set-aside.tsx'
import { importAct, importPage } from './admin/import.tsx'
import { ledgerPage } from './admin/ledger.tsx'
import { administratorsOnly } from './admin/place.tsx'
import { promiseAct, promisesPage } from './admin/promises.tsx'
import { stepAct, stepsPage } from './admin/steps.tsx'
import { actOf, noteAct } from './case/act.ts'
import { bulkAct, bulkPage } from './case/bulk.tsx'
import { nouns, staffMoves } from './case/nouns.ts'
import { reportPage } from './case/report.tsx'
import { fateCame, messageCame } from './channel/kannel.ts'
import { challenged, delivered, services } from './channel/webhook.ts'
import { areasFound } from './citizen/areas.ts'
import { attachmentFile, attachmentThumb } from './citizen/files.tsx'
import { homePage } from './citizen/home.tsx'
import { askAct, chooseAct, proveAct, removeAct } from './contact/acts.ts'
import { contactsPage } from './contact/page.tsx'
import { counterAct, counterPage } from './counter/counter.tsx'
import { postAct } from './counter/post.tsx'
import { agenciesFound } from './desk/agencies.ts'
import { deskPage, deskWorkers } from './desk/desk.tsx'
import { outbox } from './dev/outbox.tsx'
import { exportAct, exportCancelAct, exportFile } from './export/acts.ts'
import { exportsPage } from './export/page.tsx'
import { taskPage } from './field/task.tsx'
import { officersOnly, tasksPage } from './field/tasks.tsx'
import { visitAct } from './field/visit.ts'
import { fileAct, filePage } from './filing/file.tsx'
import { withFiles } from './filing/overflow.ts'
import { sendAct } from './filing/send.tsx'
import { choose } from './language.ts'
import { reporterAct, reporterMoves, reporterNouns } from './reporter/acts.ts'
import { checkAct, checkPage, leaveAct, openPage } from './reporter/door.tsx'
import { followPage } from './reporter/page.tsx'
import { staffOnly } from './session.ts'
import { stop } from './stop/stop.tsx'
import { auditAskAct, auditAskPage } from './supervision/audit/ask.tsx'
import { itemPage, judgeAct } from './supervision/audit/item.tsx'
import { auditsPage } from './supervision/audit/list.tsx'
import { auditorsOnly } from './supervision/audit/place.ts'
import { auditShowPage, finishAct } from './supervision/audit/show.tsx'
import { supervisorsOnly } from './supervision/door.ts'
import { definitionsPage } from './supervision/figure/definitions.tsx'
import { inspectoratePage, inspectorsOnly } from './supervision/inspectorate/page.tsx'
import { listPage } from './supervision/list/list.tsx'
import { monthlyPage } from './supervision/month/page.tsx'
import { supervisionPage } from './supervision/page/page.tsx'
import { drawAct, drawPage, dropAct } from './supervision/plan/draw.tsx'
import { plansPage } from './supervision/plan/list.tsx'
import { plannersOnly } from './supervision/plan/place.tsx'
import { planShowPage } from './supervision/plan/show.tsx'
import { signAct } from './supervision/plan/sign.tsx'
import { answerersOnly, templateAct, templatesPage } from './template/templates.tsx'

/** Every address on the site, on one screen. */
export function routes(app: Hono<AppEnv>, deps: Deps): void {
  // ---- citizens
  app.get('/', homePage)
  app.get('/lapor', filePage).post(withFiles, fileAct)
  app.post('/laporan', sendAct)
  app.get('/cek', checkPage).post(checkAct)
  app.get('/laporan/:ref', followPage)
  app.get('/laporan/:ref/buka', openPage)
  for (const name of reporterMoves) app.post(`/laporan/:ref/${reporterNouns[name]}`, reporterAct(name))
  app.get('/laporan/:ref/kontak', contactsPage).post(askAct)
  app.post('/laporan/:ref/kontak/kode', proveAct)
  app.post('/laporan/:ref/kontak/tujuan', chooseAct)
  app.post('/laporan/:ref/kontak/hapus', removeAct)
  app.post('/keluar-laporan', leaveAct)
  app.get('/channel/sms/kannel', messageCame)
  app.get('/channel/sms/kannel/kabar', fateCame)
  for (const name of services) app.get(`/channel/${name}/webhook`, challenged(name)).post(delivered(name))
  app.get('/lampiran/:id', attachmentFile)
  app.get('/lampiran/:id/kecil', attachmentThumb)
  app.get('/wilayah', areasFound)
  app.post('/bahasa', choose)
  app.route('/', stop(deps) as never)
  // ---- staff
  app.get('/masuk', signInPage).post(signInAct)
  app.post('/keluar', signOutAct)
  app.get('/sandi/lupa', forgotPage).post(forgotAct)
  app.get('/sandi/atur', linkPage).post(linkAct)
  app.use('/akun/*', staffOnly).use('/akun', staffOnly)
  app.get('/akun', ownPage)
  app.get('/akun/sandi', (c) => passwordPage(c)).post(passwordAct)
  app.post('/akun/bahasa', languageAct)
  app.post('/akun/keluar-semua', signOutAllAct)
  // ---- the desk
  app.use('/meja/*', staffOnly, deskWorkers).use('/meja', staffOnly, deskWorkers).use('/instansi', staffOnly)
  app.get('/meja', deskPage)
  app.get('/meja/penerusan', bulkPage).post(bulkAct)
  app.get('/meja/catat', counterPage).post(counterAct)
  app.post('/meja/catat/unggahan', postAct)
  app.use('/meja/templat', answerersOnly)
  app.get('/meja/templat', templatesPage).post(templateAct)
  app.get('/meja/:ref', reportPage)
  for (const name of staffMoves) app.post(`/meja/:ref/${nouns[name]}`, actOf(name))
  app.post('/meja/:ref/catatan', noteAct)
  app.get('/instansi', agenciesFound)
  app.use('/ekspor/*', staffOnly, deskWorkers).use('/ekspor', staffOnly, deskWorkers)
  app.get('/ekspor', (c) => exportsPage(c)).post(exportAct)
  app.post('/ekspor/:id/batal', exportCancelAct)
  app.get('/ekspor/:id/berkas', exportFile)
  // ---- supervision
  app.use('/pengawasan/*', staffOnly)
  for (const path of ['/pengawasan', '/pengawasan/bulanan', '/pengawasan/daftar/*']) app.use(path, supervisorsOnly)
  app.get('/pengawasan', supervisionPage)
  app.get('/pengawasan/bulanan', monthlyPage)
  app.get('/pengawasan/daftar/:apa', listPage)
  app.get('/pengawasan/cara-menghitung', definitionsPage)
  // ---- the field
  app.use('/lapangan/*', staffOnly, officersOnly).use('/lapangan', staffOnly, officersOnly)
  app.get('/lapangan', tasksPage)
  app.get('/lapangan/:ref', taskPage)
  app.post('/meja/:ref/kunjungan', officersOnly, visitAct)
  // ---- supervision
  app.use('/pengawasan/penataan/*', staffOnly, plannersOnly).use('/pengawasan/penataan', staffOnly, plannersOnly)
  app.get('/pengawasan/penataan', plansPage).post(drawAct)
  app.get('/pengawasan/penataan/baru', drawPage)
  app.get('/pengawasan/penataan/:id', planShowPage)
  app.post('/pengawasan/penataan/:id/tanda-tangan', signAct)
  app.post('/pengawasan/penataan/:id/batal', dropAct)
  app.use('/pengawasan/inspektorat', staffOnly, inspectorsOnly)
  app.get('/pengawasan/inspektorat', inspectoratePage)
  app.use('/pengawasan/audit/*', staffOnly, auditorsOnly).use('/pengawasan/audit', staffOnly, auditorsOnly)
  app.get('/pengawasan/audit', auditsPage).post(auditAskAct)
  app.get('/pengawasan/audit/baru', auditAskPage)
  app.get('/pengawasan/audit/:id', auditShowPage)
  app.post('/pengawasan/audit/:id/selesai', finishAct)
  app.get('/pengawasan/audit/:id/:n', itemPage).post(judgeAct)
  // ---- administration
  app.use('/kelola/*', staffOnly, administratorsOnly).use('/kelola', staffOnly, administratorsOnly)
  app.get('/kelola', (c) => c.redirect('/kelola/instansi', 303))
  app.get('/kelola/instansi', agencySearchPage)
  app.get('/kelola/instansi/:id', agencyShowPage).post(agencyRenameAct)
  app.post('/kelola/instansi/:id/bawahan', agencyCreateAct)
  app.post('/kelola/instansi/:id/tutup', agencyCloseAct)
  app.get('/kelola/akun', accountsPage).post(accountNewAct)
  app.get('/kelola/akun/baru', accountNewPage)
  app.get('/kelola/akun/:id', (c) => accountShowPage(c))
  app.post('/kelola/akun/:id/data', detailsAct)
  app.post('/kelola/akun/:id/peran', rolesAct)
  app.post('/kelola/akun/:id/slip', slipAct)
  app.post('/kelola/akun/:id/undangan', inviteAct)
  app.post('/kelola/akun/:id/pindah', moveAct)
  app.post('/kelola/akun/:id/serah', handOverAct)
  app.post('/kelola/akun/:id/nonaktif', disableAct)
  app.post('/kelola/akun/:id/aktif', enableAct)
  app.get('/kelola/impor', importPage).post(importAct)
  app.get('/kelola/kalender', calendarPage).post(holidayAct)
  app.post('/kelola/kalender/hapus', holidayRemoveAct)
  app.get('/kelola/janji', promisesPage).post(promiseAct)
  app.get('/kelola/eskalasi', stepsPage).post(stepAct)
  app.get('/kelola/kategori', categoriesPage).post(categoryAct)
  app.get('/kelola/kanal', channelsPage)
  app.post('/kelola/kanal/lihat', seenAct)
  app.post('/kelola/kanal/:id/ulang', againAct)
  app.post('/kelola/kanal/:id/laporan', reportAct)
  app.get('/kelola/kanal/:id', setAsidePage).post(byHandAct)
  app.get('/kelola/catatan', ledgerPage)
  // ---- while trying out
  if (!deps.site.production) app.route('/', outbox(deps.db) as never)
}
