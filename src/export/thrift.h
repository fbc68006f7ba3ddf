/* Writing Thrift's compact protocol, as far as Parquet's headers need it. A struct is its fields in order of their numbers and thrift_end; a union is
 * a struct with one field. https://github.com/apache/thrift/blob/master/doc/specs/thrift-compact-protocol.md */
#ifndef INZET_EXPORT_THRIFT_H
#define INZET_EXPORT_THRIFT_H

#include "base/out.h"

typedef enum { THRIFT_I32 = 5, THRIFT_I64 = 6, THRIFT_BINARY = 8, THRIFT_LIST = 9, THRIFT_STRUCT = 12 } ThriftType;

/* A struct being written; `last` is the number of the field before. */
typedef struct {
    Out *out;
    int last;
} Thrift;

void thrift_varint(Out *o, uint64_t n);
void thrift_zigzag(Out *o, int64_t n);
void thrift_field(Thrift *t, int number, ThriftType type);
void thrift_i32(Thrift *t, int number, int32_t n);
void thrift_i64(Thrift *t, int number, int64_t n);
void thrift_text(Thrift *t, int number, Span s);
/* The field and the head of its list; the items follow bare. */
void thrift_list(Thrift *t, int number, ThriftType item, Size items);
/* An item of a list of texts. */
void thrift_item(Out *o, Span s);
/* A field that is a struct: write its fields, then thrift_end it. */
Thrift thrift_struct(Thrift *t, int number);
void thrift_end(Thrift *t);

#endif
