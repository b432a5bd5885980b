/**
 * The hyperbolic tangent to about six digits: a quotient of polynomials in x² that is the one of Eigen's `ptanh` for
 * 32-bit floats. It is the one of kernels.wat, for what is learned from its results.
 */
export function tanh(x: number): number {
  const bounded = x > 7.9 ? 7.9 : x < -7.9 ? -7.9 : x;
  const square = bounded * bounded;
  let above = -2.76076847742355e-16;
  above = above * square + 2.00018790482477e-13;
  above = above * square - 8.60467152213735e-11;
  above = above * square + 5.12229709037114e-8;
  above = above * square + 1.48572235717979e-5;
  above = above * square + 6.37261928875436e-4;
  above = above * square + 4.89352455891786e-3;
  let below = 1.19825839466702e-6;
  below = below * square + 1.18534705686654e-4;
  below = below * square + 2.268434632439e-3;
  below = below * square + 4.89352518554385e-3;
  return (bounded * above) / below;
}

/** Makes numbers shares: e to the power of each over the sum of all. @returns the logarithm of that sum */
export function softmax(values: Float32Array, from: number, to: number): number {
  let most = -Infinity;
  for (let at = from; at < to; at++) if (values[at] > most) most = values[at];
  let sum = 0;
  for (let at = from; at < to; at++) sum += values[at] = Math.exp(values[at] - most);
  const scale = 1 / sum;
  for (let at = from; at < to; at++) values[at] *= scale;
  return most + Math.log(sum);
}
