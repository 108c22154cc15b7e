import { OUT_FORMATS, type OutFormatId } from '../../formats/out/format.ts';
import { DEFAULT_FILE_NAME, DEFAULT_TEMPLATE } from '../../formats/out/template.ts';

/** How the person took articles out the last time. */
export interface ExportChoice {
  format: OutFormatId;
  pictures: boolean;
  vertical: boolean;
  fileName: string;
  template: string;
}

const LONGEST = 20_000;

/** The choice as it was written down; what is not understood is as at the first time. */
export function readChoice(written: string): ExportChoice {
  const { format, pictures, vertical, fileName, template } = parsed(written);
  return {
    format: OUT_FORMATS.find((id) => id === format) ?? 'epub',
    pictures: pictures !== false,
    vertical: vertical === true,
    fileName:
      typeof fileName === 'string' && fileName ? fileName.slice(0, LONGEST) : DEFAULT_FILE_NAME,
    template:
      typeof template === 'string' && template ? template.slice(0, LONGEST) : DEFAULT_TEMPLATE,
  };
}

function parsed(written: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(written);
    return typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
