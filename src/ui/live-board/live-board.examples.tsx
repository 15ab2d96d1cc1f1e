import { LiveBoard } from './live-board.tsx'

export const examples = {
  still: () => <LiveBoard address={null}><p>12 dari 14 sudah menjawab.</p></LiveBoard>,
}
