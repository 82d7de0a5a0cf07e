/*
 * Sample header for xenvendor, written for this project; not a Xen header.
 * Messages between a domain and the xenstore daemon, and their shared page.
 */
#ifndef SAMPLE_XEN_IO_XS_WIRE_H
#define SAMPLE_XEN_IO_XS_WIRE_H

enum xsd_sockmsg_type {
  XS_DEBUG,
  XS_DIRECTORY,
  XS_READ,
  XS_GET_PERMS,
  XS_WATCH,
  XS_UNWATCH,
  XS_TRANSACTION_START,
  XS_TRANSACTION_END,
  XS_INTRODUCE,
  XS_RELEASE,
  XS_GET_DOMAIN_PATH,
  XS_WRITE,
  XS_MKDIR,
  XS_RM,
  XS_SET_PERMS,
  XS_WATCH_EVENT,
  XS_ERROR,
  XS_IS_DOMAIN_INTRODUCED,
  XS_RESUME
};

/* Errors travel as text: numbers differ between operating systems. */
struct xsd_errors {
  int errnum;
  const char *errstring;
};
#define XSD_ERROR(name) { name, #name }
static struct xsd_errors xsd_errors[]
#ifdef __GNUC__
  __attribute__((unused))
#endif
  = {
  XSD_ERROR(EINVAL),
  XSD_ERROR(EACCES),
  XSD_ERROR(EEXIST),
  XSD_ERROR(EISDIR),
  XSD_ERROR(ENOENT),
  XSD_ERROR(ENOMEM),
  XSD_ERROR(ENOSPC),
  XSD_ERROR(EIO),
  XSD_ERROR(ENOTEMPTY),
  XSD_ERROR(ENOSYS),
  XSD_ERROR(EROFS),
  XSD_ERROR(EBUSY),
  XSD_ERROR(EAGAIN),
  XSD_ERROR(EISCONN)
};

/* Stands before each message; len counts the bytes that follow it. */
struct xsd_sockmsg {
  uint32_t type;
  uint32_t req_id; /* an answer repeats it */
  uint32_t tx_id; /* zero outside a transaction */
  uint32_t len;
};

/* Order of the strings in XS_WATCH_EVENT. */
enum xs_watch_type {
  XS_WATCH_PATH = 0,
  XS_WATCH_TOKEN
};

/* Bytes in each direction. The mask below wants a power of two. */
#define XENSTORE_RING_SIZE 1024
typedef uint32_t XENSTORE_RING_IDX;
#define MASK_XENSTORE_IDX(i) ((i) & (XENSTORE_RING_SIZE - 1))

/* The shared page. The domain writes req and reads rsp. */
struct xenstore_domain_interface {
  char req[XENSTORE_RING_SIZE];
  char rsp[XENSTORE_RING_SIZE];
  XENSTORE_RING_IDX req_cons, req_prod;
  XENSTORE_RING_IDX rsp_cons, rsp_prod;
};

/* Longest message, and longest absolute and relative path. */
#define XENSTORE_PAYLOAD_MAX 4096
#define XENSTORE_ABS_PATH_MAX 3072
#define XENSTORE_REL_PATH_MAX 2048

#endif /* SAMPLE_XEN_IO_XS_WIRE_H */
