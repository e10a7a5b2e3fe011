import type * as id from '../../id/desk/templates.ts'

export const templates: typeof id.templates = {
  title: 'Answer templates',
  hint: 'Openings that your agency often uses. Always fit them to the report: people recognise a copied answer.',
  add: 'New template',
  name: 'Title',
  text: 'Text',
  save: 'Save template',
  remove: 'Remove',
}
