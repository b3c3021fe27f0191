/** Every entity of the product. What is not in this list has no table. */
export const entities: (new () => object)[] = [];
