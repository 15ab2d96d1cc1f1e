export interface PasskeyButtonProps {
  /** Signs in, in the place of whoever is signed in now, or adds a key to the account. */
  act: 'sign-in' | 'register'
  label: string
  /** What is said when it did not work. */
  failed: string
  /** Path to go to after signing in. */
  back?: string
}

/** Finger, face or lock of the device instead of a password. Drawn by the `passkey` script; nothing without it. */
export const PasskeyButton = ({ act, label, failed, back }: PasskeyButtonProps) => <div data-passkey={act} data-back={back} data-label={label} data-failed={failed} />
