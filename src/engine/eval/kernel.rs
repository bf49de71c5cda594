//! Kernels: one operation over a stretch of numbers. The only loops that touch values; every schedule runs these.

use crate::engine::eval::op::Operation;
use crate::engine::model::graph::Code;

/// An argument of a kernel: a stretch of numbers, or one number for all.
#[derive(Debug, Clone, Copy)]
pub enum Arg<'a> {
    /// As many numbers as there are results.
    Each(&'a [f64]),
    /// The same for all.
    Same(f64),
}

/// Numbers handled at once: two to four machine vectors.
const CHUNK: usize = 8;

impl Arg<'_> {
    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the innermost load")]
    fn chunk(&self, at: usize) -> [f64; CHUNK] {
        match self {
            Self::Each(values) => values
                .get(at..at + CHUNK)
                .and_then(|chunk| chunk.try_into().ok())
                .unwrap_or([f64::NAN; CHUNK]),
            Self::Same(value) => [*value; CHUNK],
        }
    }

    #[inline(always)]
    #[expect(clippy::inline_always, reason = "the innermost load")]
    fn one(&self, at: usize) -> f64 {
        match self {
            Self::Each(values) => values.get(at).copied().unwrap_or(f64::NAN),
            Self::Same(value) => *value,
        }
    }
}

impl<'a> Arg<'a> {
    /// The numbers of an argument that is not the same for all; in place of one that is, numbers nobody reads.
    #[inline]
    fn stretch(self, count: usize) -> Option<&'a [f64]> {
        match self {
            Self::Each(values) => values.get(..count),
            Self::Same(_) => UNUSED.get(..count),
        }
    }
}

/// Expands to a match with one arm per quick operation and per fused pair, each binding `$f` to a constant function, and
/// one for all other operations: in each of these as much happens as in the choice between them, and they would be half
/// of the code.
macro_rules! with_function {
    ($code:expr, $f:ident => $body:expr) => {
        with_function!(@apply $code, $f => $body;
            Add Subtract Multiply Divide Minimum Maximum)
    };
    (@apply $code:expr, $f:ident => $body:expr; $($op:ident)+) => {
        match $code {
            $(Code::Apply(Operation::$op) => {
                let $f = |a: f64, b: f64, c: f64| Operation::$op.apply(a, b, c);
                $body
            })+
            Code::Apply(operation) => {
                let $f = |a: f64, b: f64, c: f64| operation.apply(a, b, c);
                $body
            }
            Code::FusedLeft(outer, inner) => match outer {
                Operation::Add => with_function!(@inner Add, inner, $f => $body, left),
                Operation::Subtract => with_function!(@inner Subtract, inner, $f => $body, left),
                Operation::Multiply => with_function!(@inner Multiply, inner, $f => $body, left),
                _ => with_function!(@inner Divide, inner, $f => $body, left),
            },
            Code::FusedRight(outer, inner) => match outer {
                Operation::Subtract => with_function!(@inner Subtract, inner, $f => $body, right),
                _ => with_function!(@inner Divide, inner, $f => $body, right),
            },
            _ => {
                let $f = |a: f64, _: f64, _: f64| a;
                $body
            }
        }
    };
    (@inner $outer:ident, $inner:ident, $f:ident => $body:expr, $side:ident) => {
        match $inner {
            Operation::Add => with_function!(@pair $outer, Add, $f => $body, $side),
            Operation::Subtract => with_function!(@pair $outer, Subtract, $f => $body, $side),
            Operation::Multiply => with_function!(@pair $outer, Multiply, $f => $body, $side),
            _ => with_function!(@pair $outer, Divide, $f => $body, $side),
        }
    };
    (@pair $outer:ident, $inner:ident, $f:ident => $body:expr, left) => {{
        let $f = |a: f64, b: f64, c: f64| {
            Operation::$outer.apply(Operation::$inner.apply(a, b, 0.0), c, 0.0)
        };
        $body
    }};
    (@pair $outer:ident, $inner:ident, $f:ident => $body:expr, right) => {{
        let $f = |a: f64, b: f64, c: f64| {
            Operation::$outer.apply(c, Operation::$inner.apply(a, b, 0.0), 0.0)
        };
        $body
    }};
}

