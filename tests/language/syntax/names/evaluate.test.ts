import { calibrate, probabilityOf } from '../../../../src/language/syntax/names/calibration.js';
import { scoreNames } from '../../../../src/language/syntax/names/evaluate.js';

describe('scoreNames', () => {
  test('wants span and kind, tells kinds apart, and counts spans alone as well', () => {
    const gold = [[{ start: 0, end: 2, kind: 'PERSON' as const }], [{ start: 1, end: 2, kind: 'PLACE' as const }]];
    const found = [
      [{ start: 0, end: 2, kind: 'PERSON' as const }],
      [
        { start: 1, end: 2, kind: 'ORGANIZATION' as const },
        { start: 3, end: 4, kind: 'PLACE' as const },
      ],
    ];
    const scores = scoreNames(gold, found);
    expect(scores.all).toMatchObject({ gold: 2, found: 3, hit: 1, precision: 1 / 3, recall: 1 / 2 });
    expect(scores.spans).toMatchObject({ hit: 2 });
    expect(scores.PERSON.f1).toBe(1);
    expect(scores.PLACE.f1).toBe(0);
    expect(scores.ORGANIZATION).toMatchObject({ gold: 0, found: 1, precision: 0, recall: 0, f1: 0 });
    expect(() => scoreNames(gold, [])).toThrow(RangeError);
  });
});

describe('calibrate', () => {
  test('gives the share of right decisions at each margin', () => {
    // Of decisions with a margin of 1 half are right, with 20 nine in ten.
    const margins = [...new Array<number>(100).fill(1), ...new Array<number>(100).fill(20)];
    const right = margins.map((margin, index) => (margin === 1 ? index % 2 === 0 : index % 10 !== 0));
    const calibration = calibrate(margins, right);
    expect(probabilityOf(calibration, 1)).toBeCloseTo(0.5, 2);
    expect(probabilityOf(calibration, 20)).toBeCloseTo(0.9, 2);
  });

  test('stays finite where all are right', () => {
    const calibration = calibrate([1, 2, 3], [true, true, true]);
    expect(probabilityOf(calibration, 2)).toBeGreaterThan(0.8);
    expect(probabilityOf(calibration, 2)).toBeLessThan(1);
  });
});
