/* The compiled data of data/nl, inside the program. */
    .section .rodata
    .balign 64
    .globl inzet_image
    .globl inzet_image_end
inzet_image:
    .incbin "build/nl.image"
inzet_image_end:
    .byte 0
#if defined(__linux__) && defined(__ELF__)
    .section .note.GNU-stack,"",%progbits
#endif
