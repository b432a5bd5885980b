// A network of one hidden layer that tells how often a word bears each tag from the word's vector: tanh, then softmax,
// learned by stochastic gradient descent on cross-entropy (D. Rumelhart, G. Hinton and R. Williams, 1986).

const hidden = 64;
const epochs = 25;

class TagNetwork {
  constructor(inputs, tags, random) {
    const drawn = (count) => Float32Array.from({ length: count }, () => (random.next() - 0.5) * 0.2);
    this.inputs = inputs;
    this.first = drawn(hidden * inputs);
    this.firstBias = new Float32Array(hidden);
    this.second = drawn(tags * hidden);
    this.secondBias = new Float32Array(tags);
    this.middle = new Float32Array(hidden);
    this.shares = new Float32Array(tags);
    this.random = random;
  }

  /** The shares of the tags for a vector; the array is used again. */
  run(vector) {
    const { inputs, first, firstBias, second, secondBias, middle, shares } = this;
    for (let unit = 0; unit < hidden; unit++) {
      let sum = firstBias[unit];
      for (let at = 0; at < inputs; at++) sum += first[unit * inputs + at] * vector[at];
      middle[unit] = Math.tanh(sum);
    }
    let most = -Infinity;
    for (let tag = 0; tag < shares.length; tag++) {
      let sum = secondBias[tag];
      for (let unit = 0; unit < hidden; unit++) sum += second[tag * hidden + unit] * middle[unit];
      shares[tag] = sum;
      most = Math.max(most, sum);
    }
    let total = 0;
    for (let tag = 0; tag < shares.length; tag++) total += shares[tag] = Math.exp(shares[tag] - most);
    for (let tag = 0; tag < shares.length; tag++) shares[tag] /= total;
    return shares;
  }

  /** Learns from examples `{ vector, shares, weight }`. */
  learn(examples) {
    for (let epoch = 0; epoch < epochs; epoch++) {
      const rate = 0.05 * (1 - epoch / epochs) + 0.002;
      for (const { vector, shares, weight } of this.random.shuffle([...examples]))
        this.step(vector, shares, rate * weight);
    }
  }

  step(vector, shares, rate) {
    const { inputs, first, firstBias, second, secondBias, middle } = this;
    const guessed = this.run(vector);
    const back = new Float32Array(hidden);
    for (let tag = 0; tag < guessed.length; tag++) {
      const change = (guessed[tag] - shares[tag]) * rate;
      // Most tags are far from every word; leaving them out halves the time.
      if (Math.abs(change) < 1e-6) continue;
      secondBias[tag] -= change;
      for (let unit = 0; unit < hidden; unit++) {
        back[unit] += change * second[tag * hidden + unit];
        second[tag * hidden + unit] -= change * middle[unit];
      }
    }
    for (let unit = 0; unit < hidden; unit++) {
      const change = back[unit] * (1 - middle[unit] * middle[unit]);
      firstBias[unit] -= change;
      for (let at = 0; at < inputs; at++) first[unit * inputs + at] -= change * vector[at];
    }
  }
}

module.exports = { TagNetwork };
