/* Thrift's compact protocol. */
#include "export/thrift.h"

void thrift_varint(Out *o, uint64_t n)
{
    for (; n >= 0x80; n >>= 7) out_char(o, (char)(0x80 | (n & 0x7F)));
    out_char(o, (char)n);
}

void thrift_zigzag(Out *o, int64_t n)
{
    thrift_varint(o, (uint64_t)n << 1 ^ (n < 0 ? ~(uint64_t)0 : 0));
}

void thrift_field(Thrift *t, int number, ThriftType type)
{
    int step = number - t->last;
    if (step > 0 && step < 16) {
        out_char(t->out, (char)(step << 4 | (int)type));
    } else {
        out_char(t->out, (char)type);
        thrift_zigzag(t->out, number);
    }
    t->last = number;
}

void thrift_i32(Thrift *t, int number, int32_t n)
{
    thrift_field(t, number, THRIFT_I32);
    thrift_zigzag(t->out, n);
}

void thrift_i64(Thrift *t, int number, int64_t n)
{
    thrift_field(t, number, THRIFT_I64);
    thrift_zigzag(t->out, n);
}

void thrift_item(Out *o, Span s)
{
    thrift_varint(o, (uint64_t)s.len);
    out_span(o, s);
}

void thrift_text(Thrift *t, int number, Span s)
{
    thrift_field(t, number, THRIFT_BINARY);
    thrift_item(t->out, s);
}

void thrift_list(Thrift *t, int number, ThriftType item, Size items)
{
    thrift_field(t, number, THRIFT_LIST);
    if (items < 15) {
        out_char(t->out, (char)(items << 4 | (int)item));
    } else {
        out_char(t->out, (char)(0xF0 | (int)item));
        thrift_varint(t->out, (uint64_t)items);
    }
}

Thrift thrift_struct(Thrift *t, int number)
{
    thrift_field(t, number, THRIFT_STRUCT);
    return (Thrift){t->out, 0};
}

void thrift_end(Thrift *t)
{
    out_char(t->out, 0);
}
