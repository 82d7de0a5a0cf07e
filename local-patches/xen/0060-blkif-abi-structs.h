/* $NetBSD$ */

/*
 * The block interface as 32-bit and as 64-bit x86 guests lay it out, for a backend that serves
 * both, whichever it is compiled for itself.
 *
 * i386 aligns 64-bit integers to four bytes, x86_64 to eight. Every field that this concerns says
 * how it is aligned, so that the layouts are the same on both.
 */

#ifndef _XEN_BLKIF_MD_H_
#define _XEN_BLKIF_MD_H_

#include "${from}"

/* 64-bit integers as i386 aligns them. */
typedef uint64_t __attribute__((__aligned__(4))) blkif_x86_32_uint64_t;

/* 64-bit integers as x86_64 aligns them. */
typedef uint64_t __attribute__((__aligned__(8))) blkif_x86_64_uint64_t;

/* A request on the ring of a 32-bit guest. */
struct blkif_x86_32_request {
	uint8_t operation;
	uint8_t nr_segments;
	blkif_vdev_t handle;
	blkif_x86_32_uint64_t id;
	blkif_x86_32_uint64_t sector_number;
	struct blkif_request_segment seg[BLKIF_MAX_SEGMENTS_PER_REQUEST];
};
typedef struct blkif_x86_32_request blkif_x86_32_request_t;

/* A response on the ring of a 32-bit guest. */
struct blkif_x86_32_response {
	blkif_x86_32_uint64_t id;
	uint8_t operation;
	int16_t status;
};
typedef struct blkif_x86_32_response blkif_x86_32_response_t;

/* A request on the ring of a 64-bit guest. */
struct blkif_x86_64_request {
	uint8_t operation;
	uint8_t nr_segments;
	blkif_vdev_t handle;
	blkif_x86_64_uint64_t id;
	blkif_x86_64_uint64_t sector_number;
	struct blkif_request_segment seg[BLKIF_MAX_SEGMENTS_PER_REQUEST];
};
typedef struct blkif_x86_64_request blkif_x86_64_request_t;

/* A response on the ring of a 64-bit guest. */
struct blkif_x86_64_response {
	blkif_x86_64_uint64_t id;
	uint8_t operation;
	int16_t status;
};
typedef struct blkif_x86_64_response blkif_x86_64_response_t;

DEFINE_RING_TYPES(blkif_x86_32, struct blkif_x86_32_request, struct blkif_x86_32_response);
DEFINE_RING_TYPES(blkif_x86_64, struct blkif_x86_64_request, struct blkif_x86_64_response);

/* A backend's end of a ring, of whichever kind the frontend asked for. */
union blkif_back_ring_proto {
	blkif_back_ring_t ring_n;
	blkif_x86_32_back_ring_t ring_32;
	blkif_x86_64_back_ring_t ring_64;
};
typedef union blkif_back_ring_proto blkif_back_ring_proto_t;

/* What the guests rely on. An array of a negative size does not compile. */
#define BLKIF_MD_ASSERT(name, condition) \
	typedef char blkif_md_assert_##name[(condition) ? 1 : -1] __attribute__((__unused__))

BLKIF_MD_ASSERT(request_32_size, sizeof(struct blkif_x86_32_request) == 108);
BLKIF_MD_ASSERT(request_32_id, __builtin_offsetof(struct blkif_x86_32_request, id) == 4);
BLKIF_MD_ASSERT(response_32_size, sizeof(struct blkif_x86_32_response) == 12);
BLKIF_MD_ASSERT(request_64_size, sizeof(struct blkif_x86_64_request) == 112);
BLKIF_MD_ASSERT(request_64_id, __builtin_offsetof(struct blkif_x86_64_request, id) == 8);
BLKIF_MD_ASSERT(response_64_size, sizeof(struct blkif_x86_64_response) == 16);

#endif /* _XEN_BLKIF_MD_H_ */
