/* The register's schema, as text in the program: the kept tables, and the derived ones. */
    .section .rodata
    .global register_schema
    .global register_derived
register_schema:
    .incbin "src/register/schema.sql"
    .byte 0
register_derived:
    .incbin "src/register/derived.sql"
    .byte 0
    .section .note.GNU-stack,"",%progbits
