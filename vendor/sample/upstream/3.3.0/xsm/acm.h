/*
 * Sample header for xenvendor, written for this project; not a Xen header.
 * Access control: policies on which domains may run and share side by side.
 */
#ifndef SAMPLE_XEN_ACM_H
#define SAMPLE_XEN_ACM_H

#include "../xen.h"

/* Security labels of a domain that has none of its own. */
#define ACM_DEFAULT_SSID 0x0
#define ACM_DEFAULT_LOCAL_SSID 0x0

/* Results inside the hypervisor. */
#define ACM_OK 0
#define ACM_UNDEF (-1)
#define ACM_INIT_SSID_ERROR (-2)
#define ACM_INIT_SOID_ERROR (-3)
#define ACM_ERROR (-4)

/* Decisions. */
#define ACM_ACCESS_PERMITTED 0
#define ACM_ACCESS_DENIED (-111)
#define ACM_NULL_POINTER_ERROR (-200)

/* Why a policy was turned down. */
#define ACM_EVTCHN_SHARING_VIOLATION 0x100
#define ACM_GNTTAB_SHARING_VIOLATION 0x101
#define ACM_DOMAIN_LOOKUP 0x102
#define ACM_CHWALL_CONFLICT 0x103
#define ACM_SSIDREF_IN_USE 0x104

/* Policies; a second one goes into the upper half of the byte. */
#define ACM_NULL_POLICY 0
#define ACM_CHINESE_WALL_POLICY 1
#define ACM_SIMPLE_TYPE_ENFORCEMENT_POLICY 2
#define ACM_POLICY_UNDEFINED 15

/* Layouts of the buffers below. */
#define ACM_POLICY_VERSION 4
#define ACM_CHWALL_VERSION 1
#define ACM_STE_VERSION 1
#define ACM_MAGIC 0x0001debc
#define ACM_SHA1_HASH_SIZE 20

/* Kinds of question put to a policy. */
#define ACMHOOK_none 0
#define ACMHOOK_sharing 1
#define ACMHOOK_authorization 2
#define ACMHOOK_conflictset 3

typedef uint32_t ssidref_t;
typedef uint16_t domaintype_t;

struct acm_policy_version {
  uint32_t major, minor;
};

/* Starts a binary policy; offsets count from its first byte. */
struct acm_policy_buffer {
  uint32_t magic;
  uint32_t policy_version;
  uint32_t len;
  uint32_t policy_reference_offset;
  uint32_t primary_policy_code;
  uint32_t primary_buffer_offset;
  uint32_t secondary_policy_code;
  uint32_t secondary_buffer_offset;
  struct acm_policy_version xml_pol_version;
  uint8_t xml_policy_hash[ACM_SHA1_HASH_SIZE];
};

/* Simple type enforcement: domains may share if they have a type in common. */
struct acm_ste_policy_buffer {
  uint32_t policy_version;
  uint32_t policy_code;
  uint32_t ste_max_types;
  uint32_t ste_max_ssidrefs;
  uint32_t ste_ssid_offset;
};

/* How often each kind of request was looked at, refused or known already. */
struct acm_ste_stats_buffer {
  uint32_t ec_eval_count, gt_eval_count;
  uint32_t ec_denied_count, gt_denied_count;
  uint32_t ec_cachehit_count, gt_cachehit_count;
};

#endif /* SAMPLE_XEN_ACM_H */
