/*
 * Sample header for xenvendor, written for this project; not a Xen header.
 * Event channels: how domains and the hypervisor interrupt one another.
 */
#ifndef SAMPLE_XEN_EVENT_CHANNEL_H
#define SAMPLE_XEN_EVENT_CHANNEL_H

#include "xen.h"

typedef uint32_t evtchn_port_t;
DEFINE_XEN_GUEST_HANDLE(evtchn_port_t);

/* Open a port that the domain remote_dom may connect to. Sets port. */
#define EVTCHNOP_alloc_unbound 6
struct evtchn_alloc_unbound {
  domid_t dom, remote_dom;
  evtchn_port_t port;
};
typedef struct evtchn_alloc_unbound evtchn_alloc_unbound_t;

/* Connect to a port that another domain has opened. Sets local_port. */
#define EVTCHNOP_bind_interdomain 0
struct evtchn_bind_interdomain {
  domid_t remote_dom;
  evtchn_port_t remote_port, local_port;
};
typedef struct evtchn_bind_interdomain evtchn_bind_interdomain_t;

/* Receive VIRQ virq on processor vcpu. Sets port. */
#define EVTCHNOP_bind_virq 1
struct evtchn_bind_virq {
  uint32_t virq, vcpu;
  evtchn_port_t port;
};
typedef struct evtchn_bind_virq evtchn_bind_virq_t;

#define EVTCHNOP_close 3
struct evtchn_close {
  evtchn_port_t port;
};
typedef struct evtchn_close evtchn_close_t;

/* Raise the event at the other end. */
#define EVTCHNOP_send 4
struct evtchn_send {
  evtchn_port_t port;
};
typedef struct evtchn_send evtchn_send_t;

/* What a port of dom is connected to. Sets status, vcpu and a member of u. */
#define EVTCHNOP_status 5
#define EVTCHNSTAT_closed 0
#define EVTCHNSTAT_unbound 1
#define EVTCHNSTAT_interdomain 2
#define EVTCHNSTAT_pirq 3
#define EVTCHNSTAT_virq 4
#define EVTCHNSTAT_ipi 5
struct evtchn_status {
  domid_t dom;
  evtchn_port_t port;
  uint32_t status, vcpu;
  union {
    struct { domid_t dom; } unbound;
    struct { domid_t dom; evtchn_port_t port; } interdomain;
    uint32_t pirq, virq;
  } u;
};
typedef struct evtchn_status evtchn_status_t;

/* Let events through again; one that is pending is delivered at once. */
#define EVTCHNOP_unmask 9
struct evtchn_unmask {
  evtchn_port_t port;
};
typedef struct evtchn_unmask evtchn_unmask_t;

/* Close all ports of a domain. */
#define EVTCHNOP_reset 10
struct evtchn_reset {
  domid_t dom;
};
typedef struct evtchn_reset evtchn_reset_t;

/* The one argument of __HYPERVISOR_event_channel_op_compat. */
struct evtchn_op {
  uint32_t cmd;
  union {
    struct evtchn_alloc_unbound alloc_unbound;
    struct evtchn_bind_interdomain bind_interdomain;
    struct evtchn_bind_virq bind_virq;
    struct evtchn_close close;
    struct evtchn_send send;
    struct evtchn_status status;
    struct evtchn_unmask unmask;
  } u;
};
typedef struct evtchn_op evtchn_op_t;
DEFINE_XEN_GUEST_HANDLE(evtchn_op_t);

#endif /* SAMPLE_XEN_EVENT_CHANNEL_H */
