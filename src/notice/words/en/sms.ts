import type { Status } from '../../../report/report.ts'
/** Short messages in English. */
import type * as id from '../id/sms.ts'

export const told: Record<keyof typeof id.told, string> = {
  'neutral.got': 'We have your message. Keep your number and receipt. If this was not you, ignore this SMS.',
  'neutral.news':
    'There is news for you. Open the page where you wrote and enter the number and receipt that you kept.',
  'neutral.act': 'A message waits for your answer until {date}. Open the page where you wrote. Do not answer this SMS.',
  'neutral.proof':
    'Your code: {code}. Write it on the page where you asked for it, within 24 hours. Give it to nobody. You did not ask? Ignore this.',
  'neutral.joined': 'A new contact can now get our news. Not you? Open the page where you wrote, then Manage contacts.',
  'neutral.chosen':
    'Our news now goes to another contact. Not you? Open the page where you wrote, then Manage contacts.',
  'neutral.leaving':
    'Somebody asked to remove your contact. Without the code it takes 7 days. Not you? Open the page where you wrote, then Manage contacts.',
  'neutral.removed':
    'A contact for our news was removed. Not you? Open the page where you wrote, then Manage contacts.',
  received:
    '{service}: We have your report, reference {ref}. We forward it by {date}. To check, answer STATUS. Emergency? Call 112, 110, 119.',
  asked: '{service} {ref}: We need to know: {question} Answer: {code}, then your words, until {date}.',
  reminderComplete:
    '{service} {ref}: We still wait for your details until {date}. Answer: {code}, then your words. Forgot the question? Answer STATUS.',
  forwarded: '{service} {ref}: Report forwarded to {agency}. First answer due: {answerDate}. To check, answer STATUS.',
  returned:
    '{service} {ref}: Not the task of {agency}. We are finding the right agency. The clock goes on; still due {date}.',
  answered: '{service} {ref}: {agency} has answered. Read it at {site}. The report is still open, due {date}.',
  spoken: '{service} {ref}: The head of {agency} writes to you. Read it at {site}. The agency must still answer.',
  reorganised:
    '{service} {ref}: Governments change: now handled by {agency}. The clock goes on. To check, answer STATUS.',
  reopened: '{service} {ref}: Opened again by a supervisor of {agency}. Work goes on. To check, answer STATUS.',
  visitPlanned: '{service} {ref}: An officer of {agency} plans to visit on {date}. You need not be there. Pay nothing.',
  visitDone: '{service} {ref}: An officer of {agency} visited on {date}. Findings at {site}. The report is still open.',
  resolved:
    '{service} {ref}: {agency} says it is done. True? Answer SELESAI {code}. Not yet? Answer BELUM {code}. Until {date}.',
  reminderConfirm:
    '{service} {ref}: Is it done? Answer SELESAI {code} or BELUM {code}. No answer until {date}: closed, unconfirmed.',
  lapsed:
    '{service} {ref}: Closed without an answer; not counted as a success. Not done? Answer BELUM {code}, until {date}.',
  confirmed:
    '{service} {ref}: Thank you, closed on your answer. Rate 1-5? Answer {code}, then the digit. Not you? Answer BELUM {code}.',
  disputed: '{service} {ref}: Reopened and back with {agency}. Due: {date}. To check, answer STATUS.',
  extended: '{service} {ref}: Now due {date}, first due {date2}. Reason: {reason}. The first date stays on record.',
  archived:
    '{service} {ref}: Archived: {reason}. What you can do: {site}. You disagree? Answer KEBERATAN {code} and why.',
  expired:
    '{service} {ref}: Archived, details are missing. You can revive it at any time: answer {code}, then your details.',
  merged: '{service} {ref}: Joined with {ref2}, the same problem. You still get the news. To check, answer STATUS.',
  withdrawn: '{service} {ref}: Withdrawn as you asked, the work stops. Still need help? Send a new report to {number}.',
  escalated: '{service} {ref}: {agency} missed the due date {date}. We passed this on to {above}.',
  arbitrated: '{service} {ref}: Decided: {agency} must handle it. Due: {date}. To check, answer STATUS.',
  questioned: '{service} {ref}: {agency} asks: {question} Answer: {code}, then your words, until {date}.',
  confirmedByOther:
    '{service} {ref}: Another reporter says it is done; it is closed. Not yet? Answer BELUM {code}, until {date}.',
  disputedByOther:
    '{service} {ref}: Another reporter says it is not done. Reopened, due {date}. To check, answer STATUS.',
}

