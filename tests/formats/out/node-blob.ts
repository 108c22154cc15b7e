import { Blob as NodeBlob } from 'node:buffer';

// jsdom's own Blob has no streams.
globalThis.Blob = NodeBlob as unknown as typeof Blob;
