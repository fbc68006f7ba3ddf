/* The register's schema, as text in the program: the kept tables, step by step, and the derived ones. */
    .section .rodata
    .global register_schema_1
    .global register_schema_2
    .global register_derived
register_schema_1:
    .incbin "src/register/schema.sql"
    .byte 0
register_schema_2:
    .incbin "src/register/schema-2.sql"
    .byte 0
register_derived:
    .incbin "src/register/derived.sql"
    .byte 0
    .section .note.GNU-stack,"",%progbits
