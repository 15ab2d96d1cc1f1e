import { OutboxCarry, OutboxList } from './outbox.tsx'

export const examples = {
  list: () => <OutboxList />,
  carry: () => <OutboxCarry />,
}
