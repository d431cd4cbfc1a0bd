#include "CSHA256.h"

#include <stdatomic.h>
#include <string.h>

#include "internal.h"

csha256_path csha256_fastest(void) {
#if CSHA256_HAS_SHA_NI
  // Asking the processor costs tens of microseconds under a hypervisor. Two threads may both ask:
  // they get the same answer.
  static atomic_int remembered = -1;
  int path = atomic_load_explicit(&remembered, memory_order_relaxed);
  if (path < 0) {
    path = csha256_cpu_has_sha_ni() ? csha256_sha_ni : csha256_portable;
    atomic_store_explicit(&remembered, path, memory_order_relaxed);
  }
  return (csha256_path)path;
#else
  return csha256_portable;
#endif
}

static void compress(csha256_state *state, const uint8_t *bytes, size_t blocks) {
#if CSHA256_HAS_SHA_NI
  if (state->path == csha256_sha_ni) {
    csha256_compress_sha_ni(state->words, bytes, blocks);
    return;
  }
#endif
  csha256_compress_portable(state->words, bytes, blocks);
}

void csha256_init(csha256_state *state, csha256_path path) {
  static const uint32_t start[8] = {
      0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a, 0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19,
  };
  memcpy(state->words, start, sizeof start);
  state->length = 0;
  state->path = path == csha256_portable ? path : csha256_fastest();
}

void csha256_update(csha256_state *state, const uint8_t *bytes, size_t count) {
  if (count == 0) return;
  size_t held = state->length % 64;
  state->length += count;
  if (held > 0) {
    size_t taken = count < 64 - held ? count : 64 - held;
    memcpy(state->pending + held, bytes, taken);
    if (held + taken < 64) return;
    compress(state, state->pending, 1);
    bytes += taken;
    count -= taken;
  }
  size_t blocks = count / 64;
  if (blocks > 0) compress(state, bytes, blocks);
  memcpy(state->pending, bytes + 64 * blocks, count % 64);
}

static void put_big_endian(uint8_t *out, uint64_t value, int size) {
  for (int i = 0; i < size; i++) out[i] = (uint8_t)(value >> 8 * (size - 1 - i));
}

void csha256_final(csha256_state *state, uint8_t *digest) {
  uint8_t tail[128];
  size_t held = state->length % 64;
  size_t size = held < 56 ? 64 : 128;
  memcpy(tail, state->pending, held);
  tail[held] = 0x80;
  memset(tail + held + 1, 0, size - 8 - held - 1);
  put_big_endian(tail + size - 8, state->length * 8, 8);
  compress(state, tail, size / 64);
  for (int i = 0; i < 8; i++) put_big_endian(digest + 4 * i, state->words[i], 4);
}

void csha256(const uint8_t *bytes, size_t count, uint8_t *digest) {
  csha256_state state;
  csha256_init(&state, csha256_fastest());
  csha256_update(&state, bytes, count);
  csha256_final(&state, digest);
}
