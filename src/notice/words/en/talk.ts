/** Messages on messengers in English. */
import type * as id from '../id/talk.ts'

export const told: Record<keyof typeof id.told, string> = {
  'neutral.got': 'We have your message. If this was not you, ignore it.',
  'neutral.news': 'There is news for you. Open the page where you wrote, with your number and receipt.',
  'neutral.act': 'A message waits for your answer until {date}. Open the page where you wrote.',
  'neutral.joined': 'A new contact can now get our news. Not you? Open the page where you wrote, then Manage contacts.',
  'neutral.chosen':
    'Our news now goes to another contact. Not you? Open the page where you wrote, then Manage contacts.',
  'neutral.leaving':
    'Somebody asked to remove your contact. Without the code it takes 7 days. Not you? Open the page where you wrote, then Manage contacts.',
  'neutral.removed':
    'A contact for our news was removed. Not you? Open the page where you wrote, then Manage contacts.',
  received: 'We have your report, reference {ref}. We forward it by {date}.',
  asked: 'On report {ref} we need to know: {question}\n\nAnswer here until {date}.',
  reminderComplete: 'Report {ref} still waits for your answer until {date}: {question}',
  questioned: '{agency} asks about report {ref}: {question}\n\nAnswer here until {date}.',
  forwarded: 'Report {ref} was forwarded to {agency}. First answer due: {answerDate}.',
  returned: '{agency} says report {ref} is not its task. We are finding the right agency. Still due {date}.',
  answered: '{agency} answered report {ref}:\n\n{text}\n\nThe report is still open, due {date}.',
  spoken:
    'The head of {agency} writes about report {ref}:\n\n{text}\n\nThe agency that handles it still has to answer and to settle it.',
  reorganised:
    'Because the government is being reorganised, report {ref} is now handled by {agency}, with its whole history. The clock does not start anew.',
  reopened: 'A supervisor of {agency} opened report {ref} again:\n\n{text}\n\nWork on it goes on.',
  visitPlanned:
    'An officer of {agency} plans to visit the place of report {ref} on {date}. You need not be there and need not pay anything.',
  visitDone: 'An officer of {agency} visited the place of report {ref} on {date}. The findings are at {site}.',
  resolved: '{agency} says report {ref} is done:\n\n{text}\n\nTrue? Answer DONE or NOT YET until {date}.',
  reminderConfirm: 'Is report {ref} done? Answer DONE or NOT YET until {date}.',
  lapsed:
    'Report {ref} closed without an answer; it does not count as a success. Not settled? Answer NOT YET until {date}.',
  confirmed: 'Thank you. Report {ref} closed on your answer. How was it handled? Answer 1 (badly) to 5 (well).',
  confirmedByOther:
    'Another reporter says that report {ref} is done, so it closed. Not yet? Answer NOT YET until {date}.',
  disputed: 'Report {ref} is open again, back with {agency}. Due {date}. You may send a new photo here.',
  disputedByOther: 'Another reporter says that report {ref} is not done. It is open again, due {date}.',
  extended: 'Report {ref} is now due {date}, first due {date2}. Reason: {reason}.',
  archived: 'Report {ref} was archived: {reason}. {steps} You disagree? Answer KEBERATAN and your reason.',
  expired: 'Report {ref} is archived, details are missing. Answer here at any time and it revives.',
  merged: 'Report {ref} joined {ref2} on the same problem. You still get news.',
  withdrawn: 'Report {ref} was withdrawn as you asked. It was not you? Write to us here.',
  escalated: '{agency} missed the due date of report {ref} ({date}). We passed this on to {above}.',
  arbitrated: 'Decided: {agency} must handle report {ref}. Due {date}.',
}

