#include "CTransfer.h"

#include <curl/curl.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void begin(void) { curl_global_init(CURL_GLOBAL_DEFAULT); }

// What is still to be handed to the server.
typedef struct {
  const uint8_t *bytes;
  size_t left;
} source;

static size_t hand_over(char *buffer, size_t size, size_t count, void *context) {
  source *from = context;
  size_t room = size * count;
  size_t taken = from->left < room ? from->left : room;
  memcpy(buffer, from->bytes, taken);
  from->bytes += taken;
  from->left -= taken;
  return taken;
}

// What a server answers in words is for nobody: its code says it. One that never ends is cut off.
static size_t forget(char *buffer, size_t size, size_t count, void *context) {
  (void)buffer;
  size_t *heard = context;
  *heard += size * count;
  return *heard > 1 << 20 ? 0 : size * count;
}

static ctransfer_result failure(ctransfer_outcome outcome, const char *reason) {
  ctransfer_result result = {.outcome = outcome, .status = 0};
  snprintf(result.reason, sizeof result.reason, "%s", reason);
  return result;
}

static ctransfer_outcome meaning(CURLcode code) {
  switch (code) {
  case CURLE_OK:
    return ctransfer_done;
  case CURLE_UNSUPPORTED_PROTOCOL:
  case CURLE_URL_MALFORMAT:
    return ctransfer_bad_address;
  case CURLE_COULDNT_RESOLVE_PROXY:
  case CURLE_COULDNT_RESOLVE_HOST:
  case CURLE_COULDNT_CONNECT:
    return ctransfer_unreachable;
  case CURLE_OPERATION_TIMEDOUT:
    return ctransfer_timed_out;
  case CURLE_LOGIN_DENIED:
    return ctransfer_login_denied;
  case CURLE_PEER_FAILED_VERIFICATION:
  case CURLE_SSL_CACERT_BADFILE:
  case CURLE_SSL_CONNECT_ERROR:
  case CURLE_USE_SSL_FAILED:
    return ctransfer_untrusted;
  default:
    return ctransfer_failed;
  }
}

static CURL *prepare(const ctransfer_target *target, const char *protocols, char *reason,
                     size_t *heard) {
  pthread_once(&once, begin);
  CURL *handle = curl_easy_init();
  if (!handle) return NULL;
  reason[0] = 0;
  *heard = 0;
  curl_easy_setopt(handle, CURLOPT_ERRORBUFFER, reason);
  curl_easy_setopt(handle, CURLOPT_URL, target->url);
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, protocols);
  // Signals belong to the program, and so does the choice of a proxy: nothing is taken from the
  // environment unseen.
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);
  curl_easy_setopt(handle, CURLOPT_PROXY, "");
  curl_easy_setopt(handle, CURLOPT_FOLLOWLOCATION, 0L);
  curl_easy_setopt(handle, CURLOPT_CONNECTTIMEOUT_MS, target->connect_milliseconds);
  curl_easy_setopt(handle, CURLOPT_SERVER_RESPONSE_TIMEOUT,
                   (target->total_milliseconds + 999) / 1000);
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, target->total_milliseconds);
  curl_easy_setopt(handle, CURLOPT_WRITEFUNCTION, forget);
  curl_easy_setopt(handle, CURLOPT_WRITEDATA, heard);
  curl_easy_setopt(handle, CURLOPT_USE_SSL,
                   target->must_be_secret ? (long)CURLUSESSL_ALL : (long)CURLUSESSL_NONE);
  if (target->authorities) curl_easy_setopt(handle, CURLOPT_CAINFO, target->authorities);
  if (target->user) curl_easy_setopt(handle, CURLOPT_USERNAME, target->user);
  if (target->password) curl_easy_setopt(handle, CURLOPT_PASSWORD, target->password);
  return handle;
}

static ctransfer_result finish(CURL *handle, const char *reason) {
  CURLcode code = curl_easy_perform(handle);
  ctransfer_result result =
      failure(meaning(code), reason[0] ? reason : curl_easy_strerror(code));
  curl_easy_getinfo(handle, CURLINFO_RESPONSE_CODE, &result.status);
  // A server that answered with a refusal was reached and understood.
  if (result.outcome == ctransfer_failed && result.status >= 400) {
    result.outcome = ctransfer_refused;
  }
  return result;
}

ctransfer_result ctransfer_mail(const ctransfer_target *target, const char *sender,
                                const char *const *recipients, size_t recipient_count,
                                const uint8_t *message, size_t length) {
  char reason[CURL_ERROR_SIZE];
  size_t heard;
  CURL *handle = prepare(target, "smtp,smtps", reason, &heard);
  if (!handle) return failure(ctransfer_failed, "no memory");
  struct curl_slist *list = NULL;
  for (size_t index = 0; index < recipient_count; index++) {
    list = curl_slist_append(list, recipients[index]);
  }
  source from = {.bytes = message, .left = length};
  curl_easy_setopt(handle, CURLOPT_MAIL_FROM, sender);
  curl_easy_setopt(handle, CURLOPT_MAIL_RCPT, list);
  curl_easy_setopt(handle, CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(handle, CURLOPT_READFUNCTION, hand_over);
  curl_easy_setopt(handle, CURLOPT_READDATA, &from);
  curl_easy_setopt(handle, CURLOPT_INFILESIZE_LARGE, (curl_off_t)length);
  ctransfer_result result = finish(handle, reason);
  curl_slist_free_all(list);
  curl_easy_cleanup(handle);
  return result;
}

ctransfer_result ctransfer_post(const ctransfer_target *target, const char *const *headers,
                                size_t header_count, const uint8_t *body, size_t length) {
  char reason[CURL_ERROR_SIZE];
  size_t heard;
  CURL *handle =
      prepare(target, target->must_be_secret ? "https" : "http,https", reason, &heard);
  if (!handle) return failure(ctransfer_failed, "no memory");
  // Nothing waits for leave to send a body of some kilobytes.
  struct curl_slist *list = curl_slist_append(NULL, "Expect:");
  for (size_t index = 0; index < header_count; index++) {
    list = curl_slist_append(list, headers[index]);
  }
  curl_easy_setopt(handle, CURLOPT_HTTPHEADER, list);
  curl_easy_setopt(handle, CURLOPT_POSTFIELDS, (const char *)body);
  curl_easy_setopt(handle, CURLOPT_POSTFIELDSIZE_LARGE, (curl_off_t)length);
  ctransfer_result result = finish(handle, reason);
  // The code has come before the words, so it counts however they end.
  if (result.outcome == ctransfer_done || result.outcome == ctransfer_refused ||
      (result.outcome == ctransfer_failed && result.status >= 200)) {
    int taken = result.status >= 200 && result.status <= 299;
    result.outcome = taken ? ctransfer_done : ctransfer_refused;
    snprintf(result.reason, sizeof result.reason, "HTTP %ld", result.status);
  }
  curl_slist_free_all(list);
  curl_easy_cleanup(handle);
  return result;
}
