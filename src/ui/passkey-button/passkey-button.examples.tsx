import { PasskeyButton } from './passkey-button.tsx'

export const examples = {
  'to-sign-in': () => <PasskeyButton act="sign-in" label="Masuk dengan kunci sandi" failed="Kunci sandi tidak dikenali." back="/kerja" />,
}
