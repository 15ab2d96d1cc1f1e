import { PaperView } from './paper-view.tsx'

const sheet = `data:image/svg+xml,${encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 210 297"><rect x="25" y="20" width="165" height="6" fill="#333"/><rect x="25" y="40" width="165" height="2" fill="#777"/><rect x="25" y="46" width="140" height="2" fill="#777"/></svg>')}`

export const examples = {
  letter: () => <PaperView src={sheet} width={210} height={297} alt="Undangan rapat koordinasi; isinya di bawah" />,
}
