import { totalmem } from 'node:os'

const megabyte = 1024 ** 2

/** How the database runs: on the loopback only, modest on a small machine, and silent about what people wrote. */
export function settings(memory = totalmem()): Record<string, string> {
  const share = (part: number, most: number) => Math.max(32, Math.min(most, Math.floor(memory / megabyte / part)))
  return {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    password_encryption: 'scram-sha-256',
    max_connections: '100',
    shared_buffers: `${share(8, 256)}MB`,
    effective_cache_size: `${share(2, 4096)}MB`,
    random_page_cost: '1.1',
    jit: 'off',
    log_timezone: 'UTC',
    // A statement, its parameters or the row in a DETAIL line may hold a name or a phone number.
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    log_parameter_max_length_on_error: '0',
    log_checkpoints: 'off',
  }
}
