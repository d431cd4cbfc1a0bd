// SHA-256 as in FIPS 180-4: portable C, and the processor's own instructions where it has them.

#ifndef CSHA256_H
#define CSHA256_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// Which code does the work. Tests ask for each; everyone else takes the fastest.
typedef enum {
  csha256_portable = 0,
  csha256_sha_ni = 1,
} csha256_path;

// A hash under way. Its fields are private to the implementation.
typedef struct {
  uint32_t words[8];
  uint64_t length;
  uint8_t pending[64];
  csha256_path path;
} csha256_state;

// The fastest path of this processor; asked once, then remembered.
csha256_path csha256_fastest(void);

// Begins a hash. A path that this processor lacks becomes the portable one.
void csha256_init(csha256_state *state, csha256_path path);

// Adds bytes; `bytes` may be NULL when `count` is 0.
void csha256_update(csha256_state *state, const uint8_t *bytes, size_t count);

// Ends the hash and writes its 32 bytes; the state must be begun again before it is used again.
void csha256_final(csha256_state *state, uint8_t *digest);

// The hash of one piece, by the fastest path.
void csha256(const uint8_t *bytes, size_t count, uint8_t *digest);

#ifdef __cplusplus
}
#endif

#endif
