import type { ComponentChildren } from 'preact'

type Content = { children: ComponentChildren }

/** Content with something beside it; one column on narrow screens. */
export const Columns = ({ children, aside }: Content & { aside: ComponentChildren }) => (
  <div class="columns"><div>{children}</div><div>{aside}</div></div>
)

/** Equal parts side by side as room allows. */
export const Grid = ({ children }: Content) => <div class="grid">{children}</div>

/** Things under each other with a steady distance. */
export const Stack = ({ children }: Content) => <div class="stack">{children}</div>

/** Buttons in a row. */
export const Actions = ({ children }: Content) => <div class="actions">{children}</div>

/** A quieter remark. */
export const Muted = ({ children }: Content) => <span class="muted">{children}</span>

/** Words only for screen readers. */
export const HiddenText = ({ children }: Content) => <span class="hidden-text">{children}</span>
