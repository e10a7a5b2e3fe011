import { z } from 'zod'

/** Addresses of machines, as a setting. */
export const addresses = z
  .string()
  .regex(
    /^[\da-fA-F.:]+(\s*,\s*[\da-fA-F.:]+)*$/,
    'must be addresses with commas between them, such as 10.0.0.2,10.0.0.3',
  )
