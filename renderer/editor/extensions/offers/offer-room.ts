/** Height kept free under the last block of each item for its offers, in CSS pixels (paper.css: data-item-end). */
export const offerRoom = 32
