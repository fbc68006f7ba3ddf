/* The tables that inzet ships for the register, as text in the program: intervals of hedges, and news agencies. */
    .section .rodata
    .global hedges_shipped
    .global hedges_shipped_end
    .global agencies_shipped
    .global agencies_shipped_end
hedges_shipped:
    .incbin "data/nl/hedge-intervals.tsv"
hedges_shipped_end:
    .byte 0
agencies_shipped:
    .incbin "data/nl/agencies.tsv"
agencies_shipped_end:
    .byte 0
    .section .note.GNU-stack,"",%progbits
