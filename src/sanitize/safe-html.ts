/** Markup that went through `clean`: the only kind the library stores. */
export type SafeHtml = string & { readonly __brand: 'SafeHtml' };