/// Fills `results` with the operation on the arguments, element by element.
pub fn map(code: Code, results: &mut [f64], args: [Arg<'_>; 3]) {
    with_function!(code, f => map_with(results, args, f));
}

fn map_with(results: &mut [f64], [a, b, c]: [Arg<'_>; 3], f: impl Fn(f64, f64, f64) -> f64) {
    let whole = results.len() - results.len() % CHUNK;
    let (chunks, rest) = results.split_at_mut(whole);
    for (position, chunk) in chunks.chunks_exact_mut(CHUNK).enumerate() {
        let at = position * CHUNK;
        let (a, b, c) = (a.chunk(at), b.chunk(at), c.chunk(at));
        for lane in 0..CHUNK {
            chunk[lane] = f(a[lane], b[lane], c[lane]);
        }
    }
    for (position, result) in rest.iter_mut().enumerate() {
        let at = whole + position;
        *result = f(a.one(at), b.one(at), c.one(at));
    }
}

/// One member in the rows of a series, in memory that holds results and arguments: row after row, each a row's distance
/// on.
#[derive(Debug, Clone, Copy)]
pub struct Rows {
    /// Where the first row begins.
    pub first: usize,
    /// From one row to the next.
    pub distance: usize,
}

impl Rows {
    fn at(self, row: usize) -> usize {
        self.first + row * self.distance
    }
}

/// Fills one member of each of so many rows, the earlier rows first.
pub fn rows(code: Code, cells: &mut [f64], results: Rows, args: [Rows; 3], rows: usize) {
    with_function!(code, f => rows_with(cells, results, args, rows, f));
}

fn rows_with(
    cells: &mut [f64],
    results: Rows,
    args: [Rows; 3],
    rows: usize,
    f: impl Fn(f64, f64, f64) -> f64,
) {
    for row in 0..rows {
        let [a, b, c] = args.map(|arg| cells.get(arg.at(row)).copied().unwrap_or(f64::NAN));
        if let Some(result) = cells.get_mut(results.at(row)) {
            *result = f(a, b, c);
        }
    }
}

/// Fills `results` in order, where arguments marked in `past` are the result before (the first time `last`).
pub fn scan(code: Code, results: &mut [f64], args: [Arg<'_>; 3], past: [bool; 3], last: f64) {
    with_function!(code, f => scan_with(results, args, past, last, f));
}

fn scan_with(
    results: &mut [f64],
    args: [Arg<'_>; 3],
    past: [bool; 3],
    mut last: f64,
    f: impl Fn(f64, f64, f64) -> f64,
) {
    let count = results.len();
    let [Some(a), Some(b), Some(c)] = args.map(|arg| arg.stretch(count)) else {
        return;
    };
    for (at, result) in results.iter_mut().enumerate() {
        let a = if past[0] { last } else { a[at] };
        let b = if past[1] { last } else { b[at] };
        let c = if past[2] { last } else { c[at] };
        last = f(a, b, c);
        *result = last;
    }
}

/// The operation on three numbers.
pub fn one(code: Code, [a, b, c]: [f64; 3]) -> f64 {
    with_function!(code, f => f(a, b, c))
}

/// What stands for an argument of a scan that is no stretch: as long as any axis.
const UNUSED: [f64; 128] = [f64::NAN; 128];

/// Fills `results` with the running sum that stood at `last` before, if it has begun.
pub fn accumulate(results: &mut [f64], terms: &[f64], mut last: Option<f64>) {
    for (result, &term) in results.iter_mut().zip(terms) {
        *result = last.map_or(term, |last| last + term);
        last = Some(*result);
    }
}
