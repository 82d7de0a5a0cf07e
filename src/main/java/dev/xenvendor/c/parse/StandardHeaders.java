package dev.xenvendor.c.parse;

import java.util.Map;

/**
 * The freestanding C headers that this program gives to the parser and the compiler. With the
 * headers of the machine, the results would depend on what else is installed there.
 */
public final class StandardHeaders {

  private static final String STDDEF =
      """
      #ifndef XENVENDOR_STDDEF_H
      #define XENVENDOR_STDDEF_H
      typedef __SIZE_TYPE__ size_t;
      typedef __PTRDIFF_TYPE__ ptrdiff_t;
      #define NULL ((void *)0)
      #define offsetof(type, field) __builtin_offsetof(type, field)
      #endif
      """;

  private static final String STDARG =
      """
      #ifndef XENVENDOR_STDARG_H
      #define XENVENDOR_STDARG_H
      typedef __builtin_va_list va_list;
      #define va_start(list, last) __builtin_va_start(list, last)
      #define va_arg(list, type) __builtin_va_arg(list, type)
      #define va_copy(to, from) __builtin_va_copy(to, from)
      #define va_end(list) __builtin_va_end(list)
      #endif
      """;

  /** In 64-bit types GNU compilers differ by target: one may say long where another says more. */
  private static final String STDINT =
      """
      #ifndef XENVENDOR_STDINT_H
      #define XENVENDOR_STDINT_H
      typedef signed char int8_t;
      typedef unsigned char uint8_t;
      typedef short int16_t;
      typedef unsigned short uint16_t;
      typedef int int32_t;
      typedef unsigned int uint32_t;
      #ifdef __LP64__
      typedef long int64_t;
      typedef unsigned long uint64_t;
      #else
      typedef long long int64_t;
      typedef unsigned long long uint64_t;
      #endif
      typedef long intptr_t;
      typedef unsigned long uintptr_t;
      #define INT8_MAX 0x7f
      #define INT16_MAX 0x7fff
      #define INT32_MAX 0x7fffffff
      #define INT64_MAX 0x7fffffffffffffffLL
      #define INT8_MIN (-INT8_MAX - 1)
      #define INT16_MIN (-INT16_MAX - 1)
      #define INT32_MIN (-INT32_MAX - 1)
      #define INT64_MIN (-INT64_MAX - 1)
      #define UINT8_MAX 0xff
      #define UINT16_MAX 0xffff
      #define UINT32_MAX 0xffffffffU
      #define UINT64_MAX 0xffffffffffffffffULL
      #endif
      """;

  /** By name, as in {@code <stdint.h>}. */
  public static final Map<String, String> TEXTS =
      Map.of(
          "stdarg.h",
          STDARG,
          "stdbool.h",
          "#define bool _Bool\n#define true 1\n#define false 0\n",
          "stddef.h",
          STDDEF,
          "stdint.h",
          STDINT,
          "inttypes.h",
          "#include <stdint.h>\n",
          "sys/types.h",
          "#include <stddef.h>\n#include <stdint.h>\ntypedef long ssize_t;\n");

  private StandardHeaders() {}
}
