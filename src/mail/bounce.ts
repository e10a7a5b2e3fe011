/** A letter that says that ours was not delivered (RFC 3464): one block about the letter, then one for each recipient. Pure. */

/** `final`: this letter will not arrive. `hard`: nor will another one to the same address. */
export type Bounce = Readonly<{ final: boolean; hard: boolean; status: string }>

/** Reads the part of type `message/delivery-status`.
 *  @returns the worst that it says of any recipient, or undefined when nothing failed. */
export function readBounce(part: string): Bounce | undefined {
  const failed = part
    .replace(/\r\n?/g, '\n')
    .slice(0, 20_000)
    .split(/\n\s*\n/)
    .flatMap((block) => {
      const action = /^action:\s*([a-z]+)/im.exec(block)?.[1]?.toLowerCase()
      const status = /^status:\s*([245]\.\d{1,3}\.\d{1,3})/im.exec(block)?.[1]
      return action === 'failed' || (action === 'delayed' && status)
        ? [{ final: action === 'failed', hard: action === 'failed' && hard(status), status: status ?? '5.0.0' }]
        : []
    })
  return failed.find((one) => one.hard) ?? failed.find((one) => one.final) ?? failed[0]
}

/** A full mailbox (5.2.2) and a letter too large or unwelcome today (5.3.4, 5.7.x) say nothing of the address. */
const hard = (status: string | undefined) =>
  status === undefined || (status.startsWith('5.') && !/^5\.(2\.2|3\.\d+|7\.\d+)$/.test(status))
