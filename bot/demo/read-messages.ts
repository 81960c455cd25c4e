// Reading LINE messages as a person does: their words, and what their buttons carry.

/** A postback button. */
type Tappable = { label: string; data: string };

/** The words, coordinates and addresses in a message, in the order they stand. */
export function wordsOf(message: unknown): string[] {
  if (Array.isArray(message)) return message.flatMap(wordsOf);
  if (!isRecord(message)) return [];
  return Object.entries(message).flatMap(([key, value]) => {
    if (key === 'altText' || key === 'displayText') return [];
    if (['text', 'title', 'address', 'uri'].includes(key) && typeof value === 'string') return [value];
    if (['label', 'latitude', 'longitude'].includes(key))
      return [key === 'label' ? `[${value}]` : String(value)];
    return wordsOf(value);
  });
}

/** The addresses of the charts in a message. */
export function chartsOf(message: unknown): string[] {
  if (Array.isArray(message)) return message.flatMap(chartsOf);
  if (!isRecord(message)) return [];
  return Object.entries(message).flatMap(([key, value]) => {
    const isChart = key === 'url' && typeof value === 'string' && value.includes('/charts/');
    return isChart ? [value] : chartsOf(value);
  });
}

/** The first postback labelled so, or with a number before the label; undefined when there is none. */
export function actionLabelled(label: string, message: unknown): Tappable | undefined {
  if (Array.isArray(message)) return firstOf(message, label);
  if (!isRecord(message)) return undefined;
  const own =
    message.type === 'postback' && isTappable(message) && saysSo(message, label) ? message : undefined;
  return own ?? firstOf(Object.values(message), label);
}

function firstOf(parts: readonly unknown[], label: string): Tappable | undefined {
  for (const part of parts) {
    const found = actionLabelled(label, part);
    if (found) return found;
  }
  return undefined;
}

function saysSo({ label }: Tappable, wanted: string): boolean {
  return label === wanted || label.replace(/^\d+\s/, '') === wanted;
}

function isTappable(value: Record<string, unknown>): value is Tappable & Record<string, unknown> {
  return typeof value.label === 'string' && typeof value.data === 'string';
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
