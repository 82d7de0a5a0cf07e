/*
 * Sample header for xenvendor, written for this project; not a Xen header.
 * Rings of requests and responses in a page that two domains share.
 */
#ifndef SAMPLE_XEN_IO_RING_H
#define SAMPLE_XEN_IO_RING_H

/* Indices run freely and wrap at 2^32; only the low bits select an entry. */
typedef unsigned int RING_IDX;

/* Largest power of two not above n, which must not be zero. */
#define __RD32(n) (1U << (31 - __builtin_clz(n)))

/* Entries that fit behind the header of ring s in an area of so many bytes. */
#define __RING_SIZE(s, bytes) \
  __RD32(((bytes) - ((char *)(s)->ring - (char *)(s))) / sizeof((s)->ring[0]))

/*
 * Defines the types of one kind of ring: the shared page, and the private
 * state of the two ends. The front sends requests, the back answers them.
 */
#define DEFINE_RING_TYPES(name, req_t, rsp_t) \
  union name##_sring_entry { req_t req; rsp_t rsp; }; \
  struct name##_sring { \
    RING_IDX req_prod, req_event; \
    RING_IDX rsp_prod, rsp_event; \
    uint8_t pad[48]; \
    union name##_sring_entry ring[1]; \
  }; \
  struct name##_front_ring { \
    RING_IDX req_prod_pvt, rsp_cons; \
    unsigned int nr_ents; \
    struct name##_sring *sring; \
  }; \
  struct name##_back_ring { \
    RING_IDX rsp_prod_pvt, req_cons; \
    unsigned int nr_ents; \
    struct name##_sring *sring; \
  }; \
  typedef struct name##_sring name##_sring_t; \
  typedef struct name##_front_ring name##_front_ring_t; \
  typedef struct name##_back_ring name##_back_ring_t

/* The front sets up the shared page, then each end its own state. */
#define SHARED_RING_INIT(s) do { \
  (s)->req_prod = (s)->rsp_prod = 0; \
  (s)->req_event = (s)->rsp_event = 1; \
  (void)memset((s)->pad, 0, sizeof((s)->pad)); \
} while (0)

#define FRONT_RING_INIT(r, s, bytes) do { \
  (r)->req_prod_pvt = (r)->rsp_cons = 0; \
  (r)->nr_ents = __RING_SIZE(s, bytes); \
  (r)->sring = (s); \
} while (0)

#define BACK_RING_INIT(r, s, bytes) do { \
  (r)->rsp_prod_pvt = (r)->req_cons = 0; \
  (r)->nr_ents = __RING_SIZE(s, bytes); \
  (r)->sring = (s); \
} while (0)

#define RING_SIZE(r) ((r)->nr_ents)

#define RING_GET_REQUEST(r, i) \
  (&(r)->sring->ring[(i) & (RING_SIZE(r) - 1)].req)
#define RING_GET_RESPONSE(r, i) \
  (&(r)->sring->ring[(i) & (RING_SIZE(r) - 1)].rsp)

/* Never more requests than there is room for answers. */
#define RING_HAS_UNCONSUMED_REQUESTS(r) ({ \
  RING_IDX _waiting = (r)->sring->req_prod - (r)->req_cons; \
  RING_IDX _room = RING_SIZE(r) - ((r)->req_cons - (r)->rsp_prod_pvt); \
  rmb(); /* index before entries */ \
  _waiting < _room ? _waiting : _room; \
})
#define RING_HAS_UNCONSUMED_RESPONSES(r) \
  ((r)->sring->rsp_prod - (r)->rsp_cons)

/* True when entry i would overtake the answers: a broken or hostile front. */
#define RING_REQUEST_CONS_OVERFLOW(r, i) \
  ((i) - (r)->rsp_prod_pvt >= RING_SIZE(r))

/* Show the other end what was queued, without asking if it sleeps. */
#define RING_PUSH_REQUESTS(r) do { \
  wmb(); /* entries before index */ \
  (r)->sring->req_prod = (r)->req_prod_pvt; \
} while (0)

#define RING_PUSH_RESPONSES(r) do { \
  wmb(); /* entries before index */ \
  (r)->sring->rsp_prod = (r)->rsp_prod_pvt; \
} while (0)

/* The same, and find out if the other end wants an event. */
#define RING_PUSH_REQUESTS_AND_CHECK_NOTIFY(r, notify) do { \
  RING_IDX _before = (r)->sring->req_prod; \
  RING_IDX _after = (r)->req_prod_pvt; \
  wmb(); /* entries before index */ \
  (r)->sring->req_prod = _after; \
  mb(); /* index before the look at req_event */ \
  (notify) = (RING_IDX)(_after - (r)->sring->req_event) < _after - _before; \
} while (0)

#define RING_PUSH_RESPONSES_AND_CHECK_NOTIFY(r, notify) do { \
  RING_IDX _before = (r)->sring->rsp_prod; \
  RING_IDX _after = (r)->rsp_prod_pvt; \
  wmb(); /* entries before index */ \
  (r)->sring->rsp_prod = _after; \
  mb(); /* index before the look at rsp_event */ \
  (notify) = (RING_IDX)(_after - (r)->sring->rsp_event) < _after - _before; \
} while (0)

/* Ask for an event, then look once more, so that no wake-up gets lost. */
#define RING_FINAL_CHECK_FOR_REQUESTS(r, more) do { \
  if (((more) = RING_HAS_UNCONSUMED_REQUESTS(r))) \
    break; \
  (r)->sring->req_event = (r)->req_cons + 1; \
  mb(); /* req_event before the second look */ \
  (more) = RING_HAS_UNCONSUMED_REQUESTS(r); \
} while (0)

#endif /* SAMPLE_XEN_IO_RING_H */
