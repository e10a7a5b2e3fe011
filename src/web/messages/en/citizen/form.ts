import type * as id from '../../id/citizen/form.ts'

export const form: typeof id.form = {
  text: 'What happened?',
  textHint: 'One sentence is enough. If you know: where, since when, who is affected. Local languages are welcome.',
  place: 'Where?',
  placeHint: 'Street, village, landmark ("in front of the market").',
  when: 'Since when?',
  kind: 'What is this?',
  kindUnsure: 'I do not know, please choose for me',
  agency: 'Agency',
  agencyHint: 'Not sure? Leave it empty. Our operators choose.',
  photo: 'Photos or files',
  photoHint: 'Up to 5 files, JPG, PNG, WebP or PDF, of at most 10 MB each. Show the problem, not people.',
  photoSafety:
    'Do not show who you are: face, shadow, number plate, house number, screens, or a view only your home has. We remove location and phone data from photos, but we cannot remove what the picture shows.',
  contact: 'Where do we send news?',
  email: 'E-mail',
  phone: 'Mobile number',
  none: 'No contact',
  noneNote: 'You keep a receipt and check yourself; we cannot reach you.',
  secretNote: (service) =>
    `News on a secret report says nothing about it. The sender's address still shows ${service}. If others read your phone, choose no contact.`,
  name: 'Your name',
  nameHint: 'A short name is fine. We do not ask for your NIK.',
  preview: 'This is what the public will read',
  previewNote:
    'We mask NIK, phone, e-mail, plates and accounts. It can miss things: check names and home addresses yourself. The agency reads your original text.',
  previewSecret: 'Nothing is shown to the public.',
  edit: 'Change the text',
  consent: (service) =>
    `I agree that ${service} uses my name and contact to handle this report. (Law 27/2022 on Personal Data Protection)`,
  consentChild: 'Under 18? Let a parent or guardian give name and contact, or report without them.',
  truth: 'Write what you know. If unsure, say so; that is fine.',
  send: 'Send report',
  similar: 'There is a similar report nearby. Join as a co-reporter? You get the same news.',
  similarJoin: 'Join',
  similarNo: 'This is different',
}

export const open: typeof id.open = {
  question: 'Who may know?',
  open: [
    'Open',
    'The handling agency sees your name. The public reads the text with personal data masked, without your name.',
  ],
  anonymous: [
    'Anonymous',
    'The agency and the public do not see your name or contact. The public can still read the text, so leave out what only you know.',
  ],
  secret: [
    'Secret',
    'Only the checking operator, the handling agency, its supervisors and, on staff conduct, the inspectors read the text. Only whoever handles it sees your name; the public sees nothing.',
  ],
  both: [
    'Anonymous and secret',
    'The public sees nothing, and the agency reads the text without knowing you. The strongest choice for reports on officials, illegal fees or corruption.',
  ],
  limits:
    'What we cannot promise: the text and photos of a report, a secret one too, are kept without encryption. The system limits which staff read them, but those who run our server can read them. The story itself, an office network or a person with your phone can reveal you. If it is dangerous: your own phone, no office Wi-Fi, no contact.',
  law: 'Name and contact are kept sealed, apart from the text. On an anonymous report no staff can open them in this service; the system uses them only to send you news. Those who run the server hold the key and can open them, for example if the law requires it. What you do not give, nobody can ask for.',
  channels:
    'SMS, X, Facebook and e-mail are never anonymous: the phone company or provider knows the sender. To report without a name, use this form.',
}

export const mask: typeof id.mask = {
  nik: 'NIK masked',
  phone: 'number masked',
  email: 'e-mail masked',
  plate: 'plate masked',
  account: 'account masked',
  name: 'name masked',
}
