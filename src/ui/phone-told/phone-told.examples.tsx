import { PhoneTold } from './phone-told.tsx'

export const examples = {
  button: () => <PhoneTold publicKey="BNc" />,
}
