/** Short ways to write messages in the tables of good and bad ones. */

export type Json = Record<string, unknown>;

export const picture = 'https://example.com/a.jpg';
export const longThai = (graphemes: number) => 'กี่'.repeat(graphemes);

export const postback = (label: string, more: Json = {}) => ({
  type: 'postback',
  label,
  data: 'a=1',
  ...more,
});
export const uri = (address: string) => ({ type: 'uri', label: 'เปิด', uri: address });
export const text = (more: Json = {}) => ({ type: 'text', text: 'สวัสดี', ...more });
export const quick = (...actions: Json[]) =>
  text({ quickReply: { items: actions.map((action) => ({ type: 'action', action })) } });
export const template = (content: Json) => ({ type: 'template', altText: 'ตัวเลือก', template: content });
export const column = (more: Json = {}) => ({ text: 'ข้อความ', actions: [postback('ก')], ...more });
export const flex = (contents: Json) => ({ type: 'flex', altText: 'บัตร', contents });
export const bubble = (...components: Json[]) => ({
  type: 'bubble',
  body: { type: 'box', layout: 'vertical', contents: components },
});
export const inBody = (...components: Json[]) => flex(bubble(...components));
export const words = (more: Json = {}) => ({ type: 'text', text: 'ก', ...more });
export const inBox = (more: Json) => inBody({ type: 'box', layout: 'vertical', contents: [], ...more });
export const imagemap = (more: Json = {}) => ({
  type: 'imagemap',
  baseUrl: 'https://example.com/map',
  altText: 'แผนที่',
  baseSize: { width: 1040, height: 700 },
  actions: [{ type: 'uri', linkUri: picture, area: { x: 0, y: 0, width: 10, height: 10 } }],
  ...more,
});
export const video = {
  type: 'video',
  url: picture,
  previewUrl: picture,
  altContent: { type: 'image', url: picture },
};
export const times = <Value>(count: number, value: Value): Value[] =>
  Array.from({ length: count }, () => value);
