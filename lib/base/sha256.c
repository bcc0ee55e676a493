/* sha256.c - the secure hash of a text; names of steps as in FIPS 180-4 */
#include "base/sha256.h"

#include <stdint.h>

enum { BLOCK = 64, ROUNDS = 64, WORDS = 8, LENGTH = 8 };

/* The first bits of the fractions of the cube roots of the first primes (4.2.2). */
static const uint32_t constants[ROUNDS] = {0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5,
    0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5, 0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3,
    0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174, 0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc,
    0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da, 0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7,
    0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967, 0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13,
    0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85, 0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3,
    0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070, 0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5,
    0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3, 0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208,
    0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2};

static uint32_t
rotate(uint32_t x, int by)
{
	return x >> by | x << (32 - by);
}

/* The message schedule W (6.2.2, step 1). */
static void
expand(const unsigned char *block, uint32_t w[ROUNDS])
{
	for (int t = 0; t < 16; t++)
		w[t] = (uint32_t)block[4 * t] << 24 | (uint32_t)block[4 * t + 1] << 16 |
		    (uint32_t)block[4 * t + 2] << 8 | block[4 * t + 3];
	for (int t = 16; t < ROUNDS; t++) {
		uint32_t s0 = rotate(w[t - 15], 7) ^ rotate(w[t - 15], 18) ^ w[t - 15] >> 3;
		uint32_t s1 = rotate(w[t - 2], 17) ^ rotate(w[t - 2], 19) ^ w[t - 2] >> 10;
		w[t] = w[t - 16] + s0 + w[t - 7] + s1;
	}
}

static void
add_block(uint32_t hash[WORDS], const unsigned char *block)
{
	uint32_t w[ROUNDS], v[WORDS];

	expand(block, w);
	memcpy(v, hash, sizeof(v));
	for (int t = 0; t < ROUNDS; t++) {
		uint32_t a = v[0], e = v[4];
		uint32_t sum1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
		uint32_t sum0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
		uint32_t choice = (e & v[5]) ^ (~e & v[6]);
		uint32_t majority = (a & v[1]) ^ (a & v[2]) ^ (v[1] & v[2]);
		uint32_t t1 = v[7] + sum1 + choice + constants[t] + w[t];
		memmove(v + 1, v, 7 * sizeof(*v));
		v[4] += t1;
		v[0] = t1 + sum0 + majority;
	}
	for (int i = 0; i < WORDS; i++)
		hash[i] += v[i];
}

/* What is left of s, a bit of 1, and the length in bits at the end of a block (5.1.1). */
static void
add_end(uint32_t hash[WORDS], struct str rest, uint64_t bits)
{
	unsigned char end[2 * BLOCK] = {0};
	size_t n = rest.n + 1 + LENGTH <= BLOCK ? BLOCK : 2 * BLOCK;

	if (rest.n > 0)
		memcpy(end, rest.s, rest.n);
	end[rest.n] = 0x80;
	for (int i = 0; i < LENGTH; i++)
		end[n - 1 - (size_t)i] = (unsigned char)(bits >> 8 * i);
	for (size_t at = 0; at < n; at += BLOCK)
		add_block(hash, end + at);
}

void
sha256(unsigned char hash[SHA256_BYTES], struct str s)
{
	uint32_t words[WORDS] = {0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f,
	    0x9b05688c, 0x1f83d9ab, 0x5be0cd19};
	uint64_t bits = (uint64_t)s.n * 8;

	for (; s.n >= BLOCK; s = str_skip(s, BLOCK))
		add_block(words, (const unsigned char *)s.s);
	add_end(words, s, bits);
	for (int i = 0; i < SHA256_BYTES; i++)
		hash[i] = (unsigned char)(words[i / 4] >> (24 - 8 * (i % 4)));
}

void
sha256_put_base64(struct text *text, struct str s)
{
	static const char digits[] =
	    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	unsigned char hash[SHA256_BYTES + 1] = {0};

	sha256(hash, s);
	for (int i = 0; i < SHA256_BYTES; i += 3) {
		uint32_t three = (uint32_t)hash[i] << 16 | (uint32_t)hash[i + 1] << 8 | hash[i + 2];
		for (int shift = 18; shift >= 0; shift -= 6)
			text_put_char(text, digits[three >> shift & 63]);
	}
	/* 32 bytes are ten times three and two, which fill three digits. */
	text->s[text->n - 1] = '=';
}
