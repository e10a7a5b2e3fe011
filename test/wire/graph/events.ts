/** Events as Meta's documents show them: what people do on our page, our account and our number. */

export const ours = { page: '104900000000001', instagram: '17841400000000001', waba: '102290000000001' } as const
export const number = '106540352242922'
type At = Readonly<{ at: Date }>
const ms = ({ at }: At) => at.getTime()
const seconds = ({ at }: At) => Math.floor(at.getTime() / 1000)

export const page = (...entries: object[]) => ({ object: 'page', entry: entries })
export const instagram = (...entries: object[]) => ({ object: 'instagram', entry: entries })
export const whatsapp = (...entries: object[]) => ({ object: 'whatsapp_business_account', entry: entries })

/** An entry of Messenger or Instagram. */
export const messagingEntry = (account: string, at: Date, ...messaging: object[]) => ({
  id: account,
  time: at.getTime(),
  messaging,
})

export const message = (from: string, to: string, when: At, mid: string, more: object) => ({
  sender: { id: from },
  recipient: { id: to },
  timestamp: ms(when),
  message: { mid, ...more },
})

export const other = (from: string, to: string, when: At, more: object) => ({
  sender: { id: from },
  recipient: { id: to },
  timestamp: ms(when),
  ...more,
})

export const echo = (to: string, when: At, mid: string, text: string) =>
  message(ours.page, to, when, mid, { is_echo: true, app_id: 1_517_776_481_860_111, text })

/** An entry of the page's feed. */
export const feedEntry = (at: Date, ...values: object[]) => ({
  id: ours.page,
  time: Math.floor(at.getTime() / 1000),
  changes: values.map((value) => ({ field: 'feed', value })),
})

export const pageComment = (
  from: { id: string; name: string },
  when: At,
  id: string,
  text: string,
  more: object = {},
) => ({
  from,
  item: 'comment',
  verb: 'add',
  comment_id: id,
  post_id: `${ours.page}_900`,
  parent_id: `${ours.page}_900`,
  created_time: seconds(when),
  message: text,
  post: { status_type: 'mobile_status_update', is_published: true, id: `${ours.page}_900` },
  ...more,
})

/** An entry of Instagram's comments or mentions. */
export const instagramEntry = (at: Date, field: string, ...values: object[]) => ({
  id: ours.instagram,
  time: Math.floor(at.getTime() / 1000),
  changes: values.map((value) => ({ field, value })),
})

export const instagramComment = (
  from: { id: string; username: string },
  id: string,
  text: string,
  more: object = {},
) => ({
  id,
  from,
  text,
  media: { id: '17900000000000001', media_product_type: 'FEED' },
  ...more,
})

/** An entry of WhatsApp. */
export const whatsappEntry = (value: object) => ({
  id: ours.waba,
  changes: [
    {
      field: 'messages',
      value: {
        messaging_product: 'whatsapp',
        metadata: { display_phone_number: '62811000000', phone_number_id: number },
        ...value,
      },
    },
  ],
})

export const whatsappMessage = (from: string, when: At, id: string, type: string, more: object) => ({
  from,
  id,
  timestamp: String(seconds(when)),
  type,
  ...more,
})

export const contact = (id: string, name: string) => ({ profile: { name }, wa_id: id })

export const whatsappStatus = (id: string, status: string, to: string, when: At, more: object = {}) => ({
  id,
  status,
  timestamp: String(seconds(when)),
  recipient_id: to,
  ...more,
})
