/* The register's schema, as text in the program. */
    .section .rodata
    .global register_schema
    .global register_schema_end
register_schema:
    .incbin "src/register/schema.sql"
register_schema_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
