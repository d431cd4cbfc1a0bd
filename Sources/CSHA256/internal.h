#ifndef CSHA256_INTERNAL_H
#define CSHA256_INTERNAL_H

#include <stddef.h>
#include <stdint.h>

// The round constants: the first 32 bits of the fractions of the cube roots of the first 64 primes.
extern const uint32_t csha256_rounds[64];

// Takes whole blocks of 64 bytes into the eight words.
void csha256_compress_portable(uint32_t words[8], const uint8_t *bytes, size_t blocks);

#if defined(__x86_64__)
#define CSHA256_HAS_SHA_NI 1
int csha256_cpu_has_sha_ni(void);
void csha256_compress_sha_ni(uint32_t words[8], const uint8_t *bytes, size_t blocks);
#endif

#endif
