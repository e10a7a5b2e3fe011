/** How long what leaves may be, each way as it counts. Pure. */

type Longest = Readonly<{ private: number; public: number }>

export const longest = {
  /** An agency's words in a letter; what follows stands on the page of the report. */
  email: 1500,
  /** Two short messages of the GSM alphabet. */
  sms: 306,
  x: { private: 10_000, public: 280 },
  facebook: { private: 2000, public: 8000 },
  instagram: { private: 1000, public: 300 },
  whatsapp: { private: 4096, public: 0 },
  telegram: { private: 4096, public: 4096 },
} as const satisfies Readonly<Record<string, number | Longest>>

export type Talked = Exclude<keyof typeof longest, 'email' | 'sms'>

/** In one line, where WhatsApp takes only a form of ours: to who was silent for a day. */
export const longestInForm = 800

/** Of a message to a person alone: Instagram counts bytes, the others units of UTF-16. */
export const lengthIn = (name: Talked, text: string): number =>
  name === 'instagram' ? Buffer.byteLength(text) : text.length
