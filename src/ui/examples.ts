import type { VNode } from 'preact'
import { examples as agenda } from './agenda/agenda.examples.tsx'
import { examples as arrange } from './arrange/arrange.examples.tsx'
import { examples as articleList } from './article-list/article-list.examples.tsx'
import { examples as badge } from './badge/badge.examples.tsx'
import { examples as banner } from './banner/banner.examples.tsx'
import { examples as bareLayout } from './bare-layout/bare-layout.examples.tsx'
import { examples as breadcrumbs } from './breadcrumbs/breadcrumbs.examples.tsx'
import { examples as button } from './button/button.examples.tsx'
import { examples as checkChips } from './check-chips/check-chips.examples.tsx'
import { examples as checkIn } from './check-in/check-in.examples.tsx'
import { examples as choice } from './choice/choice.examples.tsx'
import { examples as codeBlock } from './code-block/code-block.examples.tsx'
import { examples as counters } from './counters/counters.examples.tsx'
import { examples as dataTable } from './data-table/data-table.examples.tsx'
import { examples as dataQuality } from './data-quality/data-quality.examples.tsx'
import { examples as dateTime } from './date-time/date-time.examples.tsx'
import { examples as diff } from './diff/diff.examples.tsx'
import { examples as disclosure } from './disclosure/disclosure.examples.tsx'
import { examples as document } from './document/document.examples.tsx'
import { examples as editor } from './editor/editor.examples.tsx'
import { examples as emptyState } from './empty-state/empty-state.examples.tsx'
import { examples as factList } from './fact-list/fact-list.examples.tsx'
import { examples as fieldRow } from './field-row/field-row.examples.tsx'
import { examples as field } from './field/field.examples.tsx'
import { examples as fileField } from './file-field/file-field.examples.tsx'
import { examples as filterBar } from './filter-bar/filter-bar.examples.tsx'
import { examples as form } from './form/form.examples.tsx'
import { examples as heatMap } from './heat-map/heat-map.examples.tsx'
import { examples as hero } from './hero/hero.examples.tsx'
import { examples as leadChoice } from './lead-choice/lead-choice.examples.tsx'
import { examples as liveBoard } from './live-board/live-board.examples.tsx'
import { examples as nameList } from './name-list/name-list.examples.tsx'
import { examples as notice } from './notice/notice.examples.tsx'
import { examples as orgChart } from './org-chart/org-chart.examples.tsx'
import { examples as outbox } from './outbox/outbox.examples.tsx'
import { examples as pageHead } from './page-head/page-head.examples.tsx'
import { examples as pager } from './pager/pager.examples.tsx'
import { examples as paperView } from './paper-view/paper-view.examples.tsx'
import { examples as part } from './part/part.examples.tsx'
import { examples as passkeyButton } from './passkey-button/passkey-button.examples.tsx'
import { examples as passkeySeal } from './passkey-seal/passkey-seal.examples.tsx'
import { examples as phoneTold } from './phone-told/phone-told.examples.tsx'
import { examples as picture } from './picture/picture.examples.tsx'
import { examples as placeMap } from './place-map/place-map.examples.tsx'
import { examples as printSheet } from './print-sheet/print-sheet.examples.tsx'
import { examples as prose } from './prose/prose.examples.tsx'
import { examples as publicLayout } from './public-layout/public-layout.examples.tsx'
import { examples as qrCode } from './qr-code/qr-code.examples.tsx'
import { examples as queue } from './queue/queue.examples.tsx'
import { examples as resumableUpload } from './resumable-upload/resumable-upload.examples.tsx'
import { examples as rosterGrid } from './roster-grid/roster-grid.examples.tsx'
import { examples as rowTable } from './row-table/row-table.examples.tsx'
import { examples as rowsField } from './rows-field/rows-field.examples.tsx'
import { examples as sameFile } from './same-file/same-file.examples.tsx'
import { examples as searchField } from './search-field/search-field.examples.tsx'
import { examples as section } from './section/section.examples.tsx'
import { examples as share } from './share/share.examples.tsx'
import { examples as stat } from './stat/stat.examples.tsx'
import { examples as tabs } from './tabs/tabs.examples.tsx'
import { examples as taskList } from './task-list/task-list.examples.tsx'
import { examples as theme } from './theme/theme.examples.tsx'
import { examples as thread } from './thread/thread.examples.tsx'
import { examples as timeline } from './timeline/timeline.examples.tsx'
import { examples as viewChart } from './view-chart/view-chart.examples.tsx'
import { examples as workLayout } from './work-layout/work-layout.examples.tsx'

/** Examples of one component by name; the gallery, the accessibility and the screenshot tests show each of them. */
export type Examples = Record<string, () => VNode>

export const examples: Record<string, Examples> = {
  agenda,
  arrange,
  'article-list': articleList,
  badge,
  banner,
  'bare-layout': bareLayout,
  breadcrumbs,
  button,
  'check-chips': checkChips,
  'check-in': checkIn,
  choice,
  'code-block': codeBlock,
  counters,
  'data-quality': dataQuality,
  'data-table': dataTable,
  'date-time': dateTime,
  diff,
  disclosure,
  document,
  editor,
  'empty-state': emptyState,
  'fact-list': factList,
  field,
  'field-row': fieldRow,
  'file-field': fileField,
  'filter-bar': filterBar,
  form,
  'heat-map': heatMap,
  hero,
  'lead-choice': leadChoice,
  'live-board': liveBoard,
  'name-list': nameList,
  notice,
  'org-chart': orgChart,
  outbox,
  'page-head': pageHead,
  pager,
  'paper-view': paperView,
  part,
  'passkey-button': passkeyButton,
  'passkey-seal': passkeySeal,
  'phone-told': phoneTold,
  picture,
  'place-map': placeMap,
  'print-sheet': printSheet,
  prose,
  'public-layout': publicLayout,
  'qr-code': qrCode,
  queue,
  'resumable-upload': resumableUpload,
  'roster-grid': rosterGrid,
  'row-table': rowTable,
  'rows-field': rowsField,
  'same-file': sameFile,
  'search-field': searchField,
  section,
  share,
  stat,
  tabs,
  'task-list': taskList,
  theme,
  thread,
  timeline,
  'view-chart': viewChart,
  'work-layout': workLayout,
}

/** Components whose examples are whole documents and stand alone. */
export const wholePages: ReadonlySet<string> = new Set(['bare-layout', 'document', 'print-sheet', 'public-layout', 'work-layout'])

/** `with errors` → `with-errors`, for addresses. */
export const addressOf = (name: string): string => name.replaceAll(' ', '-')
