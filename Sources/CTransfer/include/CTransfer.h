// Sends one mail or posts one document by libcurl, whose settings are variadic and out of Swift's reach.

#ifndef CTRANSFER_H
#define CTRANSFER_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

// What stands in the way, as far as a caller can do something about it.
typedef enum {
  ctransfer_done = 0,
  ctransfer_bad_address = 1,
  ctransfer_unreachable = 2,
  ctransfer_timed_out = 3,
  ctransfer_login_denied = 4,
  ctransfer_untrusted = 5,
  ctransfer_refused = 6,
  ctransfer_failed = 7,
} ctransfer_outcome;

// What came of a transfer. `status` is the last answer's code, 0 where none came.
typedef struct {
  ctransfer_outcome outcome;
  long status;
  char reason[256];
} ctransfer_result;

// Where to, and how long it may take.
typedef struct {
  const char *url;
  // NULL where nobody logs in.
  const char *user;
  const char *password;
  // Certificates to trust besides none but these; NULL for those of the system.
  const char *authorities;
  // Whether the connection must be secret before anything is said.
  int must_be_secret;
  long connect_milliseconds;
  long total_milliseconds;
} ctransfer_target;

// Sends a mail: its bytes as they are, to every recipient or to none.
ctransfer_result ctransfer_mail(const ctransfer_target *target, const char *sender,
                                const char *const *recipients, size_t recipient_count,
                                const uint8_t *message, size_t length);

// Posts a body with headers, and follows nowhere. An answer outside 200 to 299 is refused.
ctransfer_result ctransfer_post(const ctransfer_target *target, const char *const *headers,
                                size_t header_count, const uint8_t *body, size_t length);

#ifdef __cplusplus
}
#endif

#endif
