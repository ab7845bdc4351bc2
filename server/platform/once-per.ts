/** What is made once for each `Owner`, the first time it is asked for, and goes with it. */
export function oncePer<Owner extends object, Made>(make: (owner: Owner) => Made): (owner: Owner) => Made {
  const all = new WeakMap<Owner, Made>()
  return (owner) => {
    let made = all.get(owner)
    if (made === undefined) {
      made = make(owner)
      all.set(owner, made)
    }
    return made
  }
}
