//! Storage of values: one stretch of memory, a slot after the other. A series of the plan holds its years side by side,
//! a series over a set holds its members side by side, year after year.

use std::ops::Range;

use super::kernel::{Arg, Rows};
use super::knowledge::Knowledge;
use crate::engine::index::Domain;
use crate::engine::model::graph::{Graph, Operand, SlotIdx};

/// Values of all slots.
#[derive(Debug, Clone)]
pub struct Store {
    cells: Vec<f64>,
    places: Vec<Place>,
}

/// Where a slot lies.
#[derive(Debug, Clone, Copy)]
struct Place {
    start: usize,
    /// Values a year: 1, or the members padded to whole kernel chunks.
    width: usize,
}

impl Store {
    /// Members are padded to a multiple of this, and series of the plan by as much, so that kernels run over whole chunks.
    pub const PADDING: usize = 8;

    /// Storage in which nothing is known yet.
    pub fn new(graph: &Graph, knowledge: &Knowledge) -> Self {
        let rows = graph.axis.len();
        let mut places = Vec::with_capacity(graph.slots.len());
        let mut start = 0;
        for (position, slot) in graph.slots.iter().enumerate() {
            let lanes = knowledge.lanes(SlotIdx(position as u32));
            let width = match slot.domain {
                Domain::Plan => 1,
                Domain::Set(_) => lanes.next_multiple_of(Self::PADDING),
            };
            places.push(Place { start, width });
            start += rows * width + if width == 1 { Self::PADDING } else { 0 };
        }
        Self {
            cells: vec![f64::NAN; start],
            places,
        }
    }

    /// Values a year, padding included.
    pub fn width(&self, slot: SlotIdx) -> usize {
        self.places[slot.at()].width
    }

    /// One value.
    #[inline]
    pub fn get(&self, slot: SlotIdx, row: usize, lane: usize) -> f64 {
        let Place { start, width } = self.places[slot.at()];
        self.cells[start + row * width + if width == 1 { 0 } else { lane }]
    }

    /// The value an operand has in a row; NaN before the first.
    #[inline]
    pub fn read(&self, operand: Operand, row: usize, lane: usize) -> f64 {
        row.checked_sub(operand.lag as usize)
            .map_or(f64::NAN, |row| self.get(operand.slot, row, lane))
    }

    /// How many values there are, padding included.
    pub const fn size(&self) -> usize {
        self.cells.len()
    }

    /// Sets one value.
    #[inline]
    pub fn set(&mut self, slot: SlotIdx, row: usize, lane: usize, value: f64) {
        let Place { start, width } = self.places[slot.at()];
        self.cells[start + row * width + if width == 1 { 0 } else { lane }] = value;
    }

    /// The rows of a series of the plan, or of all members of one over a set.
    pub fn rows(&self, slot: SlotIdx, rows: Range<usize>) -> &[f64] {
        let Place { start, width } = self.places[slot.at()];
        &self.cells[start + rows.start * width..start + rows.end * width]
    }

    /// All values of one row, padding included; a series of the plan has one.
    #[inline]
    pub fn members(&self, slot: SlotIdx, row: usize) -> &[f64] {
        self.rows(slot, row..row + 1)
    }

    /// Results and arguments for an operation over the rows of a series of the plan.
    #[inline]
    pub fn series(
        &mut self,
        slot: SlotIdx,
        rows: &Range<usize>,
        args: &[Operand],
    ) -> (&mut [f64], [Arg<'_>; 3]) {
        let start = self.places[slot.at()].start;
        let (below, rest) = self.cells.split_at_mut(start + rows.start);
        let (results, above) = rest.split_at_mut(rows.len());
        let (below, above) = (&*below, &*above);
        let (first, end) = (start + rows.start, start + rows.end);
        let mut found = [Arg::Same(f64::NAN); 3];
        for (found, operand) in found.iter_mut().zip(args) {
            let from = self.places[operand.slot.at()].start + rows.start - operand.lag as usize;
            let to = from + rows.len();
            *found = Arg::Each(if to <= first {
                &below[from..to]
            } else if from >= end {
                &above[from - end..to - end]
            } else {
                continue;
            });
        }
        (results, found)
    }

    /// The values an operation reads in one row of the plan.
    #[inline]
    pub fn numbers(&self, row: usize, args: &[Operand; 3]) -> [f64; 3] {
        args.map(|operand| {
            let at =
                (self.places[operand.slot.at()].start + row).wrapping_sub(operand.lag as usize);
            self.cells.get(at).copied().unwrap_or(f64::NAN)
        })
    }

    /// The values an operation reads of one member in one row; NaN before the first.
    #[inline]
    pub fn cells(&self, row: usize, member: usize, args: &[Operand; 3]) -> [f64; 3] {
        args.map(|operand| self.read(operand, row, member))
    }

    /// Where results and arguments lie for an operation over one member in rows of a series over a set; none where an
    /// argument would lie before the first row.
    #[inline]
    pub fn column(
        &mut self,
        slot: SlotIdx,
        rows: &Range<usize>,
        member: usize,
        args: &[Operand],
    ) -> Option<(&mut [f64], Rows, [Rows; 3])> {
        let at = |Place { start, width }: Place, row: usize| Rows {
            first: start + row * width + if width == 1 { 0 } else { member },
            distance: width,
        };
        let results = at(self.places[slot.at()], rows.start);
        let mut found = [results; 3];
        for (found, operand) in found.iter_mut().zip(args) {
            let row = rows.start.checked_sub(operand.lag as usize)?;
            *found = at(self.places[operand.slot.at()], row);
        }
        Some((&mut self.cells, results, found))
    }

    /// Results and arguments for an operation over some members of one row; a series of the plan has one.
    #[inline]
    pub fn row(
        &mut self,
        slot: SlotIdx,
        row: usize,
        members: &Range<usize>,
        args: &[Operand],
    ) -> (&mut [f64], [Arg<'_>; 3]) {
        let Place { start, width } = self.places[slot.at()];
        let start = start + row * width + members.start;
        let end = start + members.len();
        let (below, rest) = self.cells.split_at_mut(start);
        let (results, above) = rest.split_at_mut(members.len());
        let (below, above) = (&*below, &*above);
        let mut found = [Arg::Same(f64::NAN); 3];
        for (found, operand) in found.iter_mut().zip(args) {
            let place = self.places[operand.slot.at()];
            let Some(row) = row.checked_sub(operand.lag as usize) else {
                continue;
            };
            let is_one = place.width == 1;
            let from = place.start + row * place.width + if is_one { 0 } else { members.start };
            let to = from + if is_one { 1 } else { members.len() };
            let values = if to <= start {
                &below[from..to]
            } else if from >= end {
                &above[from - end..to - end]
            } else {
                continue;
            };
            *found = match values {
                [value] if is_one => Arg::Same(*value),
                values => Arg::Each(values),
            };
        }
        (results, found)
    }
}
