//! Storage of a batch: one column of lanes per varied series and member. Series that are read in other years, or by the
//! caller, keep whole columns for as many years as are needed; all others share rows of one block, reused by every block.

use std::ops::Range;

use super::kernel::Arg;
use crate::engine::model::graph::SlotIdx;

/// Columns of all varied series.
#[derive(Debug)]
pub struct Columns {
    cells: Vec<f64>,
    places: Vec<Place>,
    lanes: usize,
    block: usize,
}

/// Where the columns of a slot lie.
#[derive(Debug, Clone, Copy, Default)]
struct Place {
    is_varied: bool,
    /// Years kept as whole columns; 0 for one block's rows.
    years: usize,
    start: usize,
    members: usize,
}

/// An argument of a batch operation: a slot, the row it is read in, and the member.
#[derive(Debug, Clone, Copy)]
pub struct Wanted {
    /// The series.
    pub slot: SlotIdx,
    /// Row.
    pub row: usize,
    /// Member; 0 in a series of the plan.
    pub member: usize,
    /// Its one number, where it is not varied.
    pub otherwise: f64,
}

impl Columns {
    /// For so many slots and lanes, in blocks of so many.
    pub fn new(slots: usize, lanes: usize, block: usize) -> Self {
        Self {
            cells: Vec::new(),
            places: vec![Place::default(); slots],
            lanes,
            block,
        }
    }

    /// Marks a slot as varied.
    pub fn vary(&mut self, slot: SlotIdx) {
        self.places[slot.at()].is_varied = true;
    }

    /// Keeps whole columns of a slot for at least so many years. Slots that are not varied need none.
    pub fn keep(&mut self, slot: SlotIdx, years: usize) {
        let place = &mut self.places[slot.at()];
        place.years = place.years.max(years);
    }

    /// Keeps one whole column of a slot that has the same value in every year.
    pub fn keep_one(&mut self, slot: SlotIdx) {
        self.places[slot.at()].years = 1;
    }

    /// Makes room; `members` tells how many columns a slot has.
    pub fn allocate(&mut self, members: impl Fn(SlotIdx) -> usize) {
        let mut start = 0;
        for (position, place) in self
            .places
            .iter_mut()
            .enumerate()
            .filter(|(_, place)| place.is_varied)
        {
            place.members = members(SlotIdx(position as u32));
            place.start = start;
            let length = if place.years == 0 {
                self.block
            } else {
                place.years * self.lanes
            };
            start += length * place.members;
        }
        self.cells = vec![f64::NAN; start];
    }

    /// Whether a slot differs between lanes.
    pub fn is_varied(&self, slot: SlotIdx) -> bool {
        self.places[slot.at()].is_varied
    }

    /// The whole column of a kept slot.
    pub fn column(&self, slot: SlotIdx, row: usize, member: usize) -> Option<&[f64]> {
        let place = self.places[slot.at()];
        (place.is_varied && place.years > 0)
            .then(|| &self.cells[self.range(slot, row, member, &(0..self.lanes))])
    }

    /// The whole column of a kept slot, to be written.
    pub fn column_mut(&mut self, slot: SlotIdx, row: usize, member: usize) -> &mut [f64] {
        let range = self.range(slot, row, member, &(0..self.lanes));
        &mut self.cells[range]
    }

    /// Sets one value in all lanes of a block.
    pub fn fill(
        &mut self,
        slot: SlotIdx,
        row: usize,
        member: usize,
        block: &Range<usize>,
        value: f64,
    ) {
        let range = self.range(slot, row, member, block);
        self.cells[range].fill(value);
    }

    /// An argument over a block.
    pub fn read(&self, wanted: Wanted, block: &Range<usize>) -> Arg<'_> {
        if !self.is_varied(wanted.slot) {
            return Arg::Same(wanted.otherwise);
        }
        Arg::Each(&self.cells[self.range(wanted.slot, wanted.row, wanted.member, block)])
    }

    /// Results and arguments of an operation over a block. A column is never both.
    pub fn view(
        &mut self,
        (slot, row, member): (SlotIdx, usize, usize),
        wanted: &[Wanted],
        block: &Range<usize>,
    ) -> (&mut [f64], [Arg<'_>; 3]) {
        let mut ranges = [None, None, None];
        for (range, wanted) in ranges.iter_mut().zip(wanted) {
            let varied = self.is_varied(wanted.slot);
            *range = varied.then(|| self.range(wanted.slot, wanted.row, wanted.member, block));
        }
        let results = self.range(slot, row, member, block);
        let end = results.end;
        let (below, rest) = self.cells.split_at_mut(results.start);
        let (results, above) = rest.split_at_mut(results.len());
        let (below, above) = (&*below, &*above);
        let mut args = [Arg::Same(f64::NAN); 3];
        for ((arg, range), wanted) in args.iter_mut().zip(ranges).zip(wanted) {
            *arg = match range {
                None => Arg::Same(wanted.otherwise),
                Some(range) if range.end <= below.len() => Arg::Each(&below[range]),
                Some(range) => Arg::Each(&above[range.start - end..range.end - end]),
            };
        }
        (results, args)
    }

    fn range(
        &self,
        slot: SlotIdx,
        row: usize,
        member: usize,
        block: &Range<usize>,
    ) -> Range<usize> {
        let place = self.places[slot.at()];
        if place.years == 0 {
            let start = place.start + member * self.block;
            return start..start + block.len();
        }
        let start = place.start + ((row % place.years) * place.members + member) * self.lanes;
        start + block.start..start + block.end
    }
}
