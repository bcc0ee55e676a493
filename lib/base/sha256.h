/* sha256.h - the secure hash of a text: SHA-256 of FIPS 180-4.
 *
 *	unsigned char hash[SHA256_BYTES];
 *	sha256(hash, STR("abc"));
 *	sha256_put_base64(&text, STR("abc"));
 *
 * By which a browser knows a script that a page allows.
 */
#ifndef BASE_SHA256_H
#define BASE_SHA256_H

#include "base/text.h"

enum { SHA256_BYTES = 32 };

void sha256(unsigned char hash[SHA256_BYTES], struct str s);

/* Writes the hash of s in base64 (RFC 4648), 44 characters. */
void sha256_put_base64(struct text *text, struct str s);

#endif
