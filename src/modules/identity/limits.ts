/**
 * Times and counts of signing in, in one place. They follow OWASP ASVS 5.0 (V6, V7) and the OWASP page on
 * device cookies; none of them comes from a law. Durations are seconds.
 */
export const limits = {
  session: {
    /** Unused this long, a session ends: a working day with its breaks. */
    idle: 8 * 3600,
    /** Every session ends after this, used or not. */
    absolute: 5 * 86_400,
    /** How often the use of a session is written down. */
    touch: 300,
  },
  password: { min: 10, max: 128 },
  /** A link to set a new password. */
  recovery: 3600,
  /** A link to take up an account. */
  invitation: 7 * 86_400,
  /** Between password and code. */
  secondStep: 600,
  /** How long a browser is remembered as one the account was used in. */
  device: 180 * 86_400,
  attempts: {
    /** From a browser the account knows: the owner with a bad memory. */
    device: { free: 5, first: 30, most: 900 },
    /** From all unknown browsers together: the owner on a new phone, or somebody guessing. */
    strangers: { free: 5, first: 30, most: 3600 },
    /** From one network over all accounts: an office of hundreds sits behind one address. */
    network: { free: 60, first: 10, most: 900 },
    /** Requests for a password link, per address written and per network. */
    recovery: { free: 3, first: 60, most: 3600 },
  },
} as const
