import { Pager } from './pager.tsx'

export const examples = {
  both: () => <Pager newer="/berita?sebelum=9" older="/berita?setelah=1" />,
  last: () => <Pager newer="/berita?sebelum=9" older={null} />,
}
