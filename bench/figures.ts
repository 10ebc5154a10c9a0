/** Percentiles, ratios, and a table to print them in. */

export type Spread = { readonly p50: number; readonly p95: number; readonly p99: number };

/** Of at least one value, each in milliseconds. */
const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? Number.NaN;

export const spreadOf = (values: readonly number[]): Spread => {
  const sorted = values.toSorted((one, other) => one - other);
  return { p50: at(sorted, 0.5), p95: at(sorted, 0.95), p99: at(sorted, 0.99) };
};

export const shown = (value: number): string =>
  value < 10 ? String(Number(value.toPrecision(2))) : value.toFixed(0);

export const milliseconds = ({ p50, p95, p99 }: Spread): string =>
  [p50, p95, p99].map((value) => `${shown(value)} ms`).join(' / ');

export const ratios = (one: Spread, other: Spread): string =>
  (['p50', 'p95', 'p99'] as const).map((name) => `${shown(one[name] / other[name])}×`).join(' / ');

/** Columns as wide as their longest cell. */
export const table = (rows: readonly (readonly string[])[]): string => {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
};
