import { Problem } from '../../web/problems.ts'

/** JSON as it comes out of DuckDB's parser. */
export type Tree = null | boolean | number | string | readonly Tree[] | { readonly [key: string]: Tree }
type Node = { readonly [key: string]: Tree }

const words = (text: string) => new Set(text.trim().split(/\s+/))

/** What expressions may be. */
const classes: Readonly<Record<string, ReadonlySet<string> | null>> = {
  CONSTANT: null,
  COLUMN_REF: null,
  STAR: null,
  FUNCTION: null,
  CAST: null,
  CASE: null,
  BETWEEN: null,
  CONJUNCTION: null,
  COMPARISON: null,
  SUBQUERY: null,
  OPERATOR: words('COMPARE_IN COMPARE_NOT_IN OPERATOR_NOT OPERATOR_IS_NULL OPERATOR_IS_NOT_NULL OPERATOR_COALESCE OPERATOR_NULLIF'),
  WINDOW: words('WINDOW_AGGREGATE WINDOW_ROW_NUMBER WINDOW_RANK WINDOW_RANK_DENSE WINDOW_NTILE WINDOW_PERCENT_RANK WINDOW_CUME_DIST WINDOW_LAG WINDOW_LEAD WINDOW_FIRST_VALUE WINDOW_LAST_VALUE'),
}

/** Parts of a question that are no expressions: the question, where it reads, and how it is ordered. */
const parts = words('SELECT_NODE BASE_TABLE JOIN SUBQUERY EMPTY ORDER_MODIFIER LIMIT_MODIFIER DISTINCT_MODIFIER ASCENDING DESCENDING ORDER_DEFAULT')

/** Functions that only compute; none makes much out of little, reads a file, a setting or the catalogue. */
const functions = words(`
  + - * / // % || ~~ !~~ ~~* !~~* like_escape not_like_escape ilike_escape not_ilike_escape
  count count_star sum avg mean min max median mode stddev stddev_samp stddev_pop variance var_samp var_pop quantile_cont quantile_disc
  approx_count_distinct bool_and bool_or any_value first last arg_max arg_min max_by min_by corr string_agg
  row_number rank dense_rank ntile percent_rank cume_dist lag lead first_value last_value
  abs round floor ceil ceiling sign sqrt power pow exp ln log log10 log2 mod greatest least trunc
  lower upper lcase ucase trim ltrim rtrim length char_length character_length strlen substring substr left right replace concat concat_ws contains
  starts_with ends_with prefix suffix strpos position instr split_part regexp_matches regexp_replace regexp_extract regexp_full_match strip_accents reverse
  ifnull nullif if coalesce
  date_part datepart date_trunc datetrunc year quarter month day hour minute second week weekofyear dayofweek isodow dayofyear strftime
  date_diff datediff date_sub date_add to_years to_months to_weeks to_days to_hours to_minutes to_seconds make_date last_day monthname dayname epoch`)

const types = words('BOOLEAN TINYINT SMALLINT INTEGER BIGINT HUGEINT UINTEGER UBIGINT FLOAT DOUBLE DECIMAL VARCHAR DATE TIME TIMESTAMP INTERVAL NULL INTEGER_LITERAL STRING_LITERAL')
/** Names of types that the parser leaves for later. */
const typeNames = words('text varchar string int integer int4 int8 bigint smallint numeric decimal double real float float8 bool boolean date timestamp datetime time hugeint')

const about = words('user current_user session_user current_role current_catalog current_schema current_database')

/** Keys whose objects are only wrapping. */
const wrappers = [['node', 'named_param_map'], ['when_expr', 'then_expr'], ['map'], ['aliases']]

const deepest = 60
const mostNodes = 5000

const refused = (what: string) => new Problem('sql', 'SQL ini memakai “{what}”, yang tidak diizinkan. Pakai satu SELECT atas tabel yang disebut.', { what: what.slice(0, 60) })
const isNode = (tree: Tree): tree is Node => typeof tree === 'object' && tree !== null && !Array.isArray(tree)
const textOf = (tree: Tree | undefined) => (typeof tree === 'string' ? tree : '')