export const replies: Record<keyof typeof id.replies, string> = {
  help: '{service}: Write the agency, the problem and the place. Check: STATUS. Withdraw: BATAL. SMS is not anonymous. Emergency: 112, 110, 119.',
  emergency: '{service}: EMERGENCY? Call 112, 110 (police) or 119 (ambulance) now. This SMS is not read at once.',
  status: '{service} {ref}: {status}. Now with {agency}. Next due date: {date}. More at {site}',
  statusConfirm: '{service} {ref}: Waiting for your answer until {date}. Answer SELESAI {code} or BELUM {code}.',
  list: '{service}: {count} reports. {ref} {status}; {ref2} {status2}. More: answer STATUS and the reference.',
  none: '{service}: No open report from this number. To report, write the agency, the problem and the place.',
  notFound: '{service}: We did not find that reference for this phone number. Answer STATUS for your list.',
  unknownAgency:
    '{service}: We have your report, reference {ref}. We do not know that agency; an operator chooses. No need to resend.',
  again: '{service}: We already have this report, reference {ref}. No need to resend. To check, answer STATUS.',
  sure: '{service} {ref}: So that we know it is you, answer: {command} {code}. Without the code nothing changes.',
  which: '{service}: Which report? For {ref} answer {command} {code}. For {ref2} answer {command} {code2}.',
  newOrNot: '{service}: Is this about {ref}? Answer BELUM {code}. Another problem? Answer BARU {code}.',
  withdrawSure:
    '{service}: Withdraw report {ref}? The work will stop. If sure, answer BATAL {code}. If not, ignore this SMS.',
  badCode: '{service}: That code does not match or is too old. Nothing changed. Answer STATUS for a new code.',
  added: '{service} {ref}: Thank you, we have your details and check again. We forward it by {date}.',
  rated: '{service} {ref}: Thank you, we recorded your rating {rating}.',
  appealed: '{service} {ref}: We have your appeal and the centre checks it. Due: {date}. To check, answer STATUS.',
  unknown:
    '{service}: Sorry, we did not understand. To report, write the problem and the place. Check: STATUS. Help: BANTUAN.',
  thanks: '{service}: You are welcome. Another problem? Write it and the place. News of your report: answer STATUS.',
  notAnonymous:
    '{service}: SMS cannot be anonymous or secret. Use {site}. Your SMS is not yet a report. Still by SMS? Answer BARU {code}.',
  secret: 'We cannot use answers by SMS. Open the page where you wrote.',
  partial: '{service}: Only part of your SMS arrived, kept as {ref}. Resend the last part: {code}, then the text.',
  tooMany: '{service}: Very many messages from this number. We keep them all but stop answering until tomorrow.',
  stopped: '{service}: No more news to this number. Your report goes on. Check at any time: answer STATUS.',
  noted: '{service} {ref}: Thank you, your words are with {agency}. To check, answer STATUS.',
  ended: '{service} {ref}: {status}. Last with {agency}. More at {site}',
}

/** In the midst of a sentence. */
export const statuses: Record<Status, string> = {
  received: 'waiting to be checked',
  incomplete: 'waiting for your details',
  assigned: 'forwarded',
  in_progress: 'being worked on',
  resolved: 'waiting for your confirmation',
  closed: 'closed',
  archived: 'archived',
}
