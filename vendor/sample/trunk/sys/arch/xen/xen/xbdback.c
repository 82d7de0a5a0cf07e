/*	$NetBSD: xbdback.c,v 1.4 2008/01/05 18:22:52 joerg Exp $	*/
/*
 * Sample file for xenvendor, written for this project.
 * Block back end, cut down: take requests off a guest's ring and answer them.
 */
#include <xen_support.h>
#include <xen3-public/event_channel.h>
#include <xen3-public/io/blkif.h>
#include <xen3-public/io/protocols.h>

struct xbdback_instance {
	int xbdi_is32;		/* the guest lays out its ring as i386 does */
	blkif_back_ring_proto_t xbdi_ring;
	evtchn_port_t xbdi_port;
};

int	xbdback_io(const blkif_request_t *);	/* the disk; not shown here */

/* Set up our side of the ring, in the layout that the guest asked for. */
void
xbdback_connect(struct xbdback_instance *xbdi, void *page, const char *proto)
{
	blkif_x86_32_sring_t *sring32 = page;
	blkif_x86_64_sring_t *sring64 = page;

	xbdi->xbdi_is32 = strcmp(proto, XEN_IO_PROTO_ABI_X86_32) == 0;
	if (xbdi->xbdi_is32)
		BACK_RING_INIT(&xbdi->xbdi_ring.ring_32, sring32, PAGE_SIZE);
	else
		BACK_RING_INIT(&xbdi->xbdi_ring.ring_64, sring64, PAGE_SIZE);
}

/* The guest can write to the ring at any time, so read each field just once. */
#define XBDBACK_COPY(to, from) do { \
	const volatile __typeof__(*(from)) *src = (from); \
	(to)->operation = src->operation; \
	(to)->nr_segments = src->nr_segments; \
	(to)->handle = src->handle; \
	(to)->id = src->id; \
	(to)->sector_number = src->sector_number; \
	if ((to)->nr_segments > BLKIF_MAX_SEGMENTS_PER_REQUEST) \
		(to)->nr_segments = 0; /* xbdback_io() refuses it */ \
	for (unsigned int n = 0; n < (to)->nr_segments; n++) \
		(to)->seg[n] = src->seg[n]; \
} while (0)

/* Take the next request, in native layout whatever the guest's. */
static void
xbdback_get_request(struct xbdback_instance *xbdi, blkif_request_t *req)
{
	RING_IDX i = xbdi->xbdi_ring.ring_n.req_cons++;
	blkif_x86_32_request_t *req32;
	blkif_x86_64_request_t *req64;

	if (xbdi->xbdi_is32) {
		req32 = RING_GET_REQUEST(&xbdi->xbdi_ring.ring_32, i);
		XBDBACK_COPY(req, req32);
	} else {
		req64 = RING_GET_REQUEST(&xbdi->xbdi_ring.ring_64, i);
		XBDBACK_COPY(req, req64);
	}
	mb();	/* an answer may go into the slot that the request came from */
}

/* Queue an answer, and wake the guest if it asked for that. */
static void
xbdback_answer(struct xbdback_instance *xbdi, blkif_request_t *req, int st)
{
	RING_IDX i = xbdi->xbdi_ring.ring_n.rsp_prod_pvt++;
	struct evtchn_op op = { EVTCHNOP_send, .u.send.port = xbdi->xbdi_port };
	int notify;

	if (xbdi->xbdi_is32)
		*RING_GET_RESPONSE(&xbdi->xbdi_ring.ring_32, i) =
		    (blkif_x86_32_response_t){ .id = req->id,
			.operation = req->operation, .status = st };
	else
		*RING_GET_RESPONSE(&xbdi->xbdi_ring.ring_64, i) =
		    (blkif_x86_64_response_t){ .id = req->id,
			.operation = req->operation, .status = st };
	RING_PUSH_RESPONSES_AND_CHECK_NOTIFY(&xbdi->xbdi_ring.ring_n, notify);
	if (notify)
		(void)xen_hypercall1(__HYPERVISOR_event_channel_op, &op);
}

/* The guest has sent an event: serve its ring until that is empty. */
void
xbdback_intr(struct xbdback_instance *xbdi)
{
	blkif_request_t req;
	int more;

	do {
		while (RING_HAS_UNCONSUMED_REQUESTS(&xbdi->xbdi_ring.ring_n)) {
			xbdback_get_request(xbdi, &req);
			xbdback_answer(xbdi, &req, xbdback_io(&req));
		}
		RING_FINAL_CHECK_FOR_REQUESTS(&xbdi->xbdi_ring.ring_n, more);
	} while (more);
}
