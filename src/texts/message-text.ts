/** The languages that messages, reasons and labels are written in. */
export type Language = 'sv' | 'en';

/** One text in all of them; `{name}` stands for a parameter. */
export type Text = Readonly<Record<Language, string>>;
