const OWN =
  /^(?:localhost|(?:127|0|10|192\.168|169\.254|172\.(?:1[6-9]|2\d|3[01]))(?:\.\d+){1,3}|\[.*\])$|\.(?:localhost|local|internal|home\.arpa)$/;

/** An address in the person's own network, where a page must not send us. */
export const isNearby = (address: string): boolean => OWN.test(new URL(address).hostname);
