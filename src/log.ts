import { type DestinationStream, type Logger, pino, stdSerializers } from 'pino'

export type Log = Logger

/** One JSON object a line. What people wrote, their names and their numbers never stand in it. */
export function logger(level: string, to?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    timestamp: () => `,"time":"${new Date().toISOString()}"`,
    formatters: { level: (label: string) => ({ level: label }) },
    serializers: { err: failure, reason: failure },
  }
  return to ? pino(options, to) : pino(options)
}

/** An error without data. The messages of a database quote values, so of those only the code and the place are kept. */
export function failure(reason: unknown): object {
  if (!(reason instanceof Error)) return { type: typeof reason }
  const { name, code, table_name, constraint_name } = reason as Error & Record<string, unknown>
  const { stack = '' } = stdSerializers.err(reason)
  if (name !== 'PostgresError') return { type: name, message: reason.message, code, stack }
  const places = stack.split('\n').filter((line) => /^\s+at /.test(line))
  return { type: name, code, table: table_name, constraint: constraint_name, stack: places.join('\n') }
}
