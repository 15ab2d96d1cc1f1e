/** Forms a table, or the answer to a question, can be taken away in. */
export const formats = ['csv', 'xlsx', 'parquet', 'json', 'geojson'] as const
export type Format = (typeof formats)[number]

/** What each form is called on the way. */
export const formatTypes: Readonly<Record<Format, string>> = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  parquet: 'application/vnd.apache.parquet',
  json: 'application/json; charset=utf-8',
  geojson: 'application/geo+json',
}

/** Whether the end of an address names one of them. */
export const isFormat = (ending: string | undefined): ending is Format => formats.some(format => format === ending)
