const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\n': '&#10;',
  '\t': '&#9;',
};

/** A text as it stands in an element or an attribute. */
export function escapeXml(text: string): string {
  return text.replaceAll(/[&<>"\n\t]/gu, (sign) => ESCAPES[sign] ?? sign);
}

/** The line that XML documents begin with. */
export const XML_DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
