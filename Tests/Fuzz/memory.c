/* Counts what the input at hand makes the program hold, so that too much is a finding. */

#include <stdatomic.h>
#include <stddef.h>

int __sanitizer_install_malloc_and_free_hooks(void (*malloc_hook)(const volatile void *, size_t),
                                              void (*free_hook)(const volatile void *));
size_t __sanitizer_get_allocated_size(const volatile void *address);

static atomic_long held, most;

static void taken(const volatile void *address, size_t size) {
  (void)address;
  long now = atomic_fetch_add(&held, (long)size) + (long)size;
  long before = atomic_load(&most);
  while (now > before && !atomic_compare_exchange_weak(&most, &before, now)) {
  }
}

static void given_back(const volatile void *address) {
  if (address) atomic_fetch_sub(&held, (long)__sanitizer_get_allocated_size(address));
}

/* Begins to count. */
void stafett_memory_watch(void) { __sanitizer_install_malloc_and_free_hooks(taken, given_back); }

/* What is held from here on is the input's; gives what is held now. */
long stafett_memory_mark(void) {
  long now = atomic_load(&held);
  atomic_store(&most, now);
  return now;
}

/* The most that was held at once since the mark, in bytes. */
long stafett_memory_most(void) { return atomic_load(&most); }
