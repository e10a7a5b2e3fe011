import { z } from 'zod'
import { addresses } from './addresses.ts'

/** Short messages: our number, what they may cost, and the ways that they come and leave. */
export const smsVariables = {
  SMS_NUMBER: z
    .string()
    .regex(/^\+?\d{3,15}$/, 'must be a number, such as 1708')
    .optional()
    .describe('Our number for short messages, as people write to it.'),
  SMS_COUNTRIES: z
    .string()
    .regex(/^\d{1,3}(\s*,\s*\d{1,3})*$/, 'must be calling codes with commas between them, such as 62')
    .default('62')
    .describe('Calling codes that short messages are sent to.'),
  SMS_DAILY: z.coerce
    .number('must be a number')
    .int()
    .min(1, 'must be at least 1')
    .default(5000)
    .describe('How many short messages may be paid for in a day; notices wait for the next, answers are left out.'),
  SMS_PER_REPORT: z.coerce
    .number('must be a number')
    .int()
    .min(2, 'must be at least 2')
    .default(20)
    .describe(
      'How many short messages news of one report may take; the second half is kept for questions, answers and whether it is done.',
    ),
  KANNEL_SECRET: z
    .string()
    .min(16, 'must have at least 16 characters')
    .optional()
    .describe('Opens /channel/sms/kannel to the Kannel that knows it. Off without it.'),
  KANNEL_FROM: addresses
    .optional()
    .describe('Addresses that Kannel comes from. Without it: this machine and private networks.'),
  KANNEL_SEND_URL: z
    .string()
    .regex(/^(https?:\/\/\S+\s*)+$/, 'must be addresses such as http://user:password@127.0.0.1:13013/cgi-bin/sendsms')
    .optional()
    .describe('Where short messages leave; several with blanks between them, each with `?weight=` for its share.'),
  KANNEL_CALLBACK_URL: z
    .string()
    .regex(/^https?:\/\/[^/?#@\s]+$/, 'must be an address without a path, such as http://10.0.0.5:3000')
    .optional()
    .describe('Where Kannel reaches us to tell what became of a message. Without it: this machine, on PORT.'),
  SMPP_URL: z
    .string()
    .regex(/^(smpps?:\/\/[^:@/\s]+:[^@/\s]+@\S+\s*)+$/, 'must be addresses such as smpp://lapor:password@10.0.0.9:2775')
    .optional()
    .describe(
      'Centres of operators for short messages, both ways; several with blanks between them, each with settings such as `?weight=` and `?window=`.',
    ),
}
