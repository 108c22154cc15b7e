import type { JSX } from 'preact';
import { ask } from '../../platform/background-link.ts';
import { clean } from '../../sanitize/clean.ts';
import { Edit, type EditProps } from '../../screens/reader/editing/Edit.tsx';
import { createEditModel } from '../../screens/reader/editing/model.ts';

/** Lives as long as the page, so that what was done can be undone after a look at the article. */
const model = createEditModel({ send: ask, clean: (html) => clean(html).html });

/** The article's copy, corrected through the background. */
export const EditHere = (props: EditProps): JSX.Element => <Edit {...props} model={model} />;
