/** A promise and what fulfils it. */
export function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { opened, open: () => open() };
}

/** A function whose first callers wait until so many of them have come; later ones pass. */
export function meeting(size: number): () => Promise<void> {
  const { opened, open } = gate();
  let present = 0;
  return () => {
    present += 1;
    if (present >= size) open();
    return opened;
  };
}
