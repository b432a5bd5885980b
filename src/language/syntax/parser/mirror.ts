/** The heads of a sentence as they are when it is read the other way round: word w becomes length + 1 - w. */
export function mirror(heads: Int32Array, length: number): Int32Array {
  const mirrored = new Int32Array(length + 1);
  for (let word = 1; word <= length; word++)
    mirrored[length + 1 - word] = heads[word] === 0 ? 0 : length + 1 - heads[word];
  return mirrored;
}
