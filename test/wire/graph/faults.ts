/** Errors as Graph words them. */

export type Refusal = Readonly<{ status: number; error: Readonly<Record<string, unknown>> }>

export const fault = (status: number, code: number, subcode?: number, message = 'No.', more: object = {}): Refusal => ({
  status,
  error: {
    message: `(#${code}) ${message}`,
    type: 'OAuthException',
    code,
    ...(subcode === undefined ? {} : { error_subcode: subcode }),
    fbtrace_id: 'AbCdEfGhIjK',
    ...more,
  },
})

export const faults = {
  token: fault(401, 190, 463, 'Error validating access token: Session has expired.'),
  proof: fault(400, 100, undefined, 'Invalid appsecret_proof provided in the API argument'),
  gone: fault(400, 100, 33, 'Unsupported get request. Object with ID does not exist.'),
  window: fault(400, 10, 2_018_278, 'This message is sent outside of allowed window.'),
  away: fault(400, 551, 1_545_041, "This person isn't available right now."),
  silent: fault(400, 10, 2_018_108, "This Person Isn't Receiving Messages From You Right Now."),
  again: fault(400, 10_900, undefined, 'Activity already replied to'),
  long: fault(400, 100, 2_018_199, 'Length of param message[text] must be less than or equal to 2000'),
  title: fault(
    400,
    100,
    undefined,
    'Length of param message[quick_replies][0][title] must be less than or equal to 20',
  ),
  reengage: fault(400, 131_047, undefined, 'Re-engagement message'),
  shape: fault(400, 131_009, undefined, 'Parameter value is not valid'),
  template: fault(400, 132_018, undefined, 'The parameters of the template have new lines, tabs or too many blanks'),
} as const
