/** WSME answers XML to whoever asks for it (contract fm/accept-xml). */

export function toXml(body: unknown): string {
  return `<result>${inner(body)}</result>`;
}

function inner(value: unknown): string {
  if (Array.isArray(value)) return value.map((item) => `<item>${inner(item)}</item>`).join('');
  if (value !== null && typeof value === 'object') {
    return Object.entries(value)
      .map(([key, item]) => (item === null ? `<${key} nil="true" />` : `<${key}>${inner(item)}</${key}>`))
      .join('');
  }
  return String(value).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}