export const replies: Record<keyof typeof id.replies, string> = {
  received:
    'We have your report, reference {ref}. We forward it by {date}. Emergency? Call 112.\n\nHere we know your account, so this report is not anonymous. To report without a name: {site}',
  place: 'Where is it? Send your location, or write the street and the village.',
  photo: 'Is there a photo? Send it here.',
  enough: 'Thank you, that is enough. We send news on report {ref} here.',
  added: 'Thank you, we added this to report {ref}.',
  other: 'Another problem? Write NEW, and your last message becomes a report of its own.',
  matter: 'We have kept it. What is it about, and where? Tell us in a sentence or two.',
  greet:
    'Hello, this is {service}. Tell us the problem and the place here, with photos and a location if you like. Our staff read it and forward it. Emergency? Call 112.\n\nHere you are not anonymous. Without a name: {site}',
  thank: 'You are welcome. If there is another problem, just tell us here.',
  again: 'We have this report already, reference {ref}. No need to send it again.',
  help: 'Write the problem and the place to report. STATUS: news of your report. DONE or NOT YET: your answer when a report is said to be done. CANCEL: withdraw a report. NEW: another report. STOP: no more news.',
  emergency: 'EMERGENCY? Call 112, 110 (police) or 119 (ambulance) now. Messages here are not read at once.',
  status: 'Report {ref}: {status}, now with {agency}. Next date: {date}.',
  ended: 'Report {ref}: {status}. Last with {agency}.',
  list: 'You have {count} open reports. {ref}: {status}. {ref2}: {status2}. For details write STATUS and the reference.',
  none: 'There is no open report from this account. To report, tell us the problem and the place.',
  notFound: 'That reference is not among the reports of this account. Write STATUS to see your reports.',
  which: 'Which report, {ref} or {ref2}? Write {command} and the reference.',
  withdrawSure: 'Withdraw report {ref}? The work on it stops. If you are sure, write CANCEL {ref}.',
  statusConfirm: 'Report {ref} waits for your answer until {date}: DONE or NOT YET?',
  noLast: 'We found no message to make a new report of. Tell us the problem and the place.',
  rated: 'Thank you, we noted {rating}.',
  appealed: 'We have your appeal on report {ref}; the centre looks at it by {date}.',
  noted: 'Thank you, your words reached {agency} for report {ref}.',
  completed: 'Thank you, we have your details for report {ref} and look at it again by {date}.',
  notAnonymous:
    'Messages here cannot be anonymous or secret: we know your account. We set your message aside; it is no report yet. To report without a name or in secret, use {site}. Go on here? Write NEW.',
  seen: 'Others can still read your post there. We set it aside and do not answer it in public. Delete it yourself if it is secret, then report at {site}: without a name and in secret if you like.',
  secret: 'We cannot use answers by message. Open the page where you wrote.',
  tooMany: 'You sent very many messages today. We keep them all, but stop answering until tomorrow.',
  stopped: 'News here has stopped. Your report is still handled. At any time: write STATUS.',
  leftOut: 'Some attachments could not be kept. Photos and PDF up to 10 MB can.',
}

export const inPublic: Record<keyof typeof id.inPublic, readonly string[]> = {
  told: [
    'Thank you for telling us. Your report is recorded. We send its number by private message. Do not post your NIK or phone number here.',
    'Your report is recorded, thank you. Please find its number in our private message. Do not write your NIK or phone number here.',
    'Thank you, this is a report now. We send you its number by private message. Please keep personal data out of here.',
    'Recorded as a report. Its number and its news come by private message. Thank you; do not write personal data here.',
  ],
  invite: [
    'Thank you for telling us. Your report is recorded. Send us a private message to get its number. Do not post your NIK or phone number here.',
    'Your report is recorded, thank you. For its number, write us a private message. Do not write your NIK or phone number here.',
    'Thank you, this is a report now. We give its number by private message: write STATUS to us. Please keep personal data out of here.',
    'Recorded as a report. To know its number and its news, send us a private message. Thank you; do not write personal data here.',
  ],
}

export const recorded: typeof id.recorded = 'Recorded {date}.'

export const buttons: Record<keyof typeof id.buttons, string> = {
  confirm: 'Yes, it is done',
  dispute: 'Not done yet',
  skip: 'Skip',
  new: 'Another problem',
  status: 'See the news',
  withdraw: 'Yes, withdraw',
}
