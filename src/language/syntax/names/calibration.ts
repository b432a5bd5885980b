/** How a margin between scores becomes a probability: 1 / (1 + exp(-(intercept + slope * ln(1 + margin)))). */
export interface Calibration {
  readonly intercept: number;
  readonly slope: number;
}

export const probabilityOf = ({ intercept, slope }: Calibration, margin: number): number =>
  1 / (1 + Math.exp(-(intercept + slope * Math.log1p(margin))));

/**
 * Fits the curve to margins of decisions of which it is known whether they were right, by Newton's method (J. Platt,
 * "Probabilistic outputs for support vector machines", 1999). Use decisions on text that was not trained on.
 */
export function calibrate(margins: readonly number[], right: readonly boolean[]): Calibration {
  let intercept = 0;
  let slope = 0;
  for (let round = 0; round < 30; round += 1) {
    // A little weight decay keeps the curve finite where every decision was right.
    let gradient0 = -0.01 * intercept;
    let gradient1 = -0.01 * slope;
    let curve00 = 0.01;
    let curve01 = 0;
    let curve11 = 0.01;
    margins.forEach((margin, index) => {
      const x = Math.log1p(margin);
      const p = probabilityOf({ intercept, slope }, margin);
      const error = (right[index] ? 1 : 0) - p;
      const weight = p * (1 - p);
      gradient0 += error;
      gradient1 += error * x;
      curve00 += weight;
      curve01 += weight * x;
      curve11 += weight * x * x;
    });
    const determinant = curve00 * curve11 - curve01 * curve01;
    intercept += (curve11 * gradient0 - curve01 * gradient1) / determinant;
    slope += (curve00 * gradient1 - curve01 * gradient0) / determinant;
  }
  return { intercept, slope };
}