/**
 * Refuses SQL that is more than one question to known tables. Every part of the tree must be on a list; what nobody thought of
 * is on none.
 * @param serialized what `json_serialize_sql` made of it
 * @param tables names that may be read
 * @throws Problem on `sql`
 */
export function refuseHostile(serialized: string, tables: ReadonlySet<string>): void {
  const tree = JSON.parse(serialized) as Tree
  if (!isNode(tree)) throw refused('')
  if (tree.error !== false) throw new Problem('sql', 'SQL ini tidak terbaca: {reason}', { reason: textOf(tree.error_message).split('\n')[0]!.slice(0, 200) })
  const { statements = null } = tree
  if (!Array.isArray(statements) || statements.length !== 1) throw refused(';')
  let nodes = 0

  function visit(part: Tree, depth: number): void {
    if (Array.isArray(part)) return part.forEach(one => visit(one, depth))
    if (!isNode(part)) return
    if (depth > deepest || ++nodes > mostNodes) throw new Problem('sql', 'SQL ini terlalu rumit. Pecah menjadi beberapa pertanyaan.')
    if ('class' in part) expression(part)
    else if ('type' in part) reading(part)
    else if (!wrappers.some(keys => keys.every(key => key in part))) throw refused(Object.keys(part).join(', '))
    for (const [key, value] of Object.entries(part)) {
      // Values and types of constants hold nothing that runs; they are looked at where they stand.
      if (key === 'value' || key === 'cast_type' || key === 'query_location') continue
      visit(value, depth + 1)
    }
  }

  function expression(node: Node): void {
    const [kind, type] = [textOf(node.class), textOf(node.type)]
    if (!Object.hasOwn(classes, kind)) throw refused(kind || type)
    const allowed = classes[kind]
    if (allowed && !allowed.has(type)) throw refused(type)
    if (kind === 'FUNCTION' || kind === 'WINDOW') {
      const name = textOf(node.function_name).toLowerCase()
      const home = textOf(node.schema)
      if (!functions.has(name) || textOf(node.catalog) !== '' || (home !== '' && home !== 'main')) throw refused(name)
    }
    // Words without brackets that tell something of the database; days and times may be asked for.
    if (kind === 'COLUMN_REF' && Array.isArray(node.column_names) && node.column_names.length === 1 && about.has(textOf(node.column_names[0] as Tree).toLowerCase())) throw refused(textOf(node.column_names[0] as Tree))
    if (kind === 'CAST') typeOf(node.cast_type)
    if (kind === 'CONSTANT' && isNode(node.value ?? null)) typeOf((node.value as Node).type)
    if (kind === 'STAR' && (node.columns === true || node.expr !== null || [node.replace_list, node.rename_list].some(list => !Array.isArray(list) || list.length > 0))) throw refused('*')
  }

  function typeOf(type: Tree | undefined): void {
    const it = isNode(type ?? null) ? (type as Node) : {}
    const id = textOf(it.id)
    if (types.has(id)) return
    const info = isNode(it.type_info ?? null) ? (it.type_info as Node) : {}
    const name = textOf(info.name).toLowerCase()
    if (id !== 'UNBOUND' || !typeNames.has(name) || textOf(info.catalog) !== '' || textOf(info.schema) !== '') throw refused(name || id)
  }

  function reading(node: Node): void {
    const type = textOf(node.type)
    if (!parts.has(type)) throw refused(type)
    if (node.sample !== undefined && node.sample !== null) throw refused('SAMPLE')
    if (type === 'BASE_TABLE') {
      const name = textOf(node.table_name)
      if (!tables.has(name) || textOf(node.schema_name) !== '' || textOf(node.catalog_name) !== '' || (node.at_clause ?? null) !== null) throw new Problem('sql', 'Tidak ada tabel “{name}”.', { name: name.slice(0, 80) })
    }
    const shared = node.cte_map
    if (shared !== undefined && (!isNode(shared) || !Array.isArray(shared.map) || shared.map.length > 0)) throw refused('WITH')
  }

  visit(statements[0] ?? null, 0)
}
